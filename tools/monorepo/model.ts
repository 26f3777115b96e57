/** The monorepo as data, before it is text: modules, what they define, and what they re-export of each other. */

/** What a package says of itself. */
export interface Owner {
  /** Below `packages/`. */
  readonly folder: string;
  /** As others import it. */
  readonly name: string;
  readonly private: boolean;
  /** Whether its relative specifiers carry `.js`. */
  readonly extensions: boolean;
}

/** A package of the workspace. */
export interface Package {
  readonly owner: Owner;
  readonly root: Module;
  readonly features: readonly Feature[];
  /** A public module that passes on names of other packages; few packages have one. */
  readonly facade: Module | undefined;
}

/** A folder of a package with a barrel of its own. */
export interface Feature {
  readonly name: string;
  readonly barrel: Module;
  /** The barrel of its inner folder; its modules are among `modules` too. */
  readonly inner: Module | undefined;
  /** All but the barrels. */
  readonly modules: readonly Module[];
}

/** An export that a module defines. */
export interface Own {
  readonly name: string;
  readonly type: boolean;
}

/** One re-export of a module. */
export type Reexport = { readonly from: Module; /** An import and an export apart, where it can be. */ readonly apart?: boolean } & (
  | { readonly kind: "star" }
  | { readonly kind: "named"; readonly name: string; readonly as: string; readonly type: boolean }
  | { readonly kind: "namespace"; readonly as: string }
);

/** How a module of a governed symbol is passed on by the barrels above it. */
export type Route = "stars" | "named" | "renamed" | "apart" | "namespace" | "hidden";

/** A file. */
export interface Module {
  /** Running number: the seed of its text. */
  readonly number: number;
  /** From the monorepo's root, with `/`. */
  readonly path: string;
  readonly owner: Owner;
  /** The key in its package's `exports` (`"."`, `"./compat"`); absent where the package hides it. */
  readonly subpath: string | undefined;
  readonly kind: "code" | "component" | "test" | "barrel" | "facade";
  /** `InvoiceStore`, what its exports are named after; empty for a barrel. */
  readonly entity: string;
  /** The length that its text is to reach, in UTF-16 units. */
  readonly size: number;
  readonly own: Own[];
  readonly reexports: Reexport[];
  /** The modules that re-export this one. */
  readonly reexportedBy: { readonly by: Module; readonly reexport: Reexport }[];
  /** Declarations beside the usual ones. */
  readonly extras: string[];
  /** The governed symbols that it imports, and by which way. */
  readonly uses: Use[];
  route?: Route;
}

/** An export by which a symbol can be taken: `name` of `module`, or the `member` of a namespace that has that name. */
export interface Exposure {
  readonly module: Module;
  readonly name: string;
  /** Absent where `name` is the symbol itself; dotted where namespaces are nested. */
  readonly member?: string;
}

/** One symbol of the manifest, with its canonical counterpart in another module. */
export interface Governed {
  readonly id: string;
  readonly home: Module;
  /** The export's name at home; `"default"` for a default export. */
  readonly name: string;
  /** What the declaration is called. */
  readonly declared: string;
  readonly isClass: boolean;
  readonly canonical: { readonly module: Module; readonly name: string };
  /** The files, ignored by git, that re-export it, with the names. */
  readonly ignored: { readonly file: string; readonly name: string }[];
}

/** An import of a governed symbol. */
export interface Use {
  readonly symbol: Governed;
  readonly through: Exposure;
}

/** Adds a re-export to both ends. */
export function link(by: Module, reexport: Reexport): void {
  by.reexports.push(reexport);
  reexport.from.reexportedBy.push({ by, reexport });
}

/** Every export by which `name` of `home` can be taken, `home`'s own first; what ECMA-262 says, over the model. */
export function exposuresOf(home: Module, name: string): readonly Exposure[] {
  const found: Exposure[] = [{ module: home, name }];
  const seen = new Set<string>();
  // The list grows while it is walked.
  for (const each of found) {
    for (const { by, reexport } of each.module.reexportedBy) {
      const next = passedOn(each, by, reexport);
      if (next === undefined) continue;
      const key = `${next.module.path}\0${next.name}\0${next.member ?? ""}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(next);
    }
  }
  return found;
}

function passedOn({ name, member }: Exposure, by: Module, reexport: Reexport): Exposure | undefined {
  const inside = member === undefined ? {} : { member };
  switch (reexport.kind) {
    case "named":
      return reexport.name === name ? { module: by, name: reexport.as, ...inside } : undefined;
    case "namespace":
      return { module: by, name: reexport.as, member: member === undefined ? name : `${name}.${member}` };
    case "star":
      // A star carries no default, and what the module itself names goes before it.
      return name === "default" || namesOf(by, name) ? undefined : { module: by, name, ...inside };
  }
}

/** Whether the module exports this name by itself or by an explicit re-export. */
export function namesOf(module: Module, name: string): boolean {
  return module.own.some((own) => own.name === name) || module.reexports.some((each) => each.kind !== "star" && each.as === name);
}

/** The modules with a definition: neither barrels nor tests. */
export function definers(feature: Feature): readonly Module[] {
  return feature.modules.filter(({ kind }) => kind === "code" || kind === "component");
}
