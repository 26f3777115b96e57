/** Whether the calls that rewrites put in place give the canonical symbol as many arguments as it takes. */
import type { CallSignature, CodePorts, WrittenCall } from "./code-ports.ts";
import type { WrittenSymbol } from "./judge-symbol.ts";
import type { Finding, JsonPath } from "./problems.ts";
import type { Rewrite } from "./schema.ts";

/**
 * @param path of the entry that has the rewrites
 * @param canonical the symbol that they call; where its parameters are not known, nothing is found
 */
export function checkCalls(path: JsonPath, rewrites: readonly Rewrite[], canonical: WrittenSymbol, ports: CodePorts): readonly Finding[] {
  if (rewrites.length === 0) return [];
  const { calls, news } = ports.callableOf(ports.manifestModule(canonical.module), canonical.name);
  return rewrites.flatMap(({ to }, index) => {
    const wrong = ports.callsIn(to, canonical.name).find((call) => !fitsAny(call, call.isNew ? news : calls));
    const signatures = wrong?.isNew === true ? news : calls;
    if (wrong === undefined || signatures === undefined) return [];
    const message = `gives \`${canonical.name}\` ${counted(wrong)}, but it takes ${taken(signatures)}`;
    return [{ path: [...path, "rewrites", index, "to"], message, mend: `Its parameters are ${either(signatures.map(({ text }) => text))}: write as many here` }];
  });
}

function fitsAny({ count, isOpen }: WrittenCall, signatures: readonly CallSignature[] | undefined): boolean {
  return signatures === undefined || signatures.some(({ min, max }) => count <= max && (isOpen || count >= min));
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
