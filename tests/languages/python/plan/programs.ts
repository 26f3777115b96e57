/** Generates small Python programs that take an old module's exports in many ways, and runs them by python3. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";

/** Import statements, each with expressions that it makes possible. */
const imports: readonly { readonly text: string; readonly values: readonly string[] }[] = [
  { text: "from acme.old import get_x", values: ["get_x(1)", "[get_x(i) for i in (1, 2)]", "f'{get_x(2)}'", "(lambda a: get_x(a))(3)", "globals().get('get_x') is None"] },
  { text: "from acme.old import get_x as g, keep", values: ["g(2)", "keep", "g(keep)"] },
  { text: "from acme.old import OldThing, get_x", values: ["OldThing().value", "get_x(5)", "(get_x(1), OldThing().value)"] },
  { text: "from acme.old import (\n    keep,  # one\n    OldThing,  # two\n    get_x\n)", values: ["keep", "OldThing().value", "get_x(keep)"] },
  { text: "from acme.old import keep, \\\n    get_x", values: ["keep", "get_x(keep)"] },
  { text: "import acme.old as ws", values: ["ws.get_x(4)", "ws.keep", "ws.OldThing().value", "getattr(ws, 'get_x')(2)", "ws.get_x(ws.keep)"] },
  { text: "import acme.old", values: ["acme.old.get_x(4)", "acme.old.keep", "acme.version"] },
  { text: "from acme import old", values: ["old.get_x(4)", "old.keep"] },
  { text: "import os, acme.old as ws, sys", values: ["ws.get_x(7)", "os.sep", "sys.maxsize > 1"] },
  { text: "from acme.moved import there, away as a", values: ["there(1)", "a"] },
  { text: "from acme.new import create_x", values: ["create_x(6)"] },
  { text: "from acme.new import create_x as c, other", values: ["c(6)", "other"] },
  { text: "from acme.new import (\n    other,  # other\n)", values: ["other"] },
  { text: "import acme.new as n", values: ["n.create_x(1)", "n.other"] },
];
const star = { text: "from acme.old import *", values: ["get_x(1)", "keep", "OldThing().value"] };
const locals = ["create_x", "get_x", "NewThing", "OldThing", "ws", "x", "acme"];

type Block = readonly string[];

function indented(lines: Block): Block {
  return (lines.length > 0 ? lines : ["pass"]).map((line) => line.split("\n").map((each) => `    ${each}`).join("\n"));
}

/** A block of statements that use what an import of the list brings in, with an import here and there. */
function blocks(own: readonly (typeof imports)[number][]): fc.Arbitrary<Block> {
  const value = fc.constantFrom(...own.flatMap(({ values }) => values), "1");
  return fc.letrec<{ statement: Block; body: Block }>((tie) => {
    const body = tie("body");
    const local = fc.constantFrom(...locals);
    return {
      body: fc.array(tie("statement"), { maxLength: 3 }).map((all) => all.flat()),
      statement: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        value.map((text) => [`out(${text})`]),
        fc.tuple(value, value).map(([a, b]) => [`out(${a}, ${b})  # note`]),
        fc.tuple(value, value).map(([a, b]) => [`out(${a}); out(${b})`]),
        fc.constantFrom(...own).map(({ text }) => [text]),
        fc.constantFrom(...own).map(({ text, values: [first = "1"] }) => (text.includes("\n") ? [text] : [`if 1: ${text}; out(${first})`])),
        fc.constantFrom(...own).map(({ text, values: [first = "1"] }) => ["try:", ...indented([text]), "except ImportError:", "    pass", `out(${first})`]),
        fc.constantFrom(...own).map(({ text }) => ["try:", ...indented([text]), "except ImportError:", "    get_x = None"]),
        fc.constantFrom(...own).map(({ text, values: [first = "1"] }) => ["def lazy():", ...indented([text, `return ${first}`]), "out(lazy())"]),
        fc.tuple(fc.constantFrom(...own), body).map(([{ text }, inner]) => ["if TYPE_CHECKING:", ...indented([text]), "def typed(a: 'OldThing' = 1) -> 'list[OldThing]':", ...indented(inner), "typed()"]),
        // A local that can be called, so that a captured name shows as another result, not as a crash.
        fc.tuple(local, body).map(([name, inner]) => [`def f(${name}=local()):`, ...indented([...inner, `out(${name}(0))`]), "f()"]),
        fc.tuple(local, body).map(([name, inner]) => ["def f():", ...indented([`${name} = local()`, ...inner]), "f()"]),
        fc.tuple(local, body).map(([name, inner]) => ["class C:", ...indented([`${name} = local()`, ...inner]), `out(C.${name}(0))`]),
        fc.tuple(local, body).map(([name, inner]) => [`for ${name} in [local()]:`, ...indented(inner)]),
        fc.tuple(local, value).map(([name, text]) => [`out([${text} for ${name} in [local()]])`]),
        fc.tuple(local, value).map(([name, text]) => [`out((lambda ${name}: ${text})(local()))`]),
        fc.tuple(local, body).map(([name, inner]) => ["def g():", `    global ${name}`, ...indented(inner), "g()"]),
        body.map((inner) => ["class C:", ...indented(inner)]),
        body.map((inner) => ["def f():", ...indented(['"""Doc."""', ...inner]), "f()"]),
        fc.constantFrom("get_x", "OldThing", "ws").map((name) => [`out(eval('callable(${name})'))`]),
        fc.constantFrom("get_x", "ws").map((name) => [`del ${name}`]),
      ),
    };
  }).body;
}

