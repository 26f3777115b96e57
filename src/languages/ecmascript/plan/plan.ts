/** Plans a file: orders in, one edit out. */
import type { Fact } from "../../../policy/facts.ts";
import type { FilePlan, Order, ReadPorts, Replacement, TextEdit } from "../../adapter.ts";
import type { Listed, Member, Namespace, Taken } from "../model.ts";
import type { Reading } from "../read.ts";
import { applyEdits, compose } from "../../compose.ts";
import { decide, parses, unparsable } from "../../decide.ts";
import type { Drawn } from "../../decide.ts";
import { grouped } from "../../grouped.ts";
import { isWritten, Type } from "../syntax.ts";
import type { Node, Variable } from "../syntax.ts";
import { isCommonJs } from "../taking.ts";
import { assemble } from "./assemble.ts";
import { besideMocks } from "./beside-mocks.ts";
import { additionsOf, evaluatedNames, isDeferred } from "./beyond.ts";
import { replacedOnModule } from "./group.ts";
import type { Group, Planned } from "./group.ts";
import { planSwap } from "./in-place.ts";
import { listOf } from "./lists.ts";
import { planMock } from "./mocks.ts";
import { Names } from "./names.ts";
import { planNotices } from "./notices.ts";
import { isIn } from "./parts.ts";
import { planRemovals } from "./removal.ts";
import type { Removals } from "./removal.ts";
import { planMembers, planRename } from "./rename.ts";
import type { Desk } from "./rename.ts";
import { planMemberShapes, planShapes } from "./shapes.ts";
import { stillLoaded } from "./still-loaded.ts";
import { keptModule, tidied } from "./tidy.ts";
import { holds, Ties } from "./ties.ts";
import { leftWithoutUsers } from "./unused.ts";
import { planWholeNamespace } from "./whole.ts";

/** Plans all orders of a file. */
export function planFile(reading: Reading, orders: readonly Order[]): FilePlan {
  return new Planner(reading, orders).plan();
}

class Planner implements Desk, Drawn<Group> {
  readonly reading: Reading;
  readonly text: string;
  readonly ports: ReadPorts;
  readonly names: Names;
  readonly orders: ReadonlyMap<Fact, Order>;
  readonly #ties: Ties;
  readonly #isEvaluated: (variable: Variable) => boolean;
  readonly #additionTo: (fact: Fact) => string | undefined;
  readonly #groups: Group[] = [];
  readonly #refused = new Map<Fact, string>();
  #removals: Removals = { groups: [], refused: new Map(), parts: [] };

  constructor(reading: Reading, orders: readonly Order[]) {
    this.reading = reading;
    this.text = reading.source.text;
    this.ports = reading.ports;
    this.orders = new Map(orders.map((order) => [order.fact, order]));
    this.names = new Names(reading, this.orders);
    this.#ties = new Ties(reading, this.orders, this.names);
    this.#isEvaluated = evaluatedNames(reading);
    this.#additionTo = additionsOf(reading);
  }

  order(fact: Fact): Order | undefined {
    return this.orders.get(fact);
  }

  goes(node: Node): boolean {
    return isIn(this.#removals.parts, node);
  }

  plan(): FilePlan {
    this.#planRemovals();
    for (const taken of this.reading.taken) if (taken.how !== "member" && this.#isInList(taken)) this.#planListed(taken);
    this.#planHolders();
    this.#planMocks();
    this.#planNotices();
    this.#groups.splice(0, Infinity, ...besideMocks(this.reading, this.orders, this.#groups));
    this.#doubtByOrder();
    return decide(this, this.#groups, this.#refused);
  }

  /** First of all: what goes needs no other plan, and may let an import go that is replaced elsewhere. */
  #planRemovals(): void {
    if (![...this.orders.values()].some(({ action }) => action === "remove")) return;
    this.#removals = planRemovals(this.reading, this.orders, this.#ties);
    const groups = this.#removals.groups.filter((group) => parses(this, [group]));
    const failed = this.#removals.groups.filter((group) => !groups.includes(group));
    this.#add({ groups, refused: this.#removals.refused });
    for (const { facts } of failed) this.#refuse(facts, unparsable);
    if (failed.some(({ doubt }) => doubt === undefined)) this.#removals = { ...this.#removals, parts: [] };
  }

  #add({ groups, refused }: Planned): void {
    this.#groups.push(...groups);
    for (const [fact, reason] of refused) this.#refused.set(fact, reason);
  }

  /** Of a module whose path is changed in place: one that does something is to be loaded all the same. */
  #addLoaded(planned: Planned, taken: Taken): void {
    this.#add(this.#ties.runs(taken) ? stillLoaded(this.reading.source, planned, taken.holder) : planned);
  }

