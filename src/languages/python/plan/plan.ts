/** Plans a Python file: orders in, one edit out. */
import type { Fact } from "../../../policy/facts.ts";
import type { FilePlan, Order, ReadPorts, Replacement, TextEdit } from "../../adapter.ts";
import { compose } from "../../compose.ts";
import { decide, type Drawn } from "../../decide.ts";
import { grouped } from "../../grouped.ts";
import type { Listed, Namespace, Starred } from "../model.ts";
import { placeOf } from "../read/place.ts";
import type { Reading } from "../read.ts";
import { scopeAt } from "../rewrite/surroundings.ts";
import { assemble } from "./assemble.ts";
import type { Ties } from "./assemble.ts";
import { tidied } from "./blank-lines.ts";
import { whyNotWritten } from "./encoding.ts";
import { refuse } from "./group.ts";
import type { Desk, Group, Planned } from "./group.ts";
import { whyHeld } from "./held.ts";
import { planLoadedMembers, planLoose } from "./loaded.ts";
import { planMembers, planStarred } from "./members.ts";
import { isPackageOnly, Names, symbolOf } from "./names.ts";
import { planNotices, type Wanted } from "./notices.ts";
import { changedStatements } from "./proof.ts";
import { planUnimporting, planUnlisting, planUnstarring } from "./removal.ts";
import { planRename } from "./rename.ts";
import { planMemberShapes, planShapes, planStarredShapes } from "./shapes.ts";
import { withLoaded } from "./still-loaded.ts";
import { planWhole, planWholeStar } from "./whole.ts";

/** Plans all orders of a file. */
export function planFile(reading: Reading, orders: readonly Order[]): FilePlan {
  const reason = whyNotWritten(reading.file.text, () => reading.ports.isInUtf8());
  if (reason !== undefined) return { edits: [], outcomes: new Map(orders.map(({ fact }) => [fact, { fix: "none", reason }])) };
  return new Planner(reading, orders).plan();
}

function named({ module, specifier }: Fact): string {
  return `${module}\0${specifier}`;
}

class Planner implements Desk, Drawn<Group>, Ties {
  readonly reading: Reading;
  readonly text: string;
  readonly ports: ReadPorts;
  readonly names: Names;
  readonly orders: ReadonlyMap<Fact, Order>;
  readonly #groups: Group[] = [];
  readonly #refused = new Map<Fact, string>();
  readonly #unlisted: ReadonlySet<string>;
  /** Modules of which any order says that importing them does something, by the text that names them. */
  #running: ReadonlySet<string> | undefined;

