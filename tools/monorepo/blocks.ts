/** Pieces of code that fill a module up to its length: every one compiles by itself. */
import type { Random } from "./random.ts";
import { camel, nouns, sentence, spaced } from "./words.ts";

/** What a piece is about. */
interface Theme {
  /** `InvoiceStore3`: unique in the package. */
  readonly name: string;
  readonly thing: string;
  readonly random: Random;
}

const collection = ({ name, thing, random }: Theme): string => `/**
 * ${sentence(thing, random)}
 * ${sentence(thing, random)}
 *
 * @param rows what came from upstream, in any order
 * @param limit how many are kept
 */
export function collect${name}(rows: readonly { readonly id: string; readonly amount: number }[], limit: number): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { id, amount } of rows) {
    if (amount <= 0) continue;
    totals.set(id, (totals.get(id) ?? 0) + amount);
    // ${sentence(thing, random)}
    if (totals.size >= limit) break;
  }
  return totals;
}
`;

const retry = ({ name, thing, random }: Theme): string => `/** ${sentence(thing, random)} */
async function retry${name}<Result>(attempt: () => Promise<Result>, times = ${String(random.between(2, 8))}): Promise<Result> {
  let last: unknown;
  for (let count = 0; count < times; count++) {
    try {
      return await attempt();
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** count * ${String(random.between(20, 400))}));
    }
  }
  throw new Error(\`${thing}: gave up after \${String(times)} attempts\`, { cause: last });
}
`;

const options = ({ name, thing, random }: Theme): string => `export interface ${name}Options {
  /** ${sentence(thing, random)} */
  readonly batchSize?: number;
  /** ${sentence(thing, random)} */
  readonly label?: string;
  readonly onChange?: (key: string, value: number) => void;
}

function with${name}Defaults(given: ${name}Options): Required<${name}Options> {
  return {
    batchSize: given.batchSize ?? ${String(random.between(5, 500))},
    label: given.label ?? "${spaced(name)}",
    onChange: given.onChange ?? (() => undefined),
  };
}
`;

const parsing = ({ name, thing, random }: Theme): string => `const ${camel(name)}Pattern = /^(?<id>[a-z]+-\\d{${String(random.between(2, 9))}})\\s*[:=]\\s*(?<rest>"[^"]*"|\\S+)$/u;

/** ${sentence(thing, random)} */
export function parse${name}Line(line: string): { readonly id: string; readonly rest: string } | undefined {
  const { id, rest } = ${camel(name)}Pattern.exec(line.trim())?.groups ?? {};
  if (id === undefined || rest === undefined) return undefined;
  return { id, rest: rest.startsWith('"') ? (JSON.parse(rest) as string) : rest };
}
`;

const machine = ({ name, thing, random }: Theme): string => `type ${name}Event = { readonly kind: "opened"; readonly at: number } | { readonly kind: "failed"; readonly reason: string } | { readonly kind: "closed" };

/** ${sentence(thing, random)} */
function describe${name}(event: ${name}Event): string {
  switch (event.kind) {
    case "opened":
      return \`${thing} opened at \${new Date(event.at).toISOString()}\`;
    case "failed":
      return \`${thing} failed: \${event.reason}\`;
    case "closed":
      return "${thing} closed";
  }
}
`;

const service = ({ name, thing, random }: Theme): string => `/**
 * ${sentence(thing, random)}
 * ${sentence(thing, random)}
 */
export class ${name}Service {
  readonly #pending = new Map<string, number>();
  #closed = false;

  constructor(private readonly clock: () => number = Date.now) {}

  /** ${sentence(thing, random)} */
  enqueue(key: string): boolean {
    if (this.#closed || this.#pending.has(key)) return false;
    this.#pending.set(key, this.clock());
    return true;
  }

  drain(olderThan: number): readonly string[] {
    const keys: string[] = [];
    for (const [key, since] of this.#pending) {
      if (this.clock() - since >= olderThan) keys.push(key);
    }
    for (const key of keys) this.#pending.delete(key);
    return keys;
  }

  close(): void {
    this.#closed = true;
    this.#pending.clear();
  }
}
`;

const table = ({ name, thing, random }: Theme): string => `/** ${sentence(thing, random)} */
const ${camel(name)}Table: Readonly<Record<string, { readonly weight: number; readonly title: string; readonly tags: readonly string[] }>> = {
${Array.from({ length: random.between(4, 16) }, (_, index) => {
  const noun = random.pick(nouns);
  return `  "${noun.toLowerCase()}-${String(index)}": { weight: ${String(random.between(1, 999))}, title: "${noun} of the ${thing}", tags: ["${random.pick(nouns)}", "${random.pick(nouns)}"] },`;
}).join("\n")}
};
`;

const loader = ({ name, thing, random }: Theme): string => `/** ${sentence(thing, random)} */
export async function load${name}(url: string, fetchText: (url: string) => Promise<string>): Promise<readonly string[]> {
  const text = await fetchText(\`\${url}?page=${String(random.between(1, 40))}&size=\${String(${String(random.between(10, 100))})}\`);
  const lines = text.split(/\\r?\\n/u).filter((line) => line !== "" && !line.startsWith("#"));
  /* ${sentence(thing, random)} */
  return lines.toSorted((one, other) => one.localeCompare(other)).map((line) => line.replaceAll("\\t", " "));
}
`;

const blocks = [collection, retry, options, parsing, machine, service, table, loader];

/** A component's own piece; its name ends in `Panel`. */
export function panel(entity: string, random: Random): string {
  const thing = spaced(entity);
  return `interface ${entity}PanelProps {
  readonly state: ${entity}State;
  readonly onSelect: (key: string) => void;
}

/** ${sentence(thing, random)} */
export function ${entity}Panel({ state, onSelect }: ${entity}PanelProps): JSX.Element {
  const [open, setOpen] = useState(false);
  // The list is long: it is made only when it is shown.
  const rows = open ? [...state.entries] : [];
  return (
    <section className="${thing.replaceAll(" ", "-")}" aria-label={\`${thing} of \${state.key}\`}>
      <button type="button" onClick={() => setOpen(!open)}>
        {open ? "Hide" : "Show"} the ${thing}'s {state.limit} entries
      </button>
      {/* ${sentence(thing, random)} */}
      <ul>
        {rows.map(([key, value]) => (
          <li key={key} onClick={() => onSelect(key)}>
            <strong>{key}</strong>: {value}
          </li>
        ))}
      </ul>
    </section>
  );
}
`;
}

/** The piece with this running number in its module. */
export function block(entity: string, index: number, random: Random): string {
  const make = random.pick(blocks);
  return make({ name: index === 0 ? entity : `${entity}${String(index)}`, thing: spaced(entity), random });
}