  /** What may take a fact's place, or why nothing may. */
  #replacementOf(fact: Fact): Replacement | string {
    const order = this.orders.get(fact);
    if (!order || order.action === "keep") return "it is kept by a disable comment";
    if ("refused" in order.replacement) return order.replacement.refused;
    return this.#additionTo(fact) ?? order.replacement;
  }

  /** Whether it is changed with a list of names; `const x = require("m").x` goes on being none, unless its calls change. */
  #isInList(taken: Taken): boolean {
    if (!listOf(taken)) return false;
    if (taken.how !== "listed" || taken.node.type !== Type.VariableDeclarator) return true;
    const replacement = this.#replacementOf(taken.fact);
    return typeof replacement !== "string" && replacement.rewrites.length > 0;
  }

  /** The same for what is taken of a module. */
  #replacementFor({ fact, holder }: Taken): Replacement | string {
    const replacement = this.#replacementOf(fact);
    if (typeof replacement === "string" || replacement.required === "member" || !isCommonJs(holder)) return replacement;
    if (replacement.required === "unknown") return `whether \`require("${replacement.specifier}")\` gives it itself is not known`;
    return holder.kind === "require" ? replacement : `what \`require("${replacement.specifier}")\` gives is that export itself`;
  }

  #planListed(taken: Listed | Namespace): void {
    if (taken.variable && this.#isEvaluated(taken.variable)) return this.#refuse(this.#orderedOf(taken), "code that `eval` is given may name it");
    if (taken.how === "listed") {
      if (!this.orders.has(taken.fact)) return;
      const replacement = this.#replacementFor(taken);
      if (typeof replacement === "string") this.#refuse([taken.fact, ...taken.uses.map(({ fact }) => fact)], replacement);
      else this.#add(replacement.rewrites.length > 0 ? planShapes(this, taken, replacement) : planRename(this, taken, replacement));
      return;
    }
    if (this.orders.has(taken.fact)) {
      const replacement = this.#replacementFor(taken);
      if (typeof replacement === "string") this.#refuse([taken.fact], replacement);
      else this.#addLoaded(planWholeNamespace(this, taken, replacement), taken);
      return;
    }
    const replaced = taken.members.filter(({ fact, node }) => !this.goes(node) && this.orders.get(fact)?.action === "replace");
    // Through a namespace the members of several modules can be taken, of the same names.
    for (const members of grouped(replaced, ({ fact }) => [fact.module, fact.name].join("\0"))) {
      const [first] = members;
      if (!first) continue;
      const replacement = this.#replacementFor(first);
      const facts = members.map(({ fact }) => fact);
      if (typeof replacement === "string") this.#refuse(facts, replacement);
      else if (isDeferred(this.reading.source, taken)) this.#refuse(facts, "its module is loaded only when it is used");
      else if (taken.members.some(({ fact: { module, name }, node }) => module === first.fact.module && name === first.fact.name && isWritten(node))) this.#refuse(facts, replacedOnModule);
      else if (replacement.rewrites.length > 0) this.#add(planMemberShapes(this, taken, members, replacement));
      else this.#add(planMembers(this, taken, members, replacement));
    }
  }

  /** What an import, its uses, and what is taken of it by its members have orders for. */
  #orderedOf(taken: Taken): readonly Fact[] {
    const others = taken.how === "listed" ? taken.uses : taken.how === "namespace" ? taken.members : [];
    return [taken.fact, ...others.map(({ fact }) => fact)].filter((fact) => this.orders.get(fact)?.action === "replace");
  }

  #refuse(facts: readonly Fact[], reason: string): void {
    for (const fact of facts) this.#refused.set(fact, reason);
  }

  /** What has no list of its own: everything that one `require`, `import()` or `import("…")` gives moves together. */
  #planHolders(): void {
    const isLoose = (taken: Taken): boolean => !this.#isInList(taken.how === "member" && taken.namespace ? taken.namespace : taken);
    for (const given of grouped(this.reading.taken.filter(({ node }) => !this.goes(node)), ({ holder }) => holder)) {
      const swaps: { taken: Listed | Member; replacement: Replacement }[] = [];
      // `const ws = require("m"), other = ws`: what the list takes has been planned, and not by another specifier.
      const others: Taken[] = given.filter((taken) => !isLoose(taken));
      for (const taken of given.filter(isLoose)) {
        if (taken.how === "namespace") {
          const moves = this.orders.has(taken.fact);
          if (moves) this.#planListed(taken);
          if (moves || taken.references.length > taken.members.length) others.push(taken);
          continue;
        }
        const replacement = this.#replacementFor(taken);
        if (typeof replacement !== "string") swaps.push({ taken, replacement });
        else {
          others.push(taken);
          this.#refuse(this.#orderedOf(taken), replacement);
        }
      }
      const [first] = swaps;
      if (first) this.#addLoaded(planSwap(this, swaps, others), first.taken);
    }
  }

  #planMocks(): void {
    for (const mocks of grouped(this.reading.mocks, ({ literal }) => literal)) {
      if (mocks.some(({ fact }) => this.orders.has(fact))) this.#add(planMock(this, mocks, (fact) => this.#replacementOf(fact)));
    }
  }

  #planNotices(): void {
    const wanted = this.reading.definitions.flatMap(({ fact, statements }) => {
      const { notice, action } = this.orders.get(fact) ?? {};
      return notice === undefined || action === "remove" ? [] : { fact, statements, notice };
    });
    for (const { fact, pieces } of planNotices(this.reading.source, wanted)) this.#groups.push({ facts: [fact], owner: undefined, consumes: [], pieces });
  }

  /** Whoever gave an order may know more than the file shows. An import and its uses are one. */
  #doubtByOrder(): void {
    const doubts = new Map([...this.orders].flatMap(([fact, { action, doubt }]) => (action === "replace" && doubt !== undefined ? [[fact, doubt] as const] : [])));
    if (doubts.size === 0) return;
    const doubtOf = (facts: readonly Fact[]): string | undefined => facts.map((fact) => doubts.get(fact)).find((doubt) => doubt !== undefined);
    const owned = new Map(this.reading.taken.map((taken) => [taken, doubtOf([taken.fact, ...(taken.how === "listed" ? taken.uses.map(({ fact }) => fact) : [])])]));
    for (const [index, group] of this.#groups.entries()) {
      if (group.removes && !group.owner) continue;
      const doubt = group.doubt ?? doubtOf(group.facts) ?? (group.owner && owned.get(group.owner));
      if (doubt !== undefined) this.#groups[index] = { ...group, doubt };
    }
  }

  /** Imports without users, and sites in what goes, go with it. */
  alsoMended(groups: readonly Group[]): readonly Fact[] {
    const { gone } = assemble(this.reading, groups, this.#ties);
    const inside = [...this.orders.keys()].filter((fact) => this.#removals.parts.some((part) => holds(part, fact)));
    const named = new Set([...this.#refused.keys(), ...this.#groups.flatMap(({ facts }) => facts)]);
    return [...[...gone].map(({ fact }) => fact), ...inside.filter((fact) => !named.has(fact))];
  }

  prove(edits: readonly TextEdit[]): void {
    this.ports.parse(applyEdits(this.text, edits));
  }

  edits(groups: readonly Group[]): readonly TextEdit[] {
    const { text } = this;
    const { pieces, gone } = assemble(this.reading, groups, this.#ties);
    const edits = compose(text, pieces);
    const orphaned = leftWithoutUsers(this.reading, edits, gone, this.#isEvaluated);
    const all = orphaned.length > 0 ? compose(text, [...pieces, ...orphaned]) : edits;
    return tidied(text, keptModule(this.reading.source, all));
  }
}
