import { describe, expect, test } from "vitest";
import { parsePython } from "../../../src/languages/python/parse.ts";
import { scopesOf } from "../../../src/languages/python/scopes/analyze.ts";
import type { Scope, Variable } from "../../../src/languages/python/scopes/scope.ts";

/** `1:4 x → 2:0`: the place of each read of a name, and of the first binding of what it reads; `?` where none is known. */
function reads(text: string, name: string): readonly string[] {
  const parsed = parsePython(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const lines: string[] = [];
  for (const { references } of scopesOf(parsed.ast).all) {
    for (const reference of references) {
      if (reference.node.name !== name) continue;
      const { line, column } = reference.node.loc.start;
      const notes = `${reference.inAnnotation ? " annotation" : ""}${reference.inString ? " string" : ""}`;
      lines.push(`${String(line)}:${String(column)} → ${shown(reference.variable)}${reference.fallback ? ` or ${shown(reference.fallback)}` : ""}${notes}`);
    }
  }
  return lines.toSorted();
}

function shown(variable: Variable | undefined): string {
  const [first] = variable?.bindings ?? [];
  if (!first || !variable) return "?";
  return `${first.kind} ${String(first.node.loc.start.line)}:${String(first.node.loc.start.column)} of ${variable.scope.kind}`;
}

function scopeNames(scope: Scope): object {
  return { [scope.kind]: [...scope.variables.keys(), ...scope.children.map(scopeNames)] };
}

describe("a name is the nearest scope's that binds it", () => {
  test.each([
    ["the module's, bound below", "def f():\n    return x\nimport x\n", ["2:11 → import 3:7 of module"]],
    ["a builtin, or unknown", "x\n", ["1:0 → ?"]],
    ["the function's own, though bound later", "import x\ndef f():\n    x\n    x = 1\n", ["3:4 → assignment 4:4 of function"]],
    ["not a class's, from its methods", "import x\nclass A:\n    x = 1\n    def f(self): return x\n", ["4:24 → import 1:7 of module"]],
    ["a class's in its body, or the module's before that", "import x\nclass A:\n    x = x\n", ["3:8 → assignment 3:4 of class or import 1:7 of module"]],
    ["not an outer function's, by an unbound class name", "def f(x):\n    class A:\n        x = x\n", ["3:12 → assignment 3:8 of class"]],
    ["the module's by global", "import x\ndef f(x):\n    def g():\n        global x\n        return x\n", ["5:15 → import 1:7 of module"]],
    ["the module's, bound in a function only", "def f():\n    global x\n    import x\nx\n", ["4:0 → import 3:11 of module"]],
    ["the outer function's by nonlocal", "def f(x):\n    def g():\n        nonlocal x\n        x = x\n", ["4:12 → parameter 1:6 of function"]],
    ["a comprehension's", "import x\n[x for x in x]\n", ["2:1 → assignment 2:7 of comprehension", "2:12 → import 1:7 of module"]],
    ["a walrus's in a comprehension is the function's", "def f(a):\n    [x := b for b in a]\n    return x\n", ["3:11 → assignment 2:5 of function"]],
    ["a default's is the outer one", "import x\ndef f(x=x): x\n", ["2:8 → import 1:7 of module", "2:12 → parameter 2:6 of function"]],
    ["a lambda's", "import x\nlambda x=x: x\n", ["2:9 → import 1:7 of module", "2:12 → parameter 2:7 of lambda"]],
    ["a decorator's is the outer one", "import x\n@x\ndef x(): x\n", ["2:1 → import 1:7 of module", "3:9 → import 1:7 of module"]],
    ["except's name", "def f():\n    try: pass\n    except A as x: x\n    x\n", ["3:19 → assignment 3:16 of function", "4:4 → assignment 3:16 of function"]],
    ["a pattern's captures", "def f(a):\n    match a:\n        case [x, *y] | {'k': x, **y} if x: y\n    return x\n", ["3:40 → assignment 3:14 of function", "4:11 → assignment 3:14 of function"]],
    ["what is deleted is bound", "import x\ndef f():\n    del x\n    x\n", ["4:4 → deletion 3:8 of function"]],
    ["an annotation without a value binds", "import x\ndef f():\n    x: int\n    x\n", ["4:4 → annotation 3:4 of function"]],
    ["a star import leaves it unknown", "from m import *\nx\n", ["2:0 → ?"]],
    ["of `import x.y` is `x`", "import x.y, x.z\nx.y\n", ["2:0 → import 1:7 of module"]],
    ["augmented, it is read and bound", "x = 0\nx += 1\n", ["2:0 → assignment 1:0 of module"]],
    ["in an f-string", "import x\nf'{x:{x}}'\n", ["2:3 → import 1:7 of module", "2:6 → import 1:7 of module"]],
    ["in annotations and their strings", "import x\ndef f(a: x, b: 'x.y') -> x: pass\nc: 'list[x]' = 1\n", ["2:16 → import 1:7 of module annotation string", "2:25 → import 1:7 of module annotation", "2:9 → import 1:7 of module annotation", "3:9 → import 1:7 of module annotation string"]],
    ["a type parameter's", "import x\ndef f[x](a: x) -> x: return x\n", ["2:12 → type-parameter 2:6 of type-parameters annotation", "2:18 → type-parameter 2:6 of type-parameters annotation", "2:28 → type-parameter 2:6 of type-parameters"]],
    ["a class's, from type parameters in it", "class A:\n    x = 1\n    def f[T: x](self) -> x: return x\n", ["3:13 → assignment 2:4 of class", "3:25 → assignment 2:4 of class annotation", "3:35 → ?"]],
    ["a type parameter's in an alias", "type A[x] = list[x]\n", ["1:17 → type-parameter 1:7 of type-parameters"]],
    ["a generic class's", "class A[x](B[x], k=x):\n    y: x\n", ["1:13 → type-parameter 1:8 of type-parameters", "1:19 → type-parameter 1:8 of type-parameters", "2:7 → type-parameter 1:8 of type-parameters annotation"]],
  ])("%s", (_name, text, expected) => {
    expect(reads(text, "x")).toEqual(expected.toSorted());
  });
});

test.each([
  ["a private name is its class's", "__x = 1\nclass A:\n    __x = 2\n    y = __x\n    def f(self): return __x\n", ["4:8 → assignment 3:4 of class", "5:24 → ?"]],
  ["and never the module's", "import __x\nclass A:\n    __x\n__x\n", ["3:4 → ?", "4:0 → import 1:7 of module"]],
  ["a class of underscores has none", "import __x\nclass __:\n    __x\n", ["3:4 → import 1:7 of module"]],
])("%s", (_name, text, expected) => {
  expect(reads(text, "__x")).toEqual(expected);
});

test("a scope tells its variables and the scopes in it", () => {
  const parsed = parsePython("import a.b, c\nclass D[T](a):\n    def e(self, *f, g=lambda h: 1): [i for i in f]\n");
  expect(parsed.ok && scopeNames(scopesOf(parsed.ast).module)).toEqual({
    module: ["a", "c", "D", { "type-parameters": ["T", { class: ["e", { function: ["self", "f", "g", { comprehension: ["i"] }] }, { lambda: ["h"] }] }] }],
  });
});

test("a variable knows where global and nonlocal name it, and a scope its star imports", () => {
  const parsed = parsePython("x = 1\ndef f():\n    global x, y\n    from m import z\nfrom n import *\n");
  if (!parsed.ok) throw new Error(parsed.message);
  const { module } = scopesOf(parsed.ast);
  expect(module.variables.get("x")?.declarations.map(({ loc }) => loc.start)).toEqual([{ line: 3, column: 11 }]);
  expect(module.variables.get("y")?.bindings).toEqual([]);
  expect(module.starImports.map(({ loc }) => loc.start.line)).toEqual([5]);
  expect(scopesOf(parsed.ast)).toBe(scopesOf(parsed.ast));
});
