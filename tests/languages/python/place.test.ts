import { expect, test } from "vitest";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { importsOf } from "../../../src/languages/python/read/imports.ts";
import { placeOf } from "../../../src/languages/python/read/place.ts";

test.each([
  ["import a\n", "PyModule in PyModule"],
  ["x = 1; import a\n", "PyModule in PyModule"],
  ["def f():\n    import a\n", "PySuite in PyFunction"],
  ["def f(): import a\n", "PySuite in PyFunction"],
  ["class A:\n    import a\n", "PySuite in PyClass"],
  ["try:\n    import a\nexcept E:\n    pass\n", "PySuite in PyModule, try body"],
  ["try:\n    pass\nexcept E:\n    import a\n", "PySuite in PyModule, try handler"],
  ["try:\n    pass\nexcept E:\n    pass\nelse:\n    import a\n", "PySuite in PyModule, try orelse"],
  ["try:\n    pass\nfinally:\n    if x: import a\n", "PySuite in PyModule, try finalbody"],
  ["try:\n    def f():\n        import a\nfinally: pass\n", "PySuite in PyFunction"],
  ["try:\n    try: import a\n    except E: pass\nexcept E: pass\n", "PySuite in PyModule, try body, try body"],
  ["if TYPE_CHECKING:\n    import a\n", "PySuite in PyModule, for type checkers"],
  ["if typing.TYPE_CHECKING: import a\n", "PySuite in PyModule, for type checkers"],
  ["if TYPE_CHECKING: pass\nelse: import a\n", "PySuite in PyModule"],
  ["if x: pass\nelif TYPE_CHECKING: import a\n", "PySuite in PyModule, for type checkers"],
  ["if TYPE_CHECKING: pass\nelif x: import a\n", "PySuite in PyModule"],
  ["if not TYPE_CHECKING: import a\n", "PySuite in PyModule"],
  ["if not TYPE_CHECKING: pass\nelse: import a\n", "PySuite in PyModule, for type checkers"],
  ["if TYPE_CHECKING:\n    class A:\n        import a\n", "PySuite in PyClass, for type checkers"],
  ["if a and TYPE_CHECKING: import a\n", "PySuite in PyModule"],
])("%j", (text, expected) => {
  const parsed = parsePython(text);
  const [found] = parsed.ok ? importsOf(parsed.ast) : [];
  if (!found) throw new Error("no import");
  const { block, owner, tries, typeChecking } = placeOf(found.node);
  const words = [`${block.type} in ${owner.type}`, ...tries.map(({ part }) => `try ${part}`), ...(typeChecking ? ["for type checkers"] : [])];
  expect(words.join(", ")).toBe(expected);
});
