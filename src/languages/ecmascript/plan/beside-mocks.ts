/** What a file mocks decides over what it imports: a group that the file's mocks would no longer reach, or would reach now, is only offered. */
import type { Fact, ModuleKey } from "../../../policy/facts.ts";
import type { Order, Replacement } from "../../adapter.ts";
import { grouped } from "../../grouped.ts";
import type { Mocked } from "../model.ts";
import type { Reading } from "../read.ts";
import { keyName, Type } from "../syntax.ts";
import { importedName, isTypeSpecifier } from "../taking.ts";
import type { Group } from "./group.ts";
import { methodOf } from "./mocks.ts";

/** What stands for a module in the whole file, when all is done. */
interface Fake {
  readonly module: ModuleKey;
  /** All that it has. */
  readonly names: ReadonlySet<string>;
  /** The module that it stood for before, where it moves. */
  readonly from: ModuleKey | undefined;
  readonly facts: readonly Fact[];
}

/** The groups, with a doubt where one is due; what is only offered itself is behind for the others. */
export function besideMocks(reading: Reading, orders: ReadonlyMap<Fact, Order>, groups: readonly Group[]): readonly Group[] {
  if (reading.mocks.length === 0) return groups;
  // First the mocks, each of which may hold others; then it is known what the imports meet.
  for (let settled = groups; ; ) {
    const next = doubted(settled, ({ facts }, fakes) => whyNotThere(fakes.find((fake) => fake.facts.some((fact) => facts.includes(fact))), fakes));
    if (next.every(({ doubt }, index) => doubt === settled[index]?.doubt)) return doubted(next, ({ facts }, fakes) => whatIsMissing(fakes, facts));
    settled = next;
  }

  function doubted(all: readonly Group[], reasonOf: (group: Group, fakes: readonly Fake[]) => string | undefined): readonly Group[] {
    const mended = new Set(all.flatMap(({ facts, doubt }) => (doubt === undefined ? facts : [])));
    const left = reading.mocks.map(({ fact }) => fact).filter((fact) => !mended.has(fact));
    const fakes = [...grouped(reading.mocks, ({ literal }) => literal)].flatMap((mocks) => fakeOf(mocks, mended) ?? []);
    return all.map((group) => {
      const { removes, doubt, facts } = group;
      if (removes || doubt !== undefined) return group;
      const isBehind = facts.some((fact) => fact.kind !== "definition" && isMocked(fact, left));
      const reason = isBehind ? "a mock of the old module in this file would be left behind" : reasonOf(group, fakes);
      return reason === undefined ? group : { ...group, doubt: reason };
    });
  }

  /** Whether one of the mocks `left` stands for what a fact is about. */
  function isMocked({ module, name, specifier }: Fact, left: readonly Fact[]): boolean {
    const named = reading.ports.moduleKey(specifier);
    return left.some((fact) => (fact.module === module && [fact.name, name].some((each) => each === "*" || fact.name === name)) || (fact.name === "*" && fact.module === named));
  }

  /** What a call puts in a module's place, where it is known to the last name, for imports above it too. */
  function fakeOf(mocks: readonly Mocked[], mended: ReadonlySet<Fact>): Fake | undefined {
    const [first] = mocks;
    if (!first?.keys || first.through || methodOf(first.literal) !== "mock") return undefined;
    const names = new Set(first.keys.map(({ key, computed }) => keyName(key, computed) ?? ""));
    let { module } = first.fact;
    let from: ModuleKey | undefined;
    for (const { fact } of mocks) {
      const replacement = mended.has(fact) ? replacementOf(fact) : undefined;
      if (!replacement) continue;
      names.delete(fact.name);
      names.add(replacement.name);
      if (replacement.module !== module) from = module;
      ({ module } = replacement);
    }
    return { module, names, from, facts: mocks.map(({ fact }) => fact) };
  }

  function replacementOf(fact: Fact): Replacement | undefined {
    const order = orders.get(fact);
    return order && !("refused" in order.replacement) ? order.replacement : undefined;
  }

  /** What nobody has any more who takes it of a module that is mocked without it. */
  function whatIsMissing(fakes: readonly Fake[], facts: readonly Fact[]): string | undefined {
    for (const fact of facts) {
      const replacement = fact.kind === "mock" ? undefined : replacementOf(fact);
      if (!replacement || replacement.module === fact.module) continue;
      if (fakes.some(({ module, names }) => module === replacement.module && !names.has(replacement.name))) return `the new module is mocked in this file, without \`${replacement.name}\``;
    }
    return undefined;
  }

  /** Of two mocks of one module the runner takes one; and what a mock does not have, nobody has. */
  function whyNotThere(fake: Fake | undefined, fakes: readonly Fake[]): string | undefined {
    if (fake?.from === undefined) return undefined;
    const { module, names, from } = fake;
    const before = fakes.slice(0, fakes.indexOf(fake));
    if (before.some((other) => other.module === module && other.from !== undefined && other.from !== from)) return "another mock of this file moves to the new module";
    for (const { source, specifiers, importKind } of reading.declarations) {
      if (importKind === "type" || reading.ports.moduleKey(source.value) !== module) continue;
      const missing = specifiers.find((specifier) => !isTypeSpecifier(specifier) && !names.has(importedName(specifier)));
      if (missing) return `\`${missing.type === Type.ImportNamespaceSpecifier ? missing.local.name : importedName(missing)}\` of the new module would be mocked as well`;
    }
    return undefined;
  }
}
