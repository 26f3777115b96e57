/** Which modules a file asks for: the cheap question that decides whether it is read at all. */
import type { TSESTree } from "@typescript-eslint/utils";
import { isScriptElement } from "./components.ts";
import { keyName, Type } from "./syntax.ts";
import type { Source } from "./syntax.ts";

/** What stands before the parenthesis of a call that may name a module: its name, or the end of type arguments or of `["mock"]`. */
const callee = /^(?:require|import|resolve|\w*[mM]ock\w*|\w*[aA]ctual|>|\]|\?\.)$/;

/** The same words in the text, with what may follow them up to their parenthesis or type arguments. */
const calling = /(?:\b(?:require|import|resolve)|[mM]ock\w*|[aA]ctual)\b["'`]?(?:[\s\])!?.]|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|\/\/[^\r\n]*[\r\n])*[(<]/;

/** What a file asks of a module. */
interface Request {
  readonly specifier: string;
  /** Whether any of `names` may be meant by it; most files that import a governed module take something else of it. */
  readonly mayTake: (names: readonly string[]) => boolean;
}

/**
 * Whether a file may hold a fact of a governed module: never `false` for one that does. A file that holds none is not
 * walked.
 * @param deprecatedNames the names that are deprecated in the module behind a specifier; none where it is not governed
 */
export function mayConcern(source: Source, deprecatedNames: (specifier: string) => readonly string[]): boolean {
  for (const { specifier, mayTake } of requests(source)) {
    const names = deprecatedNames(specifier);
    if (names.length > 0 && (names.includes("*") || mayTake(names))) return true;
  }
  return false;
}

function* requests(source: Source): Iterable<Request> {
  yield* declared(source, source.ast.body);
  // The tokens are many; few files have a call at all that could name a module.
  if (!calling.test(source.text)) return;
  const { tokens } = source.ast;
  for (const [index, { value }] of tokens.entries()) {
    if (value !== "(" || !callee.test(tokens[index - 1]?.value ?? "")) continue;
    let next = index + 1;
    while (tokens[next]?.value === "(") next++;
    const text = tokens[next]?.value ?? "";
    if (/^["'`]/.test(text)) yield { specifier: unescaped(text.slice(1, -1)), mayTake: () => true };
  }
}

/** Also those of `declare module "x" { import … }`. */
function* declared(source: Source, statements: readonly TSESTree.ProgramStatement[]): Iterable<Request> {
  for (const statement of statements) {
    switch (statement.type) {
      case Type.ImportDeclaration:
        yield {
          specifier: statement.source.value,
          mayTake: (names) => statement.specifiers.some((specifier) => mayTakeBy(source, specifier, names)),
        };
        break;
      case Type.ExportAllDeclaration:
        yield { specifier: statement.source.value, mayTake: () => true };
        break;
      case Type.ExportNamedDeclaration:
        if (statement.source)
          yield {
            specifier: statement.source.value,
            mayTake: (names) => statement.specifiers.some(({ local }) => names.includes(keyName(local) ?? "")),
          };
        break;
      case Type.TSModuleDeclaration:
        if (statement.body?.type === Type.TSModuleBlock) yield* declared(source, statement.body.body);
        break;
      default:
        if (isScriptElement(statement)) yield* declared(source, statement.body);
    }
  }
}

function mayTakeBy(source: Source, specifier: TSESTree.ImportClause, names: readonly string[]): boolean {
  switch (specifier.type) {
    case Type.ImportSpecifier:
      return names.includes(keyName(specifier.imported) ?? "");
    case Type.ImportDefaultSpecifier:
      return names.includes("default");
    case Type.ImportNamespaceSpecifier:
      return mayTakeMember(source, specifier, names);
  }
}

/** Every reference to a namespace that is no plain `ns.other` may take anything. Read off the text: parents may not be set yet. */
function mayTakeMember({ text, scopeManager }: Source, specifier: TSESTree.ImportNamespaceSpecifier, names: readonly string[]): boolean {
  // Not every scope manager knows the names of JSX elements as references.
  if (text.includes(`<${specifier.local.name}.`)) return true;
  const variable = scopeManager?.getDeclaredVariables(specifier)[0];
  if (!variable) return true;
  return variable.references.some(({ identifier }) => {
    member.lastIndex = identifier.range[1];
    const name = member.exec(text)?.[1];
    return name === undefined || name.includes("\\") || names.includes(name);
  });
}

/** `.name` right behind a reference. */
const member = /\s*\??\.\s*([\p{ID_Continue}$\\]+)/uy;

/** Escapes in a specifier are a curiosity, but the answer has to be sound. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/gsu, (_, ...[point, unit, byte, other]: string[]) => {
    const code = point ?? unit ?? byte;
    return code === undefined ? (other ?? "") : String.fromCodePoint(Number.parseInt(code, 16));
  });
}

/** The names that a file exports as definitions of its own, of those in `names`: CommonJS only spells them. */
export function exportedOf({ ast, text, scopeManager }: Source, names: ReadonlySet<string>): readonly string[] {
  if (names.size === 0) return [];
  const found = new Set<string>();
  const note = (name: string | undefined): void => {
    if (name !== undefined && names.has(name)) found.add(name);
  };
  for (const statement of ast.body) {
    if (statement.type !== Type.ExportNamedDeclaration || statement.source) continue;
    for (const { exported } of statement.specifiers) note(keyName(exported));
    const { declaration } = statement;
    if (declaration?.type === Type.VariableDeclaration) {
      for (const declarator of declaration.declarations) {
        if (declarator.id.type === Type.Identifier) note(declarator.id.name);
        // What is taken apart is another module where it is imported as a whole: that is passed on.
        else if (!isNamespace(declarator.init)) for (const { name } of scopeManager?.getDeclaredVariables(declarator) ?? []) note(name);
      }
    } else if (declaration?.id?.type === Type.Identifier) note(declaration.id.name);
  }
  if (/\bexports\b/.test(text)) for (const name of names) if (text.includes(name)) found.add(name);
  return [...found];

  function isNamespace(value: TSESTree.Expression | null): boolean {
    const isHolder = (clause: TSESTree.ImportClause): boolean => value?.type === Type.Identifier && clause.type === Type.ImportNamespaceSpecifier && clause.local.name === value.name;
    return ast.body.some((statement) => statement.type === Type.ImportDeclaration && statement.specifiers.some(isHolder));
  }
}
