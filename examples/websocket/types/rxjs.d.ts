/** As much of rxjs 7 as this project uses; the package itself is not installed here. */
declare module "rxjs" {
  export type Operator<From, To> = (source: Observable<From>) => Observable<To>;

  export class Observable<T> {
    pipe<A, B, C>(first: Operator<T, A>, second: Operator<A, B>, third: Operator<B, C>): Observable<C>;
  }

  export function filter<T>(test: (value: T) => boolean): Operator<T, T>;
  export function map<T, R>(change: (value: T) => R): Operator<T, R>;
  /** Not the `merge` of rxjs/operators: it makes an observable. */
  export function merge<T>(...sources: Observable<T>[]): Observable<T>;
}

declare module "rxjs/operators" {
  import type { Observable, Operator } from "rxjs";

  export { filter, map } from "rxjs";
  export function merge<T>(...others: Observable<T>[]): Operator<T, T>;
}
