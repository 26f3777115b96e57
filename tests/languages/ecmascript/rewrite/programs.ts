/** Generates small programs that use a factory, and runs programs to see what they do. */
import { createContext, Script } from "node:vm";
import fc from "fast-check";

/** Names that a place in the program can see. */
interface Scope {
  /** Variables that hold numbers and may be written. */
  readonly variables: readonly string[];
  readonly constants: readonly string[];
  /** Variables that hold the factory. */
  readonly factories: readonly string[];
  readonly async: boolean;
  readonly depth: number;
}

/** A pair of call shapes that mean the same. */
export interface Equivalence {
  readonly from: string;
  readonly to: string;
  /** What the canonical function does with its arguments, in terms of `make(a, b)`. */
  readonly canonical: string;
  /** How many arguments the factory itself takes: the rest goes to `create`. */
  readonly outer: 0 | 1;
  /** Whether the factory comes as a promise. */
  readonly async: boolean;
}

export const equivalences: readonly Equivalence[] = [
  { from: "getF().create($a, $b)", to: "createX($a, $b)", canonical: "(a, b) => make(a, b)", outer: 0, async: false },
  { from: "getF().create($a, $b)", to: "createX($b, $a)", canonical: "(b, a) => make(a, b)", outer: 0, async: false },
  { from: "getF().create($a, $b)", to: "createX({ second: $b, first: $a })", canonical: "(o) => make(o.first, o.second)", outer: 0, async: false },
  { from: "getF().create($a, $b)", to: "createX(() => $a, $b)", canonical: "(a, b) => make(a(), b)", outer: 0, async: false },
  { from: "getF().create($a, $b)", to: "createX($a, $b, $a)", canonical: "(a, b, c) => make(c, b)", outer: 0, async: false },
  { from: "getF($a).create($b)", to: "createX($a, $b)", canonical: "(a, b) => make(a, b)", outer: 1, async: false },
  { from: "getF($a).create($b)", to: "createX($b, $a)", canonical: "(b, a) => make(a, b)", outer: 1, async: false },
  { from: "getF($a).create($b)", to: "createX(1)($a)[0] + $b * 0", canonical: "(_) => (a) => [a]", outer: 1, async: false },
  { from: "getF().create($$$all)", to: "createX(0, $$$all)", canonical: "(_, ...all) => make(...all)", outer: 0, async: false },
  { from: "getF().create($a, $b)", to: "createX($a, $b)", canonical: "async (a, b) => make(a, b)", outer: 0, async: true },
  { from: "getF($a).create($b)", to: "createX($a, $b)", canonical: "async (a, b) => make(a, b)", outer: 1, async: true },
];

/** A program, with the equivalence that it is written for. */
export interface Program {
  readonly text: string;
  readonly equivalence: Equivalence;
}

