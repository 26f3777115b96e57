/**
 * Pyright's parser and tokenizer behind one function. A CommonJS file, for two reasons: it is loaded by `require` at the
 * first Python file (a language's `parse` is synchronous), from the sources as well as from the build, where tsdown
 * makes it a file of its own with everything it needs; and it overrides methods that pyright's types call private.
 * The version of `@zzzen/pyright-internal` is exact for that reason.
 */
"use strict";
const { Parser, ParseOptions } = require("@zzzen/pyright-internal/dist/parser/parser.js");
const { Tokenizer } = require("@zzzen/pyright-internal/dist/parser/tokenizer.js");
const { extendRange, ImportAsNode, ImportNode, NameNode, PatternMappingNode } = require("@zzzen/pyright-internal/dist/parser/parseNodes.js");
const { DiagnosticSink } = require("@zzzen/pyright-internal/dist/common/diagnosticSink.js");
const { pythonVersion3_15: newest } = require("@zzzen/pyright-internal/dist/common/pythonVersion.js");
const { LocMessage, setForceEnglishDiagnostics } = require("@zzzen/pyright-internal/dist/localization/localize.js");

setForceEnglishDiagnostics(true);

/** What pyright's parser reports though the grammar allows it: CPython warns, or refuses when it compiles. */
const notOfGrammar = new Set(
  [
    LocMessage.finallyBreak,
    LocMessage.finallyContinue,
    LocMessage.finallyReturn,
    LocMessage.returnOutsideFunction,
    LocMessage.breakOutsideLoop,
    LocMessage.continueOutsideLoop,
    LocMessage.breakInExceptionGroup,
    LocMessage.continueInExceptionGroup,
    LocMessage.returnInExceptionGroup,
    LocMessage.casePatternIsIrrefutable,
    LocMessage.orPatternIrrefutable,
    LocMessage.namedExceptAfterCatchAll,
  ].map((message) => message()),
);

/** In a raw f-string `\N{x}` is no escape, but a field: pyright looks for the `N` of one by this method only. */
const skipToEndOfStringLiteral = Tokenizer.prototype._skipToEndOfStringLiteral;
Tokenizer.prototype._skipToEndOfStringLiteral = function (flags, inFormatSpecifier) {
  const characters = this._cs;
  if (flags & rawString) characters.getCurrentChar = () => (characters.currentChar === letterN ? 0 : characters.currentChar);
  const result = skipToEndOfStringLiteral.call(this, flags, inFormatSpecifier);
  if (flags & rawString) delete characters.getCurrentChar;
  return result;
};

/** Pyright gives up a chain of 256 links (`a + b + …`), since its checker recurses; we do not. */
const noLimit = { get: () => 0, set() {} };

class SourceParser extends Parser {
  errors = [];
  _importedModules = { push() {} };
  _maxChildDepthMap = noLimit;

  /**
   * The tokenizer has a table of identifiers, 16 kB that are made and cleared for each text: too much for the few tokens of a
   * quoted annotation, each of which is a text of its own.
   */
  _startNewParse(...parameters) {
    setIdentifierCache(2048);
    super._startNewParse(...parameters);
    setIdentifierCache(16);
  }

  /** Type comments are comments: what is wrong in them breaks no file. */
  _getTypeAnnotationCommentText() {
    return undefined;
  }

  /** Pyright lists every part of a dotted name as a list of its own, `a`, `a.b`, `a.b.c`: nobody here asks for them. */
  _parseImportStatement() {
    const statement = ImportNode.create(this._getOwnerKey(), this._getKeywordToken(importKeyword));
    do {
      const each = ImportAsNode.create(this._getOwnerKey(), this._parseDottedModuleName());
      const { leadingDots, nameParts } = each.d.module.d;
      if (this._consumeTokenIfKeyword(asKeyword)) {
        const alias = this._getTokenIfIdentifier();
        if (alias) {
          each.d.alias = NameNode.create(this._getOwnerKey(), alias);
          extendRange(each, each.d.alias);
        } else this._addSyntaxError(LocMessage.expectedImportAlias(), this._peekToken());
      }
      if (leadingDots > 0) this._addSyntaxError(LocMessage.relativeImportNotAllowed(), each.d.module);
      const [first] = nameParts;
      if (nameParts.length === 1 && typingModules.has(first.d.value)) this._typingImportAliases.push(each.d.alias?.d.value || first.d.value);
      statement.d.list.push(each);
      extendRange(statement, each);
    } while (this._consumeTokenIfType(comma));
    return statement;
  }

  /** The first error is the one that is reported; what follows comes of pyright's recovery. */
  _addSyntaxError(message, { start, length }) {
    if (!this._areErrorsSuppressed && !notOfGrammar.has(message)) this.errors.push({ message, start, end: start + length });
  }

  /** Pyright widens a parenthesised expression to its parentheses; we keep both ranges. */
  _makeExpressionOrTuple(list, enclosed) {
    const node = super._makeExpressionOrTuple(list, enclosed);
    if (enclosed && node === list.list[0]) keepOwnRange(node);
    return node;
  }

  /** Pyright has no node for `case {}:`. */
  _parsePatternMapping(firstToken) {
    if (this._peekTokenType() !== closeCurlyBrace) return super._parsePatternMapping(firstToken);
    return PatternMappingNode.create(this._getOwnerKey(), firstToken, []);
  }

  _tryParseYieldExpression() {
    const node = super._tryParseYieldExpression();
    if (node) keepOwnRange(node);
    return node;
  }
}

/** @param size a power of two */
function setIdentifierCache(size) {
  Tokenizer._identifierCacheSize = size;
  Tokenizer._identifierCacheMask = size - 1;
}

/** Whose `Literal` and `Annotated` hold strings that are no annotations. */
const typingModules = new Set(["typing", "typing_extensions"]);

/** Of pyright's `ParseNodeType`, `TokenType`, `KeywordType`, `StringTokenFlags` and `Char`. */
const comprehension = 11;
const comma = 12;
const closeCurlyBrace = 18;
const asKeyword = 1;
const importKeyword = 21;
const rawString = 8;
const letterN = 78;

function keepOwnRange(node) {
  // A generator's parentheses are its own, as a tuple's are.
  if (node.nodeType === comprehension) return;
  node.own ??= { start: node.start, length: node.length };
}

/** See python-parser.d.cts. */
exports.parsePython = (text, isStub) => {
  const options = new ParseOptions();
  options.isStubFile = isStub;
  options.pythonVersion = newest;
  const parser = new SourceParser();
  try {
    const { parserOutput, tokenizerOutput } = parser.parseSourceFile(text, options, new DiagnosticSink(), 0);
    return { root: parserOutput.parseTree, annotations: parserOutput.stringAnnotations, tokens: tokenizerOutput.tokens, errors: parser.errors };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The stack is full. An earlier error may well be the cause.
    const token = parser._tokens?.getItemAt(Math.min(parser._tokenIndex, parser._tokens.count - 1));
    const { start, length } = token ?? { start: 0, length: 0 };
    const [first = { message: "Expression is nested too deeply to be read", start, end: start + length }] = parser.errors;
    return { root: undefined, annotations: new Map(), tokens: { count: 0, getItemAt: () => undefined }, errors: [first] };
  }
};
