/** Whether the calls that rewrites put in place give the canonical symbol as many arguments as it takes. */
import type { CallSignature, CodePorts, WrittenCall } from "./code-ports.ts";
import type { WrittenSymbol } from "./judge-symbol.ts";
import type { Finding, JsonPath } from "./problems.ts";
import type { LanguageName, Rewrite } from "./schema.ts";

/** The rewrites of one entry. */
export interface WrittenRewrites {
  readonly rewrites: readonly Rewrite[];
  /** The symbol that they call; where its parameters are not known, nothing is found. */
  readonly canonical: WrittenSymbol;
  readonly language: LanguageName;
}

/**
 * @param path of the entry that has the rewrites
 */
export function checkCalls(path: JsonPath, { rewrites, canonical, language }: WrittenRewrites, ports: CodePorts): readonly Finding[] {
  if (rewrites.length === 0) return [];
  const { calls, news } = ports.callableOf(ports.manifestModule(canonical.module, language), canonical.name);
  return rewrites.flatMap(({ to }, index) => {
    const wrong = ports.callsIn(to, canonical.name, language).find((call) => !fitsAny(call, call.isNew ? news : calls));
    const signatures = wrong?.isNew === true ? news : calls;
    if (wrong === undefined || signatures === undefined) return [];
    const [signature] = signatures;
    const name = signatures.length === 1 && signature ? wrongName(wrong, signature) : undefined;
    if (name !== undefined) return [{ path: [...path, "rewrites", index, "to"], message: `calls \`${canonical.name}\` ${name}`, mend: `Its parameters are ${signature?.text ?? ""}: give what they ask for` }];
    const message = `gives \`${canonical.name}\` ${counted(wrong)}, but it takes ${taken(signatures)}`;
    return [{ path: [...path, "rewrites", index, "to"], message, mend: `Its parameters are ${either(signatures.map(({ text }) => text))}: write as many here` }];
  });
}

function fitsAny(call: WrittenCall, signatures: readonly CallSignature[] | undefined): boolean {
  const { count, isOpen } = call;
  return signatures === undefined || signatures.some((each) => count <= each.max && (each.named ? wrongName(call, each) === undefined : isOpen || count >= each.min));
}

/** What is wrong with the names of a call's arguments, or for want of them; more than all positions take is none of it. */
function wrongName({ count, isOpen, keywords = [] }: WrittenCall, { named, max }: CallSignature): string | undefined {
  if (!named || count > max) return undefined;
  const { parameters, takesOthers } = named;
  for (const keyword of keywords) {
    const parameter = parameters.find(({ name, isNamed }) => isNamed && name === keyword);
    if (!parameter && !takesOthers) return `with \`${keyword}\`, which it does not take by name`;
    if (parameter?.position !== undefined && parameter.position < count) return `with \`${keyword}\` twice`;
  }
  const missing = isOpen ? undefined : parameters.find(({ name, position, isNamed, isRequired }) => isRequired && !(position !== undefined && position < count) && !(isNamed && keywords.includes(name)));
  return missing && `without \`${missing.name}\``;
}

function counted({ count, isOpen }: WrittenCall): string {
  return `${count} ${isOpen ? "or more " : ""}argument${count === 1 && !isOpen ? "" : "s"}`;
}

function taken(signatures: readonly CallSignature[]): string {
  return either(signatures.map(({ min, max }) => (max === Infinity ? `${min} or more` : min === max ? numberOrNone(max) : `${min} to ${max}`)));
}

function numberOrNone(count: number): string {
  return count === 0 ? "none" : String(count);
}

function either(texts: readonly string[]): string {
  return [...new Set(texts)].join(" or ");
}
