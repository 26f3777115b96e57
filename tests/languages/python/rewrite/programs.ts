/** Programs that call an old factory in all sorts of places, and what they print. */
import { spawnSync } from "node:child_process";
import fc from "fast-check";

/** An old shape, the new one, and a factory and a function of which both are true. */
export interface Equivalence {
  readonly from: string;
  readonly to: string;
  /** How the old shape is called with such arguments, the inner call apart: it may be put in a variable. */
  readonly inner: (one: string) => string;
  readonly outer: (one: string, two: string) => string;
}

/** `create_x` gets what the old way got, whichever way it gets it; both keep it as one record. */
export const equivalences: readonly Equivalence[] = [
  { from: "get_f().create($a, $b)", to: "create_x($a, $b)", inner: () => "get_f()", outer: (one, two) => `.create(${one}, ${two})` },
  { from: "get_f().create($a, $b)", to: "create_x(b=$b, a=$a)", inner: () => "get_f()", outer: (one, two) => `.create(${one}, ${two})` },
  { from: "get_f($k).create($a)", to: "create_x($k, $a)", inner: (one) => `get_f(${one})`, outer: (_, two) => `.create(${two})` },
  { from: "get_f(k=$k).create($a)", to: "create_x(b=$a, a=$k)", inner: (one) => `get_f(k=${one})`, outer: (_, two) => `.create(${two})` },
  { from: "get_f(k=$k).create(x=$a, y=$b)", to: "create_x((lambda: $a)(), $b, k=$k)", inner: (one) => `get_f(k=${one})`, outer: (one, two) => `.create(y=${two}, x=${one})` },
  { from: "get_f($k).create($$$all)", to: "create_x($$$all, k=$k)", inner: (one) => `get_f(${one})`, outer: (one, two) => `.create(${one}, *[${two}, 3], z=${one})` },
  { from: "get_f($$$all).create($b)", to: "create_x($$$all, b=$b)", inner: (one) => `get_f(a=${one})`, outer: (_, two) => `.create(${two})` },
  { from: "get_f().create($a, $b)", to: "[create_x($b, $a) for _ in '1'][0] if True else None", inner: () => "get_f()", outer: (one, two) => `.create(${one}, ${two})` },
  { from: "get_f().create($a, $b)", to: "create_x($a, $b) if $a is not create_x else None", inner: () => "get_f()", outer: (one, two) => `.create(${one}, ${two})` },
  { from: "get_f().create($a, $b)", to: "create_x($a, $b) or $a - $b", inner: () => "get_f()", outer: (one, two) => `.create(${one}, ${two})` },
];

/** What both ways do for an equivalence: `fold` makes one value of what is given, whatever the way it is given. */
export const prelude = `
import asyncio, contextlib, re
LOG = []
def t(value):
    LOG.append(value)
    return value
class Box:
    n = 0
box = Box()
def bump():
    box.n += 1
    return box.n
def shown(value): return re.sub("0x[0-9a-f]+", "", repr(value))
def fold(*args, **kwargs):
    flat = sorted([shown(a) for a in args] + [shown(v) for v in kwargs.values()])
    return "|".join(flat)
class F:
    def __init__(self, *args, **kwargs): self.given = (args, kwargs)
    def create(self, *args, **kwargs):
        return fold(*self.given[0], *args, **self.given[1], **{"_" + k: v for k, v in kwargs.items()})
def get_f(*args, **kwargs): return F(*args, **kwargs)
def create_x(*args, **kwargs): return fold(*args, **kwargs)
`;

const runner = `
import hashlib, json, re, sys
def brief(said):
    # A value that is folded into itself again and again fills the pipe: of what is long, the digest is as good.
    return said if len(said) < 100_000 else said[:1000] + hashlib.sha256(said.encode("utf8", "surrogatepass")).hexdigest()
prelude = compile(sys.argv[1], "prelude", "exec")
out = []
for source in json.load(sys.stdin):
    space = {}
    exec(prelude, space)
    try:
        exec(compile(source, "program", "exec"), space)
        out.append(brief(re.sub("0x[0-9a-f]+", "", "ok " + repr(space["LOG"]) + " " + repr(space.get("RESULT")))))
    except SyntaxError as error:
        out.append("syntax " + str(error))
    except BaseException as error:
        out.append(brief("threw " + type(error).__name__ + " " + repr(space["LOG"])))
json.dump(out, sys.stdout)
`;

/** What each program does, all run by one Python. */
export function traces(programs: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync("python3", ["-W", "ignore", "-c", runner, prelude], { input: JSON.stringify(programs), encoding: "utf8", maxBuffer: 1 << 28 });
  const answer: unknown = stdout === "" ? undefined : JSON.parse(stdout);
  if (!Array.isArray(answer)) throw new Error(`python3 failed: ${stderr}`);
  return answer.map(String);
}

type Pieces = Record<"plain" | "call" | "expression", string>;

