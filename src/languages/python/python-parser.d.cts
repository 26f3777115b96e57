/** A node as pyright makes it; `d` holds children and values, by names that tree/shapes.ts knows. */
export interface RawNode {
  readonly nodeType: number;
  /** Offsets in UTF-16 units. A parenthesised expression counts its parentheses. */
  readonly start: number;
  readonly length: number;
  /** Of a parenthesised expression: its range without the parentheses. */
  readonly own?: { readonly start: number; readonly length: number };
  readonly d: Readonly<Record<string, unknown>>;
}

export interface RawComment {
  /** The offset behind the `#`. */
  readonly start: number;
  readonly length: number;
  readonly value: string;
}

export interface RawToken {
  readonly type: number;
  readonly start: number;
  readonly length: number;
  /** The comments before the token. */
  readonly comments?: readonly RawComment[] | undefined;
  /** Of a string. */
  readonly flags?: number;
  readonly escapedValue?: string;
  readonly prefixLength?: number;
  readonly quoteMarkLength?: number;
}

export interface RawError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface RawResult {
  /** The module; absent where the parser's stack was full. */
  readonly root: RawNode | undefined;
  /** The expressions that quoted annotations hold, by the string that holds them. */
  readonly annotations: ReadonlyMap<RawNode, RawNode>;
  readonly tokens: { readonly count: number; getItemAt(index: number): RawToken };
  /** In the order in which the parser met them; empty for a file that parses. */
  readonly errors: readonly RawError[];
}

/** Parses a Python file, its byte order mark cut off; `isStub` for `.pyi`. */
export function parsePython(text: string, isStub: boolean): RawResult;
