/** What a graph of the monorepo has to find, told from the model: no file is read for it. */
import { exposuresOf, type Exposure, type Governed, type Module, type Package } from "./model.ts";

/** An export by which a symbol can be taken. */
export interface ExpectedExport {
  /** From the monorepo's root, with `/`. */
  readonly file: string;
  readonly name: string;
  /** Where `name` is a namespace: the symbol's name in it; dotted where namespaces are nested. */
  readonly member?: string;
}

/** One governed symbol. */
export interface ExpectedSymbol {
  /** The migration's. */
  readonly id: string;
  readonly file: string;
  /** The export's name in `file`. */
  readonly name: string;
  /** The exports of other modules that are this symbol; files that git ignores left out. */
  readonly leaks: readonly ExpectedExport[];
  /** The same in files that git ignores. */
  readonly ignored: readonly ExpectedExport[];
  /** The files that import it, and by which export. */
  readonly importers: readonly { readonly file: string; readonly through: ExpectedExport }[];
}

/** The content of `expected.json`. */
export interface Expected {
  readonly symbols: readonly ExpectedSymbol[];
}

export function expectedOf(packages: readonly Package[], symbols: readonly Governed[]): Expected {
  const users = packages.flatMap(({ features }) => features.flatMap(({ modules }) => modules)).filter(({ uses }) => uses.length > 0);
  return {
    symbols: symbols.map((symbol) => {
      const { id, home, name, ignored } = symbol;
      const [, ...leaks] = exposuresOf(home, name);
      const importers = users.flatMap((user) => importsBy(user, symbol));
      return { id, file: home.path, name, leaks: leaks.map(asExport), ignored, importers };
    }),
  };
}

function importsBy(user: Module, symbol: Governed): ExpectedSymbol["importers"] {
  return user.uses.filter((use) => use.symbol === symbol).map(({ through }) => ({ file: user.path, through: asExport(through) }));
}

function asExport({ module, name, member }: Exposure): ExpectedExport {
  return { file: module.path, name, ...(member === undefined ? {} : { member }) };
}
