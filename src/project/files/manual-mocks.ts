/** Mocks by their place: https://jestjs.io/docs/manual-mocks, https://vitest.dev/guide/mocking/modules#automocking-algorithm. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { isPackageKey, splitExtension } from "../modules/module-path.ts";
import type { Disk } from "./disk.ts";

/** Whether a file in `__mocks__` stands for the module where a test mocks it without a factory. */
export function hasManualMock(module: ModuleKey, root: string, disk: Disk): boolean {
  const place = isPackageKey(module)
    ? posix.join(root, "__mocks__", /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module)
    : posix.join(posix.dirname(module), "__mocks__", splitExtension(posix.basename(module))[0]);
  return disk.list(posix.dirname(place)).some((name) => splitExtension(name)[0] === posix.basename(place));
}
