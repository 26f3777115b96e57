import { describe, expect, test } from "vitest";
import { fixFile } from "./project.ts";

const ts = "src/consumer.ts";

/** Each: what it shows, the file, what the fix makes of it. */
const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    "import and all references are changed together",
    `import { oldValue } from "./ws/old";\nexport const doubled = oldValue + oldValue;\n`,
    `import { newValue } from "./ws/canonical";\nexport const doubled = newValue + newValue;\n`,
  ],
  [
    "a local alias stays",
    `import { oldValue as v } from "./ws/old";\nexport const doubled = v * 2;\n`,
    `import { newValue as v } from "./ws/canonical";\nexport const doubled = v * 2;\n`,
  ],
  [
    "the local name of a default import stays",
    `import made from "./ws/old";\nexport const n = made();\n`,
    `import made from "./ws/canonical";\nexport const n = made();\n`,
  ],
  [
    "shadowing: the new name is taken in a scope that the change touches, so the import keeps the old one as an alias",
    `import { oldValue } from "./ws/old";\nexport function add(newValue: number): number {\n  return oldValue + newValue;\n}\n`,
    `import { newValue as oldValue } from "./ws/canonical";\nexport function add(newValue: number): number {\n  return oldValue + newValue;\n}\n`,
  ],
  [
    "shadowing: the new name is taken by another import",
    `import { OldClass } from "./ws/old";\nimport { newValue as NewClass } from "./ws/canonical";\nexport const all = [OldClass, NewClass];\n`,
    `import { newValue as NewClass, NewClass as OldClass } from "./ws/canonical";\nexport const all = [OldClass, NewClass];\n`,
  ],
  [
    "shadowing: a local of the old name is no reference, and is not touched",
    `import { oldValue } from "./ws/old";\nexport const f = (oldValue: number): number => oldValue;\nexport const g = oldValue;\n`,
    `import { newValue } from "./ws/canonical";\nexport const f = (oldValue: number): number => oldValue;\nexport const g = newValue;\n`,
  ],
  [
    "shadowing: a global that the file reads by the new name is not captured",
    `import { oldValue } from "./ws/old";\ndeclare global { var newValue: number }\nexport const sum = oldValue + globalThis.newValue;\n`,
    `import { newValue } from "./ws/canonical";\ndeclare global { var newValue: number }\nexport const sum = newValue + globalThis.newValue;\n`,
  ],
  [
    "shorthand properties keep their key",
    `import { oldValue, OldClass } from "./ws/old";\nexport const bag = (): object => ({ oldValue, OldClass });\n`,
    `import { newValue, NewClass } from "./ws/canonical";\nexport const bag = (): object => ({ oldValue: newValue, OldClass: NewClass });\n`,
  ],
  [
    "exported bindings keep their outward name",
    `import { oldValue, OldClass } from "./ws/old";\nexport { oldValue, OldClass as Renamed };\nexport default OldClass;\n`,
    `import { newValue, NewClass } from "./ws/canonical";\nexport { newValue as oldValue, NewClass as Renamed };\nexport default NewClass;\n`,
  ],
  [
    "a name used as a type gets a type; classes, typeof and heritage go along",
    `import { OldClass, oldValue } from "./ws/old";\nimport type { OldShape } from "./ws/old";\nexport class Sub extends OldClass implements OldShape { a = 1 }\nexport type Q = typeof oldValue;\nexport type P = OldShape | OldClass;\n`,
    `import { NewClass, newValue } from "./ws/canonical";\nimport type { NewShape } from "./ws/canonical";\nexport class Sub extends NewClass implements NewShape { a = 1 }\nexport type Q = typeof newValue;\nexport type P = NewShape | NewClass;\n`,
  ],
  [
    "a default and names of `import type`, which no statement of types has beside each other",
    `import type made from "./ws/old";\nimport type { OldShape } from "./ws/old";\nexport type A = [typeof made, OldShape];\n`,
    `import type { default as made, NewShape } from "./ws/canonical";\nexport type A = [typeof made, NewShape];\n`,
  ],
  [
    "inline type specifiers stay so",
    `import { type OldShape, keep } from "./ws/old";\nexport const s: OldShape = { a: keep };\n`,
    `import { keep } from "./ws/old";\nimport type { NewShape } from "./ws/canonical";\nexport const s: NewShape = { a: keep };\n`,
  ],
  [
    "a type that is imported as one and exported without saying so again",
    `import { type OldShape as S, keep } from "./ws/old";\nexport { S, keep };\n`,
    `import { keep } from "./ws/old";\nimport type { NewShape as S } from "./ws/canonical";\nexport { S, keep };\n`,
  ],
  [
    "siblings of the specifier stay, with their comments",
    `import {\n  keep, // not this one\n  oldValue, // the old value\n  // a type\n  type Kept,\n} from "./ws/old"; // old\nexport const all: [number, number, Kept?] = [keep, oldValue];\n`,
    `import {\n  keep, // not this one\n  // a type\n  type Kept,\n} from "./ws/old"; // old\nimport { newValue } from "./ws/canonical";\nexport const all: [number, number, Kept?] = [keep, newValue];\n`,
  ],
  [
    "what speaks of the line of a specifier or an import goes with it, other comments stay",
    `import { NewClass } from "./ws/canonical";\n// Values.\n// @ts-ignore: for the old one\n// prettier-ignore\nimport { oldValue } from "./ws/old";\nimport {\n  keep,\n  // a class\n  // @ts-ignore\n  OldClass,\n  type Kept,\n} from "./ws/old";\nexport const all: [number, object, number, object, Kept?] = [oldValue, OldClass, keep, NewClass];\n`,
    `import { NewClass, newValue } from "./ws/canonical";\n// Values.\nimport {\n  keep,\n  // a class\n  type Kept,\n} from "./ws/old";\nexport const all: [number, object, number, object, Kept?] = [newValue, NewClass, keep, NewClass];\n`,
  ],
  [
    "names join an import that is there, behind its own",
    `import { NewClass } from "./ws/canonical";\nimport { oldValue, OldClass } from "./ws/old";\nexport const all = [oldValue, OldClass, NewClass];\n`,
    `import { NewClass, newValue } from "./ws/canonical";\nexport const all = [newValue, NewClass, NewClass];\n`,
  ],
  [
    "a value does not join `import type`",
    `import type { NewShape } from "./ws/canonical";\nimport { oldValue } from "./ws/old";\nexport const s: NewShape = { a: oldValue };\n`,
    `import type { NewShape } from "./ws/canonical";\nimport { newValue } from "./ws/canonical";\nexport const s: NewShape = { a: newValue };\n`,
  ],
  [
    "nothing joins a namespace import",
    `import * as canonical from "./ws/canonical";\nimport { oldValue } from "./ws/old";\nexport const s = [oldValue, canonical.newValue];\n`,
    `import * as canonical from "./ws/canonical";\nimport { newValue } from "./ws/canonical";\nexport const s = [newValue, canonical.newValue];\n`,
  ],
  [
    "a namespace member becomes a named import, and the namespace goes with its last user",
    `import * as ws from "./ws/old";\nexport const all = [ws.oldValue, new ws.OldClass()];\nexport const shape: ws.OldShape = { a: 1 };\n`,
    `import { newValue, NewClass, type NewShape } from "./ws/canonical";\nexport const all = [newValue, new NewClass()];\nexport const shape: NewShape = { a: 1 };\n`,
  ],
  [
    "a namespace that others use stays",
    `import * as ws from "./ws/old";\nexport const all = [ws.oldValue, ws.keep];\n`,
    `import * as ws from "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport const all = [newValue, ws.keep];\n`,
  ],
  [
    "comments between tokens survive",
    `import /* one */ { /* two */ oldValue /* three */ } /* four */ from /* five */ "./ws/old" /* six */; // seven\nexport const v = /* eight */ oldValue /* nine */;\n`,
    `import /* one */ { /* two */ newValue /* three */ } /* four */ from /* five */ "./ws/canonical" /* six */; // seven\nexport const v = /* eight */ newValue /* nine */;\n`,
  ],
  [
    "quotes and missing semicolons are kept",
    `import { oldValue, keep } from './ws/old'\nexport const all = [oldValue, keep]\n`,
    `import { keep } from './ws/old'\nimport { newValue } from './ws/canonical'\nexport const all = [newValue, keep]\n`,
  ],
  [
    "CRLF line endings, a byte order mark and emoji are kept, and no final newline is added",
    `\uFEFF/* 🎉 */ import { oldValue, keep } from "./ws/old";\r\nexport const all = ["🎉", oldValue, keep];`,
    `\uFEFF/* 🎉 */ import { keep } from "./ws/old";\r\nimport { newValue } from "./ws/canonical";\r\nexport const all = ["🎉", newValue, keep];`,
  ],
];

