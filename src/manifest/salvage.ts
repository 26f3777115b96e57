/**
 * What is right in a manifest that may be wrong elsewhere, so that the checks across fields can run beside those of
 * the shape, and all errors show at once.
 */
import type * as z from "zod";
import { isObject } from "./json-value.ts";
import type { JsonPath } from "./problems.ts";
import type { manifestSchema } from "./schema.ts";
import { meantKey } from "./spelling.ts";
import { deprecatedSchema, gatesSchema, migrationSchema, rewriteSchema } from "./schema.ts";

type Shape = Readonly<Record<string, z.ZodType>>;
type Fields<Of extends Shape> = { readonly [Key in keyof Of]?: z.output<Of[Key]> };

/** The fields of an object that are valid, defaults filled in; what is wrong is absent. */
export interface Salvaged<Of extends Shape> {
  readonly path: JsonPath;
  readonly fields: Fields<Of>;
  /** Whether the key was written at all, be its value right or wrong. */
  readonly isWritten: (key: keyof Of & string) => boolean;
  /** Whether it was written, or another key was that can hardly be anything but this one, mistyped: that is one error, and enough. */
  readonly isMeant: (key: keyof Of & string) => boolean;
  /** The keys of the object that was written as the value of `key`, be its values right or wrong. */
  readonly keysOf: (key: keyof Of & string) => readonly string[];
}

/** One entry of `rewrites`. */
export type SalvagedRewrite = Salvaged<typeof rewriteSchema.shape>;

/** One entry of `deprecated`, with the parts of its lists that are right beside some that are wrong. */
export interface SalvagedDeprecated extends Salvaged<typeof deprecatedSchema.shape> {
  readonly rewrites: readonly SalvagedRewrite[];
  /** The texts under `bind`. */
  readonly bound: readonly { readonly path: JsonPath; readonly text: string }[];
}

/** One migration with its entries. */
export interface SalvagedMigration extends Salvaged<typeof migrationSchema.shape> {
  readonly entries: readonly SalvagedDeprecated[];
}

/** A whole manifest. */
export interface SalvagedManifest {
  readonly migrations: readonly SalvagedMigration[];
  readonly gates: Salvaged<typeof gatesSchema.shape>;
}

/**
 * @param json a manifest as it was written, right or wrong
 * @param valid the same with its defaults, where its whole shape is right: then field by field nothing is looked at again
 */
export function salvage(json: unknown, valid?: z.output<typeof manifestSchema>): SalvagedManifest {
  const raw = isObject(json) ? json : {};
  return {
    migrations: listOf(raw["migrations"]).map((migration, index) => salvageMigration(migration, ["migrations", index], valid?.migrations[index])),
    gates: fieldsOf(gatesSchema.shape, raw["gates"], ["gates"], valid?.gates),
  };
}

function salvageMigration(json: unknown, path: JsonPath, valid: z.output<typeof migrationSchema> | undefined): SalvagedMigration {
  const entries = listOf(isObject(json) ? json["deprecated"] : undefined);
  return {
    ...fieldsOf(migrationSchema.shape, json, path, valid),
    entries: entries.map((entry, index) => salvageDeprecated(entry, [...path, "deprecated", index], valid?.deprecated[index])),
  };
}

function salvageDeprecated(json: unknown, path: JsonPath, valid: z.output<typeof deprecatedSchema> | undefined): SalvagedDeprecated {
  const raw = isObject(json) ? json : {};
  const at = [...path, "rewrites"];
  return {
    ...fieldsOf(deprecatedSchema.shape, json, path, valid),
    rewrites: listOf(raw["rewrites"]).map((rewrite, index) => fieldsOf(rewriteSchema.shape, rewrite, [...at, index], valid?.rewrites[index])),
    bound: Object.entries(isObject(raw["bind"]) ? raw["bind"] : {}).flatMap(([name, texts]) =>
      listOf(texts).flatMap((text, index) => (typeof text === "string" && text.trim() !== "" ? [{ path: [...path, "bind", name, index], text }] : [])),
    ),
  };
}

function fieldsOf<Of extends Shape>(shape: Of, json: unknown, path: JsonPath, valid: Fields<Of> | undefined): Salvaged<Of> {
  const raw = isObject(json) ? json : {};
  const mistyped = new Set(valid ? [] : mistypedKeys(shape, raw));
  return {
    path,
    fields: valid ?? validFields(shape, raw, mistyped),
    isWritten: (key) => raw[key] !== undefined,
    isMeant: (key) => raw[key] !== undefined || mistyped.has(key),
    keysOf: (key) => {
      const value = raw[key];
      return isObject(value) ? Object.keys(value) : [];
    },
  };
}

/** The keys that others of the object were probably meant to be. */
function mistypedKeys(shape: Shape, raw: Readonly<Record<string, unknown>>): readonly string[] {
  const known = Object.keys(shape);
  return Object.keys(raw).flatMap((key) => (Object.hasOwn(shape, key) ? [] : (meantKey(key, known, raw) ?? [])));
}

/** What is not written has its default, unless it is there under a mistyped key: then its value is not known. */
function validFields<Of extends Shape>(shape: Of, raw: Readonly<Record<string, unknown>>, mistyped: ReadonlySet<string>): Fields<Of> {
  const fields: { [Key in keyof Of]?: z.output<Of[Key]> } = {};
  for (const key in shape) {
    if (mistyped.has(key)) continue;
    const result = shape[key]?.safeParse(raw[key]);
    // zod's output of shape[key] is z.output<Of[typeof key]>; the compiler cannot relate the two in a generic.
    if (result?.success === true) fields[key] = result.data as z.output<Of[typeof key]>;
  }
  return fields;
}

function listOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}
