/** A tiny editor: drives the real vscode-eslint language server over stdio. */
import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { repository } from "../kit/installed.ts";
import { userEnvironment } from "../kit/run.ts";

const server = path.join(repository, "node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server");

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly severity?: number;
  readonly code?: string | number;
  readonly codeDescription?: { readonly href: string };
  readonly source?: string;
  readonly message: string;
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface WorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
  readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[];
}

export interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly isPreferred?: boolean;
  readonly edit?: WorkspaceEdit;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What the extension's settings come to in VS Code when nobody has changed any. */
const defaults = {
  validate: "probe",
  packageManager: "npm",
  useESLintClass: true,
  useFlatConfig: true,
  experimental: {},
  codeAction: { disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: "all" },
  format: false,
  quiet: false,
  onIgnoredFiles: "off",
  options: {},
  rulesCustomizations: [],
  run: "onType",
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workingDirectory: { mode: "location" },
};

/** An open editor window. */
export class Editor {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #root: string;
  readonly #waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  readonly #texts = new Map<string, { text: string; version: number }>();
  /** What the server showed or logged. */
  readonly log: string[] = [];
  #received = Buffer.alloc(0);
  #lastId = 0;
  readonly #settings: object;

  private constructor(root: string, settings: object) {
    this.#root = root;
    this.#settings = settings;
    this.#child = spawn(process.execPath, [server, "--stdio"], { cwd: root, env: userEnvironment() });
    this.#child.stdout.on("data", (chunk: Buffer) => {
      this.#receive(chunk);
    });
    this.#child.stderr.on("data", (chunk: Buffer) => this.log.push(chunk.toString()));
  }

  /**
   * Opens the folder `root`.
   * @param settings what somebody has changed of the extension's
   */
  static async open(root: string, settings: object = {}): Promise<Editor> {
    const editor = new Editor(root, settings);
    const uri = pathToFileURL(root).href;
    await editor.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "project" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true, workspaceEdit: { documentChanges: true }, executeCommand: {} },
        textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll.eslint"] } } } },
      },
    });
    editor.#notify("initialized", {});
    return editor;
  }

  /** Opens a file of the project in a tab. */
  openFile(name: string, languageId: string, text: string): void {
    this.#texts.set(this.#uri(name), { text, version: 1 });
    this.#notify("textDocument/didOpen", { textDocument: { uri: this.#uri(name), languageId, version: 1, text } });
  }

  /** Types: the whole text is replaced. */
  type(name: string, text: string): void {
    const version = (this.#texts.get(this.#uri(name))?.version ?? 1) + 1;
    this.#texts.set(this.#uri(name), { text, version });
    this.#notify("textDocument/didChange", { textDocument: { uri: this.#uri(name), version }, contentChanges: [{ text }] });
  }

  /** The text in the tab. */
  text(name: string): string {
    return this.#texts.get(this.#uri(name))?.text ?? "";
  }

  /** The squiggles of a file. */
  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.request("textDocument/diagnostic", { textDocument: { uri: this.#uri(name) }, identifier: "eslint" });
    return (report as { readonly items: readonly Diagnostic[] }).items;
  }

  /** What the light bulb offers at a squiggle. */
  async actions(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const actions = await this.request("textDocument/codeAction", {
      textDocument: { uri: this.#uri(name) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], triggerKind: 1 },
    });
    return (actions ?? []) as readonly CodeAction[];
  }

  /** Takes an action. */
  async take({ edit, command }: CodeAction): Promise<void> {
    if (edit) this.#apply(edit);
    if (command) await this.request("workspace/executeCommand", command);
  }

  /** What `"editor.codeActionsOnSave": { "source.fixAll.eslint": "explicit" }` does. */
  async fixOnSave(name: string): Promise<void> {
    const actions = await this.request("textDocument/codeAction", {
      textDocument: { uri: this.#uri(name) },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ["source.fixAll.eslint"], triggerKind: 2 },
    });
    for (const action of (actions ?? []) as readonly CodeAction[]) await this.take(action);
  }

  async close(): Promise<void> {
    await this.request("shutdown", null);
    this.#notify("exit", null);
    await new Promise((resolve) => this.#child.once("exit", resolve));
  }

  async request(method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  #notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#child.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const header = this.#received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, header).toString())?.[1]);
      if (header < 0 || this.#received.length < header + 4 + length) return;
      const body = this.#received.subarray(header + 4, header + 4 + length).toString();
      this.#received = this.#received.subarray(header + 4 + length);
      this.#handle(JSON.parse(body) as Message);
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      const waiting = this.#waiting.get(id ?? -1);
      this.#waiting.delete(id ?? -1);
      if (error) waiting?.reject(new Error(`${error.message}\n${this.log.join("\n")}`));
      else waiting?.resolve(result);
      return;
    }
    if (id === undefined) this.log.push(`${method} ${JSON.stringify(params)}`);
    else this.#send({ id, result: this.#answer(method, params) });
  }

  #answer(method: string, params: unknown): unknown {
    switch (method) {
      case "workspace/configuration": {
        const folder = { uri: pathToFileURL(this.#root).href, name: "project" };
        return (params as { readonly items: readonly unknown[] }).items.map(() => ({ ...defaults, ...this.#settings, workspaceFolder: folder }));
      }
      case "workspace/applyEdit":
        this.#apply((params as { readonly edit: WorkspaceEdit }).edit);
        return { applied: true };
      case "eslint/confirmESLintExecution":
        return 4;
      default:
        if (method.startsWith("eslint/")) this.log.push(`${method} ${JSON.stringify(params)}`);
        return null;
    }
  }

  #apply({ changes = {}, documentChanges = [] }: WorkspaceEdit): void {
    const all = [...Object.entries(changes), ...documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits] as const)];
    for (const [uri, edits] of all) {
      const open = this.#texts.get(uri);
      if (!open) throw new Error(`${uri} is not open`);
      const { text } = open;
      const last = [...edits].sort((one, other) => offsetOf(text, other.range.start) - offsetOf(text, one.range.start));
      const changed = last.reduce((now, { range, newText }) => now.slice(0, offsetOf(text, range.start)) + newText + now.slice(offsetOf(text, range.end)), text);
      this.type(path.relative(this.#root, fileURLToPath(uri)), changed);
    }
  }

  #uri(name: string): string {
    return pathToFileURL(path.join(this.#root, name)).href;
  }
}

function offsetOf(text: string, { line, character }: Position): number {
  const lines = text.split("\n");
  return lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
}
