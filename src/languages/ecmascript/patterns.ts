/** Reads what a pattern takes of a module: `const { x } = ws`, `({ x }) => …`, `const { ws: { x } } = facade`. */
import type { TSESTree } from "@typescript-eslint/utils";
import type { ModuleKey } from "../../policy/facts.ts";
import { isExported } from "./exported.ts";
import { carriedBy, exportOf, importOf, namedOf } from "./held.ts";
import type { Held } from "./held.ts";
import type { Member } from "./model.ts";
import type { Consumer } from "./namespaces.ts";
import type { Reading } from "./read.ts";
import { keyName, Type } from "./syntax.ts";
import { bindingOf, declaratorOf, variableOf } from "./taking.ts";

/** Turns the properties of patterns into facts of a reading. */
export class PatternReader {
  readonly #reading: Reading;
  readonly #consumer: Consumer;

  constructor(reading: Reading, consumer: Consumer) {
    this.#reading = reading;
    this.#consumer = consumer;
  }

  /** @param declares whether the pattern declares its names, or assigns to what exists */
  properties(held: Held, pattern: TSESTree.ObjectPattern, declares: boolean): void {
    const rest = pattern.properties.some(({ type }) => type === Type.RestElement);
    if (rest) this.#consumer.whole(held, held.holder.node);
    const declaration = declares ? declaratorOf(pattern)?.parent : undefined;
    const isOutward = declaration !== undefined && isExported(declaration);
    for (const property of pattern.properties) {
      if (property.type !== Type.Property) continue;
      const name = keyName(property.key, property.computed);
      if (name === undefined) continue;
      const local = bindingOf(property);
      const inner = this.#reading.ports.namespaceAt(held.module, name);
      if (inner !== undefined) this.#module(held, property, name, inner, declares);
      else this.#property(held, property, name, declares, rest);
      if (!isOutward || local === undefined) continue;
      const [from, exported] = exportOf(this.#reading.ports, namedOf(held), name);
      this.#reading.addReexport(from, exported, property, local);
    }
  }

  #property(held: Held, property: TSESTree.Property, name: string, declares: boolean, rest: boolean): void {
    const { holder, binding, carriers } = held;
    const local = bindingOf(property);
    const variable = declares && local !== undefined ? variableOf(this.#reading.source, property, local) : undefined;
    const isMember = binding !== undefined || carriers.length > 0;
    // What is taken out of the pattern would fall to its rest.
    if (declares && !isMember && !rest && property.value.type === Type.Identifier)
      return this.#reading.addListed(holder, property, name, "destructured", variable);
    // A property of `const { x } = ws`, or one with a default: a site whose local binding may go on being used.
    const fact = importOf(held, isMember ? "member" : "destructured", name, property);
    const bound = variable && { variable, uses: this.#reading.usesOf(namedOf(held), name, variable) };
    const member: Member = { how: "member", fact, holder, node: property, name: property.key, namespace: binding, reference: undefined, carriers, bound };
    this.#reading.addMember(member);
    for (const namespace of held.counted) namespace.members.push(member);
    for (const { fact: use } of bound?.uses ?? []) this.#reading.note(use);
  }

  /** `{ ws }`, `{ ws: { x } }`: the property is the module `inner` as a whole. */
  #module(held: Held, property: TSESTree.Property, name: string, inner: ModuleKey, declares: boolean): void {
    const value = property.value.type === Type.AssignmentPattern ? property.value.left : property.value;
    if (value.type === Type.ObjectPattern) return this.properties(this.#consumer.passed(held, property, name, inner), value, declares);
    const variable = declares && value.type === Type.Identifier ? variableOf(this.#reading.source, property, value.name) : undefined;
    if (!variable) this.#consumer.passed(held, property, name, inner);
    else this.#consumer.namespace({ ...carriedBy(held, property, inner), reference: undefined }, property, "namespace", variable, false, name);
  }
}
