/** What the barrels re-export: folders, packages, and the few modules that pass on other packages' names. */
import { definers, exposuresOf, link, namesOf, type Feature, type Governed, type Module, type Own, type Package, type Route } from "./model.ts";
import type { Random } from "./random.ts";

/** Links every barrel to what it re-exports. */
export function planBarrels(packages: readonly Package[], symbols: readonly Governed[], random: Random): void {
  for (const each of packages) planPackage(each, random);
  for (const each of packages) if (each.facade !== undefined) planFacade(each.facade, packages, random);
  passOnToOthers(packages, symbols, random);
}

function planPackage({ root, features, facade }: Package, random: Random): void {
  for (const feature of features) planFeature(feature, random);
  const [one, two] = features;
  // Two barrels that are each other's stars.
  if (one !== undefined && two !== undefined && random.chance(0.1)) {
    link(one.barrel, { kind: "star", from: two.barrel });
    link(two.barrel, { kind: "star", from: one.barrel });
  }
  for (const { name, barrel } of features) {
    const route = barrel.route ?? random.pick<Route>(["stars", "stars", "stars", "namespace", "named"]);
    if (route === "namespace") link(root, { kind: "namespace", from: barrel, as: name, apart: random.chance(0.3) });
    else if (route === "named") {
      for (const { name: exported, type } of namesAt(barrel, features)) {
        if (!namesOf(root, exported) && random.chance(0.8)) link(root, { kind: "named", from: barrel, name: exported, as: exported, type });
      }
    } else link(root, { kind: "star", from: barrel });
  }
  if (facade !== undefined && random.chance(0.3)) link(root, { kind: "namespace", from: facade, as: "compat" });
}

function planFeature({ name, barrel, inner, modules }: Feature, random: Random): void {
  const within = inner === undefined ? [] : modules.filter(({ path }) => path.startsWith(inner.path.replace(/index\.ts$/, "")));
  for (const module of modules) {
    if (module.kind === "test") continue;
    const by = inner !== undefined && within.includes(module) ? inner : barrel;
    planModule(by, module, random);
    if (module.route !== undefined) barrel.route = above(module.route);
  }
  if (inner === undefined) return;
  if (random.chance(0.85)) link(barrel, { kind: "star", from: inner });
  else link(barrel, { kind: "namespace", from: inner, as: `${name}Parts` });
}

/** How a package's root passes on the barrel of a folder, so that a route is kept to the top. */
function above(route: Route): Route {
  return route === "namespace" || route === "named" ? route : "stars";
}

function planModule(by: Module, module: Module, random: Random): void {
  const route = module.route ?? random.pick<Route>(["stars", "stars", "stars", "stars", "stars", "stars", "named", "named", "renamed", "hidden"]);
  if (route === "hidden") return;
  const isStar = route === "stars" || route === "namespace";
  if (isStar) link(by, { kind: "star", from: module });
  for (const own of module.own) {
    // A star carries no default.
    if (own.name === "default") linkDefault(by, module, route);
    else if (!isStar && (module.route !== undefined || random.chance(0.85))) linkNamed(by, module, own, route, random);
  }
}

function linkDefault(by: Module, module: Module, route: Route): void {
  const as = route === "stars" && !namesOf(by, "default") ? "default" : `open${module.entity}`;
  link(by, { kind: "named", from: module, name: "default", as, type: false, apart: route === "apart" });
}

function linkNamed(by: Module, from: Module, { name, type }: Own, route: Route, random: Random): void {
  const renames = route !== "named" && !type && (from.route !== undefined || random.chance(0.3));
  const as = renames ? renamed(name) : name;
  link(by, { kind: "named", from, name, as, type, apart: route === "apart" });
}

function renamed(name: string): string {
  if (name.startsWith("create")) return name.replace("create", "make");
  return name.startsWith("get") ? name.replace("get", "provide") : `legacy${pascal(name)}`;
}

function pascal(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** The plain names that a folder's barrel has of the folder's own modules. */
function namesAt(barrel: Module, features: readonly Feature[]): readonly Own[] {
  const feature = features.find((each) => each.barrel === barrel);
  const names = (feature === undefined ? [] : definers(feature)).flatMap((module) =>
    module.own.flatMap(({ name, type }) => exposuresOf(module, name).filter((each) => each.module === barrel && each.member === undefined).map((each) => ({ name: each.name, type }))),
  );
  return names.filter(({ name }) => name !== "default");
}

/** A few names of other packages, under names of its own. */
function planFacade(facade: Module, packages: readonly Package[], random: Random): void {
  const count = random.between(2, 6);
  for (let index = 0; index < count; index++) {
    const other = random.pick(packages);
    if (other.owner === facade.owner) continue;
    const module = random.pick(definers(random.pick(other.features)));
    passOn(facade, module, `create${module.entity}`, `obtain${module.entity}`, random);
  }
  const other = random.pick(packages);
  if (random.chance(0.3) && other.owner !== facade.owner) link(facade, { kind: "star", from: random.pick(other.features).barrel });
}

/** Every third governed symbol goes out through another package too. */
function passOnToOthers(packages: readonly Package[], symbols: readonly Governed[], random: Random): void {
  const facades = packages.flatMap(({ facade }) => facade ?? []);
  for (const [index, { home, name, declared }] of symbols.entries()) {
    if (index % 3 === 0 && home.route !== "hidden") passOn(random.pick(facades), home, name, `former${pascal(declared)}`, random);
  }
}

function passOn(facade: Module, home: Module, name: string, as: string, random: Random): void {
  // Not by a namespace's member, which no re-export can pick out; nor by the facade itself.
  const ways = exposuresOf(home, name).filter(({ module, member }) => member === undefined && module !== facade);
  const way = random.pick(ways);
  if (namesOf(facade, as)) return;
  link(facade, { kind: "named", from: way.module, name: way.name, as, type: false, apart: random.chance(0.4) });
}