describe("a rename or a move", () => {
  test.each(cases)("%s", async (_, before, after) => {
    const { text, reasons } = await fixFile(ts, before);
    expect(text).toBe(after);
    expect(reasons).toEqual([]);
  });

  test("decorators: a class used as one", async () => {
    const before = `import { decorate } from "./ws/old-decorator";\n@decorate\nexport class Service {\n  @decorate\n  run(): void {}\n}\n`;
    const { text } = await fixFile(ts, before, {
      more: {
        "ssot.json": { migrations: [{ id: "decorator", phase: 3, canonical: { module: "./src/ws/decorator", name: "service" }, deprecated: [{ module: "./src/ws/old-decorator", name: "decorate" }] }] },
        "src/ws/decorator.ts": "export function service(..._: unknown[]): void {}\n",
        "src/ws/old-decorator.ts": "/** @deprecated */\nexport function decorate(..._: unknown[]): void {}\n",
      },
    });
    expect(text).toBe(`import { service } from "./ws/decorator";\n@service\nexport class Service {\n  @service\n  run(): void {}\n}\n`);
  });

  test("declaration files", async () => {
    const before = `import { OldClass, OldShape } from "./ws/old";\nexport declare const c: OldClass;\nexport type S = OldShape;\n`;
    const { text } = await fixFile("src/consumer.d.ts", before);
    expect(text).toBe(`import { NewClass, NewShape } from "./ws/canonical";\nexport declare const c: NewClass;\nexport type S = NewShape;\n`);
  });

  test.each([{ verbatimModuleSyntax: true }, { isolatedModules: true }])("compiles under %o", async (compiler) => {
    const before = `import * as ws from "./ws/old";\nimport { type OldShape, OldClass } from "./ws/old";\nexport type { OldShape };\nexport const shape: ws.OldShape = { a: new OldClass().b };\n`;
    const { text, reasons } = await fixFile(ts, before, { compiler });
    expect(reasons).toEqual([]);
    expect(text).not.toContain("ws/old");
    expect(text).toContain("as OldShape }");
  });

  test("a type takes no value's place: reported with the reason, and left", async () => {
    const manifest = { migrations: [{ id: "class", phase: 3, canonical: { module: "./src/ws/canonical", name: "NewShape" }, deprecated: [{ module: "./src/ws/old", name: "OldClass" }] }] };
    const before = `import { OldClass } from "./ws/old";\nexport const c = new OldClass();\n`;
    const { text, reasons } = await fixFile(ts, before, { more: { "ssot.json": manifest } });
    expect(text).toBe(before);
    expect(reasons).toEqual(Array(2).fill("`NewShape` is a type, and is used as a value here"));
  });

  test("a class that becomes an interface is imported as a type", async () => {
    const manifest = { migrations: [{ id: "class", phase: 3, canonical: { module: "./src/ws/canonical", name: "NewShape" }, deprecated: [{ module: "./src/ws/old", name: "OldClass" }] }] };
    const before = `import { OldClass } from "./ws/old";\nexport const c = (value: OldClass): OldClass => value;\n`;
    const { text } = await fixFile(ts, before, { more: { "ssot.json": manifest }, compiler: { verbatimModuleSyntax: true } });
    expect(text).toBe(`import { type NewShape } from "./ws/canonical";\nexport const c = (value: NewShape): NewShape => value;\n`);
  });

  test("an unused import of a deprecated symbol is dropped, with its line", async () => {
    const { text } = await fixFile(ts, `// first\nimport { oldValue } from "./ws/old";\nimport { OldClass, keep } from "./ws/old";\nexport const x = keep;\n`, { compiler: { noUnusedLocals: false } });
    expect(text).toBe(`// first\nimport { keep } from "./ws/old";\nexport const x = keep;\n`);
  });

  test("importing the old module does something: a bare import of it stays", async () => {
    const manifest = { migrations: [{ id: "value", phase: 3, canonical: { module: "./src/ws/canonical", name: "newValue" }, deprecated: [{ module: "./src/ws/old", name: "oldValue", sideEffects: true }] }] };
    const { text } = await fixFile(ts, `import { oldValue } from "./ws/old";\nexport const x = oldValue;\n`, { more: { "ssot.json": manifest } });
    expect(text).toBe(`import "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport const x = newValue;\n`);
  });

  test.each([
    ["one is enough", `import { oldValue } from "./ws/old";\nimport * as old from "./ws/old";\nexport const x = [oldValue, old.oldValue];\n`, `import "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport const x = [newValue, newValue];\n`],
    ["nor another one where it stands already", `import "./ws/old";\nimport { oldValue } from "./ws/old";\nexport const x = oldValue;\n`, `import "./ws/old";\nimport { newValue } from "./ws/canonical";\nexport const x = newValue;\n`],
    ["where it stands below, the module is still loaded as early", `import { oldValue } from "./ws/old";\nimport "./ws/old";\nexport const x = oldValue;\n`, `import "./ws/old";\nimport { newValue } from "./ws/canonical";\nimport "./ws/old";\nexport const x = newValue;\n`],
    ["as `import()` does, awaited", `export const load = async () => {\n  const { oldValue } = await import("./ws/old");\n  return oldValue;\n};\n`, `export const load = async () => {\n  await import("./ws/old");\n  const { newValue } = await import("./ws/canonical");\n  return newValue;\n};\n`],
    ["but an `import type` never loaded it", `import type { oldValue } from "./ws/old";\nexport let x: typeof oldValue;\n`, `import type { newValue } from "./ws/canonical";\nexport let x: typeof newValue;\n`],
  ])("%s", async (_, before, after) => {
    const manifest = { migrations: [{ id: "value", phase: 3, canonical: { module: "./src/ws/canonical", name: "newValue" }, deprecated: [{ module: "./src/ws/old", name: "oldValue", sideEffects: true }] }] };
    const { text } = await fixFile(ts, before, { more: { "ssot.json": manifest } });
    expect(text).toBe(after);
  });

  test("a module of the project that is not there is not written, however the manifest has it", async () => {
    const manifest = (name: string, module = "./src/ws/nowhere"): object => ({ migrations: [{ id: "value", phase: 3, canonical: { module, name }, deprecated: [{ module: "./src/ws/old", name: name === "*" ? "*" : "oldValue" }] }] });
    for (const [name, before] of [["newValue", `import { oldValue } from "./ws/old";\nexport const x = oldValue;\n`], ["*", `import * as old from "./ws/old";\nexport const x = old.oldValue;\n`]] as const) {
      const { text, reasons } = await fixFile(ts, before, { more: { "ssot.json": manifest(name) } });
      expect(text).toBe(before);
      expect(reasons[0]).toBe('there is no module "./src/ws/nowhere"');
    }
    const before = `import { oldValue } from "./ws/old";\nexport const x = oldValue;\n`;
    const { text, reasons } = await fixFile(ts, before, { more: { "ssot.json": manifest("newValue", "src/ws/canonical") } });
    expect(text, "a path without ./").toBe(before);
    expect(reasons[0]).toBe('there is no module "src/ws/canonical"');
  });

  test("a name that the canonical module is known not to export is not written", async () => {
    const manifest = { migrations: [{ id: "value", phase: 3, canonical: { module: "./src/ws/canonical", name: "nowhere" }, deprecated: [{ module: "./src/ws/old", name: "oldValue" }] }] };
    const before = `import { oldValue } from "./ws/old";\nexport const x = oldValue;\n`;
    const { text, reasons } = await fixFile(ts, before, { more: { "ssot.json": manifest } });
    expect(text).toBe(before);
    expect(reasons[0]).toBe('"./src/ws/canonical" is not known to export `nowhere`');
  });
});