function expressionsOf({ inner, outer }: Equivalence): fc.Arbitrary<string> {
  const { expression } = fc.letrec<Pieces>((tie) => ({
    plain: fc.constantFrom("p", "q", "1", "'s'", "box.n", "t(1)", "t('a')", "bump()", "[p, t(2)]", "(lambda: t(p))", "-p", "(p, q)", "None", "f'{p}'", "w", "v"),
    call: fc
      .tuple(tie("expression"), tie("expression"), fc.constantFrom<readonly [string, string]>(["", ""], ["(", ")"], ["(\n        ", "  # note\n    )"], [" \\\n        ", ""]), fc.boolean())
      .map(([one, two, [open, close], own]) => {
        const made = inner(one) + outer(own ? `\n            ${one},  # line\n            `.replace(/,  # line\n\s*$/, "") : one, two);
        return `${open}${made}${close}`;
      }),
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      tie("plain"),
      tie("call"),
      tie("call"),
      fc.tuple(tie("expression"), tie("expression")).map(([one, two]) => `(${one} if t(0) else ${two})`),
      fc.tuple(tie("expression"), tie("expression")).map(([one, two]) => `[${one}, ${two}]`),
      fc.tuple(tie("expression"), tie("expression")).map(([one, two]) => `(${one} or ${two})`),
      tie("expression").map((one) => `(w := ${one})`),
      tie("expression").map((one) => `[${one} for q in range(2)]`.replaceAll("(w :=", "(")),
      tie("expression").map((one) => `(lambda p=${one}: t(p))()`),
      tie("expression").map((one) => `(lambda v: ${one})(8)`),
      tie("expression").map((one) => `list(p for p in [${one}])`.replaceAll("(w :=", "(")),
      tie("expression").map((one) => `(not ${one})`),
      tie("expression").map((one) => `t(${one})`),
    ),
  }));
  return expression;
}

function statementsOf(equivalence: Equivalence): fc.Arbitrary<string> {
  const { inner, outer } = equivalence;
  const e = expressionsOf(equivalence);
  const use = fc.tuple(e, e).map(([one, two]) => outer(one, two));
  return fc.oneof(
    e.map((one) => `t(${one})`),
    e.map((one) => `v = ${one}`),
    e.map((one) => `p = ${one}`),
    fc.tuple(e, use).map(([one, rest]) => `f = ${inner(one)}\nt(f${rest})`),
    fc.tuple(e, use, use).map(([one, rest, more]) => `g = ${inner(one)}  # the old one\nfor q in range(2):\n    t(g${rest})\nt(g${more})`),
    fc.tuple(e, use).map(([one, rest]) => `if t(p):\n    h = ${inner(one)}\n    t(h${rest})\nelse:\n    pass`),
    fc.tuple(e, use).map(([one, rest]) => `i = ${inner(one)}\ndef later(q=3):\n    return i${rest}\nbump()\nt(later())`),
    fc.tuple(e, use).map(([one, rest]) => `j = ${inner(one)}; p = 5; t((lambda p: j${rest})(6))`),
    fc.tuple(e, use).map(([one, rest]) => `k = ${inner(one)}\nt([k${rest} for q in (1, 2)])`),
    fc.tuple(e, use).map(([one, rest]) => `try:\n    l = ${inner(one)}\nfinally:\n    t('end')\nt(l${rest})`),
    e.map((one) => `while box.n < 2:\n    bump()\n    t(${one})`),
    e.map((one) => `t(f"{${one.includes("'") || /[\n\\#"]/.test(one) ? "p" : one}}")`),
    e.map((one) => `assert t(${one}) or True, ${one}`),
    e.map((one) => `def gen():\n    r = yield ${one}\n    t(r)\n    t(${one})\nt(list(gen()))`),
    fc.tuple(e, use).map(([one, rest]) => `class D:\n    x = 3\n    def __init__(self):\n        self.y = ${one.replaceAll("(w :=", "(")}\n    def m(self, w=${one.replaceAll("(w :=", "(")}):\n        v = 1\n        n = ${inner("self.y")}\n        self.y = t(2)\n        return n${rest}\nt(D().m())`),
    fc.tuple(e, use).map(([one, rest]) => `def deco(fn): return fn\nm = ${inner(one)}\n@(lambda fn: deco)(m${rest})\ndef h(p=m${rest}): return p\nt(h())`),
    fc.tuple(e, use).map(([one, rest]) => `o = ${inner(one)}\nmatch o${rest}:\n    case _ if t(o${rest}): t('matched')`),
    fc.tuple(e, use).map(([one, rest]) => `with contextlib.nullcontext(${one}) as c:\n    r = ${inner("c")}\nt(r${rest})`),
    fc.tuple(e, use, e).map(([one, rest, other]) => `s = ${inner(one)}\nfor q in (1, 2):\n    p = s${rest}\n    if t(q): continue\n    t(s${rest})\nelse:\n    v = t(${other})`),
    fc.tuple(e, use).map(([one, rest]) => `async def co():\n    async def wait(x): t('waited'); return x\n    u = await wait(${inner(one)})\n    return [u${rest}, (await wait(${inner("p")}))${rest}]\nt(asyncio.run(co()))`.replaceAll("(w :=", "(")),
    e.map((one) => `t(f"{${/['"\\#\n]/.test(one) ? "p" : one}} {p!r:>{${/['"\\#\n]/.test(one) ? 9 : `t(9) and (${one}) and 9`}}}")`),
    e.map((one) => `class C:\n    v = 7\n    a = ${one.replaceAll("(w :=", "(")}\nt(C.a)`),
  );
}

/** A program, and what it calls. */
export const programs = fc.constantFrom(...equivalences).chain((equivalence) =>
  fc.array(statementsOf(equivalence), { minLength: 1, maxLength: 4 }).map((statements) => {
    const body = statements.join("\n").replace(/^/gm, "    ");
    return { equivalence, text: `def main(p, q):\n    v = w = 9\n${body}\n    return [v, w, p]\nRESULT = main(4, 5)\n` };
  }),
);