const exportsOf = fc.constantFrom<Block>(
  [],
  [],
  ["__all__ = ['get_x']"],
  ["__all__ = ('get_x', 'keep')"],
  ["__all__ = [", "    'keep',  # one", "    'get_x',  # two", "]"],
  ["__all__ = ['keep']", "__all__ += ['get_x']"],
  ["__all__ = ['keep']", "__all__.append('get_x')"],
);

/** Programs: a docstring, imports, statements, and what they let out. */
export const programs: fc.Arbitrary<string> = fc
  .tuple(fc.subarray([...imports], { minLength: 1, maxLength: 3 }), fc.boolean(), fc.constantFrom("\n", "\r\n"))
  .chain(([chosen, hasStar, newline]) => {
    const own = hasStar && chosen.length > 1 ? [...chosen.slice(1), star] : chosen;
    const top = own.flatMap(({ text }, index) => (index % 3 === 2 ? ["", text] : [text]));
    const inner = own.filter((each) => each !== star);
    return fc.tuple(blocks(inner.length > 0 ? inner : imports.slice(0, 1)), exportsOf, fc.constantFrom(own, inner)).map(([body, ends]) =>
      ['"""Doc."""', "from __future__ import annotations", "from typing import TYPE_CHECKING", ...top, "", ...own.map(({ values: [first = "1"] }) => `out(${first})`), ...body, ...ends, ""].join("\n").replaceAll("\n", newline),
    );
  });

const runner = String.raw`
import __future__, builtins, json, os, sys, types, typing

def module(name, **values):
    made = types.ModuleType(name)
    made.__dict__.update(values)
    sys.modules[name] = made
    return made

class Thing:
    value = 7

def give(n): return n + 1
def there(n): return n * 2
package = module("acme", version=3, __path__=[])
package.old = module("acme.old", get_x=give, OldThing=Thing, keep=11)
package.new = module("acme.new", create_x=give, NewThing=Thing, other=13)
package.moved = module("acme.moved", there=there, away=5)
package.placed = module("acme.placed", there=there, away=5)


def shown(value):
    if isinstance(value, types.ModuleType): return value.__name__
    return value if isinstance(value, (int, str, bool, type(None))) else [shown(each) for each in value] if isinstance(value, (list, tuple)) else type(value).__name__

class Local:
    value = 98
    keep = 97
    version = 96
    def __call__(self, *_): return self
    def __repr__(self): return "local"
    def __getattr__(self, name): return self if not name.startswith("__") else super().__getattribute__(name)

def trace(text):
    seen = []
    user = types.ModuleType("user")
    builtins.out = lambda *values: seen.append(shown(values))
    builtins.local = Local
    try:
        exec(compile(text, "user.py", "exec", dont_inherit=True), user.__dict__)
    except Exception as error:
        return ["failed", type(error).__name__, seen]
    let_out = {}
    for name in getattr(user, "__all__", []):
        value = getattr(user, name, "missing")
        let_out[name] = value(1) if value is give else shown(value)
    return ["ok", seen, let_out]

json.dump([trace(text) for text in json.load(sys.stdin)], sys.stdout)
`;

/** What a program showed, and what it lets out; \`failed\` where it did not end. */
export type Trace = readonly ["ok", readonly unknown[], Readonly<Record<string, unknown>>] | readonly ["failed", string, readonly unknown[]];

/** Runs all of the texts in one process. */
export function traces(texts: readonly string[]): readonly Trace[] {
  const { stdout, stderr } = spawnSync("python3", ["-W", "ignore", "-c", runner], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  const answer: unknown = stdout === "" ? undefined : JSON.parse(stdout);
  if (!isTraces(answer)) throw new Error(`python3 failed: ${stderr}`);
  return answer;
}

function isTraces(answer: unknown): answer is readonly Trace[] {
  return Array.isArray(answer);
}
