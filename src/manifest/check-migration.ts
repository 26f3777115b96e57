/** Checks across the fields of one migration. */
import { judgeModule, judgeName } from "./judge-symbol.ts";
import { quoted } from "./judge-text.ts";
import type { Finding } from "./problems.ts";
import type { SalvagedDeprecated, SalvagedMigration } from "./salvage.ts";

/** @returns what is wrong within this migration, its rewrites left aside */
export function checkMigration(migration: SalvagedMigration): readonly Finding[] {
  return [
    ...checkDates(migration),
    ...checkSymbols(migration),
    ...checkReplacement(migration),
    ...migration.entries.flatMap((entry) => checkStar(migration, entry)),
  ];
}

function checkDates({ path, fields: { since, removeBy } }: SalvagedMigration): readonly Finding[] {
  if (since === undefined || removeBy === undefined || removeBy >= since) return [];
  return [
    {
      path: [...path, "removeBy"],
      message: `${quoted(removeBy)} is before ${quoted(since)}, the day in \`since\``,
      mend: "Write a later day, or swap the two",
    },
  ];
}

/** Modules and names are judged by the migration's language, so not at all where that is wrong itself. */
function checkSymbols(migration: SalvagedMigration): readonly Finding[] {
  const { language, canonical } = migration.fields;
  if (language === undefined) return [];
  const canonicalTexts = [
    { path: [...migration.path, "canonical", "module"], value: canonical?.module, judge: judgeModule },
    { path: [...migration.path, "canonical", "name"], value: canonical?.name, judge: judgeName },
  ];
  const entryTexts = migration.entries.flatMap(({ path, fields }) => [
    { path: [...path, "module"], value: fields.module, judge: judgeModule },
    { path: [...path, "name"], value: fields.name, judge: judgeName },
    ...(fields.except ?? []).map((value, index) => ({ path: [...path, "except", index], value, judge: judgeName })),
  ]);
  return [...canonicalTexts, ...entryTexts].flatMap(({ path, value, judge }) => {
    const complaint = value === undefined ? undefined : judge(value, language);
    return complaint === undefined ? [] : [{ path, ...complaint }];
  });
}

function checkReplacement({ path, fields, isMeant, entries }: SalvagedMigration): readonly Finding[] {
  if (isMeant("canonical")) return [];
  const exclusive: Finding[] =
    fields.exclusive === true
      ? [
          {
            path: [...path, "exclusive"],
            message: "is about the canonical symbol, but there is no `canonical`",
            mend: "Take it out, or add `canonical`",
          },
        ]
      : [];
  if (isMeant("message")) return exclusive;
  const silent = entries.filter((entry) => !entry.isMeant("message"));
  const mend = "Add `canonical`, or say in `message` what people are to do instead";
  if (silent.length === entries.length && entries.length > 0) {
    return [...exclusive, { path, message: "has neither a `canonical` symbol nor a `message`", mend }];
  }
  return [
    ...exclusive,
    ...silent.map((entry) => ({
      path: entry.path,
      message: "has no `message`, and its migration no `canonical`",
      mend,
    })),
  ];
}

function checkStar({ fields: { canonical } }: SalvagedMigration, { path, fields, isWritten }: SalvagedDeprecated) {
  const findings: Finding[] = [];
  const { name } = fields;
  if (name === undefined) return findings;
  if (canonical !== undefined && canonical.name !== name && (canonical.name === "*" || name === "*")) {
    const message =
      name === "*"
        ? `"*" stands for every export, but the canonical name is ${quoted(canonical.name)}`
        : `${quoted(name)} is one export, but the canonical name is "*", every export`;
    findings.push({ path: [...path, "name"], message, mend: 'Write "*" on both sides, or a name on both' });
  }
  if (name !== "*" && isWritten("except")) {
    findings.push({
      path: [...path, "except"],
      at: "key",
      message: 'belongs beside "name": "*" only',
      mend: "Take it out",
    });
  }
  const star = fields.except?.indexOf("*") ?? -1;
  if (star >= 0) {
    const message = '"*" would except every export';
    findings.push({ path: [...path, "except", star], message, mend: "Name the exports that did not move" });
  }
  return findings;
}
