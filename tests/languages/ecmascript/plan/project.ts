/** One small world for the planner's tests: an old module, its canonical one, and migrations between them. */
import type { Linted } from "../../../kit/lint.ts";
import { proveFix } from "../../../kit/prove.ts";
import type { Proof } from "../../../kit/prove.ts";

const canonical = `export interface Manager { send(text: string): void }
export function createManager(context: object, id: string): Manager { return { send: () => { void [context, id]; } }; }
export interface NewShape { a: number }
export class NewClass { b = 2 }
export const newValue = 1;
export default function newDefault(): number { return 3; }
`;

const old = `/** @deprecated */
export function getFactory(): { create(context: object, id: string): { send(text: string): void }; size: number } {
  return { size: 1, create: (context, id) => ({ send: () => { void [context, id]; } }) };
}
/** @deprecated */
export interface OldShape { a: number }
/** @deprecated */
export class OldClass { b = 2 }
/** @deprecated */
export const oldValue = 1;
export const keep = 4;
export interface Kept { c: number }
/** @deprecated */
export default function oldDefault(): number { return 3; }
`;

function migration(id: string, to: string, from: string, more: object = {}): object {
  return {
    id,
    phase: 3,
    canonical: { module: "./src/ws/canonical", name: to },
    deprecated: [{ module: "./src/ws/old", name: from, ...more }],
  };
}

export const manifest = {
  migrations: [
    migration("factory", "createManager", "getFactory", {
      rewrites: [
        { from: "getFactory().create($context, $id)", to: "createManager($context, $id)" },
        { from: "getFactory()", to: "createManager($userContext, $connectionId)" },
      ],
      bind: { userContext: ["userContext", "this.userContext"], connectionId: ["connectionId"] },
    }),
    migration("shape", "NewShape", "OldShape"),
    migration("class", "NewClass", "OldClass"),
    migration("value", "newValue", "oldValue"),
    migration("default", "default", "default"),
  ],
};

export const world = { "ssot.json": manifest, "src/ws/canonical.ts": canonical, "src/ws/old.ts": old };

/** What came of one file. */
export interface Fixed extends Linted {
  readonly text: string;
  /** Why sites were not fixed, in the order of the text. */
  readonly reasons: readonly string[];
}

/** Proves the fix of one file of the world. */
export async function fixFile(name: string, text: string, proof: Proof & { readonly more?: Readonly<Record<string, string | object>> } = {}): Promise<Fixed> {
  const linted = await proveFix({ ...world, ...proof.more, [name]: text }, proof);
  const reasons = linted.found.flatMap(({ file, message }) => {
    const reason = file === name ? /Not fixed automatically: (.*)\.$/.exec(message)?.[1] : undefined;
    return reason === undefined ? [] : [reason];
  });
  return { ...linted, text: linted.fixed[name] ?? "", reasons };
}
