import { Observable } from "rxjs";
import { filter, map, merge } from "rxjs/operators";
import type { UserContext } from "../types";

export function tenants(users: Observable<UserContext>, guests: Observable<UserContext>): Observable<string> {
  return users.pipe(
    merge(guests),
    filter((user) => user.userId !== ""),
    map((user) => user.tenant),
  );
}