  constructor(reading: Reading, orders: readonly Order[]) {
    this.reading = reading;
    this.text = reading.file.text;
    this.ports = reading.ports;
    this.orders = new Map(orders.map((order) => [order.fact, order]));
    const moving = new Set(reading.taken.flatMap((taken) => (taken.how === "listed" && this.#isMoved(taken.fact) ? [taken.imported] : [])));
    this.names = new Names(reading, (imported) => moving.has(imported));
    this.#unlisted = new Set(reading.exported.flatMap(({ fact }) => (this.orders.get(fact)?.action === "remove" ? [fact.as] : [])));
  }

  order(fact: Fact): Order | undefined {
    return this.orders.get(fact);
  }

  held(taken: Listed | Namespace): string | undefined {
    if (!taken.variable) return undefined;
    const uses = taken.how === "listed" ? taken.uses.map(({ reference }) => reference) : taken.references;
    return whyHeld(this.reading, taken.variable, uses, this.#unlisted);
  }

  stays(taken: Listed | Namespace): boolean {
    if (this.orders.get(taken.fact)?.action === "keep" || ("kind" in taken.imported && this.names.isWanted(taken.imported.node))) return true;
    return this.whyLeft(taken) !== undefined;
  }

  whyLeft(taken: Listed | Namespace): string | undefined {
    if (!this.#runs(taken) || this.loads(taken) !== undefined) return undefined;
    return `importing "${taken.fact.specifier}" does something, and there is no other way to do that here`;
  }

  loads({ fact, variable, imported }: Listed | Namespace): string | undefined {
    if (!this.#runs({ fact, imported }) || !variable || !("kind" in imported)) return undefined;
    const [, dots = "", parent = "", name = ""] = /^(\.*)(?:(.*)\.)?([^.]*)$/.exec(fact.specifier) ?? [];
    const bound = dots === "" ? (fact.specifier.split(".")[0] ?? "") : name;
    // It is bound for nobody: where the name means something, the old import stays instead.
    const isBound = (imported.kind === "module" && imported.local === bound) || (dots === "" && isPackageOnly(variable.scope.variables.get(bound)));
    if (!isBound && !this.names.free(bound, variable.scope, [], `load\0${fact.specifier}`)) return undefined;
    return dots === "" ? `import ${fact.specifier}` : `from ${dots}${parent} import ${name}`;
  }

  /** Whether importing the module does something, so that it goes on being loaded: any order for it says so. */
  #runs({ fact, imported }: Pick<Listed | Namespace, "fact" | "imported">): boolean {
    if (this.reading.file.isStub || ("kind" in imported && placeOf(imported.statement).typeChecking)) return false;
    this.#running ??= new Set([...this.orders.values()].flatMap(({ fact: each, action, replacement }) => (action !== "keep" && "sideEffects" in replacement && replacement.sideEffects ? [named(each)] : [])));
    return this.#running.has(named(fact));
  }

  replacementOf(fact: Fact): Replacement | string {
    const order = this.orders.get(fact);
    if (!order || order.action === "keep") return "it is kept by a disable comment";
    return "refused" in order.replacement ? order.replacement.refused : order.replacement;
  }

  plan(): FilePlan {
    // First imports by name, and of these first what keeps its own: others may use the names that they will have.
    const listed = this.reading.taken.filter((taken) => taken.how === "listed");
    for (const taken of listed.toSorted((one, other) => this.#rank(one) - this.#rank(other))) this.#planListed(taken);
    for (const taken of this.reading.taken) {
      if (taken.how === "namespace") this.#planNamespace(taken);
      else if (taken.how === "starred") this.#planStarred(taken);
      else if (taken.how === "member" && !taken.namespace && this.orders.get(taken.fact)?.action === "replace") this.#add(planLoose(this, taken));
    }
    for (const exported of this.reading.exported) {
      const order = this.orders.get(exported.fact);
      if (order?.action === "remove") this.#add(planUnlisting(this, exported, order));
    }
    this.#planNotices();
    this.#doubtByOrder();
    return decide(this, withLoaded(this, this.#groups), this.#refused);
  }

  edits(groups: readonly Group[]): readonly TextEdit[] {
    return tidied(this.text, compose(this.text, assemble(this.reading, groups, this).pieces));
  }

  prove(edits: readonly TextEdit[]): void {
    for (const part of changedStatements(this.text, this.reading.file.ast, edits)) this.ports.parse(part);
  }

  alsoMended(groups: readonly Group[]): readonly Fact[] {
    return [...assemble(this.reading, groups, this).gone].map(({ fact }) => fact);
  }

  #isMoved(fact: Fact): boolean {
    const order = this.orders.get(fact);
    return order?.action === "replace" && !("refused" in order.replacement);
  }

  #rank({ fact }: Listed): number {
    const replacement = this.replacementOf(fact);
    return typeof replacement === "string" || replacement.renames ? 1 : 0;
  }

  #planListed(taken: Listed): void {
    const order = this.orders.get(taken.fact);
    if (!order) return;
    if (order.action === "remove") {
      this.#add(planUnimporting(this, taken, order));
      return;
    }
    const replacement = this.replacementOf(taken.fact);
    if (typeof replacement === "string") this.#refuse([taken.fact, ...taken.uses.map(({ fact }) => fact)], replacement);
    else if (replacement.rewrites.length > 0) this.#addAndNote(planShapes(this, taken, replacement));
    else this.#add(planRename(this, taken, replacement));
  }

  #planNamespace(taken: Namespace): void {
    if (this.orders.has(taken.fact)) {
      const replacement = this.replacementOf(taken.fact);
      if (typeof replacement === "string") this.#refuse([taken.fact], replacement);
      else this.#add(planWhole(this, taken, replacement));
      return;
    }
    const replaced = taken.members.filter(({ fact }) => this.orders.get(fact)?.action === "replace");
    if (replaced.length > 0 && !("kind" in taken.imported)) {
      this.#add(planLoadedMembers(this, taken));
      return;
    }
    // Through one name the members of several modules can be taken, of the same names.
    for (const members of grouped(replaced, ({ fact }) => [fact.module, fact.name].join("\0"))) {
      const [first] = members;
      if (!first) continue;
      const replacement = this.replacementOf(first.fact);
      if (typeof replacement === "string") this.#refuse(members.map(({ fact }) => fact), replacement);
      else this.#addAndNote((replacement.rewrites.length > 0 ? planMemberShapes : planMembers)(this, taken, members, replacement));
    }
  }

  #planStarred(taken: Starred): void {
    const order = this.orders.get(taken.fact);
    if (order?.action === "replace" && "name" in order.replacement && order.replacement.name === "*") {
      this.#add(planWholeStar(this, taken, order.replacement));
      return;
    }
    const moved = this.#movedUses(taken);
    this.#addAndNote(order?.action === "remove" ? planUnstarring(this, taken, order, moved) : moved);
  }

  #movedUses(taken: Starred): Planned {
    const replaced = taken.uses.filter(({ fact }) => this.orders.get(fact)?.action === "replace");
    const planned = Array.from(grouped(replaced, ({ fact }) => fact.name), (uses): Planned => {
      const facts = uses.map(({ fact }) => fact);
      const replacement = facts[0] ? this.replacementOf(facts[0]) : "";
      return typeof replacement === "string" ? refuse(facts, replacement) : (replacement.rewrites.length > 0 ? planStarredShapes : planStarred)(this, taken, uses, replacement);
    });
    return { groups: planned.flatMap(({ groups }) => groups), refused: new Map(planned.flatMap(({ refused }) => [...refused])) };
  }

  #planNotices(): void {
    const wanted = this.reading.defined.flatMap((definition): readonly Wanted[] => {
      const { notice, action } = this.orders.get(definition.fact) ?? {};
      return notice !== undefined && action === "replace" ? [{ definition, notice }] : [];
    });
    this.#add(planNotices(this.reading.file, wanted));
  }

  #add({ groups, refused }: Planned): void {
    for (const group of groups) this.#groups.push(group);
    for (const [fact, reason] of refused) this.#refused.set(fact, reason);
  }

  /** The same, and what is surely imported by it is there for what is planned later. */
  #addAndNote(planned: Planned): void {
    this.#add(planned);
    for (const group of planned.groups) {
      if (this.#doubtIn(group) !== undefined) continue;
      for (const { at, local, ...symbol } of group.additions ?? []) this.names.noteBrought(symbolOf(symbol), local, scopeAt(this.reading.scopes, at), at);
    }
  }

  #refuse(facts: readonly Fact[], reason: string): void {
    for (const fact of facts) this.#refused.set(fact, reason);
  }

  isDoubted(taken: Listed): boolean {
    return this.#doubtOf([taken.fact, ...taken.uses.map(({ fact }) => fact)]) !== undefined;
  }

  #doubtOf(facts: readonly Fact[]): string | undefined {
    for (const fact of facts) {
      const order = this.orders.get(fact);
      if (order?.action === "replace" && order.doubt !== undefined) return order.doubt;
    }
    return undefined;
  }

  /** Whoever gave an order may know more than the file shows. An import and its uses are one. */
  #doubtIn({ doubt, facts, owner }: Group): string | undefined {
    const own = owner?.how === "listed" ? [owner.fact, ...owner.uses.map(({ fact }) => fact)] : [];
    return doubt ?? this.#doubtOf([...facts, ...own]);
  }

  #doubtByOrder(): void {
    for (const [index, group] of this.#groups.entries()) {
      const doubt = this.#doubtIn(group);
      if (doubt !== undefined) this.#groups[index] = { ...group, doubt };
    }
  }
}
