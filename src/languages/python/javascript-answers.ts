/**
 * Answers for rules that were made for JavaScript and that a configuration without `files` turns on for Python too.
 * They look for tokens, comments and scopes of JavaScript, and are told that there are none.
 */
import { TextSourceCodeBase } from "@eslint/plugin-kit";
import type { SourceCodeTypes } from "./source-code.ts";

const none = (): never[] => [];
const nothing = (): null => null;

/** An empty scope. */
const scope = {
  type: "global",
  isStrict: false,
  upper: null,
  childScopes: none(),
  variables: none(),
  references: none(),
  through: none(),
  set: new Map<string, never>(),
};

/** The methods of ESLint's SourceCode for JavaScript, on a file that holds none. */
export abstract class WithJavaScriptAnswers extends TextSourceCodeBase<SourceCodeTypes> {
  readonly parserServices = {};
  readonly scopeManager = {
    scopes: none(),
    globalScope: null,
    acquire: nothing,
    getDeclaredVariables: none,
  };
  readonly tokensAndComments = none();

  readonly getScope = (): object => scope;
  readonly getDeclaredVariables = none;
  readonly isGlobalReference = (): boolean => false;
  readonly markVariableAsUsed = (): boolean => false;
  readonly getNodeByRangeIndex = nothing;
  readonly getAllComments = none;
  readonly getCommentsBefore = none;
  readonly getCommentsAfter = none;
  readonly getCommentsInside = none;
  readonly commentsExistBetween = (): boolean => false;
  readonly isSpaceBetween = (): boolean => false;
  readonly getTokens = none;
  readonly getFirstTokens = none;
  readonly getLastTokens = none;
  readonly getTokensBefore = none;
  readonly getTokensAfter = none;
  readonly getTokensBetween = none;
  readonly getFirstTokensBetween = none;
  readonly getLastTokensBetween = none;
  readonly getFirstToken = nothing;
  readonly getLastToken = nothing;
  readonly getTokenBefore = nothing;
  readonly getTokenAfter = nothing;
  readonly getFirstTokenBetween = nothing;
  readonly getLastTokenBetween = nothing;
  readonly getTokenByRangeStart = nothing;
  readonly getTokenOrCommentBefore = nothing;
  readonly getTokenOrCommentAfter = nothing;

  /** The text, line by line. */
  getLines(): readonly string[] {
    return this.lines;
  }
}