/** Small programs with effects, closures, loops, comments, and either habit of semicolons. */
export const programs: fc.Arbitrary<Program> = fc.gen().map((g): Program => {
  const pick = <T>(values: readonly T[]): T => g(() => fc.constantFrom(...values));
  const chance = (percent: number): boolean => g(() => fc.integer({ min: 0, max: 99 })) < percent;
  const equivalence = pick(equivalences);
  const semicolons = chance(50);
  const newline = chance(20) ? "\r\n" : "\n";
  let names = 0;
  const fresh = (letter: string): string => `${letter}${String(names++)}`;
  const gap = (): string => pick(["", "", "", "", " ", "/* c */", `${newline}  `, `// line${newline}`]);
  const mayBeParenthesised = (text: string): string => (chance(12) ? `(${text})` : text);

  const factoryCall = (scope: Scope): string => {
    const call = `getF${gap()}(${gap()}${equivalence.outer === 1 ? expression({ ...scope, depth: scope.depth - 1 }) : ""}${gap()})`;
    return equivalence.async ? `await ${call}` : call;
  };

  const site = (scope: Scope): string => {
    const inner = { ...scope, depth: scope.depth - 1 };
    const known = scope.factories.length > 0 && chance(70);
    const factory = known ? pick(scope.factories) : factoryCall(scope);
    const object = factory.startsWith("await") ? `(${factory})` : mayBeParenthesised(factory);
    const first = expression(inner);
    const rest = equivalence.outer === 1 ? "" : `${gap()},${gap()}${expression(inner)}`;
    return `${object}${gap()}.${gap()}create${gap()}(${gap()}${first}${rest}${gap()}${chance(15) ? "," : ""})`;
  };

  const expression = (scope: Scope): string => {
    const inner = { ...scope, depth: scope.depth - 1 };
    const simple = [...scope.variables, ...scope.constants, "1", "2", "o.p"];
    if (scope.depth <= 0 || chance(25)) return pick(simple);
    switch (pick(["site", "site", "effect", "assign", "update", "binary", "conditional", "closure", "member", "sequence"])) {
      case "site":
        return scope.async || !equivalence.async ? mayBeParenthesised(site(scope)) : pick(simple);
      case "effect":
        return `eff(${expression(inner)})`;
      case "assign":
        return scope.variables.length > 0 ? `(${pick(scope.variables)} = ${expression(inner)})` : "3";
      case "update":
        return scope.variables.length > 0 ? `${pick(scope.variables)}++` : "o.p++";
      case "binary":
        return `(${expression(inner)} ${pick(["+", "-", "*", "<"])} ${expression(inner)})`;
      case "conditional":
        return `(${expression(inner)} ${pick(["? 4 :", "||", "&&"])} ${expression(inner)})`;
      case "closure":
        return `(() => ${expression({ ...inner, async: false })})()`;
      case "member":
        return `(o.p = ${expression(inner)})`;
      default:
        return `(${expression(inner)}, ${expression(inner)})`;
    }
  };

  const end = (): string => (semicolons ? ";" : "") + (chance(15) ? " // end" : "") + newline;

  const block = (scope: Scope, length: number, taken: readonly string[] = []): string => {
    const declared = new Set(taken);
    let text = "";
    let inner = scope;
    for (let index = 0; index < length; index++) {
      if (chance(10)) text += `// note${newline}`;
      const down = { ...inner, depth: inner.depth - 1 };
      switch (pick(["declare", "constant", "factory", "factory", "statement", "statement", "if", "loop", "function", "closure", "block", "try"])) {
        case "declare": {
          const name = fresh("v");
          text += `let ${name} = ${expression(inner)}${end()}`;
          inner = { ...inner, variables: [...inner.variables, name] };
          break;
        }
        case "constant": {
          // A name from outside declared once more: captured code must not come under it.
          const outer = inner.constants.filter((known) => !declared.has(known));
          const name = chance(30) && outer.length > 0 ? pick(outer) : fresh("k");
          declared.add(name);
          text += `const ${name} = ${expression(inner)}${end()}`;
          inner = { ...inner, constants: [...inner.constants, name] };
          break;
        }
        case "factory": {
          if (equivalence.async && !inner.async) break;
          const name = fresh("f");
          const call = factoryCall(inner);
          const other = fresh("v");
          const several = chance(25);
          text += several && chance(50) ? `let ${other} = ${expression(inner)}, ${name} = ${call}${end()}` : several ? `let ${name} = ${call}, ${other} = ${expression(inner)}${end()}` : `${pick(["const", "let", "var"])} ${name} = ${call}${end()}`;
          inner = { ...inner, factories: [...inner.factories, name], variables: several ? [...inner.variables, other] : inner.variables };
          break;
        }
        case "if":
          if (down.depth > 0) text += `if (${expression(inner)}) {${newline}${block(down, 2)}}${newline}`;
          break;
        case "loop": {
          const name = fresh("i");
          if (down.depth > 0) text += `for (let ${name} = 0; ${name} < 2; ${name}++) {${newline}${block({ ...down, constants: [...inner.constants, name] }, 2)}}${newline}`;
          break;
        }
        case "function": {
          const name = fresh("h");
          const parameter = fresh("q");
          if (down.depth <= 0) break;
          text += `function ${name}(${parameter}) {${newline}${block({ ...down, async: false, constants: [...inner.constants, parameter] }, 2, [parameter])}return ${expression({ ...down, async: false })}${end()}}${newline}`;
          text += `log(${name}(${expression(inner)}))${end()}`;
          break;
        }
        case "closure": {
          const name = fresh("c");
          if (down.depth <= 0) break;
          text += `const ${name} = ${inner.async ? "async " : ""}() => ${expression(down)}${end()}log(${inner.async ? "await " : ""}${name}())${end()}`;
          break;
        }
        case "block":
          if (down.depth > 0) text += `{${newline}${block(down, 2)}}${newline}`;
          break;
        case "try":
          if (down.depth > 0) text += `try {${newline}${block(down, 2)}} finally {${newline}${block(down, 1)}}${newline}`;
          break;
        default: {
          const value = expression(inner);
          const guarded = /^\s*[([/+-]/.test(value) ? `;${value}` : value;
          text += pick([`log(${value})`, guarded, `log(${site({ ...inner, depth: 2 })})`].slice(0, equivalence.async && !inner.async ? 2 : 3)) + end();
        }
      }
    }
    return text;
  };

  const isAsync = equivalence.async;
  const body = block({ variables: ["x"], constants: ["y"], factories: [], async: isAsync, depth: 3 }, 5, ["y"]);
  const text = `${isAsync ? "async " : ""}function main(x, y) {${newline}${body}}${newline}`;
  return { text, equivalence };
});

/** Everything that a program can be seen to do. */
export async function trace(program: string, { canonical, outer, async: isAsync }: Equivalence): Promise<readonly string[]> {
  const seen: string[] = [];
  const globals = createContext({ seen, o: { p: 5 } });
  const arrow = isAsync ? "async " : "";
  const factory = outer === 1 ? `${arrow}(a) => ({ create: (b) => make(a, b) })` : `${arrow}() => ({ create: (a, b) => make(a, b) })`;
  const prelude = `
    let steps = 0;
    const note = (text) => { if (++steps > 2000) throw new Error("long"); seen.push(text); };
    const log = (value) => { note("log " + value); };
    const eff = (value) => { note("eff " + value); return value; };
    const make = ${canonical.includes("[a]") ? "(a, b) => a + b * 0" : '(a, b) => { note("make " + a + " " + b); return a * 3 + b; }'};
    const getF = ${factory};
    const createX = ${canonical};
  `;
  try {
    const result: unknown = new Script(`${prelude}\n${program}\nmain(7, 8)`).runInContext(globals, { timeout: 2000 });
    seen.push(`returned ${String(await result)}`);
  } catch (error) {
    seen.push(`threw ${error instanceof Error ? error.name : String(error)}`);
  }
  return seen;
}
