// tools/bench/graph-child.ts
import { readdirSync as readdirSync4, readFileSync as readFileSync4, writeFileSync as writeFileSync2 } from "node:fs";
import path2 from "node:path";

// src/manifest/load.ts
import { dirname as dirname2, resolve as resolve2 } from "node:path";

// src/manifest/cache.ts
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

// src/manifest/find.ts
import { statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";

// src/manifest/problems.ts
var settingsFile = "settings.ssot.manifest";
var noPlace = { line: 0, column: 0, endLine: 0, endColumn: 0, start: 0, end: 0 };
function problemWithoutPlace(file, finding) {
  return { file, ...noPlace, path: printPath(finding.path), message: finding.message, mend: finding.mend };
}
function printPath(path3) {
  return path3.map((step2, index) => {
    if (typeof step2 === "number") return `[${step2}]`;
    if (!/^[A-Za-z_$][\w$]*$/.test(step2)) return `[${JSON.stringify(step2)}]`;
    return index === 0 ? step2 : `.${step2}`;
  }).join("");
}
function formatProblem(problem) {
  const place = problem.line === 0 ? problem.file : `${problem.file}:${problem.line}:${problem.column}`;
  return `${place}  ${describeProblem(problem)}`;
}
function describeProblem({ path: path3, message, mend }) {
  return `${path3 === "" ? "" : `${path3}: `}${message}. ${mend}${/[.?!]$/.test(mend) ? "" : "."}`;
}
var ManifestError = class extends Error {
  name = "ManifestError";
  /** All that is wrong, in the order of the text. */
  problems;
  /** @param problems at least one; `message` becomes one text that lists them all, as ESLint is to print it */
  constructor(problems) {
    const count = problems.length === 1 ? "an error" : `${problems.length} errors`;
    const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
    super(
      [
        `ssot found ${count} in the manifest:`,
        ...lines,
        "docs/manifest.md of eslint-plugin-ssot explains every field."
      ].join("\n")
    );
    this.problems = problems;
    this.stack = `${this.name}: ${this.message}`;
  }
};

// src/manifest/find.ts
function findManifestFile(setting, cwd) {
  if (isAbsolute(setting)) {
    const found = statFile(setting);
    if (found !== void 0) return found;
    throw missing(setting, "There is no manifest at this path", "Create it, or correct `settings.ssot.manifest`");
  }
  for (let folder3 = cwd; ; folder3 = dirname(folder3)) {
    const found = statFile(join(folder3, setting));
    if (found !== void 0) return found;
    if (folder3 === dirname(folder3)) break;
  }
  throw missing(
    setting,
    `There is no such file in ${cwd} or any folder above it`,
    "Create one (docs/manifest.md has a first one to copy), or set `settings.ssot.manifest` to the path of yours"
  );
}
function findRoot(root, cwd) {
  if (root === void 0) return cwd;
  const file = "settings.ssot.root";
  if (typeof root !== "string" || root.trim() === "" || root.includes("\0")) {
    throw missing(file, "is not the path of a folder", "Write one, absolute or from ESLint's working directory");
  }
  const path3 = resolve(cwd, root);
  if (statOf(path3)?.isDirectory() === true) return path3;
  throw missing(
    file,
    `There is no folder ${path3}`,
    "Correct the path; it is absolute or from ESLint's working directory"
  );
}
function statFile(path3) {
  const stat = statOf(path3);
  return stat === void 0 ? void 0 : { path: path3, stat };
}
function statOf(path3) {
  try {
    return statSync(path3, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path3, error);
  }
}
function missing(file, message, mend) {
  return new ManifestError([problemWithoutPlace(file, { path: [], message, mend })]);
}
function unreadable(path3, error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "EISDIR")
    return missing(path3, "This is a folder, not a manifest", "Name the file in it, such as ssot.json");
  if (code === "EACCES" || code === "EPERM") {
    return missing(path3, `The manifest may not be read by this user (${code})`, "Give this user the right to read it");
  }
  return missing(path3, `The manifest cannot be read (${code})`, "Put a plain file there");
}

// src/manifest/judge-text.ts
import picomatch from "picomatch";
function judgeText(value) {
  if (value.trim() !== "") return void 0;
  return { message: "is empty", mend: "Write something between the quotes, or take the line out" };
}
function judgeId(value) {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return void 0;
  const kebab = value.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return {
    message: `${quoted(value)} is not in kebab-case (small letters and digits, joined by single hyphens)`,
    mend: `Write ${quoted(kebab === "" ? "websocket-factory" : kebab)}${kebab === "" ? ", for example" : ""}`
  };
}
function judgeDate(value) {
  const parts2 = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const mend = 'Write the day as YYYY-MM-DD, such as "2026-12-31"';
  if (parts2 === null) return { message: `${quoted(value)} is not a date`, mend };
  const time = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return void 0;
  return { message: `${quoted(value)} is not a day of the calendar`, mend };
}
function judgeUrl(value) {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return void 0;
  return { message: `${quoted(value)} is not a web address`, mend: "Write it whole, beginning with https://" };
}
function judgeGlob(value) {
  if (value.trim() === "") {
    return { message: "is an empty glob", mend: 'Write one such as "src/compat/**", or take it out' };
  }
  const place = judgeRelative(value, "glob");
  if (place !== void 0) return place;
  if (/^!(?!\()/.test(value)) {
    return {
      message: `${quoted(value)} is negated, which a list of globs cannot be`,
      mend: "Name the files that are meant"
    };
  }
  if (value.endsWith("/")) {
    return {
      message: `${quoted(value)} matches no file, since it ends in a slash`,
      mend: `Write ${quoted(`${value}**`)}`
    };
  }
  try {
    picomatch.makeRe(value);
    return void 0;
  } catch (error) {
    return {
      message: `is no valid glob: ${error instanceof Error ? error.message : String(error)}`,
      mend: "Write a shorter one"
    };
  }
}
function judgeFolder(value) {
  if (value.trim() === "") return { message: "is empty", mend: `Write "." for this file's own folder` };
  return judgeRelative(value, "folder");
}
function judgeRelative(value, noun) {
  const fromHere = `Write it from this file's folder, such as "src${noun === "glob" ? "/**" : ""}"`;
  if (/^([A-Za-z]:[\\/]|\\\\|\/|~\/)/.test(value)) {
    return { message: `${quoted(value)} is an absolute ${noun}`, mend: fromHere };
  }
  if (value.includes("\\")) {
    return { message: `${quoted(value)} has backslashes`, mend: `Write ${quoted(value.replace(/\\+/g, "/"))}` };
  }
  if (value.split("/").includes("..")) {
    return { message: `${quoted(value)} leaves this file's folder`, mend: `${fromHere}, or move this file further up` };
  }
  return void 0;
}
function quoted(value) {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}\u2026` : value);
}

// src/manifest/judge-symbol.ts
var extension = /(\.d)?\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
function judgeModule(module, language) {
  return language === "python" ? judgePythonModule(module) : judgeScriptModule(module);
}
function judgeScriptModule(module) {
  const is = (what2, mend) => ({ message: `${quoted(module)} ${what2}`, mend });
  const fromHere = `Write the path from this file's folder, such as "./src/websocket/factory"`;
  if (/^([A-Za-z]:[\\/]|\\\\|\/|file:)/.test(module)) return is("is an absolute path", fromHere);
  if (module.includes("\\")) return is("has backslashes", `Write ${quoted(module.replace(/\\+/g, "/"))}`);
  if (/^\.\.(\/|$)/.test(module) || module.startsWith("./") && module.split("/").includes("..")) {
    return is(
      "leaves this file's folder",
      "Write a path that begins with ./ and has no .., or move this file further up"
    );
  }
  if (/^(#|[@~]\/|~$)/.test(module)) return is("is an alias, which is no identity of a module", fromHere);
  if (module.startsWith("./")) {
    const steps = module.slice(2).split("/");
    if (steps.every((step2) => step2 !== "" && step2 !== "." && step2.trim() === step2)) return void 0;
    return is("is no path of a module", fromHere);
  }
  if (module.startsWith(".")) return is("is no path of a module", fromHere);
  if (/\.([mc]?ts|[tj]sx)$/.test(module))
    return is("looks like a path, but does not begin with ./", `Write ${quoted(`./${module}`)}`);
  const isPackage = /^(node:)?(@[\w.~-]+\/)?[\w~-][\w.~-]*(\/[^\s/:*?"<>|#]+)*$/.test(module);
  const hasDots = module.split("/").some((step2) => step2 === "." || step2 === "..");
  if (isPackage && !hasDots) return void 0;
  return is(
    "is neither a path nor a package",
    'Write a path that begins with ./, or a package such as "rxjs/operators"'
  );
}
function judgePythonModule(module) {
  const word2 = "[\\p{XID_Start}_]\\p{XID_Continue}*";
  if (new RegExp(`^${word2}(\\.${word2})*$`, "u").test(module)) return void 0;
  if (module.startsWith(".") && !module.includes("/")) {
    return {
      message: `${quoted(module)} is relative`,
      mend: 'Write the module as an absolute import has it, such as "shop.websocket.factory"'
    };
  }
  const dotted2 = module.replace(/^\.\//, "").replace(/\.pyi?$/, "").replace(/\/__init__$/, "").replace(/[\\/]+/g, ".");
  const isPath = /[\\/]/.test(module) && new RegExp(`^${word2}(\\.${word2})*$`, "u").test(dotted2);
  return {
    message: `${quoted(module)} is no dotted Python module`,
    mend: isPath ? `Write ${quoted(dotted2)}, counted from one of \`python.roots\`` : 'Write the module as an absolute import has it, such as "shop.websocket.factory"'
  };
}
function judgeName(name, language) {
  if (name === "*") return void 0;
  const word2 = language === "python" ? /^[\p{XID_Start}_]\p{XID_Continue}*$/u : /^[\p{ID_Start}$_][\p{ID_Continue}$\u200C\u200D]*$/u;
  if (word2.test(name)) return void 0;
  const mend = name.includes(".") ? "Name the export alone: a member of it, or a method, cannot be governed" : language === "python" ? 'Write a Python name, or "*" for all' : 'Write an identifier, "default", or "*" for all';
  return { message: `${quoted(name)} is not a name that a module can export`, mend };
}
var moduleIdentity = (module, language) => {
  if (language === "python") return `python ${module.replace(/\.__init__$/, "")}`;
  if (!module.startsWith("./")) return `ecmascript ${module}`;
  return `ecmascript ${module.replace(extension, "").replace(/\/index$/, "")}`;
};
function printSymbol(symbol) {
  return `\`${symbol.name}\` of ${quoted(symbol.module)}`;
}

// src/manifest/check-claims.ts
function checkIds({ migrations }) {
  const first = /* @__PURE__ */ new Map();
  return migrations.flatMap(({ path: path3, fields: { id } }) => {
    if (id === void 0) return [];
    const earlier = first.get(id);
    if (earlier === void 0) {
      first.set(id, path3);
      return [];
    }
    const message = `${quoted(id)} is the id of ${printPath(earlier)} already`;
    return [{ path: [...path3, "id"], message, mend: "Give each migration an id of its own" }];
  });
}
function claimsOf({ migrations }, identify) {
  return migrations.flatMap(
    ({ fields: { language, canonical }, entries }) => entries.flatMap(({ path: path3, fields: { module, name, except = [] } }) => {
      if (language === void 0 || module === void 0 || name === void 0) return [];
      const symbol = { module, name };
      return [{ path: path3, language, symbol, identity: identityOf(symbol, language, identify), canonical, except }];
    })
  );
}
function identityOf({ module, name }, language, identify) {
  return `${identify(module, language)} ${name}`;
}
function firstOf(claims) {
  const first = /* @__PURE__ */ new Map();
  for (const claim of claims) if (!first.has(claim.identity)) first.set(claim.identity, claim);
  return first;
}
function checkClaims(manifest, identify = moduleIdentity) {
  const claims = claimsOf(manifest, identify);
  const first = firstOf(claims);
  const twice = claims.flatMap((claim) => {
    const earlier = first.get(claim.identity);
    if (earlier === void 0 || earlier === claim) return [];
    const isSameText = moduleIdentity(claim.symbol.module, claim.language) === moduleIdentity(earlier.symbol.module, claim.language);
    return [
      {
        path: [...claim.path, "name"],
        message: `${printSymbol(claim.symbol)} is deprecated by ${printPath(earlier.path)} already${isSameText ? "" : `, as ${printSymbol(earlier.symbol)}`}`,
        mend: "Keep one of the two entries"
      }
    ];
  });
  return [...twice, ...checkLoops(first, identify)];
}
function checkLoops(claims, identify) {
  const told = /* @__PURE__ */ new Set();
  return [...claims.values()].flatMap((claim) => {
    const loop = loopFrom(claim, claims, identify);
    if (loop === void 0) return [];
    const members = loop.map((step2) => step2.claim.identity).sort().join("\n");
    if (told.has(members)) return [];
    told.add(members);
    if (loop.length === 1) {
      const other = claim.canonical?.module ?? claim.symbol.module;
      const isSameText = moduleIdentity(claim.symbol.module, claim.language) === moduleIdentity(other, claim.language);
      const message = `${printSymbol(claim.symbol)} is to be replaced by itself${isSameText ? "" : `: ${quoted(other)} is the same module`}`;
      return [{ path: [...claim.path, "name"], message, mend: "Name another symbol here, or in `canonical`" }];
    }
    const names = [...loop.map((step2) => printSymbol(step2.symbol)), printSymbol(claim.symbol)];
    return [
      {
        path: [...claim.path, "name"],
        message: `the replacements go in a circle: ${names.join(" \u2192 ")}`,
        mend: "Decide which of them stays, and take out the entry that deprecates it"
      }
    ];
  });
}
function loopFrom(start, claims, identify) {
  const { steps, end } = follow(start, claims, identify);
  return end === "loop" ? steps : void 0;
}
function follow(start, claims, identify) {
  const steps = [];
  const seen = /* @__PURE__ */ new Set();
  let symbol = start.symbol;
  for (; ; ) {
    const identity = identityOf(symbol, start.language, identify);
    if (seen.has(identity)) return { steps, end: identity === start.identity ? "loop" : "none" };
    seen.add(identity);
    const claim = claimOn(symbol, start.language, claims, identify);
    if (claim === void 0) return { steps, end: symbol };
    if (claim.canonical === void 0) return { steps, end: "none" };
    steps.push({ claim, symbol });
    symbol = {
      module: claim.canonical.module,
      name: claim.canonical.name === "*" ? symbol.name : claim.canonical.name
    };
  }
}
function claimOn(symbol, language, claims, identify) {
  const named2 = claims.get(identityOf(symbol, language, identify));
  if (named2 !== void 0) return named2;
  const star2 = claims.get(identityOf({ module: symbol.module, name: "*" }, language, identify));
  return star2?.except.includes(symbol.name) === true ? void 0 : star2;
}

// src/manifest/check-migration.ts
function checkMigration(migration) {
  return [
    ...checkDates(migration),
    ...checkSymbols(migration),
    ...checkReplacement(migration),
    ...migration.entries.flatMap((entry) => checkStar(migration, entry))
  ];
}
function checkDates({ path: path3, fields: { since, removeBy } }) {
  if (since === void 0 || removeBy === void 0 || removeBy >= since) return [];
  return [
    {
      path: [...path3, "removeBy"],
      message: `${quoted(removeBy)} is before ${quoted(since)}, the day in \`since\``,
      mend: "Write a later day, or swap the two"
    }
  ];
}
function checkSymbols(migration) {
  const { language, canonical } = migration.fields;
  if (language === void 0) return [];
  const canonicalTexts = [
    { path: [...migration.path, "canonical", "module"], value: canonical?.module, judge: judgeModule },
    { path: [...migration.path, "canonical", "name"], value: canonical?.name, judge: judgeName }
  ];
  const entryTexts2 = migration.entries.flatMap(({ path: path3, fields }) => [
    { path: [...path3, "module"], value: fields.module, judge: judgeModule },
    { path: [...path3, "name"], value: fields.name, judge: judgeName },
    ...(fields.except ?? []).map((value, index) => ({ path: [...path3, "except", index], value, judge: judgeName }))
  ]);
  return [...canonicalTexts, ...entryTexts2].flatMap(({ path: path3, value, judge: judge3 }) => {
    const complaint = value === void 0 ? void 0 : judge3(value, language);
    return complaint === void 0 ? [] : [{ path: path3, ...complaint }];
  });
}
function checkReplacement({ path: path3, fields, isWritten, entries }) {
  if (isWritten("canonical")) return [];
  const exclusive = fields.exclusive === true ? [
    {
      path: [...path3, "exclusive"],
      message: "is about the canonical symbol, but there is no `canonical`",
      mend: "Take it out, or add `canonical`"
    }
  ] : [];
  if (isWritten("message")) return exclusive;
  const silent = entries.filter((entry) => !entry.isWritten("message"));
  const mend = "Add `canonical`, or say in `message` what people are to do instead";
  if (silent.length === entries.length && entries.length > 0) {
    return [...exclusive, { path: path3, message: "has neither a `canonical` symbol nor a `message`", mend }];
  }
  return [
    ...exclusive,
    ...silent.map((entry) => ({
      path: entry.path,
      message: "has no `message`, and its migration no `canonical`",
      mend
    }))
  ];
}
function checkStar({ fields: { canonical } }, { path: path3, fields, isWritten }) {
  const findings = [];
  const { name } = fields;
  if (name === void 0) return findings;
  if (canonical !== void 0 && canonical.name !== name && (canonical.name === "*" || name === "*")) {
    const message = name === "*" ? `"*" stands for every export, but the canonical name is ${quoted(canonical.name)}` : `${quoted(name)} is one export, but the canonical name is "*", every export`;
    findings.push({ path: [...path3, "name"], message, mend: 'Write "*" on both sides, or a name on both' });
  }
  if (name !== "*" && isWritten("except")) {
    findings.push({
      path: [...path3, "except"],
      at: "key",
      message: 'belongs beside "name": "*" only',
      mend: "Take it out"
    });
  }
  const star2 = fields.except?.indexOf("*") ?? -1;
  if (star2 >= 0) {
    const message = '"*" would except every export';
    findings.push({ path: [...path3, "except", star2], message, mend: "Name the exports that did not move" });
  }
  return findings;
}

// src/manifest/check-rewrites.ts
function checkRewrites(migration, entry, checkRewrite3) {
  const { rewrites, name } = entry.fields;
  if (rewrites === void 0) return checkBindKeys(entry);
  const atRewrites = { path: [...entry.path, "rewrites"], at: "key" };
  if (rewrites.length > 0 && !migration.isWritten("canonical")) {
    return [
      { ...atRewrites, message: "needs a `canonical` symbol to rewrite to", mend: "Add `canonical`, or take it out" }
    ];
  }
  if (rewrites.length > 0 && name === "*") {
    const message = 'cannot stand beside "name": "*", since a call shape is about one symbol';
    return [{ ...atRewrites, message, mend: "Give that symbol an entry of its own" }];
  }
  return [
    ...checkBindKeys(entry),
    ...checkNames(entry),
    ...checkRewrite3 === void 0 ? [] : checkSyntax(migration, entry, checkRewrite3)
  ];
}
function boundNames(entry) {
  return entry.keysOf("bind").filter((key) => bindable.test(key));
}
var bindable = /^[\p{L}_][\p{L}\p{N}_]*$/u;
function checkBindKeys({ path: path3, keysOf: keysOf2 }) {
  return keysOf2("bind").flatMap((key) => {
    if (bindable.test(key)) return [];
    const at2 = { path: [...path3, "bind", key], at: "key" };
    if (/^\$\$\$/.test(key)) {
      const message = `${quoted(key)} stands for any number of arguments, which \`bind\` cannot give`;
      return [{ ...at2, message, mend: "Let `from` bind it, or write a single $name" }];
    }
    const plain = key.replace(/^\$+/, "");
    return [
      {
        ...at2,
        message: `${quoted(key)} is not a name`,
        mend: bindable.test(plain) ? `Write ${quoted(plain)}, without the $` : "Write the letters that follow the $ in `to`"
      }
    ];
  });
}
function placeholdersOf(code) {
  const matches = code.matchAll(/(?<![\p{L}\p{N}_$])(\$\$\$|\$)([\p{L}_][\p{L}\p{N}_]*)/gu);
  return [...matches].map((match) => ({ name: match[2] ?? "", isMany: match[1] === "$$$" }));
}
function withoutTexts(code) {
  return code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""').replace(/`(?:[^`\\]|\\.)*`/g, (text2) => [...text2.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]).join(" "));
}
function checkNames(entry) {
  const rewrites = entry.fields.rewrites ?? [];
  const bound = new Set(boundNames(entry));
  const unbound = rewrites.flatMap(({ from, to }, index) => {
    const given = new Map(placeholdersOf(from).map(({ name, isMany }) => [name, isMany]));
    const wanted = new Map(placeholdersOf(withoutTexts(to)).map((placeholder3) => [placeholder3.name, placeholder3]));
    return [...wanted.values()].flatMap(({ name, isMany }) => {
      const path3 = [...entry.path, "rewrites", index, "to"];
      const written3 = `${isMany ? "$$$" : "$"}${name}`;
      const inFrom = given.get(name);
      if (inFrom === isMany) return [];
      if (inFrom !== void 0) {
        const other = `${inFrom ? "$$$" : "$"}${name}`;
        const message = `${written3} and the ${other} of \`from\` do not stand for the same number of expressions`;
        return [{ path: path3, message, mend: `Write ${other} in both, or ${written3} in both` }];
      }
      if (isMany) {
        return [
          {
            path: path3,
            message: `${written3} is not in \`from\`, and \`bind\` cannot give it`,
            mend: `Write ${written3} in \`from\` too`
          }
        ];
      }
      if (bound.has(name)) return [];
      return [
        {
          path: path3,
          message: `${written3} is neither in \`from\` nor in \`bind\``,
          mend: `Write ${written3} in \`from\` too, or say in \`bind\` where it comes from: "bind": { ${quoted(name)}: [${quoted(name)}] }`
        }
      ];
    });
  });
  const used = new Set(rewrites.flatMap(({ to }) => placeholdersOf(to)).map(({ name }) => name));
  const unused = [...bound].filter((name) => !used.has(name));
  return [
    ...unbound,
    ...unused.map((name) => {
      const message = `is used by no \`to\`: none has $${name} in it`;
      return { path: [...entry.path, "bind", name], at: "key", message, mend: "Take it out, or correct its spelling" };
    })
  ];
}
function checkSyntax(migration, entry, checkRewrite3) {
  const { language, canonical } = migration.fields;
  const { name, rewrites = [] } = entry.fields;
  if (language === void 0 || canonical === void 0 || name === void 0) return [];
  const names = { deprecated: name, canonical: canonical.name };
  return rewrites.flatMap(({ from, to }, index) => {
    const path3 = [...entry.path, "rewrites", index];
    try {
      const complaints = checkRewrite3({ from, to }, names, language);
      return complaints.map(({ part, message, mend }) => ({ path: [...path3, part], message, mend }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return [
        {
          path: path3,
          message: `could not be checked: ${reason}`,
          mend: "Write it in a simpler way, and report this as a bug"
        }
      ];
    }
  });
}

// src/manifest/check-settings.ts
function checkGates({ gates }) {
  const phases2 = ["1", "2", "3", "4"];
  return phases2.flatMap((phase, index) => {
    const before3 = phases2[index - 1];
    if (before3 === void 0) return [];
    const lower = gates.fields[before3];
    const upper = gates.fields[phase];
    if (lower === void 0 || upper === void 0 || lower <= upper) return [];
    const wrong = gates.isWritten(phase) ? phase : before3;
    const name = (of) => gates.isWritten(of) ? "" : ", its default";
    return [
      {
        path: [...gates.path, wrong],
        message: `phase ${before3} requires a score of ${lower}${name(before3)}, and phase ${phase} only ${upper}${name(phase)}`,
        mend: gates.isWritten(phase) ? `Let phase ${phase} require at least what phase ${before3} does` : `Write "${phase}" too, with at least ${lower}, or a lower score here`
      }
    ];
  });
}
function checkVerify({ verify }) {
  const { perFile } = verify.fields;
  if (perFile === void 0 || perFile.includes("{file}")) return [];
  return [
    {
      path: [...verify.path, "perFile"],
      message: "does not say where the file's path goes",
      mend: "Write {file} where it belongs, or use `goldenPath` for a command that is not about one file"
    }
  ];
}

// src/manifest/json-schema.ts
import { z as z2 } from "zod";

// src/manifest/schema.ts
import { z } from "zod";
var usualTests = [
  "**/*.{test,spec}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}",
  "**/*.{test-d,spec-d,cy}.{js,jsx,ts,tsx,mjs,cjs,mts,cts}",
  "**/__tests__/**",
  "**/__mocks__/**",
  "**/{test,tests,e2e}/**",
  "**/test_*.py",
  "**/*_test.py",
  "**/tests.py",
  "**/conftest.py"
];
function textWhere(judge3) {
  return z.string().check((payload) => {
    const complaint = judge3(payload.value);
    if (complaint === void 0) return;
    const { message, mend } = complaint;
    payload.issues.push({ code: "custom", input: payload.value, message, params: { mend } });
  });
}
var text = textWhere(judgeText).meta({ pattern: "\\S" });
var glob = textWhere(judgeGlob).meta({ minLength: 1, examples: ["src/compat/**"] });
var folder = textWhere(judgeFolder).meta({ minLength: 1, examples: ["."] });
var date = textWhere(judgeDate).meta({ format: "date" });
var score = z.number().min(0).max(100);
var moduleDescription = "For ecmascript: a path from this file's folder that starts with ./ (the extension may be left out), or a package specifier such as rxjs/operators. For python: a dotted absolute module such as shop.websocket.factory.";
var canonicalSchema = z.strictObject({
  module: text.meta({ description: moduleDescription, examples: ["./src/websocket/canonical"] }),
  name: text.meta({
    description: `The export's name, "default", or "*" where every export moved to this module (then on both sides).`,
    examples: ["createWebSocketManager"]
  })
}).meta({
  description: "The symbol that everyone is to use, at the module from which everyone is to take it.",
  examples: [{ module: "./src/new", name: "createNew" }]
});
var rewriteSchema = z.strictObject({
  from: text.meta({
    description: "The call shape to replace. $name stands for one expression, $$$name for any number of arguments. Spacing, parentheses, line breaks, a trailing comma and an await around it make no difference.",
    examples: ["getFactory().create($context)"]
  }),
  to: text.meta({
    description: "What takes its place. A $name that `from` does not have is taken from `bind`.",
    examples: ["create($context)"]
  }),
  safe: z.boolean().default(true).describe("false: never applied by itself, only offered as a suggestion. Default true.")
}).meta({
  description: "One call shape and what replaces it.",
  examples: [{ from: "getOld($key)", to: "createNew($key)" }]
});
var deprecatedSchema = z.strictObject({
  module: text.meta({
    description: `${moduleDescription} It may be a module that only re-exports the symbol.`,
    examples: ["./src/websocket/factory"]
  }),
  name: text.meta({
    description: 'The export\'s name, "default", or "*" for every export of the module (then in `canonical` too).',
    examples: ["getWebSocketManagerFactory"]
  }),
  except: z.array(text.meta({ examples: ["merge"] })).default([]).describe('Beside "name": "*" only: the exports that did not move.'),
  message: text.optional().describe("What the report says when there is no canonical symbol to name."),
  rewrites: z.array(rewriteSchema).default([]).describe("Call shapes, tried in order, the first match wins. None: a plain rename or move."),
  bind: z.record(
    z.string().meta({ pattern: "^[\\p{L}_][\\p{L}\\p{N}_]*$" }),
    z.array(text).min(1).meta({ examples: [["ctx", "this.ctx"]] })
  ).default({}).describe(
    "For each $name of `to` that `from` does not have (here without the $): expressions, of which the first one that is in scope is taken."
  ),
  sideEffects: z.boolean().default(false).describe('true: importing the old module does something, so a bare import "module" stays. Default false.')
}).meta({ description: "One symbol that is to go.", examples: [{ module: "./src/old", name: "getOld" }] });
var prioritySchema = z.strictObject({
  name: text.meta({ description: "What the reports call this group.", examples: ["critical path"] }),
  files: z.array(glob).min(1).meta({ description: "Globs from this file's folder.", examples: [["src/routes/**"]] })
}).meta({
  description: "A group of files that `ssot migrate` takes before the groups after it.",
  examples: [{ name: "critical path", files: ["src/routes/**"] }]
});
var languages = ["ecmascript", "python"];
var phases = [1, 2, 3, 4];
var migrationSchema = z.strictObject({
  id: textWhere(judgeId).meta({
    description: "Unique name of the migration, in kebab-case.",
    pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
    examples: ["websocket-factory"]
  }),
  title: text.optional().describe("What people call the migration."),
  url: textWhere(judgeUrl).meta({ format: "uri" }).optional().describe("Where it is tracked; reports carry it."),
  owner: text.optional().describe("Whom to ask; reports carry it."),
  since: date.optional().describe("The day of the deprecation, YYYY-MM-DD."),
  removeBy: date.optional().describe("The day by which nothing is to be left, YYYY-MM-DD; reports carry it."),
  language: z.enum(languages).default("ecmascript").describe("The language of the modules. Default ecmascript."),
  // Not required: a forgotten phase then only contains, and never rewrites a line of production code.
  phase: z.literal(phases).default(1).describe("How far it is carried out: 1 contain (default), 2 production, 3 tests, 4 removal."),
  canonical: canonicalSchema.optional(),
  message: text.optional().describe("What reports say where there is no `canonical`; an entry of `deprecated` may have its own."),
  exclusive: z.boolean().default(false).describe("true: the canonical symbol has one import path and one definition. Default false."),
  deprecated: z.array(deprecatedSchema).min(1).meta({ examples: [[{ module: "./src/old", name: "getOld" }]] }).describe("The symbols that the canonical one replaces."),
  allow: z.array(glob).default([]).describe("Globs of files whose sites of this migration are right as they are."),
  priority: z.array(prioritySchema).default([]).describe("The order in which `ssot migrate` takes files.")
}).meta({
  description: "One canonical symbol, the deprecated ones that it replaces, and how far the replacement has come.",
  examples: [
    {
      id: "old-factory",
      canonical: { module: "./src/new", name: "createNew" },
      deprecated: [{ module: "./src/old", name: "getOld" }]
    }
  ]
});
var gatesSchema = z.strictObject({
  "1": score.default(25).describe("Score that phase 1 (contain) requires. Default 25."),
  "2": score.default(75).describe("Score that phase 2 (production) requires. Default 75."),
  "3": score.default(95).describe("Score that phase 3 (tests) requires. Default 95."),
  "4": score.default(100).describe("Score that phase 4 (removal) requires. Default 100.")
});
var verifySchema = z.strictObject({
  goldenPath: text.optional().describe("Command run before and after a phase: if it fails, the phase is undone."),
  perFile: text.optional().describe("Command run after each migrated file, {file} standing for its path: if it fails, the file is put back."),
  timeoutSeconds: z.number().positive().max(86400).default(600).describe("Seconds after which a command counts as failed. Default 600.")
});
var manifestSchema = z.strictObject({
  $schema: z.string().optional().describe("Path of schema.json, for completion in editors."),
  tests: z.array(glob).default(usualTests).describe("Globs of the test files, from this file's folder. Default: the usual places in both ecosystems."),
  exclude: z.array(glob).default([]).describe("Globs of files that are not looked at."),
  python: z.strictObject({
    roots: z.array(folder).min(1).default(["."]).describe('Folders where absolute imports start. Default ["."].')
  }).prefault({}).meta({ description: "Settings for Python.", examples: [{ roots: ["."] }] }),
  gates: gatesSchema.prefault({}).meta({
    description: "The score that each phase requires, from 0 to 100; none below the one before.",
    examples: [{ "1": 25, "2": 75, "3": 95, "4": 100 }]
  }),
  verify: verifySchema.optional().meta({
    description: "Commands that `ssot migrate` and `ssot check --verify` run; linting never does.",
    examples: [{ goldenPath: "npm run test:golden", perFile: "npx vitest related --run {file}" }]
  }),
  migrations: z.array(migrationSchema).meta({ description: "The migrations.", examples: [[]] })
}).meta({ examples: [{ migrations: [] }] });

// src/manifest/json-schema.ts
function jsonSchema() {
  const schema = z2.toJSONSchema(manifestSchema, { io: "input", target: "draft-7" });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://unpkg.com/eslint-plugin-ssot/schema.json",
    title: "Manifest of eslint-plugin-ssot (ssot.json)",
    description: "Says which module is the single source of truth for a symbol, and what is to go.",
    // Without these two, VS Code marks comments and trailing commas in a .json file as errors.
    allowComments: true,
    allowTrailingCommas: true,
    ...schema
  };
}

// src/manifest/json-value.ts
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function valueAt(value, path3) {
  let found = value;
  for (const step2 of path3) {
    if (typeof step2 === "number") found = Array.isArray(found) ? found[step2] : void 0;
    else found = isObject(found) && Object.hasOwn(found, step2) ? found[step2] : void 0;
  }
  return found;
}
function isPresent(value, path3) {
  return valueAt(value, path3) !== void 0;
}

// src/manifest/schema-node.ts
function nodeAt(schema, path3) {
  let node = schema;
  for (const step2 of path3) node = typeof step2 === "number" ? itemsOf(node) : propertyOf(node, step2);
  return node;
}
function homeOf(schema, key) {
  const homes = [
    ["in an entry of `migrations`", ["migrations", 0]],
    ["in an entry of a migration's `deprecated`", ["migrations", 0, "deprecated", 0]],
    ["in an entry of `rewrites`", ["migrations", 0, "deprecated", 0, "rewrites", 0]],
    ["in `python`", ["python"]],
    ["in `verify`", ["verify"]],
    ["at the top level", []]
  ];
  return homes.find(([, path3]) => Object.hasOwn(nodeAt(schema, path3)?.properties ?? {}, key))?.[0];
}
function exampleOf(node, path3) {
  const example = node?.examples?.[0] ?? node?.default;
  if (example === void 0 || JSON.stringify(example).length > 160) return void 0;
  const key = path3.at(-1);
  return typeof key === "string" ? `${JSON.stringify(key)}: ${print(example)}` : print(example);
}
function print(value) {
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(print).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${print(child)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
function itemsOf(node) {
  const items = node?.items;
  return typeof items === "object" && !Array.isArray(items) ? items : void 0;
}
function propertyOf(node, key) {
  const own = Object.hasOwn(node?.properties ?? {}, key) ? node?.properties?.[key] : void 0;
  const found = own ?? node?.additionalProperties;
  return typeof found === "object" ? found : void 0;
}

// src/manifest/spelling.ts
function closest(written3, known2) {
  const plain = withoutStyle(written3);
  let best;
  let bestDistance = plain.length < 3 ? 1 : Math.floor(plain.length / 3) + 1;
  for (const word2 of known2) {
    const distance = distanceBetween(plain, withoutStyle(word2));
    if (distance < bestDistance) [best, bestDistance] = [word2, distance];
  }
  return best;
}
function withoutStyle(word2) {
  return word2.toLowerCase().replace(/[-_$\s]/g, "");
}
function distanceBetween(left, right) {
  let beforePrevious = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame3 = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (isSame3 ? 0 : 1),
        isSwap ? (beforePrevious[column - 2] ?? Infinity) + 1 : Infinity
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[right.length] ?? Infinity;
}

// src/manifest/explain-shape.ts
function explainShape(issues, json) {
  if (issues.length === 0) return [];
  const schema = jsonSchema();
  const unknownKeys = issues.flatMap(
    (issue) => issue.code === "unrecognized_keys" ? issue.keys.map((key) => unknownKey(schema, json, stepsOf(issue), key)) : []
  );
  const meant = new Set(
    unknownKeys.flatMap(({ meantPath }) => meantPath === void 0 ? [] : [printPath(meantPath)])
  );
  const others = issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return [];
    const path3 = stepsOf(issue);
    if (meant.has(printPath(path3)) && !isPresent(json, path3)) return [];
    const isNeeded = nodeAt(schema, path3.slice(0, -1))?.required?.includes(String(path3.at(-1))) === true;
    return [{ path: path3, ...explain(issue, json, path3, { node: nodeAt(schema, path3), isNeeded }) }];
  });
  return [...unknownKeys.map(({ finding }) => finding), ...others];
}
function stepsOf(issue) {
  return issue.path.map((step2) => typeof step2 === "symbol" ? String(step2) : step2);
}
function unknownKey(schema, json, path3, key) {
  const parent = nodeAt(schema, path3);
  const known2 = Object.keys(parent?.properties ?? {});
  const free = known2.filter((name) => !isPresent(json, [...path3, name]));
  const meant = closest(key, free);
  const home = meant === void 0 ? homeOf(schema, key) : void 0;
  const mend = meant !== void 0 ? `Did you mean \`${meant}\`?` : home !== void 0 ? `It belongs ${home}` : `Take it out; what may stand here is ${known2.map((name) => `\`${name}\``).join(", ")}`;
  const finding = { path: [...path3, key], at: "key", message: "is not a known key", mend };
  return { finding, meantPath: meant === void 0 ? void 0 : [...path3, meant] };
}
function explain(issue, json, path3, { node, isNeeded }) {
  const value = valueAt(json, path3);
  const example = exampleOf(node, path3);
  switch (issue.code) {
    case "invalid_type":
      if (!isPresent(json, path3))
        return { message: "is missing", mend: `Add ${example ?? kinds[issue.expected] ?? "it"}` };
      return {
        message: `${path3.length === 0 ? "The manifest " : ""}must be ${kinds[issue.expected] ?? issue.expected}, but is ${describe(value)}`,
        mend: mendType(issue.expected, value) ?? (example === void 0 ? "Write one" : `Write it like this: ${example}`)
      };
    case "invalid_value":
      return explainChoice(issue.values, value, path3);
    case "too_small":
      if (issue.origin === "array") {
        const suchAs = example === void 0 ? "" : `, such as ${example}`;
        return { message: "is an empty list", mend: `Put something in${suchAs}${isNeeded ? "" : ", or take it out"}` };
      }
      return {
        message: `is ${String(value)}, which is too small`,
        mend: `Write a number ${issue.inclusive === true ? "of at least" : "above"} ${issue.minimum}`
      };
    case "too_big":
      return { message: `is ${String(value)}, which is too large`, mend: `Write a number of at most ${issue.maximum}` };
    case "custom":
      return { message: issue.message, mend: String(issue.params?.["mend"] ?? "Correct it") };
    default:
      return {
        message: "has the wrong shape",
        mend: example === void 0 ? "Correct it" : `Write it like this: ${example}`
      };
  }
}
function explainChoice(choices, value, path3) {
  if (path3.at(-1) === "phase") {
    const names2 = ["contain", "production", "tests", "removal"];
    const meant2 = names2.indexOf(typeof value === "string" ? closest(value, names2) ?? "" : "") + 1;
    const digit = choices.find((choice) => String(choice) === value);
    return {
      message: `must be a number from 1 to 4, but is ${describe(value)}`,
      mend: digit !== void 0 ? `Write ${JSON.stringify(digit)} without quotes` : meant2 > 0 ? `Write ${meant2}` : "Write 1 (contain), 2 (production), 3 (tests) or 4 (removal)"
    };
  }
  const names = choices.map((choice) => quoted(String(choice)));
  const isScript = typeof value === "string" && /^(java|type)script$|^[jt]sx?$|^es\d*$/i.test(value);
  const meant = isScript ? "ecmascript" : typeof value === "string" ? closest(value, choices.map(String)) : void 0;
  return {
    message: `must be ${names.join(" or ")}, but is ${describe(value)}`,
    mend: meant === void 0 ? `Write ${names.join(" or ")}` : `Write ${quoted(meant)}`
  };
}
var kinds = {
  string: "a text in double quotes",
  number: "a number",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "an object in { }",
  record: "an object in { }"
};
function describe(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
function mendType(expected, value) {
  if (value === null) return "Take the line out, or write a value";
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  if (expected === "array" && isScalar) return `Write [${JSON.stringify(value)}]`;
  if (expected === "string" && isScalar) return `Write ${quoted(String(value))}, if that is meant`;
  if (expected === "boolean" && (value === "true" || value === "false")) return `Write ${value} without quotes`;
  const isNumeric = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if (expected === "number" && isNumeric) return `Write ${Number(value)} without quotes`;
  return void 0;
}

// src/manifest/read-json.ts
import { getNodeValue, parseTree, printParseErrorCode as printParseErrorCode2 } from "jsonc-parser";

// src/manifest/explain-syntax.ts
import { createScanner, printParseErrorCode } from "jsonc-parser";
function* tokensOf(text2) {
  const scanner = createScanner(text2, true);
  while (scanner.getPosition() < text2.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    if (end > start) yield { start, end };
  }
}
function explainSyntax(text2, error) {
  const here = { start: error.offset, end: error.offset + error.length, path: [] };
  const written3 = text2.slice(here.start, here.end);
  const found = here.start >= text2.length ? "the end of the file" : written3.startsWith('"') ? written3 : quoted(written3);
  switch (printParseErrorCode(error.error)) {
    case "CommaExpected": {
      const end = endBefore(text2, error.offset);
      return { start: end, end, path: [], message: "A comma is missing here", mend: `Write one before ${found}` };
    }
    case "ColonExpected":
      return {
        ...here,
        message: `A colon is missing before ${found}`,
        mend: 'Write it between key and value: "key": value'
      };
    case "CloseBraceExpected":
    case "CloseBracketExpected":
      return unclosed(text2);
    case "EndOfFileExpected":
      return {
        ...here,
        message: `${found} stands after the end of the manifest`,
        mend: "Take it out, or look for a bracket that was closed too early"
      };
    case "UnexpectedEndOfComment":
      return { ...here, end: here.start + 2, message: "This comment has no end", mend: "Close it with */" };
    case "UnexpectedEndOfString":
      return { ...here, message: "This text has no closing quote", mend: 'Write " where it ends, on the same line' };
    case "InvalidCharacter":
      return {
        ...here,
        message: "This text has a tab or another control character in it",
        mend: "Write \\t for a tab"
      };
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return {
        ...here,
        message: `${written3} has a backslash that begins no valid escape`,
        mend: "Write / in paths, and \\\\ where a backslash is meant"
      };
    case "InvalidNumberFormat":
    case "UnexpectedEndOfNumber":
      return { ...here, message: `${found} is not a whole number literal`, mend: "Write a number such as 2 or 62.5" };
    case "InvalidSymbol":
      return { ...here, ...explainSymbol(written3, text2[here.start - 1]) };
    case "PropertyNameExpected":
      return {
        ...here,
        message: `${found} stands where a key belongs`,
        mend: "Write a key in double quotes, or take out what is too much"
      };
    default:
      return here.start >= text2.length ? unclosed(text2) : {
        ...here,
        message: `${found} stands where a value belongs`,
        mend: `Write a value before it, or look for a bracket that is missing`
      };
  }
}
function explainSymbol(written3, before3) {
  if (/^(<{7}|={7}|>{7})/.test(written3)) {
    return { message: "This is the mark of a merge conflict", mend: "Resolve the conflict" };
  }
  if (/^['`‘’“”]/.test(written3)) {
    return {
      message: `${written3} is not in double quotes`,
      mend: `Write ${quoted(written3.replace(/^['`‘’“”]|['`‘’“”]:?$/g, ""))}`
    };
  }
  const word2 = { True: "true", False: "false", None: "null" }[written3];
  if (word2 !== void 0) return { message: `${written3} is Python's way to write it`, mend: `Write ${word2}` };
  if (before3 === '"') {
    return {
      message: `A text ends just before ${written3}`,
      mend: 'Look for a quote that is missing further left, or write \\" for one in a text'
    };
  }
  return {
    message: `${written3} is not JSON`,
    mend: "Put keys and texts in double quotes, and take out what is too much"
  };
}
function unclosed(text2) {
  const open2 = [];
  for (const token of tokensOf(text2)) {
    const character = text2[token.start];
    if (character === "{" || character === "[") open2.push(token);
    if (character === "}" || character === "]") open2.pop();
  }
  const end = endBefore(text2, text2.length);
  const innermost2 = open2.at(-1);
  if (innermost2 === void 0) {
    return { start: end, end, path: [], message: "The file ends too early", mend: "Write the value that is missing" };
  }
  const line = text2.slice(0, innermost2.start).split(/\r\n|\n|\r/).length;
  const [opening, closing] = text2[innermost2.start] === "{" ? ["{", "}"] : ["[", "]"];
  return {
    start: end,
    end,
    path: [],
    message: `The file ends too early: the ${opening} of line ${line} is not closed`,
    mend: `Write what is missing, and ${closing}`
  };
}
function endBefore(text2, offset) {
  let end = 0;
  for (const token of tokensOf(text2)) {
    if (token.start >= offset) break;
    end = token.end;
  }
  return end;
}

// src/manifest/read-json.ts
var deepest = 100;
function readJson(text2) {
  const tooDeep = findTooDeep(text2);
  if (tooDeep !== void 0) return { tree: void 0, value: void 0, findings: [tooDeep] };
  const errors = [];
  const tree = parseTree(text2, errors, { allowTrailingComma: true, allowEmptyContent: true });
  if (tree === void 0 && errors.length === 0) return { tree, value: void 0, findings: [nothing] };
  const findings = worthTelling(text2, errors).map((error) => explainSyntax(text2, error));
  if (tree === void 0 || !errors.every(isMissingComma)) return { tree, value: void 0, findings };
  return { tree, value: { json: getNodeValue(tree) }, findings: [...findings, ...findTwice(tree, [])] };
}
var nothing = {
  start: 0,
  end: 0,
  path: [],
  message: "There is no manifest in this file",
  mend: 'Write { "migrations": [] } to begin with'
};
function isMissingComma(error) {
  return printParseErrorCode2(error.error) === "CommaExpected";
}
function worthTelling(text2, errors) {
  const fatal = errors.find((error) => !isMissingComma(error));
  if (fatal === void 0) return errors;
  const lineStart = text2.lastIndexOf("\n", fatal.offset - 1) + 1;
  return [...errors.filter((error) => isMissingComma(error) && error.offset < lineStart), fatal];
}
function findTooDeep(text2) {
  let depth = 0;
  for (const { start } of tokensOf(text2)) {
    const character = text2[start];
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    if (depth > deepest) {
      return { start, end: start + 1, path: [], message: "Brackets are nested too deep here", mend: "Take them out" };
    }
  }
  return void 0;
}
function findTwice(node, path3) {
  const children2 = node.children ?? [];
  if (node.type === "array") return children2.flatMap((child, index) => findTwice(child, [...path3, index]));
  if (node.type !== "object") return [];
  const seen = /* @__PURE__ */ new Set();
  return children2.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === void 0) return [];
    const name = String(key.value);
    const here = [...path3, name];
    const inside = value === void 0 ? [] : findTwice(value, here);
    if (!seen.has(name)) {
      seen.add(name);
      return inside;
    }
    const message = `${quoted(name)} stands twice in the same object`;
    const mend = "Keep one of the two, since only the last would count";
    return [{ start: key.offset, end: key.offset + key.length, path: here, message, mend }, ...inside];
  });
}

// src/manifest/locate.ts
function withoutByteOrderMark(text2) {
  return text2.startsWith("\uFEFF") ? text2.slice(1) : text2;
}
function locatorOf(text2, tree) {
  const lineStarts = [0];
  for (const match of text2.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);
  function positionOf(offset) {
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return [low + 1, offset - (lineStarts[low] ?? 0) + 1];
  }
  function span(start, end) {
    const [line, column] = positionOf(start);
    const [endLine, endColumn] = positionOf(end);
    return { line, column, endLine, endColumn, start, end };
  }
  function at2(path3, part = "value") {
    if (tree === void 0) return span(0, 0);
    const found = follow2(tree, path3);
    const node = part === "key" && found.isWhole ? found.key ?? found.node : found.node;
    const end = node.offset + node.length;
    const isLong = node.children !== void 0 && /[\r\n]/.test(text2.slice(node.offset, end));
    return span(node.offset, isLong ? node.offset + 1 : end);
  }
  return { at: at2, span };
}
function follow2(tree, path3) {
  let found = { node: tree, key: void 0, isWhole: true };
  for (const step2 of path3) {
    const next = stepInto(found.node, step2);
    if (next === void 0) return { ...found, isWhole: false };
    found = next;
  }
  return found;
}
function stepInto(node, step2) {
  const children2 = node.children ?? [];
  if (typeof step2 === "number") {
    const item = node.type === "array" ? children2[step2] : void 0;
    return item === void 0 ? void 0 : { node: item, key: void 0, isWhole: true };
  }
  if (node.type !== "object") return void 0;
  const property = children2.findLast((child) => child.children?.[0]?.value === step2);
  const [key, value] = property?.children ?? [];
  return key === void 0 || value === void 0 ? void 0 : { node: value, key, isWhole: true };
}

// src/manifest/salvage.ts
function salvage(json) {
  const raw = isObject(json) ? json : {};
  return {
    migrations: listOf(raw["migrations"]).map((migration, index) => salvageMigration(migration, ["migrations", index])),
    gates: fieldsOf(gatesSchema.shape, raw["gates"], ["gates"]),
    verify: fieldsOf(verifySchema.shape, raw["verify"], ["verify"])
  };
}
function salvageMigration(json, path3) {
  const entries = listOf(isObject(json) ? json["deprecated"] : void 0);
  return {
    ...fieldsOf(migrationSchema.shape, json, path3),
    entries: entries.map((entry, index) => fieldsOf(deprecatedSchema.shape, entry, [...path3, "deprecated", index]))
  };
}
function fieldsOf(shape, json, path3) {
  const raw = isObject(json) ? json : {};
  const fields = {};
  for (const key in shape) {
    const result2 = shape[key]?.safeParse(raw[key]);
    if (result2?.success === true) fields[key] = result2.data;
  }
  return {
    path: path3,
    fields,
    isWritten: (key) => raw[key] !== void 0,
    keysOf: (key) => {
      const value = raw[key];
      return isObject(value) ? Object.keys(value) : [];
    }
  };
}
function listOf(json) {
  return Array.isArray(json) ? json : [];
}

// src/manifest/validate.ts
function validateManifestText(text2, file, checkRewrite3) {
  const bare = withoutByteOrderMark(text2);
  const { tree, value, findings: syntax } = readJson(bare);
  const locator = locatorOf(bare, tree);
  const problems = syntax.map(({ start, end, path: path3, message, mend }) => ({
    file,
    ...locator.span(start, end),
    path: printPath(path3),
    message,
    mend
  }));
  if (value === void 0) return { manifest: void 0, problems };
  const { manifest, findings } = validate(value.json, checkRewrite3);
  const all = inOrder([...problems, ...placeFindings(findings, locator, file)]);
  return { manifest: all.length === 0 ? manifest : void 0, problems: all };
}
function validateManifestObject(value, checkRewrite3) {
  const { manifest, findings } = validate(value, checkRewrite3);
  return { manifest, problems: findings.map((finding) => problemWithoutPlace(settingsFile, finding)) };
}
function placeFindings(findings, locator, file) {
  return findings.map(({ path: path3, at: at2, message, mend }) => ({
    file,
    ...locator.at(path3, at2),
    path: printPath(path3),
    message,
    mend
  }));
}
function inOrder(problems) {
  return problems.toSorted((left, right) => left.start - right.start || right.end - left.end);
}
function validate(json, checkRewrite3) {
  const parsed = manifestSchema.safeParse(json);
  const salvaged = salvage(json);
  const findings = [
    ...explainShape(parsed.error?.issues ?? [], json),
    ...checkGates(salvaged),
    ...checkVerify(salvaged),
    ...checkIds(salvaged),
    ...salvaged.migrations.flatMap((migration) => [
      ...checkMigration(migration),
      ...migration.entries.flatMap((entry) => checkRewrites(migration, entry, checkRewrite3))
    ]),
    ...checkClaims(salvaged)
  ];
  const manifest = findings.length === 0 && parsed.success ? freeze(parsed.data) : void 0;
  return { manifest, findings };
}
function freeze(value) {
  if (typeof value === "object" && value !== null) {
    for (const child of Object.values(value)) freeze(child);
    Object.freeze(value);
  }
  return value;
}

// src/manifest/cache.ts
var objects = /* @__PURE__ */ new WeakMap();
var files = /* @__PURE__ */ new Map();
var mostFiles = 16;
var settlingNanoseconds = 2000000000n;
function readObject(value, checkRewrite3) {
  let entry = objects.get(value);
  if (entry === void 0 || entry.checkRewrite !== checkRewrite3) {
    const { manifest, problems } = validateManifestObject(value, checkRewrite3);
    const outcome = manifest === void 0 ? { problems } : { manifest, version: hashOf(JSON.stringify(manifest)) };
    entry = { checkRewrite: checkRewrite3, outcome };
    objects.set(value, entry);
  }
  return open(entry.outcome);
}
function readFile({ path: path3, stat }, checkRewrite3) {
  const stamp = `${stat.mtimeNs} ${stat.ctimeNs} ${stat.size}`;
  const known2 = files.get(path3);
  const entry = known2?.checkRewrite === checkRewrite3 ? known2 : void 0;
  if (entry?.stamp === stamp && entry.isSettled) return open(remember(path3, entry).outcome);
  if (!stat.isFile())
    throw unreadable(path3, Object.assign(new Error(), { code: stat.isDirectory() ? "EISDIR" : "no file" }));
  const changed = stat.ctimeNs > stat.mtimeNs ? stat.ctimeNs : stat.mtimeNs;
  const isSettled = BigInt(Date.now()) * 1000000n - changed > settlingNanoseconds;
  const bytes = readBytes(path3);
  const version = hashOf(bytes);
  const outcome = entry?.version === version ? entry.outcome : judge(path3, bytes, version, checkRewrite3);
  return open(remember(path3, { checkRewrite: checkRewrite3, stamp, isSettled, version, outcome }).outcome);
}
function open(outcome) {
  if ("problems" in outcome) throw new ManifestError(outcome.problems);
  return outcome;
}
function remember(path3, entry) {
  files.delete(path3);
  files.set(path3, entry);
  for (const oldest of files.keys()) {
    if (files.size <= mostFiles) break;
    files.delete(oldest);
  }
  return entry;
}
function judge(path3, bytes, version, checkRewrite3) {
  const encoding = judgeEncoding(path3, bytes);
  if (encoding !== void 0) return { problems: [encoding] };
  const { manifest, problems } = validateManifestText(bytes.toString("utf8"), path3, checkRewrite3);
  return manifest === void 0 ? { problems } : { manifest, version };
}
function judgeEncoding(path3, bytes) {
  if (isUtf8(bytes) && !bytes.includes(0)) return void 0;
  const mend = "Save the file as UTF-8";
  const isUtf16 = bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255;
  if (isUtf16) return problemWithoutPlace(path3, { path: [], message: "The manifest is written in UTF-16", mend });
  if (bytes.includes(0)) {
    return problemWithoutPlace(path3, { path: [], message: "This is no text file", mend: "Name the manifest instead" });
  }
  return problemWithoutPlace(path3, { path: [], message: `Line ${firstBadLine(bytes)} is not UTF-8`, mend });
}
function firstBadLine(bytes) {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    start = end + 1;
    line += 1;
  }
  return line;
}
function readBytes(path3) {
  try {
    return readFileSync(path3);
  } catch (error) {
    throw unreadable(path3, error);
  }
}
function hashOf(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

// src/manifest/load.ts
function loadManifest({ cwd, setting = "ssot.json", root, checkRewrite: checkRewrite3 }) {
  const from = resolve2(cwd);
  if (typeof setting === "string" && setting.trim() !== "" && !setting.includes("\0")) {
    const found = findManifestFile(setting, from);
    return { ...readFile(found, checkRewrite3), file: found.path, root: dirname2(found.path) };
  }
  if (isPlainObject(setting)) {
    return { ...readObject(setting, checkRewrite3), file: void 0, root: findRoot(root, from) };
  }
  const message = "is neither a path nor a manifest";
  const mend = 'Write a path such as "config/ssot.json", or the manifest itself as an object';
  throw new ManifestError([problemWithoutPlace(settingsFile, { path: [], message, mend })]);
}
function isPlainObject(value) {
  if (!isObject(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

// src/languages/compose.ts
function compose(text2, pieces) {
  const composer = new Composer(text2, pieces.length === 0 ? [] : withoutTwins(resolveDeclarators(pieces)));
  return composer.outermost([0, text2.length + 1]).map((piece) => ({ span: piece.span, text: composer.textOf(piece) }));
}
function applyEdits(text2, edits) {
  let result2 = "";
  let done = 0;
  for (const { span, text: replaced2 } of edits) {
    result2 += text2.slice(done, span[0]) + replaced2;
    done = span[1];
  }
  return result2 + text2.slice(done);
}
var Composer = class {
  #text;
  /** By start; insertions before what begins there, outer pieces before inner ones. */
  #pieces;
  constructor(text2, pieces) {
    this.#text = text2;
    this.#pieces = pieces.toSorted(
      (one, other) => one.span[0] - other.span[0] || Number(isInsertion(other)) - Number(isInsertion(one)) || other.span[1] - one.span[1]
    );
  }
  textOf(piece) {
    return piece.text((span) => this.#apply(span, piece));
  }
  /** The pieces in `span` that lie in no other piece of it. */
  outermost([start, end], outer) {
    const found = [];
    let last;
    for (let index = this.#firstFrom(start); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index];
      if (!piece || piece.span[0] >= end) break;
      if (piece === outer) continue;
      if (outer && contains(piece.span, outer.span)) continue;
      if (piece.span[1] > end) throw overlap(piece, [start, end]);
      if (!last || last.span[1] <= piece.span[0]) found.push(last = piece);
      else if (piece.span[1] > last.span[1]) throw overlap(piece, last.span);
    }
    return found;
  }
  #apply(span, outer) {
    const edits = this.outermost(span, outer).map((piece) => ({
      span: shifted(piece.span, -span[0]),
      text: this.textOf(piece)
    }));
    return applyEdits(this.#text.slice(...span), edits);
  }
  #firstFrom(offset) {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((this.#pieces[middle]?.span[0] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};
function isInsertion({ span: [start, end] }) {
  return start === end;
}
function contains(outer, inner) {
  return outer[0] <= inner[0] && inner[1] <= outer[1] && outer[0] !== outer[1];
}
function shifted([start, end], by) {
  return [start + by, end + by];
}
function overlap({ span }, other) {
  return new Error(`Two rewrites overlap: [${span.join(", ")}) and [${other.join(", ")}).`);
}
function withoutTwins(pieces) {
  const kept3 = [];
  const bySpan = /* @__PURE__ */ new Map();
  for (const piece of pieces) {
    const key = piece.span.join();
    const twins = bySpan.get(key);
    if (isInsertion(piece)) kept3.push(piece);
    else if (twins) twins.push(piece);
    else bySpan.set(key, [piece]);
  }
  for (const [first, ...others] of bySpan.values()) {
    if (!first) continue;
    if (others.length === 0) kept3.push(first);
    else kept3.push({ span: first.span, text: (inner) => agreed([first, ...others], inner) });
  }
  return kept3;
}
function agreed(twins, inner) {
  const [text2, ...others] = new Set(twins.map((piece) => piece.text(inner)));
  if (text2 === void 0 || others.length > 0) throw new Error(`Two rewrites of [${twins[0]?.span.join(", ") ?? ""}) differ.`);
  return text2;
}
function resolveDeclarators(pieces) {
  const gone = /* @__PURE__ */ new Map();
  for (const { declarator } of pieces) {
    if (!declarator) continue;
    const start = declarator.statement.span[0];
    gone.set(start, (gone.get(start) ?? /* @__PURE__ */ new Set()).add(declarator.index));
  }
  return pieces.map((piece) => {
    const { declarator } = piece;
    if (!declarator) return piece;
    const indexes = gone.get(declarator.statement.span[0]);
    if (indexes?.size === declarator.count) return declarator.statement;
    for (let index = declarator.index + 1; index < declarator.count; index++)
      if (!indexes?.has(index)) return declarator.leading;
    return declarator.trailing;
  });
}

// src/languages/ecmascript/syntax.ts
import { AST_NODE_TYPES } from "@typescript-eslint/utils";
var Type = AST_NODE_TYPES;
function walk(source3, root, visit) {
  const stack = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    const keys = source3.visitorKeys[node.type] ?? [];
    const children2 = [];
    for (const key of keys) {
      const child = Reflect.get(node, key);
      if (Array.isArray(child)) {
        for (const each of child) if (isNode(each)) children2.push(each);
      }
      if (isNode(child)) children2.push(child);
    }
    for (let index = children2.length - 1; index >= 0; index--) {
      const child = children2[index];
      if (child) stack.push(child);
    }
  }
}
function isNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function literalText(node) {
  if (node?.type === Type.Literal && typeof node.value === "string") return node.value;
  if (node?.type === Type.TemplateLiteral && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? void 0;
  if (node?.type === Type.TSLiteralType) return literalText(node.literal);
  return void 0;
}
function keyName(node, computed = false) {
  if (!computed && node.type === Type.Identifier) return node.name;
  return literalText(node);
}
function memberName(node) {
  switch (node.type) {
    case Type.MemberExpression:
      return keyName(node.property, node.computed);
    case Type.TSQualifiedName:
      return node.right.name;
    case Type.JSXMemberExpression:
      return node.property.name;
    default:
      return void 0;
  }
}
function memberObject(node) {
  switch (node.type) {
    case Type.MemberExpression:
    case Type.JSXMemberExpression:
      return node.object;
    case Type.TSQualifiedName:
      return node.left;
    default:
      return void 0;
  }
}
function asserted(node) {
  let outer = node;
  for (; ; ) {
    const parent = outer.parent;
    const through = parent && (parent.type === Type.TSAsExpression || parent.type === Type.TSSatisfiesExpression || parent.type === Type.TSNonNullExpression || parent.type === Type.TSTypeAssertion || parent.type === Type.ChainExpression) && parent.expression === outer;
    if (!through) return outer;
    outer = parent;
  }
}
function unwrapped(node) {
  let outer = asserted(node);
  while (outer.parent?.type === Type.AwaitExpression) outer = asserted(outer.parent);
  return outer;
}
function ancestor(inner, type) {
  const isOfType = (node) => node.type === type;
  for (let node = inner; node; node = node.parent) if (isOfType(node)) return node;
  return void 0;
}
function within(inner, outer) {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
function variableAt(source3, identifier, name) {
  for (let scope2 = source3.getScope(identifier); scope2; scope2 = scope2.upper) {
    const variable = scope2.set.get(name);
    if (variable) return variable;
  }
  return void 0;
}
function isPlatforms(source3, node, name) {
  return (variableAt(source3, node, name)?.defs ?? []).every((definition) => isAmbient(definition.node));
}
function isAmbient(definition) {
  for (let node = definition; node; node = node.parent) if ("declare" in node && node.declare) return true;
  return false;
}
function openingName(name) {
  let outer = name;
  while (outer.parent?.type === Type.JSXMemberExpression) outer = outer.parent;
  if (outer.parent?.type !== Type.JSXClosingElement) return void 0;
  let opening = outer.parent.parent.openingElement.name;
  while (opening.type === Type.JSXMemberExpression) opening = opening.object;
  return opening;
}

// src/languages/ecmascript/plan/group.ts
function refuse(facts, reason) {
  return { groups: [], refused: new Map([...facts].map((fact) => [fact, reason])) };
}
function replaced(node, text2) {
  return { span: [node.range[0], node.range[1]], text: () => text2 };
}

// src/languages/ecmascript/plan/lists.ts
function listOf2({ holder, node }) {
  if (holder.kind === "import" && holder.node.type === Type.ImportDeclaration) {
    const items = holder.node.specifiers;
    return items.includes(node) ? { form: "import", holder, statement: holder.node, items } : void 0;
  }
  if (holder.kind !== "require" && holder.kind !== "dynamic") return void 0;
  const declarator = node.type === Type.VariableDeclarator ? node : node.parent?.parent;
  if (declarator?.type !== Type.VariableDeclarator || declarator.init !== unwrapped(holder.node)) return void 0;
  if (holder.kind === "dynamic" && declarator.init.type !== Type.AwaitExpression) return void 0;
  const statement = declarator.parent;
  if (statement.declarations.length !== 1 || !isStatementList(statement.parent)) return void 0;
  if (declarator.id.type === Type.ObjectPattern) {
    if (declarator.id !== node.parent || declarator.id.typeAnnotation) return void 0;
    if (declarator.id.properties.some(({ type }) => type === Type.RestElement)) return void 0;
    if (node.type === Type.Property && node.value.type !== Type.Identifier) return void 0;
    return { form: holder.kind, holder, statement, items: declarator.id.properties };
  }
  return { form: holder.kind, holder, statement, items: [declarator] };
}
function isStatementList(node) {
  return node.type === Type.Program || node.type === Type.BlockStatement || node.type === Type.StaticBlock || node.type === Type.TSModuleBlock;
}
function itemText(form, { replacement, local, typeOnly }, allTypes) {
  const { name } = replacement;
  const shown2 = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name);
  if (form !== "import") return shown2 === local ? local : `${shown2}: ${local}`;
  const type = typeOnly && !allTypes ? "type " : "";
  return type + (shown2 === local ? local : `${shown2} as ${local}`);
}
function statementText(source3, list, additions) {
  const { statement, form } = list;
  const text2 = source3.getText(statement);
  const semicolon = text2.endsWith(";") ? ";" : "";
  const literal2 = list.holder.literal;
  const quote = source3.text.charAt(literal2.range[0]);
  const whole = additions.find(({ replacement }) => replacement.name === "*");
  const specifier = `${quote}${additions[0]?.replacement.specifier ?? ""}${quote}`;
  const space2 = /\{\S/.test(text2) && !/\{\s*\}/.test(text2) ? "" : " ";
  const braces = (items) => `{${space2}${items.join(", ")}${space2}}`;
  if (statement.type === Type.VariableDeclaration) {
    const names = whole ? whole.local : braces(additions.map((addition) => itemText(form, addition, false)));
    return `${statement.kind} ${names} = ${form === "require" ? `require(${specifier})` : `await import(${specifier})`}${semicolon}`;
  }
  const allTypes = additions.every(({ typeOnly }) => typeOnly);
  const keyword2 = allTypes ? "import type" : "import";
  const attributes = statement.attributes.length > 0 ? ` with { ${statement.attributes.map((node) => source3.getText(node)).join(", ")} }` : "";
  if (whole) return `${keyword2} * as ${whole.local} from ${specifier}${attributes}${semicolon}`;
  const lone = additions.find(({ replacement }) => replacement.name === "default");
  const named2 = additions.filter((addition) => addition !== lone || allTypes && additions.length > 1);
  const clauses = [
    ...lone && !named2.includes(lone) ? [lone.local] : [],
    ...named2.length > 0 ? [braces(named2.map((addition) => itemText(form, addition, allTypes)))] : []
  ];
  return `${keyword2} ${clauses.join(", ")} from ${specifier}${attributes}${semicolon}`;
}
function isInlineType(item) {
  return item.type === Type.ImportSpecifier && item.importKind === "type";
}
function canHold(source3, list, addition, from) {
  if (list.form !== from.form) return false;
  if (list.statement.type === Type.VariableDeclaration)
    return list.items.every(({ type }) => type === Type.Property) && list.items.length > 0 && list.statement.parent === from.statement.parent && list.statement.range[1] <= from.statement.range[0];
  if (from.statement.type !== Type.ImportDeclaration || list.statement.parent !== from.statement.parent) return false;
  if (list.items.some(({ type }) => type === Type.ImportNamespaceSpecifier)) return false;
  const typed = list.statement.importKind === "type";
  if (typed && (!addition.typeOnly || list.items.some(({ type }) => type === Type.ImportDefaultSpecifier))) return false;
  if (!typed && from.statement.importKind === "type" && !list.items.some(isInlineType)) return false;
  const attributes = (statement) => statement.attributes.map((node) => source3.getText(node)).sort().join();
  return attributes(list.statement) === attributes(from.statement);
}

// src/languages/ecmascript/exported.ts
function exportedAs(source3, node) {
  const value = asserted(node);
  const parent = value.parent;
  switch (parent?.type) {
    case Type.ExportSpecifier:
      return keyName(parent.exported);
    case Type.ExportDefaultDeclaration:
      return "default";
    case Type.TSExportAssignment:
      return "export=";
    case Type.VariableDeclarator:
      return parent.init === value && parent.id.type === Type.Identifier && isExported(parent.parent) ? parent.id.name : void 0;
    case Type.TSImportEqualsDeclaration:
      return isExported(parent) ? parent.id.name : void 0;
    case Type.TSTypeReference:
      return parent.typeArguments ? void 0 : exportedAs(source3, parent);
    case Type.TSTypeAliasDeclaration:
      return parent.typeAnnotation === value && !parent.typeParameters && isExported(parent) ? parent.id.name : void 0;
    case Type.Property:
      return parent.value === value && isExportedObject(source3, parent.parent) ? keyName(parent.key, parent.computed) : void 0;
    case Type.AssignmentExpression:
      return parent.right === value && parent.operator === "=" ? commonJsExport(source3, parent.left) : void 0;
    default:
      return void 0;
  }
}
function isExported(declaration) {
  return declaration.parent?.type === Type.ExportNamedDeclaration;
}
function isExportedObject(source3, node) {
  if (node.type !== Type.ObjectExpression) return false;
  const value = asserted(node);
  const parent = value.parent;
  if (parent?.type === Type.Property) return parent.value === value && isExportedObject(source3, parent.parent);
  if (parent?.type === Type.ExportDefaultDeclaration || parent?.type === Type.TSExportAssignment) return true;
  return parent?.type === Type.AssignmentExpression && parent.right === value && commonJsExport(source3, parent.left) === "module.exports";
}
function commonJsExport(source3, target) {
  if (target.type !== Type.MemberExpression) return void 0;
  const { object } = target;
  const name = keyName(target.property, target.computed);
  if (object.type !== Type.Identifier) return commonJsExport(source3, object) === "module.exports" ? name : void 0;
  if (!isPlatforms(source3, object, object.name)) return void 0;
  if (object.name === "module") return name === "exports" ? "module.exports" : void 0;
  return object.name === "exports" ? name : void 0;
}
function copiedAs(source3, value) {
  const call = value.parent;
  if (call?.type !== Type.CallExpression || call.callee === value) return void 0;
  const { callee: callee2, arguments: given } = call;
  const name = callee2.type === Type.Identifier ? callee2.name : memberName(callee2);
  if (name !== void 0 && /^_*export(?:Star)?$/.test(name)) return "*";
  const [target] = given;
  return name === "assign" && target && target !== value && isExportsObject(source3, target) ? "module.exports" : void 0;
}
function isExportsObject(source3, node) {
  if (node.type === Type.Identifier) return node.name === "exports" && isPlatforms(source3, node, "exports");
  return commonJsExport(source3, node) === "module.exports";
}
function exportSite(node) {
  const parent = asserted(node).parent;
  return parent?.type === Type.ExportSpecifier || parent?.type === Type.Property ? parent : node;
}

// src/languages/ecmascript/definitions.ts
function* readDefinitions(source3, self, wanted) {
  for (const name of wanted) {
    if (name === "*") {
      yield wholeFile(source3, self);
      continue;
    }
    const found = visible(declarationsOf(source3, name));
    const bare = found.filter(({ statement }) => !hasNotice(source3, statement));
    const first = bare[0] ?? found[0];
    if (!first) continue;
    const fact = { kind: "definition", module: self, specifier: "", name, noticed: bare.length === 0, span: spanOf(first.name) };
    yield { fact, statements: [...new Set(bare.map(({ statement }) => statement))] };
  }
}
function wholeFile(source3, self) {
  const first = source3.ast.body[0];
  const comments = source3.getAllComments().filter(({ range }) => !first || range[0] < first.range[0]);
  const noticed = comments.some(({ value }) => isNotice(value));
  const line = source3.getIndexFromLoc({ line: 1, column: 0 });
  const end = source3.lines[0]?.length ?? 0;
  return { fact: { kind: "definition", module: self, specifier: "", name: "*", noticed, span: [line, line + end] }, statements: [source3.ast] };
}
function visible(found) {
  const isImplementation = ({ statement }) => declarationIn(statement).type === Type.FunctionDeclaration;
  return found.some(({ statement }) => declarationIn(statement).type === Type.TSDeclareFunction) ? found.filter((each) => !isImplementation(each)) : found;
}
function declarationsOf(source3, name) {
  const { body } = source3.ast;
  const local = /* @__PURE__ */ new Set();
  const found = [];
  for (const statement of body) {
    switch (statement.type) {
      case Type.ExportDefaultDeclaration:
      case Type.TSExportAssignment:
        if (name === "default") given(statement, valueOf(statement));
        break;
      case Type.ExportNamedDeclaration:
        for (const specifier of statement.source ? [] : statement.specifiers)
          if (keyName(specifier.exported) === name) given(statement, specifier.local);
        break;
      case Type.ExpressionStatement:
        for (const { target, value } of assignments(statement.expression)) {
          const as = commonJsExport(source3, target);
          if (as === name || as === "module.exports" && name === "default") given(statement, value, target);
          else if (as === "module.exports" && value.type === Type.ObjectExpression) member2(value);
        }
        break;
      default:
    }
  }
  for (const statement of body) {
    const isExport = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration;
    for (const declared2 of namesIn(source3, declarationIn(statement)))
      if (local.has(declared2.name) || statement.type === Type.ExportNamedDeclaration && declared2.name === name)
        found.push({ statement: isExport ? statement : declarationIn(statement), name: declared2 });
  }
  return found;
  function given(statement, value, target) {
    if (value.type === Type.Identifier) local.add(value.name);
    else if (isDefinition(source3, value)) found.push({ statement, name: nameOf(value) ?? (target?.type === Type.MemberExpression ? target.property : value) });
  }
  function member2(object) {
    for (const property of object.properties) {
      if (property.type !== Type.Property || keyName(property.key, property.computed) !== name) continue;
      if (property.value.type === Type.Identifier) local.add(property.value.name);
      else if (isDefinition(source3, property.value)) found.push({ statement: property, name: property.key });
    }
  }
}
function valueOf(statement) {
  return statement.type === Type.TSExportAssignment ? statement.expression : statement.declaration;
}
function assignments(expression) {
  const targets = [];
  let value = expression;
  for (; value.type === Type.AssignmentExpression && value.operator === "="; value = value.right) targets.push(value.left);
  return targets.map((target) => ({ target, value }));
}
function isDefinition(source3, value) {
  let root = value;
  while (root.type === Type.MemberExpression) root = root.object;
  if (root.type === Type.Identifier) {
    const declarator = variableAt(source3, root, root.name)?.defs[0]?.node;
    return declarator?.type !== Type.VariableDeclarator || declarator.init === null || !isRequired(declarator.init);
  }
  return value.type !== Type.UnaryExpression && !isRequired(root);
}
function isRequired(value) {
  if (value.type === Type.AwaitExpression) return value.argument.type === Type.ImportExpression;
  return value.type === Type.CallExpression && value.callee.type === Type.Identifier && value.callee.name === "require";
}
function spanOf(name) {
  return name.type === Type.Identifier && name.typeAnnotation ? [name.range[0], name.range[0] + name.name.length] : name.range;
}
function nameOf(declaration) {
  return "id" in declaration && declaration.id && typeof declaration.id === "object" ? declaration.id : void 0;
}
function declarationIn(statement) {
  const isExport = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration;
  return isExport ? statement.declaration ?? statement : statement;
}
function namesIn(source3, statement) {
  switch (statement.type) {
    case Type.FunctionDeclaration:
    case Type.TSDeclareFunction:
    case Type.ClassDeclaration:
    case Type.TSInterfaceDeclaration:
    case Type.TSTypeAliasDeclaration:
    case Type.TSEnumDeclaration:
      return statement.id ? [statement.id] : [];
    case Type.TSModuleDeclaration:
      return statement.id.type === Type.Identifier ? [statement.id] : [];
    case Type.VariableDeclaration:
      return statement.declarations.filter(({ init }) => !init || isDefinition(source3, init)).flatMap((declarator) => source3.scopeManager?.getDeclaredVariables(declarator) ?? []).flatMap(({ identifiers }) => identifiers.filter((identifier) => identifier.type === Type.Identifier && within(identifier, statement)));
    default:
      return [];
  }
}
function hasNotice(source3, statement) {
  return isNotice(source3.getCommentsBefore(firstToken(statement)).findLast(({ type, value }) => type === "Block" && value.startsWith("*"))?.value);
}
function firstToken(statement) {
  const declaration = declarationIn(statement);
  const [decorator] = declaration.type === Type.ClassDeclaration ? declaration.decorators ?? [] : [];
  return decorator && decorator.range[0] < statement.range[0] ? decorator : statement;
}
function isNotice(comment) {
  return comment !== void 0 && comment.startsWith("*") && /[\s*]@deprecated\b/.test(comment);
}

// src/languages/ecmascript/plan/notices.ts
function planNotice(source3, { statements }, notice) {
  return statements.map(
    (statement) => statement.type === Type.Program ? headerNotice(source3, notice) : statementNotice(source3, firstToken(statement), notice)
  );
}
function statementNotice(source3, statement, notice) {
  const block = source3.getCommentsBefore(statement).findLast(({ type, value }) => type === "Block" && value.startsWith("*"));
  const newline = lineBreak(source3);
  const indent = indentBefore(source3, statement.range[0]);
  if (!block) return { span: [statement.range[0], statement.range[0]], text: () => `/** @deprecated ${notice} */${newline}${indent}` };
  const end = block.range[1] - 2;
  const text2 = source3.text.slice(...block.range);
  const blockIndent = indentBefore(source3, block.range[0]);
  const body = text2.slice(3, -2).trimEnd();
  if (text2.includes("\n")) {
    const start = block.range[0] + 3 + body.length;
    return { span: [start, end], text: () => `${newline}${blockIndent} * @deprecated ${notice}${newline}${blockIndent} ` };
  }
  const lines = [body.trim(), `@deprecated ${notice}`].filter((line) => line !== "");
  const opened = lines.map((line) => `${blockIndent} * ${line}${newline}`).join("");
  return { span: [block.range[0], block.range[1]], text: () => `/**${newline}${opened}${blockIndent} */` };
}
function headerNotice(source3, notice) {
  const newline = lineBreak(source3);
  const licence2 = licenceEnd(source3);
  if (licence2 !== void 0) {
    const isApart = /^[^\S\r\n]*(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)/.test(source3.text.slice(licence2));
    return { span: [licence2, licence2], text: () => `${newline}/** @deprecated ${notice} */${isApart ? "" : newline}` };
  }
  const hashbang = /^#!.*(?:\r\n|\r|\n|$)/.exec(source3.text)?.[0].length ?? 0;
  return { span: [hashbang, hashbang], text: () => `/** @deprecated ${notice} */${newline}${newline}` };
}
function licenceEnd(source3) {
  const first = source3.ast.tokens[0];
  const top = source3.getAllComments().filter(({ type, range }) => (type === "Block" || type === "Line") && (!first || range[1] <= first.range[0]));
  const start = top.findIndex(({ value }) => /^!|copyright|licen[cs]e|SPDX-/i.test(value));
  let last = top[start];
  if (start > 0 && last?.type === "Block") return void 0;
  for (const next of last?.type === "Line" ? top.slice(start + 1) : []) {
    if (next.type !== "Line" || next.loc.start.line !== (last?.loc.end.line ?? 0) + 1) break;
    last = next;
  }
  return last && wholeLine(source3, last.range[1]) ? last.range[1] : void 0;
}
function wholeLine(source3, offset) {
  return /^[^\S\r\n]*(?:[\r\n]|$)/.test(source3.text.slice(offset));
}
function lineBreak(source3) {
  return /\r\n|\n|\r/.exec(source3.text)?.[0] ?? "\n";
}
function indentBefore(source3, offset) {
  const before3 = source3.text.slice(startOfLine(source3.text, offset), offset);
  return /^\s*$/.test(before3) ? before3 : "";
}
function startOfLine(text2, offset) {
  const start = offset === 0 ? 0 : text2.lastIndexOf("\n", offset - 1) + 1;
  return start + text2.slice(start, offset).lastIndexOf("\r") + 1;
}

// src/languages/ecmascript/plan/list-edits.ts
var isComma = (token) => "value" in token && token.value === ",";
function withoutItems(source3, items, gone) {
  const pieces = [];
  const named2 = items.filter(({ type }) => type !== Type.ImportDefaultSpecifier);
  const [first] = items;
  const goesDefault = first?.type === Type.ImportDefaultSpecifier && gone.has(first);
  if (goesDefault) {
    const comma = source3.getTokenAfter(first, isComma);
    const next = comma && source3.getTokenAfter(comma);
    if (next) pieces.push(cut(first.range[0], next.range[0]));
  }
  const kept3 = named2.filter((item) => !gone.has(item));
  if (kept3.length === 0 && named2.length > 0) {
    const brace = named2[0] && source3.getTokenBefore(named2[0]);
    const last = named2.at(-1);
    const close = last && (last.type === Type.ImportNamespaceSpecifier ? last : source3.getTokenAfter(last, ({ value }) => value === "}"));
    if (first && brace && close) pieces.push(cut(first.range[1], close.range[1]));
    return pieces;
  }
  let run = [];
  let before3;
  for (const item of [...named2, void 0]) {
    if (item && gone.has(item)) {
      run.push(item);
      continue;
    }
    pieces.push(...withoutRun(source3, run, before3, item));
    run = [];
    before3 = item;
  }
  return pieces;
}
function withoutRun(source3, run, before3, after3) {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return [];
  const lines = run.map((item) => ownLines(source3, item));
  if (lines.every((span) => span !== void 0)) {
    const pieces = lines.map(([start, end]) => cut(start, end));
    const comma2 = before3 && !after3 && !isComma(source3.getTokenAfter(last) ?? last) ? source3.getTokenAfter(before3, isComma) : void 0;
    return comma2 ? [cut(...comma2.range), ...pieces] : pieces;
  }
  if (after3) {
    const comma2 = source3.getTokenAfter(last, isComma);
    const own = comma2 ? commentsEndingLine(source3, comma2, after3) : [];
    const next = comma2 && source3.getTokenAfter(own.at(-1) ?? comma2, { includeComments: true });
    return [cut(first.range[0], next ? next.range[0] : after3.range[0])];
  }
  const comma = before3 && source3.getTokenBefore(first);
  if (!comma) return [cut(first.range[0], last.range[1])];
  if (commentsEndingLine(source3, comma, first).length > 0) return [cut(...comma.range), cut(startOfLine(source3.text, first.range[0]), last.range[1])];
  return [cut(comma.range[0], last.range[1])];
}
function commentsEndingLine(source3, comma, next) {
  if (source3.getFirstToken(next)?.loc.start.line === comma.loc.end.line) return [];
  return source3.getCommentsAfter(comma).filter(({ loc }) => loc.start.line === comma.loc.end.line && loc.end.line === comma.loc.end.line);
}
function ownLines(source3, item) {
  const comma = source3.getTokenAfter(item);
  const end = comma && isComma(comma) ? comma.range[1] : item.range[1];
  return wholeLines(source3.text, item.range[0], end);
}
function wholeLines(text2, start, end) {
  const lineStart = startOfLine(text2, start);
  if (text2.slice(lineStart, start).trim() !== "") return void 0;
  const lineEnd = endOfLine(text2, end);
  if (lineEnd === void 0) return void 0;
  return [lineStart, lineEnd + (/^(?:\r\n|\n|\r)/.exec(text2.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0)];
}
function endOfLine(text2, offset) {
  const rest = /[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[^\S\r\n]*)?(?=\r|\n|$)/y;
  rest.lastIndex = offset;
  return rest.test(text2) ? rest.lastIndex : void 0;
}
function withoutStatement(source3, statement) {
  const { text: text2 } = source3;
  const lines = wholeLines(text2, ...statement.range);
  const next = source3.getTokenAfter(statement);
  const previous = source3.getTokenBefore(statement);
  const joins2 = next && /^[([`+\-/]/.test(next.value) && previous && ![";", "{", "}"].includes(previous.value);
  if (joins2) return { span: [statement.range[0], statement.range[1]], text: () => ";" };
  if (lines) return cut(...lines);
  const space2 = /^[^\S\r\n]*/.exec(text2.slice(statement.range[1]))?.[0].length ?? 0;
  return cut(statement.range[0], statement.range[1] + space2);
}
function withItems(source3, list, gone, additions) {
  if (additions.length === 0) return [];
  const pieces = [];
  const typed = list.statement.type === Type.ImportDeclaration && list.statement.importKind === "type";
  const hasDefault = list.items.some(({ type }) => type === Type.ImportDefaultSpecifier);
  const lone = hasDefault || typed ? void 0 : additions.find(({ replacement }) => replacement.name === "default");
  if (lone && list.form === "import") {
    const keyword2 = source3.getFirstToken(list.statement);
    const at2 = keyword2 ? keyword2.range[1] : list.statement.range[0];
    pieces.push({ span: [at2, at2], text: () => ` ${lone.local},` });
  }
  const names = additions.filter((addition) => addition !== lone || list.form !== "import").map((addition) => itemText(list.form, addition, typed));
  if (names.length === 0) return pieces;
  const named2 = list.items.filter(({ type }) => type !== Type.ImportDefaultSpecifier);
  const last = named2.findLast((item) => !gone.has(item)) ?? named2.at(-1);
  if (!last) {
    const after3 = list.items.at(-1);
    const at2 = after3 ? after3.range[1] : list.statement.range[0];
    pieces.push({ span: [at2, at2], text: () => `, { ${names.join(", ")} }` });
    return pieces;
  }
  const indent = indentBefore(source3, last.range[0]);
  const ownLine = last.loc.start.line > list.statement.loc.start.line && source3.text.slice(0, last.range[0]).endsWith(`
${indent}`);
  const separator = ownLine ? `,${lineBreak(source3)}${indent}` : ", ";
  pieces.push({ span: [last.range[1], last.range[1]], text: () => names.map((name) => separator + name).join("") });
  return pieces;
}
function behind(source3, statement, statements) {
  if (statements.length === 0) return [];
  const at2 = endOfLine(source3.text, statement.range[1]);
  if (at2 === void 0) return [{ span: [statement.range[1], statement.range[1]], text: () => statements.map((text2) => ` ${text2}`).join("") }];
  const start = lineBreak(source3) + indentBefore(source3, statement.range[0]);
  return [{ span: [at2, at2], text: () => statements.map((text2) => start + text2).join("") }];
}
function cut(start, end) {
  return { span: [start, end], text: () => "" };
}

// src/languages/ecmascript/rewrite/tree.ts
var notChildren = /* @__PURE__ */ new Set(["type", "parent", "range", "loc", "start", "end", "raw", "tokens", "comments"]);
function isTree(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function contentKeys(node) {
  return Object.keys(node).filter((key) => !notChildren.has(key));
}
function held(node, key) {
  return Reflect.get(node, key);
}
function heldTree(node, key) {
  const value = held(node, key);
  return isTree(value) ? value : void 0;
}
function heldText(node, key) {
  const value = held(node, key);
  return typeof value === "string" ? value : void 0;
}
function heldTrees(node, key) {
  const value = held(node, key);
  if (Array.isArray(value)) return value.filter(isTree);
  return isTree(value) ? [value] : [];
}
function children(node) {
  return contentKeys(node).flatMap((key) => heldTrees(node, key).map((child) => ({ node: child, key })));
}
var functionTypes = /* @__PURE__ */ new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
function isFunction(node) {
  return functionTypes.has(node.type);
}
function isOnlyName(parent, key) {
  switch (parent.type) {
    case "MemberExpression":
      return key === "property" && held(parent, "computed") !== true;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
    case "AccessorProperty":
      return key === "key" && held(parent, "computed") !== true;
    case "TSPropertySignature":
    case "TSMethodSignature":
      return key === "key";
    case "TSQualifiedName":
      return key === "right";
    case "MetaProperty":
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "TSNamedTupleMember":
      return key !== "body";
    default:
      return false;
  }
}

// src/languages/ecmascript/rewrite/purity.ts
var effectTypes = /* @__PURE__ */ new Set([
  "CallExpression",
  "NewExpression",
  "TaggedTemplateExpression",
  "ImportExpression",
  "AwaitExpression",
  "YieldExpression",
  "AssignmentExpression",
  "UpdateExpression",
  // Static blocks, computed keys and decorators run with it.
  "ClassExpression"
]);
var readTypes = /* @__PURE__ */ new Set(["MemberExpression", "SpreadElement", "TemplateLiteral", "BinaryExpression"]);
var freshTypes = /* @__PURE__ */ new Set([
  "ObjectExpression",
  "ArrayExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
  "ClassExpression",
  "JSXElement",
  "JSXFragment"
]);
var typeKeys = /* @__PURE__ */ new Set(["typeAnnotation", "typeArguments", "typeParameters", "returnType"]);
var steady = /* @__PURE__ */ new Set(["undefined", "NaN", "Infinity"]);
function isEffect(node) {
  return effectTypes.has(node.type) || node.type === Type.UnaryExpression && node.operator === "delete";
}
function examine(source3, nodes) {
  const found = { effects: false, reads: false, fresh: false, suspends: false, contextual: false, changesMeanwhile: false };
  const names = /* @__PURE__ */ new Set();
  const visit = (node, inside, ownThis) => {
    if (!inside) {
      if (isEffect(node)) found.effects = true;
      if (readTypes.has(node.type)) found.reads = true;
      if (freshTypes.has(node.type) || node.type === Type.Literal && "regex" in node) found.fresh = true;
      if (node.type === Type.AwaitExpression || node.type === Type.YieldExpression) found.suspends = true;
    }
    if (!ownThis) {
      const own = node.type === Type.ThisExpression || node.type === Type.Super || node.type === Type.MetaProperty;
      if (own || node.type === Type.Identifier && node.name === "arguments") found.contextual = true;
    }
    if ((node.type === Type.Identifier || node.type === Type.JSXIdentifier) && isReference(node)) {
      const variable = variableAt(source3, node, node.name);
      if (!variable || !isWithin(variable, nodes)) names.add(node.name);
      if (!inside && !isSteady(variable, node.name)) found.reads = true;
      if (variable && isWrittenElsewhere(source3, variable, node)) found.changesMeanwhile = true;
    }
    const nested2 = isFunction(node);
    for (const { node: child, key } of children(node))
      visit(child, inside || nested2 || typeKeys.has(key), ownThis || nested2 && node.type !== Type.ArrowFunctionExpression);
  };
  for (const node of nodes) visit(node, false, false);
  return { ...found, names };
}
function isReference(node) {
  const { parent } = node;
  if (!parent) return true;
  const key = children(parent).find(({ node: child }) => child === node)?.key ?? "";
  return !isOnlyName(parent, key) && parent.type !== Type.JSXAttribute;
}
function isWithin(variable, nodes) {
  const { block } = variable.scope;
  for (let node = block; node; node = node.parent) if (nodes.includes(node)) return true;
  return false;
}
function isSteady(variable, name) {
  if (!variable || variable.defs.length === 0) return steady.has(name);
  return isNeverReassigned(variable);
}
function isNeverReassigned(variable) {
  return variable.defs.length === 1 && variable.references.every((reference) => !reference.isWrite() || reference.init === true);
}
function isWrittenElsewhere(source3, variable, node) {
  const here = source3.getScope(node).variableScope;
  return variable.references.some(
    (reference) => reference.isWrite() && reference.init !== true && reference.from.variableScope !== here
  );
}

// src/languages/ecmascript/rewrite/inert.ts
var harmless = /* @__PURE__ */ new Set(["Map", "Set", "WeakMap", "WeakSet", "Symbol"]);
function isInert(source3, node, decorated = false) {
  switch (node.type) {
    case Type.FunctionDeclaration:
    case Type.TSDeclareFunction:
    case Type.TSInterfaceDeclaration:
    case Type.TSTypeAliasDeclaration:
    case Type.TSImportEqualsDeclaration:
      return true;
    case Type.VariableDeclarator:
      return ["const", "let", "var"].includes(node.parent.kind) && isQuiet(source3, node.id) && (!node.init || isQuiet(source3, node.init));
    case Type.VariableDeclaration:
      return node.declarations.every((declarator) => isInert(source3, declarator));
    case Type.ClassDeclaration:
    case Type.ClassExpression:
      return isInertClass(source3, node, decorated);
    case Type.TSEnumDeclaration:
      return node.body.members.every(({ initializer }) => !initializer || isQuiet(source3, initializer));
    case Type.TSModuleDeclaration:
      return node.declare || node.body?.type === Type.TSModuleBlock && node.body.body.every((statement) => isInert(source3, statement));
    case Type.ExportNamedDeclaration:
      return !node.declaration || isInert(source3, node.declaration);
    default:
      return !node.type.endsWith("Statement") && !node.type.endsWith("Declaration") && isQuiet(source3, node);
  }
}
function isInertClass(source3, { superClass, body, decorators }, decorated) {
  if (superClass && !isQuiet(source3, superClass)) return false;
  if (decorators.length > 0 && !decorated) return false;
  return body.body.every((member2) => {
    if (member2.type === Type.StaticBlock) return false;
    if (member2.type === Type.TSIndexSignature) return true;
    if (!decorated && hasDecorator(member2)) return false;
    if (member2.computed && !isQuiet(source3, member2.key)) return false;
    return !("static" in member2 && member2.static && member2.value) || isQuiet(source3, member2.value);
  });
}
function hasDecorator(node) {
  const stack = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === Type.Decorator) return true;
    if (next.type !== Type.BlockStatement) stack.push(...children(next).map((child) => child.node));
  }
  return false;
}
function isQuiet(source3, expression) {
  const stack = [expression];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isFunction(node)) continue;
    if (node.type === Type.ClassExpression) {
      if (!isInertClass(source3, node, false)) return false;
      continue;
    }
    if (isEffect(node) && !isHarmless(source3, node)) return false;
    stack.push(...children(node).map((child) => child.node));
  }
  return true;
}
function isHarmless(source3, node) {
  if (node.type !== Type.CallExpression && node.type !== Type.NewExpression) return false;
  if (source3.getCommentsBefore(node).some(({ value }) => /^\s*[#@]__PURE__\s*$/.test(value))) return true;
  if (isRequireOfLiteral(source3, node)) return true;
  const { callee: callee2 } = node;
  const takesItems = node.arguments.some(({ type }) => type !== Type.ArrayExpression && type !== Type.Literal);
  return callee2.type === Type.Identifier && harmless.has(callee2.name) && isPlatforms(source3, callee2, callee2.name) && !takesItems;
}
function isRequireOfLiteral(source3, { callee: callee2, arguments: given }) {
  return callee2.type === Type.Identifier && callee2.name === "require" && isPlatforms(source3, callee2, "require") && given.length === 1 && given[0]?.type === Type.Literal;
}

// src/languages/ecmascript/plan/parts.ts
function isIn(parts2, node) {
  for (const part of parts2) if (within(node, part)) return true;
  return false;
}
function statementOf(declaration) {
  const { parent } = declaration;
  const isExport = parent?.type === Type.ExportNamedDeclaration || parent?.type === Type.ExportDefaultDeclaration;
  return isExport && parent.declaration === declaration ? parent : declaration;
}
function isTopLevel(statement) {
  return statement.parent?.type === Type.Program;
}
function partsOf(variable) {
  const parts2 = /* @__PURE__ */ new Set();
  for (const { node, name } of variable.defs) {
    const part = node.type === Type.VariableDeclarator ? partOfDeclarator(node, name) : statementOf(node);
    if (typeof part === "string") return part;
    const declaration = node.type === Type.VariableDeclarator ? statementOf(node.parent) : part;
    if (!isTopLevel(declaration)) return "it is not declared at the top level of the file";
    parts2.add(part);
  }
  return [...parts2];
}
function partOfDeclarator(declarator, name) {
  let node = name;
  for (let parent = node.parent; parent && parent !== declarator; parent = node.parent) {
    if (parent.type === Type.Property && parent.parent.type === Type.ObjectPattern) {
      const { properties } = parent.parent;
      if (properties.some(({ type }) => type === Type.RestElement)) return "the rest of the object would then hold it";
      if (properties.length > 1) return declarator.init?.type === Type.ObjectExpression ? "the object that it is taken out of is written for it" : parent;
      node = parent.parent;
    } else if (parent.type === Type.AssignmentPattern) node = parent;
    else return "it is taken out of an array, or is the rest of something";
  }
  return declarator;
}
function areInert(source3, parts2, decorated = false) {
  return parts2.every((part) => {
    const declarator = ancestor(part, Type.VariableDeclarator);
    if (declarator) return isInert(source3, declarator);
    const isExport = part.type === Type.ExportNamedDeclaration || part.type === Type.ExportDefaultDeclaration;
    return isInert(source3, isExport ? part.declaration ?? part : part, decorated);
  });
}
function topLevelVariables(source3) {
  const scopes = source3.scopeManager?.scopes ?? [];
  return scopes.filter(({ block, type }) => block === source3.ast && type !== "class").flatMap(({ variables }) => variables);
}

// src/languages/ecmascript/plan/orphans.ts
function withOrphans(reading, parts2, ties) {
  if (parts2.length === 0) return parts2;
  const candidates = helpers(reading).filter((helper) => !helper.parts.some((part) => ties.isPinned(part) || isIn(parts2, part)));
  const reached2 = /* @__PURE__ */ new Set();
  const all = () => [...parts2, ...[...reached2].flatMap((helper) => helper.parts)];
  for (let before3 = -1; before3 !== reached2.size; ) {
    before3 = reached2.size;
    const region = all();
    for (const helper of candidates) if (helper.references.some((node) => isIn(region, node))) reached2.add(helper);
  }
  for (let before3 = -1; before3 !== reached2.size; ) {
    before3 = reached2.size;
    for (const helper of reached2) {
      const region = all();
      if (helper.references.some((node) => !isIn(region, node))) reached2.delete(helper);
    }
  }
  return all();
}
function helpers(reading) {
  const { source: source3 } = reading;
  const lists2 = new Set(reading.taken.map((taken) => listOf2(taken)?.statement));
  return topLevelVariables(source3).flatMap((variable) => {
    if (variable.defs.length === 0 || variable.defs.some(({ node, type }) => type === "ImportBinding" && node.type !== Type.TSImportEqualsDeclaration)) return [];
    const parts2 = partsOf(variable);
    if (typeof parts2 === "string" || !parts2.every((part) => isHidden(part) && !isIn([...lists2].flatMap((list) => list ?? []), part))) return [];
    return areInert(source3, parts2) ? [{ variable, parts: parts2, references: reading.references(variable) }] : [];
  });
}
function isHidden(part) {
  for (let node = part; node; node = node.parent) if (node.type.startsWith("Export")) return false;
  return true;
}

// src/languages/ecmascript/rewrite/comments.ts
import { ASTUtils } from "@typescript-eslint/utils";
function commentsOutside(source3, node, spans) {
  return source3.getCommentsInside(node).filter(({ range }) => !spans.some(([start, end]) => start <= range[0] && range[1] <= end));
}
function spanWithComments(source3, { nodes, hole }, bounds) {
  const [firstNode] = nodes;
  const lastNode = nodes.at(-1);
  if (!firstNode || !lastNode) return void 0;
  const first = hole.rest ? outermostParenthesis(source3, firstNode, "start") : firstNode;
  const last = hole.rest ? outermostParenthesis(source3, lastNode, "end") : lastNode;
  const fits2 = (comment) => isInline(comment) && bounds[0] <= comment.range[0] && comment.range[1] <= bounds[1];
  const leading2 = source3.getCommentsBefore(first);
  const trailing2 = source3.getCommentsAfter(last);
  const start = leading2.every(fits2) ? leading2[0]?.range[0] ?? first.range[0] : first.range[0];
  const end = trailing2.every(fits2) ? trailing2.at(-1)?.range[1] ?? last.range[1] : last.range[1];
  return [start, end];
}
function outermostParenthesis(source3, node, side) {
  let found = node;
  for (let times = 1; ASTUtils.isParenthesized(times, node, source3); times++) {
    const next = side === "start" ? source3.getTokenBefore(found) : source3.getTokenAfter(found);
    found = next ?? found;
  }
  return found;
}
function isInline(comment) {
  return comment.type === "Block" && !/[\n\r\u2028\u2029]/.test(comment.value);
}
function commentText(source3, comment) {
  return source3.text.slice(...comment.range);
}
function asBlock(comment) {
  return `/*${comment.value.replaceAll("*/", "* /").replaceAll(/[\n\r\u2028\u2029]+/g, " ").trimEnd()} */`;
}
function indentationAt(text2, offset) {
  const start = text2.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text2.slice(start))?.[0] ?? "";
}
function lineEnding(text2) {
  const first = text2.indexOf("\n");
  return first > 0 && text2[first - 1] === "\r" ? "\r\n" : "\n";
}
function withoutLead(text2) {
  return text2.replace(/^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n|$))+/, "");
}

// src/languages/ecmascript/rewrite/semicolon.ts
var continuing = /^(?:[([`+\-/*.,]|in\b|instanceof\b)/;
function continues(text2) {
  return continuing.test(withoutLead(text2));
}
var unended = /* @__PURE__ */ new Set([
  "ExpressionStatement",
  "VariableDeclaration",
  "ReturnStatement",
  "ThrowStatement",
  "BreakStatement",
  "ContinueStatement",
  "DebuggerStatement",
  "ImportDeclaration",
  "ExportAllDeclaration",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "PropertyDefinition",
  "TSTypeAliasDeclaration",
  "TSImportEqualsDeclaration",
  "TSExportAssignment"
]);
function earlierStatements(statement) {
  const { parent } = statement;
  const nodes = parent ? [...heldTrees(parent, "body"), ...heldTrees(parent, "consequent")].map((node) => node) : [];
  return nodes.slice(0, Math.max(0, nodes.indexOf(statement))).toReversed();
}
function followsUnended(source3, statement) {
  for (const earlier of earlierStatements(statement)) {
    if (isUnended(source3, earlier)) return true;
    if (!mayGo(earlier)) return false;
  }
  return false;
}
function isUnended(source3, statement) {
  return unended.has(statement.type) && !endsItself(source3, statement);
}
function endsItself(source3, statement) {
  const last = source3.getLastToken(statement)?.value;
  if (last === ";") return true;
  const declared2 = statement.type === Type.ExportNamedDeclaration || statement.type === Type.ExportDefaultDeclaration ? statement.declaration : void 0;
  return declared2 !== void 0 && declared2 !== null && !unended.has(declared2.type) && declared2.type.endsWith("Declaration");
}
function mayGo(statement) {
  if (statement.type !== Type.VariableDeclaration) return false;
  return statement.declarations.every(({ init }) => init?.type === Type.CallExpression || init?.type === Type.AwaitExpression);
}
function separates(source3, statement) {
  const next = source3.getTokenAfter(statement);
  return next !== null && continues(source3.text.slice(next.range[0], next.range[0] + 12)) && followsUnended(source3, statement);
}

// src/languages/ecmascript/rewrite/remove.ts
function removeDeclarator(source3, declarator, kept3) {
  const declaration = declarator.parent;
  const statement = removeStatement(source3, declaration, kept3);
  const declarations = declaration.declarations;
  if (declarations.length === 1) return statement;
  const index = declarations.indexOf(declarator);
  const text2 = remaining(source3, declarator, kept3);
  return {
    span: declarator.range,
    text: () => text2,
    declarator: {
      index,
      count: declarations.length,
      statement,
      leading: leading(source3, declarator, text2),
      trailing: trailing(source3, declarator, text2)
    }
  };
}
function leading(source3, declarator, text2) {
  const comma = source3.getTokenAfter(declarator);
  const end = comma ? comma.range[1] : declarator.range[1];
  const line = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r]*?\*\/[ \t]*(?=\r?\n))?\s*/.exec(source3.text.slice(end))?.[0] ?? "";
  const between = commentsBetween(source3, declarator.range[1], end);
  return { span: [declarator.range[0], end + line.length], text: () => [text2, ...between].map((part) => part && `${part} `).join("") };
}
function trailing(source3, declarator, text2) {
  const comma = source3.getTokenBefore(declarator);
  const start = comma ? comma.range[0] : declarator.range[0];
  const between = commentsBetween(source3, start, declarator.range[0]);
  return { span: [start, declarator.range[1]], text: () => [...between, text2].map((part) => part && ` ${part}`).join("") };
}
function commentsBetween(source3, start, end) {
  return source3.getAllComments().filter(({ range }) => start <= range[0] && range[1] <= end).map((comment) => commentText(source3, comment) + (comment.type === "Line" ? lineEnding(source3.text) : ""));
}
function remaining(source3, node, kept3) {
  return commentsOutside(source3, node, kept3).map((comment) => commentText(source3, comment) + (comment.type === "Line" ? lineEnding(source3.text) : "")).join(" ");
}
function endOf(source3, statement) {
  const last = source3.getLastToken(statement);
  const before3 = last?.value === ";" ? source3.getTokenBefore(last) : null;
  return last && before3 && before3.loc.end.line < last.loc.start.line ? before3.range[1] : statement.range[1];
}
function removeStatement(source3, statement, kept3) {
  const { text: text2 } = source3;
  const [start] = statement.range;
  const end = endOf(source3, statement);
  const inside = commentsOutside(source3, statement, kept3).filter(({ range }) => range[1] <= end);
  const comments = inside.map((comment) => commentText(source3, comment));
  const semicolon = end === statement.range[1] && separates(source3, statement) ? ";" : "";
  const lineStart = start - (/[ \t]*$/.exec(text2.slice(text2.lastIndexOf("\n", start - 1) + 1, start))?.[0].length ?? 0);
  const isFirst = lineStart === 0 || text2[lineStart - 1] === "\n";
  const rest = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r]*?\*\/[ \t]*(?=\r?\n|$))?/.exec(text2.slice(end))?.[0] ?? "";
  const behind3 = text2.slice(end + rest.length);
  const newline = /^\r?\n/.exec(behind3)?.[0] ?? "";
  const isLast = newline !== "" || behind3 === "";
  const next = source3.getTokenAfter(statement, { includeComments: true });
  if (comments.length === 0 && semicolon !== "" && next && next.type !== "Line" && next.type !== "Block")
    return { span: [start, next.range[0]], text: () => semicolon };
  if (comments.length > 0 || semicolon !== "") {
    const indentation = indentationAt(text2, start);
    const newLine = lineEnding(text2) + indentation;
    const swallows = inside.at(-1)?.type === "Line";
    const left = comments.join(newLine) + (semicolon === "" ? "" : (swallows ? newLine : "") + semicolon);
    const ending = isLast || semicolon !== "" || !swallows ? "" : newLine;
    return { span: [start, isLast ? end + rest.length : end], text: () => left + ending };
  }
  if (isFirst && isLast) {
    const before3 = behind3 === "" ? /\r?\n$/.exec(text2.slice(0, lineStart))?.[0].length ?? 0 : 0;
    if (before3 > 0) return { span: [lineStart - before3, end + rest.length], text: () => "" };
    return { span: [lineStart, end + rest.length + newline.length], text: () => "" };
  }
  if (isLast) return { span: [lineStart, end + rest.length], text: () => "" };
  const space2 = /^[ \t]*/.exec(text2.slice(end))?.[0].length ?? 0;
  return { span: [start, end + space2], text: () => "" };
}

// src/languages/ecmascript/plan/without.ts
function without(source3, parts2, loads2) {
  const gone = new Set([...parts2].map(statementOf));
  const lists2 = /* @__PURE__ */ new Map();
  for (const node of gone) {
    const list = listAround(node);
    if (!list) continue;
    if (list.owner.type !== Type.ObjectExpression && list.items.every((item) => gone.has(item))) gone.add(ownerPart(list.owner));
    else lists2.set(list.owner, list.items);
  }
  const pieces = [];
  for (const node of gone)
    if (!listAround(node) && !liesIn(gone, node.parent)) pieces.push(withoutWhole(source3, node, gone, loads2(node)));
  for (const [owner, items] of lists2) {
    const going = new Set(items.filter((item) => gone.has(item)));
    if (gone.has(ownerPart(owner)) || isIn([...gone].filter((other) => !going.has(other)), owner)) continue;
    pieces.push(...going.size === items.length ? emptied(source3, owner) : withoutItems(source3, items, going));
    pieces.push(...[...going].flatMap((item) => withoutDoc(source3, item)));
  }
  return pieces;
}
function liesIn(gone, node) {
  for (let around2 = node; around2; around2 = around2.parent) if (gone.has(around2)) return true;
  return false;
}
function listAround(node) {
  const { parent } = node;
  switch (parent?.type) {
    case Type.ExportNamedDeclaration:
      return node.type === Type.ExportSpecifier ? { owner: parent, items: parent.specifiers } : void 0;
    case Type.VariableDeclaration:
      return { owner: parent, items: parent.declarations };
    case Type.ObjectExpression:
    case Type.ObjectPattern:
      return { owner: parent, items: parent.properties };
    default:
      return void 0;
  }
}
function ownerPart(owner) {
  if (owner.type !== Type.ObjectPattern) return statementOf(owner);
  const holder = owner.parent.type === Type.AssignmentPattern ? owner.parent.parent : owner.parent;
  return holder;
}
function emptied(source3, object) {
  const open2 = source3.getFirstToken(object);
  const close = source3.getLastToken(object);
  return open2 && close ? [{ span: [open2.range[1], close.range[0]], text: () => "" }] : [];
}
function withoutWhole(source3, statement, gone, loads2) {
  const { text: text2 } = source3;
  const start = startWithComments(source3, statement);
  const end = endOf(source3, statement);
  const left = (loads2 ? bareImport(source3, statement) : void 0) ?? (joins(source3, statement, end, gone) ? ";" : "");
  const next = source3.getTokenAfter(statement, { includeComments: true });
  if (left === ";" && next && next === source3.getTokenAfter(statement)) return { span: [start, next.range[0]], text: () => left };
  if (left !== "") return { span: [start, endOfLine(text2, end) ?? end], text: () => left };
  const lines = wholeLines(text2, start, end);
  if (lines) return { span: lines, text: () => "" };
  const ending = endOfLine(text2, end);
  if (ending !== void 0) return { span: [start - (/[^\S\r\n]*$/.exec(text2.slice(startOfLine(text2, start), start))?.[0].length ?? 0), ending], text: () => "" };
  return { span: [start, end + (/^[^\S\r\n]*/.exec(text2.slice(end))?.[0].length ?? 0)], text: () => "" };
}
function bareImport(source3, statement) {
  if (statement.type !== Type.ExportNamedDeclaration && statement.type !== Type.ExportAllDeclaration) return void 0;
  if (!statement.source || statement.exportKind === "type") return void 0;
  return `import ${source3.text.slice(statement.source.range[0], statement.range[1])}`;
}
function joins(source3, statement, end, gone) {
  if (end < statement.range[1]) return false;
  const next = source3.getTokenAfter(statement);
  if (!next || !continues(source3.text.slice(next.range[0], next.range[0] + 12))) return false;
  const { body } = source3.ast;
  for (const earlier of body.slice(0, Math.max(0, body.findIndex((each) => each === statement))).toReversed()) {
    if (gone.has(earlier)) continue;
    if (isUnended(source3, earlier)) return true;
    if (earlier.type !== Type.ImportDeclaration) return false;
  }
  return false;
}
var directive = /^[\s*]*(?:@ts-(?:ignore|expect-error)|eslint-disable-next-line|prettier-ignore|biome-ignore|(?:istanbul|c8|v8) ignore next|oxlint-disable-next-line)\b/;
var licence = /^\*?!|@licen[cs]e|@preserve|copyright|SPDX-|@(?:file|fileoverview|module|packageDocumentation)\b/i;
function startWithComments(source3, statement) {
  const first = firstToken(statement);
  let start = Math.min(first.range[0], statement.range[0]);
  let line = source3.getLocFromIndex(start).line;
  const own = line;
  let isNext = true;
  for (const comment of source3.getCommentsBefore(first).toReversed()) {
    const isDoc = isOwnDoc(comment, statement);
    const onOwnLine = source3.text.slice(startOfLine(source3.text, comment.range[0]), comment.range[0]).trim() === "";
    if (comment.loc.end.line < line - 1 || !onOwnLine && comment.loc.start.line !== own) break;
    if (isDoc) return comment.range[0];
    isNext &&= directive.test(comment.value);
    if (isNext) start = comment.range[0];
    line = comment.loc.start.line;
  }
  return start;
}
function isOwnDoc({ type, value }, node) {
  if (type !== "Block" || !value.startsWith("*") || licence.test(value)) return false;
  const declares2 = "declaration" in node ? node.declaration !== null && node.declaration.type !== Type.Identifier : node.type.endsWith("Declaration");
  return declares2 || node.type === Type.Property || /[\s*]@deprecated\b/.test(value);
}
function withoutDoc(source3, item) {
  const doc = source3.getCommentsBefore(item).at(-1);
  if (!doc || !isOwnDoc(doc, item) || doc.loc.end.line < item.loc.start.line - 1) return [];
  const lines = wholeLines(source3.text, ...doc.range);
  return [{ span: lines ?? [doc.range[0], item.range[0]], text: () => "" }];
}

// src/languages/ecmascript/plan/assemble.ts
function assemble(reading, groups, ties) {
  const pieces = groups.flatMap((group) => group.pieces);
  const parts2 = withOrphans(reading, groups.flatMap(({ removes }) => removes ?? []), ties);
  pieces.push(...without(reading.source, parts2, (statement) => ties.loading.has(statement)));
  const consumes = new Set(groups.flatMap((group) => group.consumes));
  const consumed = (node) => consumes.has(node) || isIn(parts2, node);
  const gone = /* @__PURE__ */ new Set();
  const works = /* @__PURE__ */ new Map();
  const workOf = (list) => {
    const known2 = works.get(list.statement);
    if (known2) return known2;
    const work = { list, gone: /* @__PURE__ */ new Map(), additions: [], joined: [], guests: [] };
    works.set(list.statement, work);
    return work;
  };
  for (const { owner, addition } of [...groups, ...servants(reading, parts2)]) {
    const list = owner && listOf2(owner);
    if (!list) continue;
    const work = workOf(list);
    if (!gone.has(owner) && !ties.stays(owner) && isLeft(owner, consumed)) {
      gone.add(owner);
      work.gone.set(owner.node, owner);
    }
    if (addition) add(work.additions, addition);
  }
  const hosts = [];
  for (const work of [...works.values()].sort((one, other) => one.list.statement.range[0] - other.list.statement.range[0]))
    join2(reading, work, workOf, hosts);
  for (const work of works.values()) pieces.push(...written(reading, work, (taken) => ties.runs(taken)));
  return { pieces, gone };
}
function servants(reading, parts2) {
  if (parts2.length === 0) return [];
  return reading.taken.filter((taken) => referencesTo(taken).some((node) => isIn(parts2, node)) && !isIn(parts2, taken.node)).map((owner) => ({ owner }));
}
function referencesTo(taken) {
  if (taken.how === "listed") return taken.uses.map(({ node }) => node);
  return taken.how === "namespace" ? taken.references : [];
}
function isLeft(owner, consumed) {
  const references2 = referencesTo(owner);
  if (owner.how === "listed" ? !owner.variable : owner.how !== "namespace" || references2.length === 0) return false;
  return references2.every(consumed);
}
function isSame(one, other) {
  return one.replacement.module === other.replacement.module && one.replacement.name === other.replacement.name && one.local === other.local;
}
function isWhole({ replacement }) {
  return replacement.name === "*";
}
function add(additions, addition) {
  const index = additions.findIndex((other) => isSame(other, addition));
  const known2 = additions[index];
  if (!known2) additions.push(addition);
  else if (known2.typeOnly && !addition.typeOnly) additions[index] = { ...known2, typeOnly: false };
}
function join2(reading, work, workOf, hosts) {
  const left = [];
  for (const addition of work.additions) {
    if (isWhole(addition)) {
      left.push(addition);
      continue;
    }
    if (addition.replacement.module === work.list.holder.module && work.gone.size < work.list.items.length) {
      left.push(addition);
      continue;
    }
    const target = reading.taken.filter(({ holder }) => holder.module === addition.replacement.module).map((taken) => listOf2(taken)).find((list) => list && list.statement !== work.list.statement && canHold(reading.source, list, addition, work.list));
    if (target) add(workOf(target).joined, addition);
    else if (!joinHost(hosts, work, addition)) left.push(addition);
  }
  work.additions.splice(0, work.additions.length, ...left);
  if (left.length > 0) hosts.push(work);
}
function joinHost(hosts, work, addition) {
  if (addition.replacement.module === work.list.holder.module) return false;
  for (const host of hosts) {
    const peers = host.additions.filter((other) => other.replacement.module === addition.replacement.module && !isWhole(other));
    const [peer] = peers;
    if (!peer || peer.replacement.module === host.list.holder.module) continue;
    if (host.list.form !== work.list.form || host.list.statement.parent !== work.list.statement.parent) continue;
    const same = host.additions.findIndex((other) => isSame(other, addition));
    const known2 = host.additions[same];
    if (known2) {
      if (known2.typeOnly && !addition.typeOnly) host.additions[same] = { ...known2, typeOnly: false };
      return true;
    }
    if (isTypeList(host.list) !== isTypeList(work.list)) continue;
    add(host.guests, addition);
    return true;
  }
  return false;
}
function written(reading, { list, gone, additions, joined: joined2, guests }, runs) {
  const { source: source3 } = reading;
  const inPlace = additions.filter((addition) => addition.replacement.module === list.holder.module && !isWhole(addition));
  const elsewhere = additions.filter((addition) => !inPlace.includes(addition));
  const removed = new Set(gone.keys());
  const pieces = [];
  const appended = [...joined2];
  for (const addition of inPlace) {
    const item = addition.item ?? [...removed].find((node) => isPlain(node));
    if (item && removed.delete(item)) pieces.push(...rewrittenItem(list, item, addition));
    else appended.push(addition);
  }
  pieces.push(...withItems(source3, list, removed, appended));
  const emptied2 = removed.size === list.items.length && appended.length === 0 && inPlace.length === 0;
  if (!emptied2) {
    if (removed.size > 0) pieces.push(...withoutItems(source3, list.items, removed));
    return [...pieces, ...behind(source3, list.statement, newStatements(reading, list, [...elsewhere, ...guests]))];
  }
  const stays = [...gone.values()].some(runs);
  if (elsewhere.length > 0 && !stays) {
    const moved = guests.some(({ replacement }) => replacement.module !== elsewhere[0]?.replacement.module) ? void 0 : movedInPlace(reading, list, elsewhere, gone);
    if (moved) return [...pieces, ...moved, ...withItems(source3, list, /* @__PURE__ */ new Set(), guests)];
  }
  return [...pieces, ...replacedStatement(reading, list, [...elsewhere, ...guests], stays)];
}
function movedInPlace(reading, list, additions, gone) {
  const [first] = additions;
  if (!first || additions.length !== list.items.length || additions.some(isWhole)) return void 0;
  const items = additions.map(({ item }, index) => item ?? (additions.length === 1 ? [...gone.keys()][index] : void 0));
  const { source: source3 } = reading;
  const pieces = [];
  for (const [index, addition] of additions.entries()) {
    const item = items[index];
    if (!item || addition.replacement.module !== first.replacement.module) return void 0;
    if (item.type === Type.ImportDefaultSpecifier && addition.replacement.name === "default") continue;
    if (item.type === Type.ImportDefaultSpecifier && list.items.length === 1) {
      pieces.push(replaced(item, `{ ${itemText("import", addition, isTypeList(list))} }`));
      continue;
    }
    if (!isPlain(item) || addition.replacement.name === "default") return void 0;
    pieces.push(...rewrittenItem(list, item, addition));
  }
  if (new Set(items).size !== items.length) return void 0;
  const quote = source3.text.charAt(list.holder.literal.range[0]);
  pieces.push(replaced(list.holder.literal, `${quote}${first.replacement.specifier}${quote}`));
  return pieces;
}
function isPlain({ type }) {
  return type === Type.ImportSpecifier || type === Type.Property;
}
function isTypeList({ statement }) {
  return statement.type === Type.ImportDeclaration && statement.importKind === "type";
}
function rewrittenItem(list, item, addition) {
  return [replaced(item, itemText(list.form, addition, isTypeList(list)))];
}
function newStatements(reading, list, additions) {
  const named2 = additions.filter((addition) => !isWhole(addition));
  const modules = new Set(named2.map(({ replacement }) => replacement.module));
  const together = [...modules].map((module) => named2.filter(({ replacement }) => replacement.module === module));
  const alone = additions.filter(isWhole).map((addition) => [addition]);
  return [...alone, ...together].map((each) => statementText(reading.source, list, each));
}
function replacedStatement(reading, list, additions, stays) {
  const { source: source3 } = reading;
  const statements = newStatements(reading, list, additions);
  if (stays) {
    const semicolon = source3.getText(list.statement).endsWith(";") ? ";" : "";
    const literal2 = source3.getText(list.holder.literal);
    statements.unshift(list.form === "import" ? `import ${literal2}${semicolon}` : `${source3.getText(list.holder.node)}${semicolon}`);
  }
  if (statements.length === 0) return [withoutStatement(source3, list.statement)];
  const separator = lineBreak(source3) + indentBefore(source3, list.statement.range[0]);
  return [replaced(list.statement, statements.join(separator))];
}

// src/languages/ecmascript/taking.ts
function importedName(specifier) {
  if (specifier.type === Type.ImportNamespaceSpecifier) return "*";
  return specifier.type === Type.ImportDefaultSpecifier ? "default" : keyName(specifier.imported) ?? "";
}
function importForm({ importKind }, specifier) {
  if (importKind === "type" || isTypeSpecifier(specifier)) return "type";
  return importedName(specifier) === "default" ? "default" : "named";
}
function isTypeSpecifier(node) {
  return node.type === Type.ImportSpecifier && node.importKind === "type";
}
function isAwaited(expression, value) {
  for (let node = expression; node && node !== value; node = node.parent) if (node.parent?.type === Type.AwaitExpression) return true;
  return false;
}
function isIgnored(value) {
  return value.parent?.type === Type.ExpressionStatement;
}
function isCommonJs({ kind }) {
  return kind === "require" || kind === "import-equals";
}
function isCalled(value, parent) {
  if (parent.type === Type.CallExpression || parent.type === Type.NewExpression) return parent.callee === value;
  return parent.type === Type.ClassDeclaration || parent.type === Type.ClassExpression ? parent.superClass === value : false;
}
function keysOf(object) {
  if (object.type !== Type.ObjectExpression) return [];
  return object.properties.flatMap((property) => property.type === Type.Property ? keyName(property.key, property.computed) ?? [] : []);
}
function nameNode(member2) {
  switch (member2.type) {
    case Type.MemberExpression:
    case Type.JSXMemberExpression:
      return member2.property;
    case Type.TSQualifiedName:
      return member2.right;
    default:
      return member2;
  }
}
function qualifierNames(qualifier) {
  if (qualifier?.type === Type.TSQualifiedName) return [...qualifierNames(qualifier.left), qualifier.right];
  return qualifier?.type === Type.Identifier ? [qualifier] : [];
}
function declaratorOf(pattern) {
  let node = pattern;
  while (node?.type === Type.ObjectPattern || node?.type === Type.Property || node?.type === Type.AssignmentPattern) node = node.parent;
  return node?.type === Type.VariableDeclarator ? node : void 0;
}
function variableOf({ scopeManager }, node, local) {
  let declaration = node.parent;
  while (declaration && declaration.type !== Type.VariableDeclaration && !("params" in declaration)) declaration = declaration.parent;
  return declaration && scopeManager?.getDeclaredVariables(declaration).find(({ name }) => name === local);
}
function bindingOf(property) {
  const value = property.value.type === Type.AssignmentPattern ? property.value.left : property.value;
  return value.type === Type.Identifier ? value.name : void 0;
}
function isElementName(name) {
  const { parent } = name;
  if (parent.type === Type.JSXMemberExpression) return parent.object === name;
  const isElement = parent.type === Type.JSXOpeningElement || parent.type === Type.JSXClosingElement;
  return isElement && !/^[a-z]/.test(name.name);
}
function isRequire(source3, callee2) {
  if (callee2.name !== "require") return false;
  if (isPlatforms(source3, callee2, "require")) return true;
  const definitions = variableAt(source3, callee2, "require")?.defs ?? [];
  return definitions.some(({ node }) => node.type === Type.VariableDeclarator && node.init !== null && source3.getText(node.init).includes("createRequire("));
}

// src/languages/ecmascript/plan/carriers.ts
function withoutCarriers(source3, { carriers }) {
  const pieces = [];
  for (const carrier of carriers) {
    const span = ownSpan(source3, carrier);
    if (!span || source3.getAllComments().some(({ range }) => span[0] < range[1] && range[0] < span[1])) return void 0;
    pieces.push({ span, text: () => "" });
  }
  return pieces;
}
function ownSpan(source3, carrier) {
  if (carrier.type === Type.Identifier) {
    const next = carrier.parent.type === Type.TSQualifiedName ? source3.getTokenAfter(carrier) : void 0;
    return next?.value === "." ? [carrier.range[0], source3.getTokenAfter(next)?.range[0] ?? next.range[1]] : void 0;
  }
  const { parent } = carrier;
  if (!memberObject(carrier) || !parent || memberObject(parent) !== carrier) return void 0;
  let start = source3.getTokenBefore(nameNode(carrier));
  if (start?.value === "[") {
    const before3 = source3.getTokenBefore(start);
    if (before3?.value === "?.") start = before3;
  }
  return start ? [start.range[0], carrier.range[1]] : void 0;
}

// src/languages/ecmascript/plan/in-place.ts
function planSwap(desk, swaps, others) {
  const facts = swaps.map(({ taken }) => taken.fact);
  const [first] = swaps;
  if (!first) return refuse(facts, "");
  const { holder } = first.taken;
  if (holder.kind === "import") return refuse(facts, "it is taken through another name for the module");
  if (others.length > 0) return refuse(facts, "other exports are taken by the same expression");
  if (swaps.some(({ replacement }) => replacement.rewrites.length > 0)) return refuse(facts, "its call changes shape, and it is not imported by name");
  if (swaps.some(({ replacement }) => replacement.specifier !== first.replacement.specifier))
    return refuse(facts, "what is taken here moves to more than one module");
  const pieces = [respecified(desk, holder.literal, first.replacement.specifier)];
  for (const { taken, replacement } of swaps) {
    const piece = renamedMember(taken, replacement.name);
    const cuts = taken.how === "member" ? withoutCarriers(desk.reading.source, taken) : [];
    if (piece === void 0 || !cuts) return refuse(facts, "its name can't be changed here");
    if (piece) pieces.push(piece);
    pieces.push(...cuts);
  }
  const uses = swaps.flatMap(({ taken }) => taken.how === "listed" ? taken.uses.map(({ fact }) => fact) : []);
  return { groups: [{ facts: [...facts, ...uses], owner: void 0, consumes: [], pieces }], refused: /* @__PURE__ */ new Map() };
}
function renamedMember(taken, name) {
  if (taken.fact.name === name) return null;
  if (taken.how === "listed") {
    if (taken.node.type !== Type.Property || taken.node.computed) return void 0;
    return taken.node.shorthand ? replaced(taken.node, `${name}: ${taken.variable?.name ?? name}`) : replaced(taken.node.key, name);
  }
  const { name: spelled, node } = taken;
  if (node.type === Type.Property) {
    if (node.computed || node.value.type !== Type.Identifier) return void 0;
    return node.shorthand ? replaced(node, `${name}: ${node.value.name}`) : replaced(spelled, name);
  }
  if (spelled.type === Type.Identifier || spelled.type === Type.JSXIdentifier) return replaced(spelled, name);
  if (literalText(spelled) === void 0) return void 0;
  const literal2 = spelled.type === Type.TSLiteralType ? spelled.literal : spelled;
  const quote = literal2.type === Type.Literal ? literal2.raw.charAt(0) : "`";
  return replaced(literal2, quote + name + quote);
}
function respecified(desk, literal2, specifier) {
  const node = literal2.type === Type.TSLiteralType ? literal2.literal : literal2;
  const quote = desk.reading.source.text.charAt(node.range[0]);
  return replaced(node, `${quote}${specifier}${quote}`);
}

// src/languages/ecmascript/plan/mock-rest.ts
var giving = /* @__PURE__ */ new Set(["importActual", "requireActual"]);
function restSpecifiers(source3, mocks) {
  const [first] = mocks;
  const object = first?.name?.parent?.parent;
  if (object?.type !== Type.ObjectExpression) return void 0;
  const keys = new Set(mocks.map(({ name }) => name?.parent));
  const specifiers = [];
  for (const property of object.properties) {
    if (property.type === Type.Property) {
      if (!keys.has(property) && keyName(property.key, property.computed) !== "__esModule") return void 0;
      continue;
    }
    const call = givingCall(source3, property.argument);
    if (!call) return void 0;
    const [specifier] = call.arguments;
    if (!specifier && isOriginal(source3, call.callee, first)) continue;
    const isActual = giving.has(memberName(call.callee) ?? "") && literalText(specifier) === literalText(first?.literal);
    if (!specifier || !isActual) return void 0;
    specifiers.push(specifier);
  }
  return specifiers;
}
function givingCall(source3, value) {
  switch (value.type) {
    case Type.CallExpression:
      return value;
    case Type.AwaitExpression:
      return givingCall(source3, value.argument);
    case Type.TSAsExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return givingCall(source3, value.expression);
    case Type.Identifier: {
      const variable = variableAt(source3, value, value.name);
      const definition = variable?.defs[0]?.node;
      const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
      if (definition?.type !== Type.VariableDeclarator || definition.id.type !== Type.Identifier || !definition.init) return void 0;
      return reads.length === 1 && definition.parent.kind === "const" ? givingCall(source3, definition.init) : void 0;
    }
    default:
      return void 0;
  }
}
function isOriginal(source3, callee2, mock) {
  if (callee2.type !== Type.Identifier || !mock) return false;
  const factory = variableAt(source3, callee2, callee2.name)?.defs[0]?.node;
  const call = factory?.parent;
  return call?.type === Type.CallExpression && call.arguments[0] !== void 0 && within(mock.literal, call.arguments[0]);
}

// src/languages/ecmascript/plan/mocks.ts
function planMock(desk, mocks, replacementOf) {
  const facts = mocks.map(({ fact }) => fact);
  const [first] = mocks;
  if (!first) return refuse(facts, "");
  if (mocks.some(({ name }) => name?.parent?.type === Type.CallExpression))
    return { groups: [], refused: new Map(facts.map((fact) => [fact, spyReason(replacementOf(fact))])) };
  if (mocks.some(({ through }) => through)) return refuse(facts, "it is mocked as a part of another module");
  if (mocks.some(({ fact }) => !desk.order(fact))) return refuse(facts, "the mock also stands for other exports");
  const movesWhole = desk.reading.ports.deprecatedNames(first.fact.module).includes("*");
  const rest = movesWhole ? restSpecifiers(desk.reading.source, mocks) : void 0;
  const pieces = [];
  let specifier;
  let target;
  for (const { fact, name, keys } of mocks) {
    const replacement = replacementOf(fact);
    if (typeof replacement === "string") return refuse(facts, replacement);
    if (replacement.rewrites.length > 0) return refuse(facts, "a mock of another signature has another shape");
    if (specifier !== void 0 && specifier !== replacement.specifier) return refuse(facts, "what is mocked here moves to more than one module");
    specifier = replacement.specifier;
    target = replacement.module;
    if (!name) {
      if (replacement.name !== "*") return refuse(facts, "the whole module is mocked");
      continue;
    }
    if (name.parent?.type === Type.Property && (keys ? keys.length > mocks.length : !rest)) return refuse(facts, "the mock also stands for other exports");
    if (fact.name !== replacement.name) pieces.push(renamedKey(name, replacement.name));
  }
  if (specifier === void 0) return refuse(facts, "");
  if (isMocking(first.literal) && isMockedAlready(desk, target)) return refuse(facts, "the new module is mocked here already");
  for (const literal2 of [first.literal, ...rest ?? []]) pieces.push(respecified(desk, literal2, specifier));
  return { groups: [{ facts, owner: void 0, consumes: [], pieces }], refused: /* @__PURE__ */ new Map() };
}
function spyReason(replacement) {
  if (typeof replacement === "string") return replacement;
  return replacement.rewrites.length > 0 ? "a mock of another signature has another shape" : "the object that is spied on is the old module";
}
function isMockedAlready(desk, module) {
  return desk.reading.mocks.some(({ fact, literal: literal2 }) => fact.module === module && isMocking(literal2));
}
function isMocking(literal2) {
  const call = literal2.parent?.type === Type.ImportExpression ? literal2.parent.parent : literal2.parent;
  return call?.type === Type.CallExpression && /^(?:do|set)?mock(?:Module)?$|^unstable_mockModule$/i.test(memberName(call.callee) ?? "");
}
function renamedKey(key, name) {
  const property = key.parent;
  const shorthand = property?.type === Type.Property && property.shorthand && key.type === Type.Identifier;
  if (shorthand) return replaced(property, `${name}: ${key.name}`);
  return replaced(key, key.type === Type.Identifier ? name : JSON.stringify(name));
}

// src/languages/ecmascript/plan/names.ts
var reserved = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(" ")
);
var Names = class {
  #reading;
  #planned = /* @__PURE__ */ new Map();
  #wanted = /* @__PURE__ */ new Set();
  #isMoving;
  /** @param isMoving whether an import is to take its symbol from elsewhere */
  constructor(reading, isMoving) {
    this.#reading = reading;
    this.#isMoving = isMoving;
  }
  /**
   * The local name of an import of the canonical symbol that the file already has, if every one of `places` sees it.
   * @param forValue whether a type-only import would not do
   * @param asking the import that would go for it
   */
  existing(replacement, places, forValue, asking) {
    const same = this.#reading.taken.filter((taken) => taken.how === "listed" && replacement.isSame(taken.fact.module, taken.fact.name));
    const kept3 = same.find((taken) => this.#isMoving(taken) && taken.uses.length > 0 && !(forValue && isTypeOnly(taken)));
    const found = same.find((taken) => {
      if (taken === asking || this.#isMoving(taken) && taken !== kept3) return false;
      const { variable } = taken;
      if (!variable || forValue && isTypeOnly(taken)) return false;
      const late = taken.holder.kind !== "import" && places.some((place) => place.range[0] < taken.node.range[1]);
      return !late && places.every((place) => this.#seen(place, variable.name) === variable);
    });
    if (found && places.length > 0 && !this.#isMoving(found)) this.#wanted.add(found);
    return found;
  }
  /** Whether new text may refer to an import that the file already has. */
  isWanted(taken) {
    return this.#wanted.has(taken);
  }
  /**
   * Whether `name` means nothing yet at any of `places`, nor where it would be declared.
   * @param scope where the import's binding is declared
   * @param replacement what the name is wanted for: a second wish for the same is no clash
   */
  free(name, scope2, places, replacement) {
    if (reserved.has(name) || !/^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u.test(name)) return false;
    const wish = this.#planned.get(name);
    if (wish !== void 0 && wish !== symbolOf(replacement)) return false;
    if (scope2?.set.get(name)?.defs.length) return false;
    if (this.#readsGlobal(name)) return false;
    return places.every((place) => this.#seen(place, name) === void 0);
  }
  /** Takes `name` for `replacement` in this plan. */
  take(name, replacement) {
    this.#planned.set(name, symbolOf(replacement));
  }
  #seen(place, name) {
    for (let scope2 = this.#reading.source.getScope(place); scope2; scope2 = scope2.upper) {
      const variable = scope2.set.get(name);
      if (variable && variable.defs.length > 0) return variable;
    }
    return void 0;
  }
  #readsGlobal(name) {
    const globals = this.#reading.source.scopeManager?.globalScope;
    if (!globals) return false;
    return globals.through.some(({ identifier }) => identifier.name === name) || (globals.set.get(name)?.references.length ?? 0) > 0;
  }
};
function symbolOf(replacement) {
  return `${replacement.module}\0${replacement.name}`;
}
function isTypeOnly({ node, holder }) {
  if (holder.node.type === Type.ImportDeclaration && holder.node.importKind === "type") return true;
  return node.type === Type.ImportSpecifier && node.importKind === "type";
}

// src/languages/ecmascript/plan/remove-definition.ts
var wholeExport = "it is everything that this file exports";
var effects = "making it does something besides";
function definitionRemoval(reading, fact, goes) {
  const { source: source3 } = reading;
  if (fact.name === "*") return "every export of this file is deprecated: delete the file, once nobody imports it";
  const entries = entriesOf(reading, fact.name);
  if (typeof entries === "string") return entries;
  const variables = [];
  const parts2 = new Set(entries.parts);
  const others = /* @__PURE__ */ new Set();
  let declared2 = [];
  for (const variable of topLevelVariables(source3)) {
    if (!entries.locals.has(variable.name) || variable.defs.length === 0) continue;
    const found = partsOf(variable);
    if (typeof found === "string") return found;
    variables.push(variable);
    declared2.push(...found);
    if (found.some((part) => ancestor(part, Type.ExportNamedDeclaration)) && variable.name !== fact.name && !goes(variable.name)) others.add(variable.name);
    for (const reference of reading.references(variable)) {
      const as = exportedAs(source3, reference);
      const entry = as === void 0 ? void 0 : entryAround(reference);
      if (as === void 0 || !entry) continue;
      if (as !== fact.name && !goes(as)) others.add(as);
      if (isDefaultsMember(entry) && !goes("default")) others.add("default");
      parts2.add(entry);
    }
  }
  const isAlias = entries.parts.length > 0 && variables.some(({ name }) => others.has(name));
  if (isAlias) return { fact, parts: entries.parts, variables: [], member: void 0, doubt: void 0, loads: void 0 };
  declared2 = declared2.filter((part) => !parts2.has(part));
  if (declared2.length === 0 && entries.parts.length === 0) return "where it is defined can't be told";
  if (!areInert(source3, declared2, true)) return effects;
  for (const part of declared2) parts2.add(part);
  const doubts = [
    ...[...others].map((name) => `it is exported as \`${name}\` too`),
    ...reading.ports.whole ? [] : ["another part of the file may use it"]
  ];
  return { fact, parts: [...parts2], variables, member: entries.member ? fact.name : void 0, doubt: doubts[0], loads: void 0 };
}
function entriesOf({ source: source3 }, name) {
  const found = { parts: [], locals: /* @__PURE__ */ new Set(), member: false };
  for (const statement of source3.ast.body) {
    const refused = byStatement(statement);
    if (refused !== void 0) return refused;
  }
  return found;
  function byStatement(statement) {
    switch (statement.type) {
      case Type.ExportDefaultDeclaration:
        return name === "default" ? byDefault(statement) : void 0;
      case Type.TSExportAssignment:
        return name === "default" ? wholeExport : void 0;
      case Type.ExportNamedDeclaration:
        byName(statement);
        return void 0;
      case Type.ExpressionStatement:
        return byAssignment(statement);
      default:
        return void 0;
    }
  }
  function byDefault(statement) {
    const { declaration } = statement;
    if (declaration.type === Type.Identifier) found.locals.add(declaration.name);
    else if ("id" in declaration && declaration.id?.type === Type.Identifier && declaration.type.endsWith("Declaration")) {
      found.locals.add(declaration.id.name);
      return void 0;
    } else if (!isInert(source3, declaration, true)) return effects;
    found.parts.push(statement);
    return void 0;
  }
  function byName(statement) {
    for (const specifier of statement.source ? [] : statement.specifiers) {
      if (keyName(specifier.exported) !== name) continue;
      found.parts.push(specifier);
      found.locals.add(keyName(specifier.local) ?? "");
    }
    const declaration = statement.declaration;
    if (declaration && (source3.scopeManager?.getDeclaredVariables(declaration) ?? []).some((variable) => variable.name === name)) found.locals.add(name);
  }
  function byAssignment(statement) {
    const assigned = assignments(statement.expression);
    const [first] = assigned;
    if (!first) return void 0;
    const { value } = first;
    const names = assigned.map(({ target }) => commonJsExport(source3, target));
    if (names.includes("module.exports")) {
      if (name === "default" && value.type !== Type.ObjectExpression) return wholeExport;
      return value.type === Type.ObjectExpression ? byProperty(value) : void 0;
    }
    if (!names.includes(name)) return void 0;
    if (assigned.length > 1) return "it is assigned together with something else";
    return add3(statement, value);
  }
  function byProperty(object) {
    for (const property of object.properties) {
      if (property.type !== Type.Property || keyName(property.key, property.computed) !== name) continue;
      const refused = add3(property, property.value);
      if (refused !== void 0) return refused;
    }
    return void 0;
  }
  function add3(part, value) {
    if (value.type === Type.Identifier) found.locals.add(value.name);
    else if (!isInert(source3, value, true)) return effects;
    found.parts.push(part);
    found.member = true;
    return void 0;
  }
}
function isDefaultsMember(entry) {
  return entry.type === Type.Property && entry.parent.parent.type === Type.ExportDefaultDeclaration;
}
function entryAround(reference) {
  const { parent } = reference;
  switch (parent?.type) {
    case Type.ExportSpecifier:
    case Type.ExportDefaultDeclaration:
      return isTopLevel(statementOf(parent.type === Type.ExportSpecifier ? parent.parent : parent)) ? parent : void 0;
    case Type.Property:
      return parent;
    case Type.AssignmentExpression:
      return parent.parent.type === Type.ExpressionStatement ? parent.parent : void 0;
    default:
      return void 0;
  }
}

// src/languages/ecmascript/plan/remove-reexport.ts
function reexportRemoval(reading, { fact, site }, order) {
  const part = partOf(site);
  if (typeof part === "string") return part;
  const statement = statementAround(part);
  if (!statement || !isTopLevel(statement)) return "it does not stand at the top level of the file";
  const isFrom = "source" in statement && statement.source !== null;
  const runs = "sideEffects" in order.replacement && order.replacement.sideEffects;
  if (runs && !isFrom && loads(reading, fact.specifier, part)) return "loading the old module does something, and it is loaded here";
  const variables = declaredBy(reading, part);
  const parts2 = /* @__PURE__ */ new Set([part]);
  for (const variable of variables) {
    const all = partsOf(variable);
    if (typeof all === "string") return all;
    for (const each of all) parts2.add(each);
  }
  const isProperty = part.type === Type.Property && part.parent.type === Type.ObjectExpression;
  const doubt = isProperty ? doubtOfProperty(part) : void 0;
  const outside2 = reading.ports.whole || isFrom ? void 0 : "another part of the file may use it";
  const member2 = isProperty || statement.type === Type.ExpressionStatement ? fact.as : void 0;
  return { fact, parts: [...parts2], variables, member: member2, doubt: doubt ?? outside2, loads: runs && isFrom ? statement : void 0 };
}
function partOf(site) {
  switch (site.type) {
    case Type.ExportSpecifier:
    case Type.ExportAllDeclaration:
    case Type.VariableDeclarator:
    case Type.Property:
      return site;
    case Type.TSImportEqualsDeclaration:
      return statementOf(site);
    case Type.SpreadElement:
      return "all that the module holds is exported with it";
    default:
  }
  const value = unwrapped(site);
  const { parent } = value;
  switch (parent?.type) {
    case Type.ExportDefaultDeclaration:
    case Type.VariableDeclarator:
    case Type.Property:
      return parent;
    case Type.TSImportEqualsDeclaration:
    case Type.TSTypeAliasDeclaration:
      return statementOf(parent);
    case Type.TSTypeReference:
      return partOf(parent);
    case Type.TSExportAssignment:
      return "it is everything that this file exports";
    case Type.AssignmentExpression:
      return parent.parent.type === Type.ExpressionStatement ? partOfAssignment(parent.parent, parent.left) : "it is assigned together with something else";
    default:
      return "all that the module holds is exported with it";
  }
}
function partOfAssignment(statement, target) {
  const isWhole3 = target.type === Type.MemberExpression && target.object.type === Type.Identifier && target.object.name === "module";
  return isWhole3 ? "it is everything that this file exports" : statement;
}
function statementAround(part) {
  for (let node = part; node; node = node.parent)
    if (node.parent?.type === Type.Program || node.parent?.type === Type.TSModuleBlock || node.parent?.type === Type.BlockStatement) return node;
  return void 0;
}
function declaredBy({ source: source3 }, part) {
  const declared2 = (node) => source3.scopeManager?.getDeclaredVariables(node) ?? [];
  if (part.type === Type.ExportNamedDeclaration && part.declaration) return declared2(part.declaration);
  if (part.type === Type.VariableDeclarator) return declared2(part);
  if (part.type !== Type.Property || part.parent.type !== Type.ObjectPattern) return [];
  const declarator = ancestor(part, Type.VariableDeclarator);
  return (declarator ? declared2(declarator) : []).filter(({ identifiers }) => identifiers.some((identifier) => within(identifier, part)));
}
function loads({ taken }, specifier, part) {
  return taken.some(({ holder: { kind, node, specifier: loaded3 } }) => loaded3 === specifier && (kind === "require" || kind === "dynamic") && within(node, part));
}
function doubtOfProperty(property) {
  if (property.type !== Type.Property) return void 0;
  const object = asserted(property.parent).parent;
  if (object?.type === Type.Property) return "it is a part of a larger value that is exported";
  const value = property.value;
  const own = value.type === Type.Identifier ? value.name : value.type === Type.MemberExpression ? keyName(value.property, value.computed) : void 0;
  return own === keyName(property.key, property.computed) ? void 0 : "under this name it may be an option that somebody reads";
}
function ownReads({ source: source3 }, name) {
  const found = [];
  walk(source3, source3.ast, (node) => {
    if (node.type !== Type.MemberExpression || memberName(node) !== name) return;
    if (node.object.type === Type.ThisExpression || commonJsExport(source3, node) === name) found.push(node);
  });
  return found;
}

// src/languages/ecmascript/plan/ties.ts
function holds(part, { span }) {
  return part.range[0] <= span[0] && span[1] <= part.range[1];
}
var Ties = class {
  #reading;
  #orders;
  #names;
  /** Statements of the form `export … from` that leave a bare import of their module behind. */
  loading = /* @__PURE__ */ new Set();
  constructor(reading, orders, names) {
    this.#reading = reading;
    this.#orders = orders;
    this.#names = names;
  }
  /** Whether importing the module does something, so that a bare import of it stays: any order for it says so. */
  runs({ holder }) {
    return [...this.#orders.values()].some(
      ({ fact, action, replacement }) => action !== "keep" && fact.module === holder.module && fact.specifier === holder.specifier && "sideEffects" in replacement && replacement.sideEffects
    );
  }
  /** Whether an import stays, used or not: under a disable comment, or wanted by what is written anew. */
  stays(taken) {
    return this.#orders.get(taken.fact)?.action === "keep" || this.#names.isWanted(taken);
  }
  /** Whether a declaration is not to go with what only it serves: it holds a kept site, or loads a module that does something. */
  isPinned(part) {
    if ([...this.#orders.values()].some(({ fact, action }) => action === "keep" && holds(part, fact))) return true;
    return this.#reading.taken.some((taken) => isIn([part], taken.holder.node) && this.runs(taken));
  }
};

// src/languages/ecmascript/plan/removal.ts
function planRemovals(reading, orders, ties) {
  const refused = /* @__PURE__ */ new Map();
  const loading = /* @__PURE__ */ new Set();
  const planned = [];
  const isGoing = (name) => reading.definitions.some(({ fact }) => fact.name === name && orders.get(fact)?.action === "remove");
  if (reading.definitions.some(({ fact }) => orders.get(fact)?.action === "remove")) reading.complete();
  for (const { fact, order, removal } of asked()) {
    if (typeof removal === "string") {
      refused.set(fact, removal);
      continue;
    }
    if (removal.loads) loading.add(removal.loads);
    planned.push({ ...removal, doubt: removal.doubt ?? order.doubt });
  }
  ties.loading = loading;
  if (planned.length === 0) return { groups: [], refused, parts: [] };
  const kept3 = [...orders.values()].filter(({ action }) => action === "keep").map(({ fact }) => fact);
  const safe = settled(planned.filter(({ doubt }) => doubt === void 0));
  const doubtful = planned.filter(({ doubt }) => doubt !== void 0).flatMap((removal) => settled([removal]).removals);
  const groups = doubtful.map((removal) => groupOf([removal], removal.doubt));
  return { groups: safe.removals.length > 0 ? [groupOf(safe.removals), ...groups] : groups, refused, parts: safe.parts };
  function* asked() {
    for (const exported of reading.reexports) {
      const order = orders.get(exported.fact);
      if (order?.action === "remove") yield { fact: exported.fact, order, removal: reexportRemoval(reading, exported, order) };
    }
    for (const { fact } of reading.definitions) {
      const order = orders.get(fact);
      if (order?.action === "remove") yield { fact, order, removal: definitionRemoval(reading, fact, isGoing) };
    }
  }
  function settled(all) {
    let removals = all;
    for (; ; ) {
      const parts2 = withOrphans(reading, removals.flatMap((removal) => removal.parts), ties);
      const left = removals.filter((removal) => {
        const reason = obstacle(removal, parts2);
        if (reason !== void 0) refused.set(removal.fact, reason);
        return reason === void 0;
      });
      if (left.length === removals.length) return { removals, parts: parts2 };
      removals = left;
    }
  }
  function obstacle({ fact, parts: own, variables, member: member2 }, parts2) {
    if (kept3.some((other) => other !== fact && own.some((part) => holds(part, other)))) return "a site in it is kept by a disable comment";
    const references2 = variables.flatMap((variable) => reading.references(variable));
    const reads = member2 === void 0 ? [] : ownReads(reading, member2);
    const count = new Set([...references2, ...reads].filter((node) => !isIn(parts2, node))).size;
    if (count === 0) return void 0;
    return `this file itself still uses it in ${count === 1 ? "one place" : `${String(count)} places`}`;
  }
}
function groupOf(removals, doubt) {
  return { facts: removals.map(({ fact }) => fact), owner: void 0, consumes: [], pieces: [], removes: removals.flatMap(({ parts: parts2 }) => parts2), doubt };
}

// src/languages/ecmascript/plan/rename.ts
function planRename(desk, taken, replacement) {
  const uses = taken.uses.filter(({ node }) => !desk.goes(node));
  const changing2 = uses.filter(({ fact }) => desk.order(fact)?.action === "replace");
  const stays = changing2.length < uses.length;
  const { variable } = taken;
  const facts = [taken.fact, ...uses.map(({ fact }) => fact)];
  if (!variable) return refuse(facts, "its binding can't be followed");
  const unfit = wrongKind(taken, changing2, replacement);
  if (unfit !== void 0) return refuse(facts, unfit);
  if (changing2.length === 0 && stays) return refuse(facts, "every use of it is kept by a disable comment");
  const local = localName(desk, taken, changing2, replacement, stays);
  if (local === void 0) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const pieces = local.name === variable.name ? [] : changing2.flatMap((use) => renamed(use, local.name));
  const existing = local.existing;
  const addition = existing || uses.length === 0 && !(!desk.reading.ports.whole && isMentionedElsewhere(desk, taken)) ? void 0 : {
    replacement,
    local: local.name,
    typeOnly: isTypeOnly(taken) || replacement.becomesType,
    item: stays ? void 0 : taken.node
  };
  return {
    groups: [
      { facts: [...stays ? [] : [taken.fact], ...changing2.map(({ fact }) => fact)], owner: taken, consumes: changing2.map(({ node }) => node), pieces, addition }
    ],
    refused: /* @__PURE__ */ new Map()
  };
}
function localName(desk, taken, changing2, replacement, stays) {
  const { variable } = taken;
  if (!variable) return void 0;
  const places = changing2.map(({ node }) => node);
  const typeOnly = isTypeOnly(taken);
  const pinned = !desk.reading.ports.whole && isMentionedElsewhere(desk, taken);
  const existing = pinned ? void 0 : desk.names.existing(replacement, places, !typeOnly, taken);
  if (existing?.variable && fitsJsx(existing.variable.name, places)) return { name: existing.variable.name, existing: true };
  const ownName = importedName2(taken);
  const aliased2 = ownName === void 0 || ownName !== variable.name;
  const wanted = replacement.name;
  const keep = { name: variable.name, existing: false };
  if (!stays && replacement.isSame(taken.fact.module, taken.fact.name)) return keep;
  if (!stays && (aliased2 || pinned || wanted === "default" || wanted === variable.name)) return keep;
  if (wanted !== "default" && fitsJsx(wanted, places) && desk.names.free(wanted, variable.scope, places, replacement)) {
    desk.names.take(wanted, replacement);
    return { name: wanted, existing: false };
  }
  return stays ? void 0 : keep;
}
function importedName2({ node }) {
  if (node.type === Type.ImportSpecifier) return keyName(node.imported);
  return node.type === Type.Property ? keyName(node.key, node.computed) : void 0;
}
function fitsJsx(name, places) {
  return !/^[a-z]/.test(name) || places.every(({ type }) => type !== Type.JSXIdentifier);
}
function isMentionedElsewhere({ reading }, { node, uses, variable }) {
  if (!variable) return true;
  const text2 = reading.source.text;
  const known2 = uses.length + (text2.slice(...node.range).split(variable.name).length - 1);
  return text2.split(variable.name).length - 1 > known2;
}
function wrongKind(taken, uses, replacement) {
  const references2 = taken.variable?.references ?? [];
  for (const { node, fact } of uses) {
    const reference = references2.find(({ identifier }) => identifier === node);
    const isType = reference !== void 0 && "isTypeReference" in reference && reference.isTypeReference && !reference.isValueReference;
    const isValue2 = fact.kind === "use" && !isType && !isTypeOnly(taken);
    if (replacement.kind === "value" && isType && node.parent.type !== Type.TSTypeQuery && node.parent.type !== Type.ExportSpecifier)
      return `\`${replacement.name}\` is a value, and is used as a type here`;
    if (replacement.kind === "type" && isValue2 && node.parent.type !== Type.TSTypeQuery) return `\`${replacement.name}\` is a type, and is used as a value here`;
    if (replacement.kind === "type" && fact.kind === "reexport" && !isType && !exportsType(node)) return `\`${replacement.name}\` is a type, and is exported as a value here`;
  }
  return void 0;
}
function exportsType(node) {
  const specifier = node.parent;
  if (specifier?.type !== Type.ExportSpecifier) return false;
  return specifier.exportKind === "type" || specifier.parent.exportKind === "type";
}
function renamed({ node }, name) {
  const parent = node.parent;
  if (parent.type === Type.ExportSpecifier) {
    const outward = keyName(parent.exported) ?? "";
    const shown2 = parent.exported.type === Type.Identifier ? outward : JSON.stringify(outward);
    const type = parent.exportKind === "type" ? "type " : "";
    return [replaced(parent, outward === name ? `${type}${name}` : `${type}${name} as ${shown2}`)];
  }
  if (parent.type === Type.Property && parent.shorthand) {
    return [replaced(node, `${keyName(parent.key) ?? node.name}: ${name}`)];
  }
  return [replaced(node, name)];
}
function planMembers(desk, namespace, members, replacement) {
  const facts = members.map(({ fact }) => fact);
  const odd = members.find(({ node }) => node.type === Type.Property || node.parent?.type === Type.TSImportEqualsDeclaration);
  if (odd) return refuse(facts, "it is taken from a namespace by destructuring");
  if (members.some(({ node }) => node.type === Type.Identifier || node.type === Type.TSIndexedAccessType))
    return refuse(facts, "it is not taken by its name");
  if (isAssignedAnew(namespace)) return refuse(facts, "the variable that holds the module is assigned anew");
  const typeOnly = isTypeNamespace(namespace);
  for (const { node } of members) {
    const isType = standsForType(node);
    if (isType && replacement.kind === "value") return refuse(facts, `\`${replacement.name}\` is a value, and is used as a type here`);
    if (!isType && !typeOnly && replacement.kind === "type") return refuse(facts, `\`${replacement.name}\` is a type, and is used as a value here`);
  }
  const local = memberLocal(desk, namespace, members, replacement);
  if (local === void 0) return refuse(facts, `the name \`${replacement.name}\` is taken here`);
  const pieces = members.map(({ node }) => replaced(node, local.name));
  const consumes = members.flatMap((member2) => consumedBy(namespace, member2));
  const addition = local.existing ? void 0 : { replacement, local: local.name, typeOnly: typeOnly || replacement.kind === "type" };
  return { groups: [{ facts, owner: namespace, consumes, pieces, addition }], refused: /* @__PURE__ */ new Map() };
}
function consumedBy({ references: references2 }, { node, reference }) {
  if (reference?.range[0] === node.range[0]) return [reference];
  return references2.filter((each) => within(each, node));
}
function memberLocal(desk, namespace, members, replacement) {
  const places = members.map(({ node }) => node);
  const existing = desk.names.existing(replacement, places, !isTypeNamespace(namespace));
  if (existing?.variable) return { name: existing.variable.name, existing: true };
  const [first] = members;
  const wishes = [replacement.name, first?.fact.name ?? ""].filter((name2) => name2 !== "default");
  const isJsx = places.some(({ type }) => type === Type.JSXMemberExpression);
  const name = wishes.find((wish) => !(isJsx && /^[a-z]/.test(wish)) && desk.names.free(wish, namespace.variable?.scope, places, replacement));
  if (name === void 0) return void 0;
  desk.names.take(name, replacement);
  return { name, existing: false };
}
function isAssignedAnew({ variable }) {
  return variable?.references.some((reference) => reference.isWrite() && !reference.init) ?? false;
}
function standsForType(node) {
  if (node.type === Type.TSQualifiedName) return node.parent.type !== Type.TSTypeQuery;
  return node.parent?.type === Type.TSClassImplements || node.parent?.type === Type.TSInterfaceHeritage;
}
function isTypeNamespace({ holder, node }) {
  return holder.node.type === Type.ImportDeclaration && holder.node.importKind === "type" || isTypeSpecifier(node);
}

// src/languages/ecmascript/rewrite/match.ts
function climb(pattern, start) {
  let { node, index } = start;
  for (; ; ) {
    const here = pattern.spine[index];
    const next = pattern.spine[index + 1];
    if (!here || !next) return { node, index };
    const key = pattern.template.places.get(here)?.key ?? "";
    let inner = node;
    while (inner.parent?.type === Type.AwaitExpression && next.type !== "AwaitExpression") inner = inner.parent;
    const outer = inner.parent;
    if (outer?.type !== next.type || !heldTrees(outer, key).includes(inner)) return { node: inner, index };
    node = outer;
    index++;
  }
}
function matchPattern(pattern, anchor, root, detour) {
  const matcher2 = new Matcher(pattern, anchor, detour);
  if (!matcher2.node(pattern.template.root, root)) return void 0;
  const { captures, awaits, calls } = matcher2;
  return { root, captures, awaits, calls, detour };
}
var Matcher = class {
  captures = /* @__PURE__ */ new Map();
  awaits = [];
  calls = /* @__PURE__ */ new Map();
  pattern;
  anchor;
  detour;
  #spine;
  constructor(pattern, anchor, detour) {
    this.pattern = pattern;
    this.anchor = anchor;
    this.detour = detour;
    this.#spine = new Set(pattern.spine);
  }
  node(wanted, found) {
    const hole = this.pattern.holeAt.get(wanted);
    if (hole) return isWhole2(found) && this.#capture(hole, [found]);
    const actual = this.#spine.has(wanted) ? this.#onSpine(wanted, found) : found;
    if (wanted === this.pattern.spine[0]) return actual === this.anchor;
    if (wanted.type !== actual.type) return false;
    if (wanted.type === "Literal") return sameLiteral(wanted, actual);
    if (wanted.type === "CallExpression" || wanted.type === "NewExpression") this.calls.set(wanted, actual);
    const keys = /* @__PURE__ */ new Set([...contentKeys(wanted), ...contentKeys(actual)]);
    for (const key of keys) {
      if (key === "shorthand") continue;
      if (!this.#value(held(wanted, key), held(actual, key))) return false;
    }
    return true;
  }
  /** Through the `await`s that the pattern does not show, and from a variable to what it was given. */
  #onSpine(wanted, found) {
    let actual = found;
    for (; ; ) {
      if (this.detour && actual === this.detour.use) actual = this.detour.value;
      else if (actual.type === Type.AwaitExpression && wanted.type !== "AwaitExpression") {
        this.awaits.push(actual);
        actual = actual.argument;
      } else return actual;
    }
  }
  #value(wanted, found) {
    if (Array.isArray(wanted) && Array.isArray(found)) return this.#list(wanted, found);
    if (isTree(wanted)) return isNode2(found) && this.node(wanted, found);
    return sameValue(wanted, found);
  }
  /** A list with at most one `$$$name`, which takes what the others leave. */
  #list(wanted, found) {
    const at2 = wanted.findIndex((item) => isTree(item) && this.pattern.holeAt.get(item)?.rest === true);
    if (at2 < 0) return wanted.length === found.length && wanted.every((item, index) => this.#value(item, found[index]));
    const behind3 = wanted.length - at2 - 1;
    const rest = found.slice(at2, found.length - behind3);
    const restHole = wanted[at2];
    const hole = isTree(restHole) ? this.pattern.holeAt.get(restHole) : void 0;
    if (!hole || found.length < at2 + behind3 || !rest.every(isNode2)) return false;
    return wanted.slice(0, at2).every((item, index) => this.#value(item, found[index])) && this.#capture(hole, rest) && wanted.slice(at2 + 1).every((item, index) => this.#value(item, found[found.length - behind3 + index]));
  }
  #capture(hole, nodes) {
    const known2 = this.captures.get(hole.name);
    if (!known2) {
      this.captures.set(hole.name, { hole, nodes });
      return true;
    }
    return known2.nodes.length === nodes.length && known2.nodes.every((node, index) => sameTree(node, nodes[index]));
  }
};
function isWhole2(node) {
  return node.type !== Type.SpreadElement && node.type !== Type.RestElement && node.type !== Type.AssignmentPattern;
}
function sameTree(one, other) {
  if (!one || !other || one.type !== other.type) return one === other;
  if (one.type === "Literal") return sameLiteral(one, other);
  const keys = /* @__PURE__ */ new Set([...contentKeys(one), ...contentKeys(other)]);
  return [...keys].every((key) => key === "shorthand" || sameContent(held(one, key), held(other, key)));
}
function sameContent(one, other) {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameContent(item, other[index]));
  if (isTree(one)) return isTree(other) && sameTree(one, other);
  return sameValue(one, other);
}
function sameLiteral(one, other) {
  for (const key of ["regex", "bigint"])
    if (held(one, key) || held(other, key)) return sameValue(held(one, key), held(other, key));
  return Object.is(held(one, "value"), held(other, "value"));
}
function sameValue(one, other) {
  if (isNothing(one) || isNothing(other)) return isNothing(one) && isNothing(other);
  if (typeof one === "object" && typeof other === "object" && one !== null && other !== null) {
    const left = new Map(Object.entries(one));
    const right = new Map(Object.entries(other));
    return [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].every((key) => sameContent(left.get(key), right.get(key)));
  }
  return Object.is(one, other);
}
function isNothing(value) {
  return value === void 0 || value === null || value === false || Array.isArray(value) && value.length === 0;
}
function isNode2(value) {
  return isTree(value);
}

// src/languages/ecmascript/rewrite/further.ts
function isUsedFurther(source3, node) {
  return isFurther(source3, node, /* @__PURE__ */ new Set());
}
function isFurther(source3, node, seen) {
  const { parent } = node;
  switch (parent?.type) {
    case Type.MemberExpression:
      return parent.object === node;
    case Type.CallExpression:
    case Type.NewExpression:
      return parent.callee === node;
    case Type.TaggedTemplateExpression:
      return parent.tag === node;
    case Type.ConditionalExpression:
      return parent.test !== node && isFurther(source3, parent, seen);
    case Type.SequenceExpression:
      return parent.expressions.at(-1) === node && isFurther(source3, parent, seen);
    case Type.AwaitExpression:
    case Type.ChainExpression:
    case Type.LogicalExpression:
    case Type.TSAsExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return isFurther(source3, parent, seen);
    case Type.VariableDeclarator:
      return parent.init === node && isTargetFurther(source3, parent.id, seen);
    case Type.AssignmentExpression:
      return parent.right === node && (isTargetFurther(source3, parent.left, seen) || isFurther(source3, parent, seen));
    case Type.AssignmentPattern:
      return parent.right === node && isTargetFurther(source3, parent.left, seen);
    case Type.Property:
      return parent.value === node && parent.parent.type === Type.ObjectExpression && isFieldFurther(source3, parent.key);
    case Type.PropertyDefinition:
      return parent.value === node && isFieldFurther(source3, parent.key);
    default:
      return false;
  }
}
function isTargetFurther(source3, target, seen) {
  if (target.type === Type.MemberExpression) return isFieldFurther(source3, target.property);
  if (target.type !== Type.Identifier) return true;
  const variable = variableAt(source3, target, target.name);
  if (!variable || seen.has(variable)) return false;
  seen.add(variable);
  return variable.references.some((reference) => reference.isRead() && isFurther(source3, reference.identifier, seen));
}
function isFieldFurther(source3, key) {
  let found = false;
  walk(source3, source3.ast, (node) => {
    if (node.type !== Type.MemberExpression || node.property === key) return;
    if (sameTree(node.property, key) && isAccessed(node)) found = true;
  });
  return found;
}
function isAccessed(node) {
  const { parent } = node;
  switch (parent?.type) {
    case Type.MemberExpression:
      return parent.object === node;
    case Type.CallExpression:
    case Type.NewExpression:
      return parent.callee === node;
    case Type.VariableDeclarator:
      return parent.init === node && parent.id.type !== Type.Identifier;
    case Type.AwaitExpression:
    case Type.ChainExpression:
    case Type.TSNonNullExpression:
    case Type.TSAsExpression:
      return isAccessed(parent);
    default:
      return false;
  }
}

// src/languages/ecmascript/rewrite/place.ts
var noExpressions = /* @__PURE__ */ new Set([
  "ExportSpecifier",
  "ImportSpecifier",
  "TSTypeQuery",
  "TSTypeReference",
  "TSQualifiedName",
  "TSClassImplements",
  "TSInterfaceHeritage",
  "TSExpressionWithTypeArguments",
  "TSInstantiationExpression",
  "TSImportEqualsDeclaration",
  "TSTypePredicate",
  "UpdateExpression",
  "ArrayPattern",
  "ObjectPattern",
  "RestElement",
  "JSXMemberExpression",
  "JSXOpeningElement",
  "JSXClosingElement"
]);
function isReplaceable(node) {
  const { parent } = node;
  if (!parent || node.type === Type.JSXIdentifier || noExpressions.has(parent.type)) return false;
  switch (parent.type) {
    case Type.AssignmentExpression:
    case Type.AssignmentPattern:
    case Type.ForInStatement:
    case Type.ForOfStatement:
      return parent.left !== node;
    case Type.UnaryExpression:
      return parent.operator !== "delete";
    case Type.Property:
      return parent.parent.type !== Type.ObjectPattern || parent.key === node;
    case Type.ChainExpression:
    case Type.TSAsExpression:
    case Type.TSNonNullExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSTypeAssertion:
      return isReplaceable(parent);
    default:
      return true;
  }
}

// src/languages/ecmascript/rewrite/scopes.ts
function isFunctionNode(node) {
  return node.type === Type.FunctionDeclaration || node.type === Type.FunctionExpression || node.type === Type.ArrowFunctionExpression;
}
function* around(node) {
  let child = node;
  for (let owner = node.parent; owner; owner = owner.parent) {
    yield { owner, child };
    child = owner;
  }
}
function allowsAwait(source3, site) {
  for (const { owner, child } of around(site)) {
    if (isFunctionNode(owner)) {
      if (child === owner.body) return owner.async;
      return false;
    }
    if (owner.type === Type.StaticBlock || owner.type === Type.TSModuleBlock) return false;
    if (isField(owner) && child === owner.value) return false;
    if (owner.type === Type.Decorator) return false;
    if (owner.type === Type.Program) return source3.ast.sourceType === "module";
  }
  return false;
}
function allowsYield(site) {
  for (const { owner, child } of around(site)) {
    if (isFunctionNode(owner)) return owner.generator && child === owner.body;
    if (owner.type === Type.StaticBlock || isField(owner) && child === owner.value) return false;
  }
  return false;
}
function isField(node) {
  return node.type === Type.PropertyDefinition || node.type === Type.AccessorProperty;
}
function thisOwner(node) {
  for (const step2 of around(node)) {
    const { owner, child } = step2;
    if (isFunctionNode(owner) && owner.type !== Type.ArrowFunctionExpression) return step2;
    if (owner.type === Type.StaticBlock || isField(owner) && child === owner.value || owner.type === Type.Program) return step2;
    if (owner.type === Type.Decorator || owner.type === Type.TSModuleBlock) return step2;
  }
  return void 0;
}

// src/languages/ecmascript/rewrite/assigned.ts
function isAssigned(source3, variable, site) {
  return variable.defs.some((definition) => {
    const { node } = definition;
    switch (definition.type) {
      case "ImportBinding":
        return isValueImport(node);
      case "FunctionName":
        return true;
      case "Parameter":
        return isFunctionNode(node) && isParameterAssigned(node, definition.name, site);
      case "CatchClause":
        return node.type === Type.CatchClause && within(site, node.body);
      case "Variable":
        return node.type === Type.VariableDeclarator && isVariableAssigned(source3, variable, node, site);
      case "ClassName":
      case "TSEnumName":
        return isReached(source3, node, site);
      default:
        return false;
    }
  });
}
function isValueImport(specifier) {
  if (specifier.type === Type.TSImportEqualsDeclaration) return specifier.importKind !== "type";
  const declaration = specifier.parent;
  if (declaration?.type !== Type.ImportDeclaration || declaration.importKind === "type") return false;
  return specifier.type !== Type.ImportSpecifier || specifier.importKind !== "type";
}
function isParameterAssigned(owner, name, site) {
  if (owner.body !== null && within(site, owner.body)) return true;
  if (!within(site, owner) || name.range[1] > site.range[0]) return false;
  for (const step2 of around(site)) {
    if (step2.owner.type === Type.Decorator) return false;
    if (step2.owner === owner) return !within(name, step2.child);
  }
  return false;
}
function isVariableAssigned(source3, variable, declarator, site) {
  const declaration = declarator.parent;
  if (declaration.declare) return true;
  const loop = declaration.parent;
  if ((loop.type === Type.ForOfStatement || loop.type === Type.ForInStatement) && loop.left === declaration)
    return within(site, loop.body);
  if (declarator.init && isReached(source3, declarator, site)) return true;
  return variable.references.some(({ identifier, init }) => {
    if (init === true) return false;
    const assignment = identifier.parent;
    return assignment.type === Type.AssignmentExpression && assignment.operator === "=" && assignment.left === identifier && assignment.parent.type === Type.ExpressionStatement && isReached(source3, assignment, site);
  });
}
function isReached(source3, step2, site) {
  const block = listAround2(step2);
  if (!block || step2.range[1] > site.range[0] || !within(site, block)) return false;
  let outermost;
  for (const { owner } of around(site)) {
    if (owner === block) break;
    if (isFunctionNode(owner)) outermost = owner;
  }
  return outermost?.type !== Type.FunctionDeclaration || !mayRunBefore(source3, outermost, step2.range[1], /* @__PURE__ */ new Set());
}
function listAround2(step2) {
  let statement = step2;
  if (statement.parent?.type === Type.VariableDeclaration) statement = statement.parent;
  if (statement.parent?.type === Type.ExpressionStatement) statement = statement.parent;
  if (statement.parent?.type === Type.ForStatement && statement.parent.init === statement) return listOrLoop(statement.parent);
  if (statement.parent?.type === Type.ExportNamedDeclaration) statement = statement.parent;
  const { parent } = statement;
  return parent && isList(parent) ? parent : void 0;
}
function listOrLoop(loop) {
  return loop.parent && isList(loop.parent) ? loop.parent : loop;
}
function isList(node) {
  return node.type === Type.Program || node.type === Type.BlockStatement || node.type === Type.StaticBlock || node.type === Type.SwitchCase || node.type === Type.TSModuleBlock;
}
function mayRunBefore(source3, declaration, offset, seen) {
  if (seen.has(declaration)) return false;
  seen.add(declaration);
  const [variable] = source3.getDeclaredVariables?.(declaration) ?? [];
  if (!declaration.id) return false;
  if (!variable || variable.identifiers[0] !== declaration.id) return true;
  return variable.references.some(({ identifier }) => {
    if (identifier.parent.type === Type.ExportSpecifier || within(identifier, declaration)) return false;
    if (identifier.range[0] < offset) return true;
    for (const { owner } of around(identifier)) {
      if (owner.range[0] < offset) break;
      if (owner.type === Type.FunctionDeclaration && mayRunBefore(source3, owner, offset, seen)) return true;
    }
    return false;
  });
}

// src/languages/ecmascript/rewrite/globals.ts
var values = [
  "AggregateError",
  "Array",
  "ArrayBuffer",
  "Atomics",
  "BigInt",
  "BigInt64Array",
  "BigUint64Array",
  "Boolean",
  "DataView",
  "Date",
  "Error",
  "EvalError",
  "FinalizationRegistry",
  "Float32Array",
  "Float64Array",
  "Function",
  "Infinity",
  "Int16Array",
  "Int32Array",
  "Int8Array",
  "Intl",
  "Iterator",
  "JSON",
  "Map",
  "Math",
  "NaN",
  "Number",
  "Object",
  "Promise",
  "Proxy",
  "RangeError",
  "ReferenceError",
  "Reflect",
  "RegExp",
  "Set",
  "SharedArrayBuffer",
  "String",
  "Symbol",
  "SyntaxError",
  "TypeError",
  "URIError",
  "Uint16Array",
  "Uint32Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "WeakMap",
  "WeakRef",
  "WeakSet",
  "decodeURI",
  "decodeURIComponent",
  "encodeURI",
  "encodeURIComponent",
  "globalThis",
  "isFinite",
  "isNaN",
  "parseFloat",
  "parseInt",
  "undefined"
];
var types = [
  "Awaited",
  "ConstructorParameters",
  "Exclude",
  "Extract",
  "InstanceType",
  "NonNullable",
  "Omit",
  "Parameters",
  "Partial",
  "Pick",
  "PromiseLike",
  "Readonly",
  "ReadonlyArray",
  "ReadonlyMap",
  "ReadonlySet",
  "Record",
  "Required",
  "ReturnType",
  "const"
];
var languageGlobals = /* @__PURE__ */ new Set([...values, ...types]);

// src/languages/ecmascript/rewrite/placeholder.ts
var placeholder = /^(\$|\$\$\$)([\p{L}_][\p{L}\p{N}_]*)$/u;
function readNames(template, symbol) {
  const holes = [];
  const free = [];
  for (const node of template.nodes) {
    const name = referredName(template, node);
    if (name === void 0) continue;
    const found = name === symbol ? null : placeholder.exec(name);
    if (found) holes.push({ node: typeHole(template, node), name: found[2] ?? "", rest: found[1] === "$$$" });
    else if (!declaredAround(template, node).has(name)) free.push({ node, name });
  }
  const own = symbol === "default" ? free[0]?.name : symbol;
  return { holes, free, symbol: free.filter(({ name }) => name === own).map(({ node }) => node) };
}
function referredName(template, node) {
  if (node.type !== "Identifier") return void 0;
  const place = template.places.get(node);
  return place && isOnlyName(place.parent, place.key) ? void 0 : heldText(node, "name");
}
function typeHole(template, node) {
  const parent = template.places.get(node)?.parent;
  return parent?.type === "TSTypeReference" && heldTrees(parent, "typeArguments").length === 0 ? parent : node;
}
function functionsAround(template, node) {
  const found = [];
  for (let place = template.places.get(node); place; place = template.places.get(place.parent))
    if (isFunction(place.parent)) found.push(place.parent);
  return found;
}
function declaredAround(template, node) {
  const names = /* @__PURE__ */ new Set();
  if (isFunction(node)) declaredIn(node, names);
  for (const outer of functionsAround(template, node)) declaredIn(outer, names);
  return names;
}
function declaredIn(node, names) {
  if (isFunction(node)) for (const parameter of heldTrees(node, "params")) patternNames(parameter, names);
  if (node.type === "VariableDeclarator" || node.type.startsWith("Function") || node.type.startsWith("Class"))
    for (const id of heldTrees(node, "id")) patternNames(id, names);
  if (node.type === "CatchClause") for (const param of heldTrees(node, "param")) patternNames(param, names);
  for (const { node: child } of children(node)) declaredIn(child, names);
}
function patternNames(pattern, names) {
  switch (pattern.type) {
    case "Identifier":
      names.add(heldText(pattern, "name") ?? "");
      break;
    case "AssignmentPattern":
      for (const left of heldTrees(pattern, "left")) patternNames(left, names);
      break;
    case "Property":
      for (const value of heldTrees(pattern, "value")) patternNames(value, names);
      break;
    default:
      for (const key of ["elements", "properties", "argument", "parameter"])
        for (const inner of heldTrees(pattern, key)) patternNames(inner, names);
  }
}

// src/languages/ecmascript/rewrite/template.ts
import { parseSync } from "oxc-parser";
var before = "async function*_(){(";
var after = "\n)}";
var cacheLimit = 2e3;
var cache = /* @__PURE__ */ new Map();
function readTemplate(text2) {
  const known2 = cache.get(text2);
  if (known2 || cache.has(text2)) return known2;
  const template = parse(text2, "ts") ?? parse(text2, "tsx");
  if (cache.size >= cacheLimit) cache.clear();
  cache.set(text2, template);
  return template;
}
function readExpression(text2) {
  return expressionOf(text2, "ts") ?? expressionOf(text2, "tsx");
}
function parse(text2, language) {
  const root = expressionOf(text2, language);
  if (!root || parseSync("x.ts", `async function*_(){[${text2}
]}`, { lang: language }).errors.length > 0) return void 0;
  const places = /* @__PURE__ */ new Map();
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    const inner = children(node).filter((child) => isTemplateNode(child.node));
    for (const { node: child, key } of inner) {
      if (key === "key" && held(node, "shorthand") === true) continue;
      if (!isTemplateNode(child)) continue;
      places.set(child, { parent: node, key });
      visit(child);
    }
  };
  shift(root, /* @__PURE__ */ new Set());
  if (!isTemplateNode(root)) return void 0;
  visit(root);
  nodes.sort((one, other) => one.start - other.start || other.end - one.end);
  return { text: text2, root, places, nodes };
}
function expressionOf(text2, language) {
  const { program, errors } = parseSync(`x.${language}`, before + text2 + after, {
    lang: language,
    sourceType: "module",
    preserveParens: false
  });
  const [wrapper, ...others] = program.body;
  if (errors.length > 0 || others.length > 0 || wrapper?.type !== "FunctionDeclaration") return void 0;
  const statements = wrapper.body?.body ?? [];
  const [statement] = statements;
  if (statements.length !== 1 || statement?.type !== "ExpressionStatement") return void 0;
  return statement.expression;
}
function isTemplateNode(node) {
  return typeof held(node, "start") === "number" && typeof held(node, "end") === "number";
}
function shift(node, done) {
  if (done.has(node)) return;
  done.add(node);
  for (const key of ["start", "end"]) {
    const offset = held(node, key);
    if (typeof offset === "number") Reflect.set(node, key, offset - before.length);
  }
  for (const { node: child } of children(node)) if (isTree(child)) shift(child, done);
}

// src/languages/ecmascript/rewrite/this-member.ts
function hasThisMember(site, name) {
  const owner = thisOwner(site)?.owner;
  const method = owner?.parent;
  if (owner?.type !== Type.FunctionExpression || method?.type !== Type.MethodDefinition) return false;
  if (method.static || method.value !== owner) return false;
  if (name === void 0) return method.kind !== "constructor" || isBehindSuper(method, site);
  const members = method.parent.body;
  const constructor = members.find(isConstructor);
  if (method.kind === "constructor")
    return isBehindSuper(method, site) && (isSetBeforeBody(members, method, name) || isSetBefore(method, name, site));
  return constructor !== void 0 && (hasParameterProperty(constructor, name) || assignments2(constructor, name).length > 0) || members.some((member2) => declares(member2, name));
}
function isConstructor(member2) {
  return member2.type === Type.MethodDefinition && member2.kind === "constructor" && member2.value.type === Type.FunctionExpression;
}
function declares(member2, name) {
  if (!("static" in member2) || member2.static || memberKey(member2) !== name) return false;
  if (member2.type === Type.MethodDefinition || member2.type === Type.TSAbstractMethodDefinition)
    return member2.kind === "method" || member2.kind === "get";
  if (member2.type === Type.TSIndexSignature) return false;
  return !member2.optional;
}
function memberKey(member2) {
  if (!("key" in member2) || member2.computed) return void 0;
  if (member2.key.type === Type.PrivateIdentifier) return `#${member2.key.name}`;
  return member2.key.type === Type.Identifier ? member2.key.name : void 0;
}
function isSetBeforeBody(members, constructor, name) {
  if (hasParameterProperty(constructor, name)) return true;
  return members.some((member2) => {
    if (!("static" in member2) || member2.static || memberKey(member2) !== name) return false;
    if (member2.type === Type.PropertyDefinition || member2.type === Type.AccessorProperty) return member2.value !== null;
    return member2.type === Type.MethodDefinition && member2.kind === "method";
  });
}
function hasParameterProperty(constructor, name) {
  return constructor.value.params.some((parameter) => {
    if (parameter.type !== Type.TSParameterProperty) return false;
    const inner = parameter.parameter;
    const id = inner.type === Type.AssignmentPattern ? inner.left : inner;
    return id.type === Type.Identifier && id.name === name && !id.optional;
  });
}
function assignments2(constructor, name) {
  const statements = constructor.value.body?.body ?? [];
  return statements.filter((statement) => {
    if (statement.type !== Type.ExpressionStatement || statement.expression.type !== Type.AssignmentExpression) return false;
    const { left, operator: operator2 } = statement.expression;
    if (operator2 !== "=" || left.type !== Type.MemberExpression || left.object.type !== Type.ThisExpression || left.computed) return false;
    const key = left.property.type === Type.PrivateIdentifier ? `#${left.property.name}` : left.property.name;
    return key === name;
  });
}
function isSetBefore(constructor, name, site) {
  return isInBody(constructor, site) && assignments2(constructor, name).some(({ range }) => range[1] <= site.range[0]);
}
function isInBody(method, site) {
  const { body } = method.value;
  return body !== null && within(site, body);
}
function isBehindSuper(constructor, site) {
  if (!isInBody(constructor, site)) return false;
  if (constructor.parent.parent.superClass === null) return true;
  const statements = constructor.value.body?.body ?? [];
  return statements.some(
    (statement) => statement.type === Type.ExpressionStatement && statement.expression.type === Type.CallExpression && statement.expression.callee.type === Type.Super && statement.range[1] <= site.range[0]
  );
}

// src/languages/ecmascript/rewrite/bind.ts
function firstBound(source3, site, texts, going) {
  for (const text2 of texts) {
    const template = readTemplate(text2);
    if (template && isBound(source3, site, template, going)) return template;
  }
  return void 0;
}
function isBound(source3, site, template, going) {
  for (const node of template.nodes) {
    if (node.type === "AwaitExpression" && !allowsAwait(source3, site)) return false;
    if (node.type === "YieldExpression" || node.type === "Super" || node.type === "MetaProperty") return false;
    if (node.type === "ThisExpression" && !hasThisMember(site, memberOfThis(template, node))) return false;
  }
  return namesIn2(template).every((name) => {
    const variable = variableAt(source3, site, name);
    if (!variable || variable.defs.length === 0) return languageGlobals.has(name);
    return variable !== going && isValue(variable) && isAssigned(source3, variable, site);
  });
}
function isValue(variable) {
  return Reflect.get(variable, "isValueVariable") !== false;
}
function namesIn2(template) {
  const { free, holes } = readNames(template, "");
  return [...free.map(({ name }) => name), ...holes.map(({ node }) => heldText(node, "name") ?? "")];
}
function memberOfThis(template, node) {
  const place = template.places.get(node);
  if (place?.parent.type !== "MemberExpression" || held(place.parent, "computed") === true) return void 0;
  const property = heldTree(place.parent, "property");
  if (!property) return void 0;
  const name = heldText(property, "name") ?? "";
  return property.type === "PrivateIdentifier" ? `#${name}` : name;
}

// src/languages/ecmascript/rewrite/journey.ts
function objectionsToJourney(source3, match, { declarator, uses }) {
  const found = [];
  for (const { hole, nodes } of match.captures.values()) {
    const [first] = nodes;
    if (!first || !isIn2(first, declarator)) continue;
    const { effects: effects2, reads, fresh, suspends, contextual, names } = examine(source3, nodes);
    const label = `$${hole.name}`;
    if (suspends || contextual && thisOwner(first)?.owner !== thisOwner(match.root)?.owner)
      found.push({ grave: true, reason: `${label} would mean something else where the variable is used` });
    for (const name of names)
      if (variableAt(source3, first, name) !== variableAt(source3, match.root, name))
        found.push({ grave: true, reason: `${name} is another variable where the value is used` });
    if (effects2 || reads) found.push({ grave: false, reason: `${label} may have changed where the value is used` });
    if (fresh && (uses.length > 1 || isRepeated(match.root, declarator)))
      found.push({ grave: false, reason: `${label} would be made anew at each use` });
  }
  return found;
}
function isIn2(node, outer) {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}
function isRepeated(site, declarator) {
  for (const { owner } of around(site)) {
    if (isIn2(declarator, owner)) return false;
    if (isFunctionNode(owner) || /^(?:For|While|DoWhile)/.test(owner.type)) return true;
  }
  return false;
}

// src/languages/ecmascript/rewrite/compile.ts
function compileRewrites(rewrites, names) {
  const read = rewrites.flatMap(({ from, to, safe }) => {
    const pattern = readPattern(from, names.deprecated);
    const output = readOutput(to, names.canonical);
    return pattern && output ? [{ pattern, output, safe }] : [];
  });
  return read.map((rewrite) => ({
    ...rewrite,
    extended: read.some(({ pattern }) => pattern !== rewrite.pattern && extend(rewrite.pattern, pattern))
  }));
}
function readPattern(text2, deprecated) {
  const template = readTemplate(text2);
  if (!template) return void 0;
  const { holes, free, symbol } = readNames(template, deprecated);
  const [start, second] = symbol;
  if (!start || second) return void 0;
  const spine = [start];
  for (let place = template.places.get(start); place; place = template.places.get(place.parent)) spine.push(place.parent);
  return {
    template,
    spine,
    holes,
    holeAt: new Map(holes.map((hole) => [hole.node, hole])),
    names: new Set(free.map(({ name }) => name))
  };
}
function readOutput(text2, canonical) {
  const template = readTemplate(text2);
  if (!template) return void 0;
  const { holes, free, symbol } = readNames(template, canonical);
  if (symbol.length === 0) return void 0;
  return { template, holes, canonical: symbol, others: free.filter(({ node }) => !symbol.includes(node)) };
}
function extend(shorter, longer) {
  const inner = longer.spine[shorter.spine.length - 1];
  return longer.spine.length > shorter.spine.length && inner !== void 0 && unify(shorter, shorter.template.root, longer, inner);
}
function unify(one, left, other, right) {
  if (Array.isArray(left) && Array.isArray(right)) {
    const items = [...left, ...right];
    const rest = items.some((item) => isRest(one, item) || isRest(other, item));
    return rest || left.length === right.length && left.every((item, index) => unify(one, item, other, right[index]));
  }
  if (!isNode3(left) || !isNode3(right)) return (left ?? false) === (right ?? false);
  if (left === one.spine[0]) return right === other.spine[0];
  if (one.holeAt.has(left) || other.holeAt.has(right)) return true;
  if (left.type !== right.type) return false;
  const skip = /* @__PURE__ */ new Set(["start", "end", "raw", "type"]);
  return Object.keys(left).every((key) => skip.has(key) || unify(one, held(left, key), other, held(right, key)));
}
function isRest(pattern, item) {
  return isNode3(item) && pattern.holeAt.get(item)?.rest === true;
}
function isNode3(value) {
  return typeof value === "object" && value !== null && "type" in value;
}
var branches = {
  ConditionalExpression: ["consequent", "alternate"],
  LogicalExpression: ["right"],
  AssignmentPattern: ["right"]
};
function timing(template, node) {
  let conditional = false;
  for (let place = template.places.get(node); place; place = template.places.get(place.parent)) {
    const { parent, key } = place;
    if (branches[parent.type]?.includes(key)) conditional = true;
    if (parent.type === "ChainExpression" && !leads(parent, node)) conditional = true;
  }
  return { conditional, functions: functionsAround(template, node) };
}
function leads(chain, node) {
  return "start" in node && node.start === chain.start;
}

// src/languages/ecmascript/rewrite/order.ts
function objectionsToOrder(source3, rewrite, match) {
  const { pattern, output } = rewrite;
  const captures = [...match.captures.values()];
  const written3 = pattern.holes.map(({ name }) => name);
  const traits = new Map(captures.map((capture2) => [capture2.hole.name, examine(source3, capture2.nodes)]));
  const places = output.holes.filter(({ name }) => traits.has(name)).map(({ node, name }) => ({ name, start: node.start, ...timing(output.template, node) }));
  const objections = captures.flatMap((capture2) => {
    const own = places.filter(({ name }) => name === capture2.hole.name);
    const times = written3.filter((name) => name === capture2.hole.name).length;
    return objectionsToCapture(capture2, traitsOf(traits, capture2.hole.name), own, timing(pattern.template, capture2.hole.node), times);
  });
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      if (written3.indexOf(one.name) > written3.indexOf(other.name) && clash(traitsOf(traits, one.name), traitsOf(traits, other.name)))
        objections.push(slight(`$${one.name} and $${other.name} would be evaluated in another order`));
  if (match.awaits.length > 0) {
    for (const [name, { effects: effects2, changesMeanwhile }] of traits)
      if (effects2 || changesMeanwhile) objections.push(slight(`$${name} would be evaluated before the await instead of after it`));
  }
  return objections;
}
function objectionsToCapture(capture2, traits, places, here, written3) {
  const { name } = capture2.hole;
  const found = [];
  if (traits.effects && written3 > 1) found.push(slight(`$${name} was evaluated more than once`));
  if (traits.effects && places.length === 0) found.push(slight(`$${name} has side effects and would be dropped`));
  if (places.length > 1 && (traits.effects || traits.fresh)) found.push(slight(`$${name} would be evaluated more than once`));
  for (const place of places) {
    if (place.conditional !== here.conditional && traits.effects) found.push(slight(`$${name} would not be evaluated as it was`));
    if (place.functions.length > here.functions.length) found.push(...objectionsToDelay(name, traits, place));
    else if (here.functions.length > 0 && traits.effects) found.push(slight(`$${name} stands in a function`));
  }
  return found;
}
function objectionsToDelay(name, traits, place) {
  const grave = (reason) => ({ grave: true, reason });
  if (traits.suspends) return [grave(`$${name} holds an await or yield, and would stand in a function`)];
  if (traits.contextual && place.functions.some(({ type }) => type !== "ArrowFunctionExpression"))
    return [grave(`$${name} holds this or arguments, and would stand in a function that has its own`)];
  if (traits.effects || traits.fresh || traits.reads) return [slight(`$${name} would be evaluated when the function is called`)];
  return [];
}
function clash(one, other) {
  return one.effects && (other.effects || other.reads) || other.effects && one.reads;
}
function traitsOf(traits, name) {
  const found = traits.get(name);
  if (!found) throw new Error(`$${name} was captured, but not examined.`);
  return found;
}
function slight(reason) {
  return { grave: false, reason };
}

// src/languages/ecmascript/rewrite/render.ts
import { ASTUtils as ASTUtils2 } from "@typescript-eslint/utils";

// src/languages/ecmascript/rewrite/arguments.ts
function listInTemplate(template, call) {
  const callee2 = heldTree(call, "typeArguments") ?? heldTree(call, "callee");
  if (!callee2 || !("end" in callee2) || typeof callee2.end !== "number") return void 0;
  const open2 = template.text.indexOf("(", callee2.end);
  return open2 < 0 || open2 >= call.end || template.text[call.end - 1] !== ")" ? void 0 : [open2, call.end];
}
function callsIn(template) {
  return template.nodes.filter(({ type }) => type === "CallExpression" || type === "NewExpression");
}
function keptLists(source3, { pattern, output }, match) {
  const kept3 = [];
  const free = callsIn(pattern.template);
  const symbols = /* @__PURE__ */ new Set([...output.canonical, ...output.others.map(({ node }) => node), ...pattern.spine.slice(0, 1)]);
  for (const call of callsIn(output.template)) {
    const place = listInTemplate(output.template, call);
    const wanted = heldTrees(call, "arguments");
    if (!place || wanted.some((argument2) => holds2(argument2, symbols))) continue;
    const at2 = free.findIndex((other) => sameList(wanted, heldTrees(other, "arguments"), symbols));
    const code = free[at2] && match.calls.get(free[at2]);
    const span = code && listInCode(source3, code, match);
    if (!span || wanted.length === 0 && source3.text.slice(...span).replace(/\s/g, "") === "()") continue;
    kept3.push({ place, span });
    free.splice(at2, 1);
  }
  return kept3;
}
function sameList(wanted, written3, symbols) {
  return wanted.length === written3.length && wanted.every((argument2, index) => sameTree(argument2, written3[index])) && !written3.some((argument2) => holds2(argument2, symbols));
}
function holds2(node, wanted) {
  return wanted.has(node) || children(node).some(({ node: child }) => holds2(child, wanted));
}
function listInCode(source3, call, match) {
  if (call.type !== Type.CallExpression && call.type !== Type.NewExpression) return void 0;
  const [start, end] = match.root.range;
  if (call.range[0] < start || call.range[1] > end) return void 0;
  const open2 = source3.getTokenAfter(call.typeArguments ?? call.callee, isOpening);
  return open2 && open2.range[0] < end && source3.text[call.range[1] - 1] === ")" && open2.range[1] <= call.range[1] ? [open2.range[0], call.range[1]] : void 0;
}
function isOpening(token) {
  return token.value === "(";
}

// src/languages/ecmascript/rewrite/precedence.ts
var level = { sequence: 0, assignment: 1, conditional: 2, unary: 14, update: 15, newWithoutCall: 16, call: 17, primary: 18 };
var binaryLevels = {
  "??": 3,
  "||": 3,
  "&&": 4,
  "|": 5,
  "^": 6,
  "&": 7,
  "==": 8,
  "!=": 8,
  "===": 8,
  "!==": 8,
  "<": 9,
  ">": 9,
  "<=": 9,
  ">=": 9,
  in: 9,
  instanceof: 9,
  "<<": 10,
  ">>": 10,
  ">>>": 10,
  "+": 11,
  "-": 11,
  "*": 12,
  "/": 12,
  "%": 12,
  "**": 13
};
var levels = {
  SequenceExpression: level.sequence,
  YieldExpression: level.assignment,
  ArrowFunctionExpression: level.assignment,
  AssignmentExpression: level.assignment,
  ConditionalExpression: level.conditional,
  TSAsExpression: 9,
  TSSatisfiesExpression: 9,
  UnaryExpression: level.unary,
  AwaitExpression: level.unary,
  TSTypeAssertion: level.unary,
  UpdateExpression: level.update,
  CallExpression: level.call,
  ImportExpression: level.call,
  TSInstantiationExpression: level.call,
  // Types: as an argument or alone they never need any; a function type or union elsewhere does.
  TSFunctionType: level.assignment,
  TSConstructorType: level.assignment,
  TSConditionalType: level.assignment,
  TSUnionType: level.conditional,
  TSIntersectionType: level.conditional,
  TSTypeOperator: level.conditional,
  TSInferType: level.conditional
};
function levelOf(node) {
  if (node.type === "BinaryExpression" || node.type === "LogicalExpression")
    return binaryLevels[heldText(node, "operator") ?? ""] ?? level.sequence;
  if (node.type === "ChainExpression") return level.newWithoutCall;
  return levels[node.type] ?? level.primary;
}
var assignmentSlots = {
  CallExpression: ["arguments"],
  NewExpression: ["arguments"],
  ArrayExpression: ["elements"],
  SpreadElement: ["argument"],
  JSXSpreadAttribute: ["argument"],
  Property: ["value", "key"],
  PropertyDefinition: ["value", "key"],
  AccessorProperty: ["value", "key"],
  MethodDefinition: ["key"],
  VariableDeclarator: ["init"],
  AssignmentPattern: ["right"],
  AssignmentExpression: ["right"],
  YieldExpression: ["argument"],
  ConditionalExpression: ["consequent", "alternate"],
  ArrowFunctionExpression: ["body"],
  ExportDefaultDeclaration: ["declaration"],
  ForOfStatement: ["right"],
  ImportExpression: ["source", "options"],
  TSEnumMember: ["initializer"],
  SequenceExpression: ["expressions"],
  TSTypeParameterInstantiation: ["params"]
};
var expressionSlots = {
  ExpressionStatement: ["expression"],
  ReturnStatement: ["argument"],
  ThrowStatement: ["argument"],
  IfStatement: ["test"],
  WhileStatement: ["test"],
  DoWhileStatement: ["test"],
  ForStatement: ["init", "test", "update"],
  ForInStatement: ["right"],
  SwitchStatement: ["discriminant"],
  SwitchCase: ["test"],
  WithStatement: ["object"],
  TemplateLiteral: ["expressions"],
  MemberExpression: ["property"],
  JSXExpressionContainer: ["expression"],
  JSXSpreadChild: ["expression"],
  TSExportAssignment: ["expression"]
};
function needsParentheses(node, text2, slot) {
  if (!slot) return false;
  const { parent, key } = slot;
  if (expressionSlots[parent.type]?.includes(key)) return false;
  if (assignmentSlots[parent.type]?.includes(key)) return levelOf(node) < level.assignment;
  switch (parent.type) {
    case "ConditionalExpression":
      return levelOf(node) < 3;
    case "LogicalExpression":
    case "BinaryExpression":
      return operandNeeds(node, parent, key);
    case "UnaryExpression":
    case "AwaitExpression":
    case "TSTypeAssertion":
      return levelOf(node) < level.unary;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return levelOf(node) < 9;
    case "MemberExpression":
    case "CallExpression":
    case "TaggedTemplateExpression":
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
      return levelOf(node) < level.call || isBareNew(node, text2) || isNumber(node);
    case "NewExpression":
      return isBareNew(node, text2) || !isNewCallee(node);
    case "ClassDeclaration":
    case "ClassExpression":
      return levelOf(node) < level.newWithoutCall;
    case "ChainExpression":
      return levelOf(node) < level.call;
    case "Decorator":
      return !isDecorator(node);
    default:
      return true;
  }
}
function operandNeeds(node, parent, key) {
  const operator2 = heldText(parent, "operator") ?? "";
  const outer = levelOf(parent);
  const inner = levelOf(node);
  if (node.type === "LogicalExpression" && parent.type === "LogicalExpression") {
    const own = heldText(node, "operator");
    if (own !== operator2 && (own === "??" || operator2 === "??")) return true;
  }
  if (operator2 === "**") return key === "left" ? inner < level.update : inner < outer;
  return key === "left" ? inner < outer : inner <= outer;
}
function isBareNew(node, text2) {
  return node.type === "NewExpression" && heldTrees(node, "arguments").length === 0 && !/\(\s*\)$/.test(text2.trimEnd());
}
function isNumber(node) {
  return node.type === "Literal" && typeof held(node, "value") === "number";
}
function isNewCallee(node) {
  switch (node.type) {
    case "MemberExpression": {
      const object = heldTree(node, "object");
      return object !== void 0 && isNewCallee(object);
    }
    case "CallExpression":
    case "ImportExpression":
    case "TaggedTemplateExpression":
    case "TSNonNullExpression":
      return false;
    default:
      return levelOf(node) >= level.primary;
  }
}
function isDecorator(node) {
  const callee2 = node.type === "CallExpression" ? heldTree(node, "callee") : node;
  for (let at2 = callee2; at2; at2 = heldTree(at2, "object")) {
    if (at2.type === "Identifier") return true;
    if (at2.type !== "MemberExpression" || held(at2, "computed") === true) return false;
  }
  return false;
}

// src/languages/ecmascript/rewrite/quotes.ts
function preferredQuote(source3) {
  let balance = 0;
  for (const { type, range } of source3.ast.tokens) {
    if (type !== "String") continue;
    const quote = source3.text[range[0]];
    if (quote === "'") balance--;
    if (quote === '"') balance++;
  }
  if (balance === 0) return void 0;
  return balance < 0 ? "'" : '"';
}
function requoted(node, text2, quote) {
  const written3 = text2.slice(node.start, node.end);
  const value = held(node, "value");
  if (quote === void 0 || typeof value !== "string" || /["'\\]/.test(written3.slice(1, -1))) return written3;
  return quote + written3.slice(1, -1) + quote;
}

// src/languages/ecmascript/rewrite/fill.ts
function fill(job) {
  const { source: source3, match, rewrite } = job;
  const { template, holes } = rewrite.output;
  const lists2 = keptLists(source3, rewrite, match);
  const open2 = holes.filter(({ node }) => !lists2.some(({ place }) => liesIn2(node, place)));
  const spans = /* @__PURE__ */ new Map();
  for (const { name } of open2) {
    const capture2 = match.captures.get(name);
    const span = capture2 && spanWithComments(source3, capture2, boundsOf(match, capture2.nodes[0]));
    if (span) spans.set(name, span);
  }
  return {
    lists: lists2,
    kept: [...lists2.map(({ span }) => span), ...spans.values()],
    text: (node, inner, extra) => {
      const pieces = [...namePieces(job), ...listPieces(template, open2, spans), ...extra];
      for (const hole of open2) pieces.push({ span: [hole.node.start, hole.node.end], text: () => holeText(job, hole, spans, inner) });
      for (const list of lists2)
        pieces.push({ span: [list.place[0] + 1, list.place[1]], text: () => inner([list.span[0] + 1, list.span[1]]) });
      const within2 = pieces.filter(({ span }) => node.start <= span[0] && span[1] <= node.end);
      const edits = compose(template.text, outside(within2, lists2)).map(({ span, text: text2 }) => ({
        span: [span[0] - node.start, span[1] - node.start],
        text: text2
      }));
      return applyEdits(template.text.slice(node.start, node.end), edits);
    }
  };
}
function boundsOf(match, node) {
  const [start, end] = match.root.range;
  const isThere = node && start <= node.range[0] && node.range[1] <= end;
  return isThere || !match.detour ? match.root.range : match.detour.value.range;
}
function outside(pieces, lists2) {
  return pieces.filter(({ span }) => !lists2.some(({ place }) => place[0] + 1 < span[1] && place[0] + 1 <= span[0] && span[1] < place[1]));
}
function namePieces({ source: source3, rewrite, canonical }) {
  const { template, canonical: nodes } = rewrite.output;
  const names = nodes.map((node) => {
    const parent = template.places.get(node)?.parent;
    const shorthand = parent?.type === "Property" && held(parent, "shorthand") === true;
    const text2 = shorthand ? `${template.text.slice(node.start, node.end)}: ${canonical}` : canonical;
    return { span: [node.start, node.end], text: () => text2 };
  });
  const literals = template.nodes.filter((node) => node.type === "Literal" && typeof held(node, "value") === "string");
  const quote = literals.length > 0 ? preferredQuote(source3) : void 0;
  const strings = literals.map((node) => ({ span: [node.start, node.end], text: () => requoted(node, template.text, quote) }));
  return [...names, ...strings];
}
function listPieces(template, holes, spans) {
  return holes.flatMap(({ node, name, rest }) => {
    const place = template.places.get(node);
    if (!rest || !place || spans.has(name)) return [];
    const items = heldTrees(place.parent, place.key).filter(isTemplateNode2);
    const index = items.findIndex((item) => item === node);
    const next = items[index + 1];
    const previous = items[index - 1];
    if (next) return [{ span: [node.start, next.start], text: () => "" }];
    return previous ? [{ span: [previous.end, node.end], text: () => "" }] : [];
  });
}
function isTemplateNode2(node) {
  return "start" in node && "end" in node;
}
function holeText(job, hole, spans, inner) {
  const { template } = job.rewrite.output;
  const bound = job.bound.get(hole.name);
  const span = spans.get(hole.name);
  const text2 = bound ? bound.text.trim() : span ? inner(span) : "";
  if (hole.rest) return text2;
  const tree = bound?.root ?? codeTree(job, hole.name, span, text2);
  const before3 = template.text.slice(0, hole.node.start);
  const isGrouped = /\(\s*$/.test(before3) && /^\s*\)/.test(template.text.slice(hole.node.end)) && !isArgument(template, hole.node);
  if (isGrouped) return text2;
  const head2 = withoutLead(text2);
  const place = template.places.get(hole.node);
  const joins2 = /[+-]$/.test(before3) && before3.endsWith(head2.slice(0, 1));
  const opens = place?.parent.type === "ArrowFunctionExpression" && head2.startsWith("{");
  return joins2 || opens || (tree ? needsParentheses(tree, text2, place) : place !== void 0) ? `(${text2})` : text2;
}
function isArgument(template, node) {
  return template.places.get(node)?.key === "arguments";
}
function codeTree({ source: source3, match }, name, span, text2) {
  const node = match.captures.get(name)?.nodes[0];
  return node && span && source3.text.slice(...span) === text2 ? node : readExpression(text2);
}
function liesIn2(node, [start, end]) {
  return start <= node.start && node.end <= end;
}

// src/languages/ecmascript/rewrite/render.ts
function render(job, awaits) {
  const { source: source3, match } = job;
  const { template } = job.rewrite.output;
  const { root } = match;
  const filling = fill(job);
  const loose = commentsOutside(source3, root, filling.kept);
  const opening = firstOpening(job);
  const behind3 = opening === void 0 ? [] : loose.filter((comment) => !isInline(comment));
  const leading2 = loose.filter((comment) => !behind3.includes(comment));
  const extra = [];
  if (opening !== void 0 && behind3.length > 0) {
    const list = filling.lists.find(({ place }) => place[0] === opening);
    const follows = list ? source3.text.slice(list.span[0] + 1) : template.text.slice(opening + 1);
    const text2 = commentsBehind(source3, behind3, follows);
    extra.push({ span: [opening + 1, opening + 1], text: () => text2 });
  }
  const lead = leading2.map((comment) => `${isInline(comment) ? commentText(source3, comment) : asBlock(comment)} `).join("");
  return {
    kept: filling.kept,
    recast: leading2.some((comment) => !isInline(comment)),
    piece: {
      span: root.range,
      text: (inner) => {
        const node = writtenNode(job);
        return placed(source3, root, node, filling.text(node, inner, extra), lead, awaits);
      }
    }
  };
}
function writtenNode({ match, rewrite }) {
  const { root } = rewrite.output.template;
  const isTwice = root.type === "AwaitExpression" && match.root.parent?.type === Type.AwaitExpression;
  const argument2 = isTwice ? heldTree(root, "argument") : void 0;
  return argument2 ? rewrite.output.template.nodes.find((node) => node === argument2) ?? root : root;
}
function firstOpening({ rewrite }) {
  const { template } = rewrite.output;
  const openings = callsIn(template).flatMap((call) => listInTemplate(template, call)?.[0] ?? []);
  return openings.length === 0 ? void 0 : Math.min(...openings);
}
function commentsBehind(source3, comments, follows) {
  const { text: text2 } = source3;
  const end = lineEnding(text2);
  const lines = comments.map((comment, index) => {
    const breaks = index === comments.length - 1 && /^[ \t]*\r?\n/.test(follows);
    const next = source3.getTokenAfter(comment);
    const indentation = indentationAt(text2, next?.range[0] ?? comment.range[0]);
    return commentText(source3, comment) + (breaks ? "" : end + indentation);
  });
  return ` ${lines.join("")}`;
}
function placed(source3, root, node, filled2, lead, awaits) {
  let text2 = filled2;
  let tree = node;
  if (awaits && node.type !== "AwaitExpression" && root.parent?.type !== Type.AwaitExpression) {
    tree = { type: "AwaitExpression" };
    text2 = `await ${needsParentheses(node, text2, { parent: tree, key: "argument" }) ? `(${text2})` : text2}`;
  }
  const { parent } = root;
  if (parent && !ASTUtils2.isParenthesized(root, source3)) {
    const key = children(parent).find(({ node: child }) => child === root)?.key ?? "";
    const head2 = withoutLead(text2);
    if (needsParentheses(tree, text2, { parent, key }) || beginsOtherwise(root, head2) || endsHead(root, text2)) text2 = `(${text2})`;
  }
  if (isShorthandValue(root)) text2 = `${source3.text.slice(...root.range)}: ${text2}`;
  text2 = lead + text2;
  const statement = statementBegunBy(root);
  if (statement?.type === Type.ExpressionStatement && continues(text2) && followsUnended(source3, statement)) return `;${text2}`;
  return apart(source3.text, root.range, text2);
}
function beginsOtherwise(root, head2) {
  const place = statementBegunBy(root);
  switch (place?.type) {
    case Type.ExpressionStatement:
      return /^(?:\{|(?:async\s+)?function\b|class\b|let\s*\[)/.test(head2);
    case Type.ExportDefaultDeclaration:
      return /^(?:(?:async\s+)?function|(?:abstract\s+)?class|interface)\b/.test(head2);
    case Type.ArrowFunctionExpression:
      return head2.startsWith("{");
    default:
      return false;
  }
}
function endsHead(root, text2) {
  if (!/\bin\b/.test(text2)) return false;
  for (const { owner, child } of around(root)) {
    if (owner.type === Type.ForStatement) return owner.init === child;
    if (isFunctionNode(owner) && owner.body === child && child.type === Type.BlockStatement) return false;
  }
  return false;
}
function statementBegunBy(root) {
  let child = root;
  for (let node = root.parent; node; node = node.parent) {
    if (node.type === Type.ExpressionStatement) return node.range[0] === root.range[0] ? node : void 0;
    if (node.type === Type.ExportDefaultDeclaration) return child.range[0] === root.range[0] ? node : void 0;
    if (node.type === Type.ArrowFunctionExpression) return node.body === child && child.range[0] === root.range[0] ? node : void 0;
    if (node.range[0] !== root.range[0]) return void 0;
    child = node;
  }
  return void 0;
}
function isShorthandValue(root) {
  return root.parent?.type === Type.Property && root.parent.shorthand;
}
function apart(text2, [start, end], replaced2) {
  const before3 = text2[start - 1] ?? "";
  const after3 = text2[end] ?? "";
  const first = replaced2[0] ?? "";
  const last = replaced2.at(-1) ?? "";
  const joins2 = (one, other) => isWordPart(one) && isWordPart(other) || one === other && ["+", "-", "/"].includes(one);
  return (joins2(before3, first) ? " " : "") + replaced2 + (joins2(last, after3) ? " " : "");
}
function isWordPart(character) {
  return /^[\p{ID_Continue}$]$/u.test(character);
}

// src/languages/ecmascript/rewrite/site.ts
function planSite(request, rewrite, match, form) {
  const { sourceCode: source3 } = request;
  const { root } = match;
  if (!isReplaceable(root)) return { refused: "something is assigned to it" };
  const bound = bindHoles(request, rewrite, match, form);
  if (typeof bound === "string") return { refused: bound };
  const awaits = match.awaits.length > 0;
  const objections = [
    ...objectionsToSuspension(source3, rewrite, match, awaits),
    ...objectionsToOrder(source3, rewrite, match),
    ...objectionsToNames(source3, rewrite, match, bound),
    ...form ? objectionsToJourney(source3, match, form) : []
  ];
  const grave = objections.find((objection) => objection.grave);
  if (grave) return { refused: grave.reason };
  const canonical = request.canonicalAt(root);
  if (canonical === void 0) return { refused: "the canonical name is taken here" };
  const { template } = rewrite.output;
  const name = /^[^.[]*/.exec(canonical)?.[0] ?? canonical;
  if (rewrite.output.canonical.some((node) => declaredAround(template, node).has(name)))
    return { refused: `the rewrite itself declares the name ${name}` };
  const { piece, kept: kept3, recast } = render({ source: source3, rewrite, match, canonical, bound }, awaits);
  const doubts = [
    ...rewrite.safe ? [] : ["the manifest calls this rewrite not safe"],
    ...objections.map((objection) => objection.reason),
    ...recast ? ["a comment has no place in the new code"] : []
  ];
  return { piece, kept: kept3, doubt: doubts[0] };
}
function bindHoles(request, { output }, match, form) {
  const bound = /* @__PURE__ */ new Map();
  for (const { name } of output.holes) {
    if (match.captures.has(name) || bound.has(name)) continue;
    const texts = Object.hasOwn(request.bind, name) ? request.bind[name] ?? [] : [];
    const template = firstBound(request.sourceCode, match.root, texts, form?.variable);
    if (!template) return texts.length === 0 ? `nothing in the manifest says what $${name} is` : `nothing here can stand for $${name}`;
    bound.set(name, template);
  }
  return bound;
}
function objectionsToSuspension(source3, { output }, match, awaits) {
  const { template } = output;
  const found = [];
  const own = template.nodes.filter((node) => functionsAround(template, node).length === 0);
  const isAwaited2 = match.root.parent?.type === "AwaitExpression";
  const written3 = own.some((node) => node.type === "AwaitExpression" && !(isAwaited2 && node === template.root));
  if ((awaits || written3) && !isAwaited2 && !allowsAwait(source3, match.root))
    found.push({ grave: true, reason: "an await is not allowed here" });
  if (awaits && isThenned(match.root)) found.push({ grave: false, reason: "it is used as a promise, but would be awaited" });
  if (own.some(({ type }) => type === "YieldExpression") && !allowsYield(match.root))
    found.push({ grave: true, reason: "a yield is not allowed here" });
  return found;
}
function isThenned({ parent }) {
  if (parent?.type !== "MemberExpression" || parent.property.type !== "Identifier") return false;
  return ["then", "catch", "finally"].includes(parent.property.name);
}
function objectionsToNames(source3, { pattern, output }, match, bound) {
  const found = [];
  for (const { name } of output.others)
    if (!pattern.names.has(name) && !(languageGlobals.has(name) && isUndeclared(source3, match.root, name)))
      found.push({ grave: false, reason: `what ${name} means here is not known` });
  for (const { node, name } of output.holes) {
    const declared2 = declaredAround(output.template, node);
    if (declared2.size === 0) continue;
    const template = bound.get(name);
    const names = template ? namesIn2(template) : examine(source3, match.captures.get(name)?.nodes ?? []).names;
    for (const used of names)
      if (declared2.has(used)) found.push({ grave: true, reason: `the rewrite itself declares the name ${used}` });
    if (template) found.push(...objectionsToThis(output.template, node, template));
  }
  return found;
}
function objectionsToThis(output, node, bound) {
  const hasThis = bound.nodes.some(({ type }) => type === "ThisExpression");
  const ownThis = functionsAround(output, node).some(({ type }) => type !== "ArrowFunctionExpression");
  return hasThis && ownThis ? [{ grave: true, reason: "this would be another one in the function" }] : [];
}
function isUndeclared(source3, site, name) {
  const variable = variableAt(source3, site, name);
  return !variable || variable.defs.length === 0;
}

// src/languages/ecmascript/rewrite/variable.ts
function variableForm(source3, anchor, rewrites) {
  const reached2 = rewrites.flatMap((rewrite) => {
    const { node, index } = climb(rewrite.pattern, { node: anchor, index: 0 });
    const declarator2 = node.parent;
    if (index === rewrite.pattern.spine.length - 1 || declarator2?.type !== Type.VariableDeclarator || declarator2.init !== node) return [];
    return [{ rewrite, index, declarator: declarator2, value: node }];
  });
  const [first] = reached2;
  if (!first) return void 0;
  const { declarator, value } = first;
  const variable = removable(source3, declarator);
  if (typeof variable === "string") return variable;
  const uses = [];
  for (const { identifier, init } of variable.references) {
    if (init === true) continue;
    if (within(identifier, declarator)) return `${variable.name} is used in its own declaration`;
    const found = reached2.flatMap(({ rewrite, index }) => useAt(source3, anchor, rewrite, identifier, value, index)).at(0);
    if (!found) return `${variable.name} has a use that no shape describes`;
    uses.push(found);
  }
  return uses.length === 0 ? void 0 : { declarator, variable, uses };
}
function useAt(source3, anchor, rewrite, use, value, index) {
  const { pattern } = rewrite;
  const end = climb(pattern, { node: use, index });
  if (end.index !== pattern.spine.length - 1) return [];
  const match = matchPattern(pattern, anchor, end.node, { use, value });
  return match && !(rewrite.extended && isUsedFurther(source3, match.root)) ? [{ rewrite, match }] : [];
}
function removable(source3, declarator) {
  const { id, parent: declaration } = declarator;
  if (id.type !== Type.Identifier) return "the value is taken apart where it is declared";
  const { name } = id;
  const list = declaration.parent.type;
  const isList2 = list === Type.Program || list === Type.BlockStatement || list === Type.StaticBlock || list === Type.TSModuleBlock;
  if (!isList2 || declaration.kind === "using" || declaration.kind === "await using")
    return `the declaration of ${name} cannot be taken out where it stands`;
  const variable = variableAt(source3, declarator, name);
  if (!variable || !isNeverReassigned(variable)) return `${name} is assigned more than once`;
  if (variable.scope.type === "global") return `${name} can be used by other scripts`;
  const isElement = source3.ast.tokens.some(({ type, value }) => type === "JSXIdentifier" && value === name);
  return isElement ? `${name} is used as an element` : variable;
}

// src/languages/ecmascript/rewrite/match-shape.ts
function matchShape(request) {
  const { sourceCode: source3, anchor, rewrites } = request;
  let reason = "no rewrite of the manifest has this shape";
  let form = "unknown";
  for (const rewrite of rewrites) {
    const { pattern } = rewrite;
    const { node, index } = climb(pattern, { node: anchor, index: 0 });
    if (index < pattern.spine.length - 1) {
      if (form === "unknown") form = variableForm(source3, anchor, rewrites);
      if (typeof form === "string") reason = form;
      else if (form?.uses.some((use) => use.rewrite === rewrite)) return planVariable(request, form);
      continue;
    }
    const match = isReplaceable(node) ? matchPattern(pattern, anchor, node, void 0) : void 0;
    if (!match) continue;
    if (!rewrite.extended || !isUsedFurther(source3, node)) return planAll(request, [{ rewrite, match }], void 0);
    if (typeof form !== "string" || form === "unknown") reason = "its value is used further, in a way that no shape describes";
  }
  return { matched: false, reason };
}
function planVariable(request, form) {
  return planAll(request, form.uses, form);
}
function planAll(request, found, form) {
  const pieces = [];
  const kept3 = [];
  let doubt;
  for (const { rewrite, match } of found) {
    const plan = planSite(request, rewrite, match, form);
    if ("refused" in plan) return { matched: false, reason: plan.refused };
    pieces.push(plan.piece);
    kept3.push(...plan.kept);
    doubt ??= plan.doubt;
  }
  if (form) pieces.push(removeDeclarator(request.sourceCode, form.declarator, kept3));
  return doubt === void 0 ? { matched: true, safe: true, pieces } : { matched: true, safe: false, reason: doubt, pieces };
}

// src/languages/ecmascript/plan/shapes.ts
function planShapes(desk, taken, replacement) {
  const anchors = taken.uses.filter(({ node }) => !desk.goes(node)).map(({ fact, node }) => ({ fact, node, consumes: [node] }));
  const pinned = !desk.reading.ports.whole && isMentionedElsewhere(desk, taken);
  const planned = shapesAt(desk, taken, anchors, replacement, isTypeOnly(taken));
  if (anchors.length > 0 || pinned || !taken.variable) return planned;
  return { groups: [{ facts: [taken.fact], owner: taken, consumes: [], pieces: [] }], refused: /* @__PURE__ */ new Map() };
}
function planMemberShapes(desk, namespace, members, replacement) {
  if (isAssignedAnew(namespace)) return refuse(members.map(({ fact }) => fact), "the variable that holds the module is assigned anew");
  const anchors = [];
  const refused = /* @__PURE__ */ new Map();
  for (const member2 of members) {
    const { fact, node, reference } = member2;
    if (!reference) refused.set(fact, "it is taken from a namespace by destructuring");
    else if (reference === node) refused.set(fact, "it is not taken by its name");
    else anchors.push({ fact, node, consumes: consumedBy(namespace, member2) });
  }
  const planned = shapesAt(desk, namespace, anchors, replacement, false);
  return { ...planned, refused: new Map([...planned.refused, ...refused]) };
}
function shapesAt(desk, owner, anchors, replacement, typeOnly) {
  const groups = [];
  const refused = /* @__PURE__ */ new Map();
  if (typeOnly) return { groups, refused: new Map(anchors.map(({ fact }) => [fact, "a type-only import has no calls to rewrite"])) };
  const rewrites = compileRewrites(replacement.rewrites, replacement.rewriteNames);
  for (const { fact, node, consumes } of anchors) {
    const order = desk.order(fact);
    if (order?.action !== "replace") continue;
    let local;
    const result2 = matchShape({
      sourceCode: desk.reading.source,
      anchor: node,
      rewrites,
      bind: replacement.bind,
      canonicalAt: (place) => {
        local = localAt(desk, owner, place, replacement);
        return local?.name;
      }
    });
    if (!result2.matched) {
      refused.set(fact, result2.reason);
      continue;
    }
    const addition = !local || local.existing ? void 0 : { replacement, local: local.name, typeOnly: false };
    groups.push({
      facts: [fact],
      owner,
      consumes,
      pieces: result2.pieces,
      addition,
      doubt: result2.safe ? void 0 : result2.reason ?? "the manifest calls this rewrite not safe"
    });
  }
  return { groups, refused };
}
function localAt(desk, owner, place, replacement) {
  const existing = desk.names.existing(replacement, [place], true);
  if (existing?.variable) return { name: existing.variable.name, existing: true };
  const name = replacement.name === "default" ? replacement.rewriteNames.canonical : replacement.name;
  if (!desk.names.free(name, owner.variable?.scope, [place], replacement)) return void 0;
  desk.names.take(name, replacement);
  return { name, existing: false };
}

// src/languages/ecmascript/plan/tidy.ts
function isModuleSyntax(statement) {
  switch (statement.type) {
    case Type.ImportDeclaration:
    case Type.ExportNamedDeclaration:
    case Type.ExportDefaultDeclaration:
    case Type.ExportAllDeclaration:
    case Type.TSExportAssignment:
      return true;
    case Type.TSImportEqualsDeclaration:
      return statement.moduleReference.type === Type.TSExternalModuleReference;
    default:
      return false;
  }
}
function keptModule(source3, edits) {
  const statements = source3.ast.body.filter(isModuleSyntax);
  const edited = (statement) => edits.findIndex(({ span }) => span[0] <= statement.range[0] && statement.range[1] <= span[1]);
  if (statements.length === 0 || statements.some((statement) => edited(statement) === -1)) return edits;
  if (edits.some(({ text: text2 }) => /(?:^|[;\s])(?:import\b(?!\s*[(.])|export\b)/.test(text2))) return edits;
  const place = statements.findLast(({ type }) => type !== Type.ImportDeclaration) ?? statements.at(-1);
  if (!place) return edits;
  const at2 = edited(place);
  return edits.map((edit, index) => {
    if (index !== at2) return edit;
    const old = source3.text.slice(...edit.span);
    const before3 = /^\s*/.exec(old)?.[0] ?? "";
    const after3 = /\s*$/.exec(old)?.[0] ?? "";
    const rest = edit.text.trim() === "" || edit.text.trim() === ";" ? "" : edit.text.trim() + lineBreak(source3);
    return { span: edit.span, text: `${before3}${rest}export {}${endsBare(source3) ? "" : ";"}${after3}` };
  });
}
function endsBare(source3) {
  const ending = source3.ast.body.find(
    ({ type }) => type === Type.ImportDeclaration || type === Type.ExportAllDeclaration || type === Type.VariableDeclaration || type === Type.ExpressionStatement
  );
  const named2 = source3.ast.body.find((statement2) => statement2.type === Type.ExportNamedDeclaration && (!statement2.declaration || statement2.declaration.type === Type.VariableDeclaration));
  const statement = ending ?? named2;
  return statement !== void 0 && !source3.getText(statement).endsWith(";");
}
function tidied(text2, edits) {
  const result2 = [];
  for (let index = 0; index < edits.length; ) {
    const [first, ...run] = runFrom(text2, edits, index);
    if (!first) return edits;
    index += 1 + run.length;
    const last = run.at(-1) ?? first;
    if (!takesLines(text2, first)) {
      result2.push(first);
      continue;
    }
    result2.push(...joined(text2, [first, ...run], first.span[0], last.span[1]));
  }
  return result2;
}
function runFrom(text2, edits, index) {
  const run = [];
  for (const edit of edits.slice(index)) {
    const previous = run.at(-1);
    if (previous && !(takesLines(text2, previous) && takesLines(text2, edit) && text2.slice(previous.span[1], edit.span[0]).trim() === "")) break;
    run.push(edit);
  }
  return run;
}
function takesLines(text2, { span: [start, end], text: left }) {
  return left === "" && startOfLine(text2, start) === start && end > start && (end === text2.length || startOfLine(text2, end) === end);
}
function joined(text2, run, start, end) {
  const before3 = /(?:^|\r\n|\n|\r(?!\n))(?:[^\S\r\n]*(?:\r\n|\n|\r))+$/.test(text2.slice(0, start));
  const behind3 = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text2.slice(end))?.[0].length ?? 0;
  const gap2 = run.some(({ span }, index) => span[1] < (run[index + 1]?.span[0] ?? 0));
  if (end + behind3 === text2.length) {
    const lines = /(?:\r\n|\n|\r)[^\S\r\n]*/.source;
    const blank = new RegExp(`(?:${lines})*$`).exec(text2.slice(0, start))?.[0] ?? "";
    const kept3 = /[\r\n]$/.test(text2) ? /^(?:\r\n|\n|\r)/.exec(blank)?.[0].length ?? 0 : 0;
    return [{ span: [start - blank.length + kept3, text2.length], text: "" }];
  }
  if (before3 || start === 0 || gap2 && behind3 > 0) return [{ span: [start, end + behind3], text: before3 || start === 0 ? "" : firstGap(text2, run) }];
  return [{ span: [start, end], text: gap2 ? firstGap(text2, run) : "" }];
}
function firstGap(text2, run) {
  for (const [index, { span }] of run.entries()) {
    const next = run[index + 1];
    if (next && span[1] < next.span[0]) return text2.slice(span[1], next.span[0]);
  }
  return "";
}

// src/languages/ecmascript/plan/unused.ts
function leftWithoutUsers(reading, edits, gone) {
  if (!reading.ports.whole) return [];
  const governed = new Set([...gone].map(({ node }) => node));
  const touched = new Set(reading.taken.filter(({ how }) => how !== "member").map(({ node }) => node));
  const pieces = [];
  for (const declaration of reading.declarations) {
    const orphans = declaration.specifiers.filter(
      (specifier) => !governed.has(specifier) && !touched.has(specifier) && isOrphaned(reading, specifier, edits)
    );
    if (orphans.length === 0) continue;
    const isEdited = edits.some(({ span }) => span[0] < declaration.range[1] && declaration.range[0] < span[1]);
    if (isEdited) continue;
    if (orphans.length === declaration.specifiers.length) pieces.push(withoutStatement(reading.source, declaration));
    else pieces.push(...withoutItems(reading.source, declaration.specifiers, new Set(orphans)));
  }
  return pieces;
}
function isOrphaned(reading, specifier, edits) {
  const variable = reading.source.scopeManager?.getDeclaredVariables(specifier)[0];
  const references2 = variable ? reading.references(variable) : [];
  if (!variable || references2.length === 0) return false;
  const word2 = new RegExp(`(?<![\\p{ID_Continue}$])${variable.name.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`, "u");
  return references2.every((reference) => {
    const edit = edits.find(({ span }) => span[0] <= reference.range[0] && reference.range[1] <= span[1]);
    return edit !== void 0 && !word2.test(edit.text);
  });
}

// src/languages/ecmascript/plan/whole.ts
function planWholeNamespace(desk, namespace, replacement) {
  const { holder, members, references: references2, carriers } = namespace;
  const spies = spiesOn(desk, namespace);
  const facts = [namespace.fact, ...spies.map(({ fact }) => fact).filter((fact) => desk.order(fact))];
  if (!namespace.variable && carriers.length === 0) return refuse(facts, "what is taken of the module can't be followed");
  const inner = desk.reading.taken.flatMap((taken) => taken.how === "namespace" && taken.within?.namespace === namespace ? taken.within : []);
  const known2 = new Set([...members, ...inner].map(({ reference }) => reference));
  const isFollowed = !namespace.variable && (inner.length > 0 || members.some(({ node }) => node.type !== Type.Property));
  const isKnown = (reference) => isFollowed || desk.goes(reference) || known2.has(reference) || isWholePattern(reference) || spies.some(({ name }) => isFirstArgument(reference, name?.parent));
  if (!references2.every(isKnown)) return refuse(facts, "the module object is passed on, and may be asked for any export");
  if (facts.some((fact) => desk.order(fact)?.action === "keep")) return refuse(facts, "it is kept by a disable comment");
  const own = members.filter((member2) => member2.carriers.length === carriers.length);
  const names = [...[...own, ...spies].map(({ fact }) => fact.name), ...inner.map(({ name }) => name)];
  const left = names.find((name) => !replacement.moves(name));
  if (left !== void 0) return refuse(facts, `\`${left}\` is not known to be exported by "${replacement.specifier}"`);
  if (carriers.length > 0) return planImport(desk, namespace, replacement, facts);
  const pieces = [respecified(desk, holder.literal, replacement.specifier)];
  return { groups: [{ facts, owner: void 0, consumes: [], pieces }], refused: /* @__PURE__ */ new Map() };
}
function planImport(desk, namespace, replacement, facts) {
  const { node, variable, references: references2, within: within2 } = namespace;
  if (variable) {
    if (!listOf2(namespace)) return refuse(facts, "it is taken through another name for the module");
    if (isAssignedAnew(namespace)) return refuse(facts, "the variable that holds the module is assigned anew");
    if (references2.length === 0) return refuse(facts, "nothing in this file uses it");
    const addition2 = { replacement, local: variable.name, typeOnly: isTypeNamespace(namespace) };
    return { groups: [{ facts, owner: namespace, consumes: references2, pieces: [], addition: addition2 }], refused: /* @__PURE__ */ new Map() };
  }
  const owner = bindingBehind(namespace);
  if (!owner || !within2?.reference || !listOf2(owner) || !memberObject(node)) return refuse(facts, "it is not taken through an import by name");
  if (isAssignedAnew(owner)) return refuse(facts, "the variable that holds the module is assigned anew");
  if (desk.order(owner.fact)) return refuse(facts, "the namespace that it is taken from moves as well");
  const local = within2.name;
  if (!desk.names.free(local, owner.variable?.scope, [node], replacement)) return refuse(facts, `the name \`${local}\` is taken here`);
  desk.names.take(local, replacement);
  const addition = { replacement, local, typeOnly: isTypeNamespace(owner) };
  return { groups: [{ facts, owner, consumes: [within2.reference], pieces: [replaced(node, local)], addition }], refused: /* @__PURE__ */ new Map() };
}
function bindingBehind({ within: within2 }) {
  const outer = within2?.namespace;
  return !outer || outer.variable ? outer : bindingBehind(outer);
}
function spiesOn(desk, { holder, fact, references: references2 }) {
  return desk.reading.mocks.filter(
    ({ literal: literal2, fact: { module }, name }) => literal2 === holder.literal && module === fact.module && references2.some((reference) => isFirstArgument(reference, name?.parent))
  );
}
function isFirstArgument(reference, call) {
  const first = call?.type === Type.CallExpression ? call.arguments[0] : void 0;
  return first !== void 0 && first.range[0] <= reference.range[0] && reference.range[1] <= first.range[1];
}
function isWholePattern(reference) {
  const declarator = reference.parent;
  return declarator?.type === Type.VariableDeclarator && declarator.id.type === Type.ObjectPattern && declarator.id.properties.every((property) => property.type === Type.Property && keyName(property.key, property.computed) !== void 0);
}

// src/languages/ecmascript/plan/plan.ts
function planFile(reading, orders) {
  return new Planner(reading, orders).plan();
}
var automatic = { fix: "automatic" };
var unparsable = "the changed file would not parse";
var Planner = class {
  reading;
  names;
  #orders;
  #ties;
  #groups = [];
  #refused = /* @__PURE__ */ new Map();
  #removals = { groups: [], refused: /* @__PURE__ */ new Map(), parts: [] };
  constructor(reading, orders) {
    this.reading = reading;
    this.#orders = new Map(orders.map((order) => [order.fact, order]));
    this.names = new Names(reading, ({ fact }) => this.#orders.get(fact)?.action === "replace");
    this.#ties = new Ties(reading, this.#orders, this.names);
  }
  order(fact) {
    return this.#orders.get(fact);
  }
  goes(node) {
    return isIn(this.#removals.parts, node);
  }
  plan() {
    this.#planRemovals();
    for (const taken of this.reading.taken) if (taken.how !== "member" && listOf2(taken)) this.#planListed(taken);
    this.#planHolders();
    this.#planMocks();
    for (const definition of this.reading.definitions) {
      const { notice, action } = this.#orders.get(definition.fact) ?? {};
      if (notice === void 0 || action === "remove") continue;
      const pieces = planNotice(this.reading.source, definition, notice);
      this.#groups.push({ facts: [definition.fact], owner: void 0, consumes: [], pieces });
    }
    this.#doubtBesideMocks();
    this.#doubtByOrder();
    return this.#decide();
  }
  /** First of all: what goes needs no other plan, and may let an import go that is replaced elsewhere. */
  #planRemovals() {
    if (![...this.#orders.values()].some(({ action }) => action === "remove")) return;
    this.#removals = planRemovals(this.reading, this.#orders, this.#ties);
    const groups = this.#removals.groups.filter((group) => this.#parses([group]));
    const failed = this.#removals.groups.filter((group) => !groups.includes(group));
    this.#add({ groups, refused: this.#removals.refused });
    for (const { facts } of failed) this.#refuse(facts, unparsable);
    if (failed.some(({ doubt }) => doubt === void 0)) this.#removals = { ...this.#removals, parts: [] };
  }
  #add({ groups, refused }) {
    this.#groups.push(...groups);
    for (const [fact, reason] of refused) this.#refused.set(fact, reason);
  }
  /** What may take a fact's place, or why nothing may. */
  #replacementOf(fact) {
    const order = this.#orders.get(fact);
    if (!order || order.action === "keep") return "it is kept by a disable comment";
    return "refused" in order.replacement ? order.replacement.refused : order.replacement;
  }
  #planListed(taken) {
    if (taken.how === "listed") {
      if (!this.#orders.has(taken.fact)) return;
      const replacement = this.#replacementOf(taken.fact);
      if (typeof replacement === "string") this.#refuse([taken.fact, ...taken.uses.map(({ fact }) => fact)], replacement);
      else this.#add(replacement.rewrites.length > 0 ? planShapes(this, taken, replacement) : planRename(this, taken, replacement));
      return;
    }
    if (this.#orders.has(taken.fact)) {
      const replacement = this.#replacementOf(taken.fact);
      if (typeof replacement === "string") this.#refuse([taken.fact], replacement);
      else this.#add(planWholeNamespace(this, taken, replacement));
      return;
    }
    const replaced2 = taken.members.filter(({ fact, node }) => !this.goes(node) && this.#orders.get(fact)?.action === "replace");
    for (const members of grouped(replaced2, ({ fact }) => [fact.module, fact.name].join("\0"))) {
      const [first] = members;
      if (!first) continue;
      const replacement = this.#replacementOf(first.fact);
      const facts = members.map(({ fact }) => fact);
      if (typeof replacement === "string") this.#refuse(facts, replacement);
      else if (replacement.rewrites.length > 0) this.#add(planMemberShapes(this, taken, members, replacement));
      else this.#add(planMembers(this, taken, members, replacement));
    }
  }
  #refuse(facts, reason) {
    for (const fact of facts) this.#refused.set(fact, reason);
  }
  /** What has no list of its own: everything that one `require`, `import()` or `import("…")` gives moves together. */
  #planHolders() {
    const isLoose = (taken) => taken.how === "member" && taken.namespace ? !listOf2(taken.namespace) : !listOf2(taken);
    for (const given of grouped(this.reading.taken.filter(({ node }) => !this.goes(node)), ({ holder }) => holder)) {
      const swaps = [];
      const others = given.filter((taken) => !isLoose(taken));
      for (const taken of given.filter(isLoose)) {
        if (taken.how === "namespace") {
          const moves = this.#orders.has(taken.fact);
          if (moves) this.#planListed(taken);
          if (moves || taken.references.length > taken.members.length) others.push(taken);
          continue;
        }
        const replacement = this.#replacementOf(taken.fact);
        if (typeof replacement !== "string") swaps.push({ taken, replacement });
        else {
          others.push(taken);
          if (this.#orders.has(taken.fact)) this.#refuse([taken.fact], replacement);
        }
      }
      if (swaps.length > 0) this.#add(planSwap(this, swaps, others));
    }
  }
  #planMocks() {
    for (const mocks of grouped(this.reading.mocks, ({ literal: literal2 }) => literal2)) {
      if (mocks.some(({ fact }) => this.#orders.has(fact))) this.#add(planMock(this, mocks, (fact) => this.#replacementOf(fact)));
    }
  }
  /** A mock of the old module that stays behind would no longer reach what the file then imports. */
  #doubtBesideMocks() {
    const mended = new Set(this.#groups.flatMap(({ facts }) => facts));
    const left = this.reading.mocks.map(({ fact }) => fact).filter((fact) => !mended.has(fact));
    if (left.length === 0) return;
    const isMocked = ({ module, name, specifier }) => {
      const named2 = this.reading.ports.moduleKey(specifier);
      return left.some((fact) => fact.module === module && [fact.name, name].some((each) => each === "*" || fact.name === name) || fact.name === "*" && fact.module === named2);
    };
    for (const [index, group] of this.#groups.entries())
      if (!group.removes && group.facts.some((fact) => fact.kind !== "definition" && isMocked(fact)))
        this.#groups[index] = { ...group, doubt: "a mock of the old module in this file would be left behind" };
  }
  /** Whoever gave an order may know more than the file shows. An import and its uses are one. */
  #doubtByOrder() {
    const doubts = new Map([...this.#orders].flatMap(([fact, { action, doubt }]) => action === "replace" && doubt !== void 0 ? [[fact, doubt]] : []));
    if (doubts.size === 0) return;
    const doubtOf = (facts) => facts.map((fact) => doubts.get(fact)).find((doubt) => doubt !== void 0);
    const owned = new Map(this.reading.taken.map((taken) => [taken, doubtOf([taken.fact, ...taken.how === "listed" ? taken.uses.map(({ fact }) => fact) : []])]));
    for (const [index, group] of this.#groups.entries()) {
      if (group.removes) continue;
      const doubt = group.doubt ?? doubtOf(group.facts) ?? (group.owner && owned.get(group.owner));
      if (doubt !== void 0) this.#groups[index] = { ...group, doubt };
    }
  }
  #decide() {
    const chosen2 = this.#parsing(this.#groups.filter(({ doubt }) => doubt === void 0));
    const offered = new Set(this.#parsing(this.#groups.filter(({ doubt }) => doubt !== void 0)));
    const made = new Set(chosen2);
    const { gone } = assemble(this.reading, chosen2, this.#ties);
    const outcomes = /* @__PURE__ */ new Map();
    for (const [fact, reason] of this.#refused) outcomes.set(fact, { fix: "none", reason });
    for (const group of this.#groups) {
      const outcome = made.has(group) ? automatic : this.#offer(group, offered.has(group));
      for (const fact of group.facts) outcomes.set(fact, outcome);
    }
    for (const taken of gone) outcomes.set(taken.fact, automatic);
    for (const fact of this.#orders.keys()) if (!outcomes.has(fact) && this.#removals.parts.some((part) => holds(part, fact))) outcomes.set(fact, automatic);
    for (const [fact, { action, replacement }] of this.#orders) {
      if (outcomes.has(fact)) continue;
      const refused = action !== "keep" && "refused" in replacement ? replacement.refused : "";
      outcomes.set(fact, { fix: "none", reason: refused === "" && fact.kind === "import" ? "it stays until every use of it is changed" : refused });
    }
    return { edits: chosen2.length > 0 ? this.#edits(chosen2) : [], outcomes };
  }
  #offer(group, parses) {
    if (group.doubt === void 0 || !parses) return { fix: "none", reason: unparsable };
    return { fix: "suggestion", edits: this.#edits([group]), reason: group.doubt };
  }
  #edits(groups) {
    const { text: text2 } = this.reading.source;
    const { pieces, gone } = assemble(this.reading, groups, this.#ties);
    const edits = compose(text2, pieces);
    const orphaned = leftWithoutUsers(this.reading, edits, gone);
    const all = orphaned.length > 0 ? compose(text2, [...pieces, ...orphaned]) : edits;
    return groups.some(({ removes }) => removes) ? tidied(text2, keptModule(this.reading.source, all)) : all;
  }
  /** The groups that together give a file that parses; where they don't, those that do so each on top of the others. */
  #parsing(groups) {
    if (groups.length === 0 || this.#parses(groups)) return groups;
    let good = [];
    for (const group of groups) if (this.#parses([...good, group])) good = [...good, group];
    return good;
  }
  #parses(groups) {
    try {
      this.reading.ports.parse(applyEdits(this.reading.source.text, this.#edits(groups)));
      return true;
    } catch {
      return false;
    }
  }
};
function grouped(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups.values();
}

// src/languages/ecmascript/held.ts
function heldBy(holder) {
  return { holder, module: holder.module, carriers: [], counted: [] };
}
function carriedBy(held2, carrier, inner) {
  return { ...held2, module: inner, carriers: [...held2.carriers, carrier], fact: void 0 };
}
function namedOf({ holder, module }) {
  return { module, specifier: holder.specifier, literal: holder.literal };
}
function exportOf(ports, from, name) {
  const inner = ports.namespaceAt(from.module, name);
  return inner === void 0 ? [from, name] : [{ ...from, module: inner }, "*"];
}
function looseForm({ kind }) {
  return kind === "type" || kind === "require" ? kind : "dynamic";
}
function importOf({ module, holder }, form, name, node) {
  const via = module === holder.module ? void 0 : holder.module;
  return { kind: "import", form, module, specifier: holder.specifier, name, span: node.range, via };
}
function reexportOf({ module, specifier }, name, site, as, hidden) {
  return { kind: "reexport", module, specifier, name, as, hidden, declares: isDeclared(site), span: site.range };
}
function isDeclared(site) {
  const declaration = ancestor(site, Type.ExportNamedDeclaration)?.declaration;
  return declaration !== void 0 && declaration !== null;
}

// src/languages/ecmascript/mocks.ts
var replacing = /* @__PURE__ */ new Set([
  "mock",
  "doMock",
  "unmock",
  "doUnmock",
  "dontMock",
  "deepUnmock",
  "setMock",
  "unstable_mockModule",
  "unstable_unmockModule",
  "createMockFromModule",
  "genMockFromModule"
]);
var giving2 = /* @__PURE__ */ new Set(["importActual", "importMock", "requireActual", "requireMock"]);
var spying = /* @__PURE__ */ new Set(["spyOn", "replaceProperty"]);
var runners = { vi: "vitest", vitest: "vitest", jest: "@jest/globals" };
var MockReader = class {
  #reading;
  /** `import("m")` as the argument of `vi.mock`: it names the module and loads nothing. */
  #names = /* @__PURE__ */ new Set();
  constructor(reading) {
    this.#reading = reading;
  }
  /** Whether `node` is the module's name in a mocking call, and so no import. */
  owns(node) {
    return this.#names.has(node);
  }
  /** Reads `node` if it is a mocking call. */
  call(node) {
    const method = memberName(node.callee);
    if (method === void 0 || node.callee.type !== Type.MemberExpression || !this.#isRunner(node.callee.object)) return;
    const [first, second] = node.arguments;
    if (!first) return;
    if (replacing.has(method)) this.#replaced(first, second);
    else if (giving2.has(method)) this.#given(node, first);
    else if (spying.has(method) && second) this.#spied(first, second);
  }
  #isRunner(callee2) {
    const object = innermost(callee2);
    if (object.type === Type.CallExpression && object.callee.type === Type.MemberExpression)
      return this.#isRunner(object.callee.object);
    if (object.type !== Type.Identifier) return false;
    const definitions = variableAt(this.#reading.source, object, object.name)?.defs ?? [];
    if (isPlatforms(this.#reading.source, object, object.name)) return Object.hasOwn(runners, object.name);
    return definitions.some(({ node, parent }) => {
      if (node.type === Type.ImportSpecifier && parent?.type === Type.ImportDeclaration)
        return isRunnerOf(keyName(node.imported), parent.source.value);
      return node.type === Type.VariableDeclarator && isTakenRunner(node, object.name);
    });
  }
  #replaced(target, factory) {
    if (target.type === Type.ImportExpression) this.#names.add(target);
    const literal2 = target.type === Type.ImportExpression ? target.source : target;
    const named2 = this.#reading.governed(literal2);
    if (!named2) return;
    this.#keys(named2, factoryObject(factory), literal2, false);
  }
  /**
   * @param object what stands for the module
   * @param whole the site where nothing is known of what the object holds
   */
  #keys(named2, object, whole, through) {
    const properties = (object?.properties ?? []).filter((each) => each.type !== Type.Property || keyName(each.key, each.computed) !== "__esModule");
    const spelled = properties.filter((property) => property.type === Type.Property);
    const keys = spelled.length === properties.length ? spelled : void 0;
    let isKnown = false;
    for (const { key, computed, value } of spelled) {
      const name = keyName(key, computed);
      if (name === void 0) continue;
      isKnown = true;
      const inner = this.#reading.ports.namespaceAt(named2.module, name);
      if (inner === void 0) this.#add(named2, name, key, { keys, through });
      else this.#keys({ ...named2, module: inner }, objectIn(value), key, true);
    }
    if (!isKnown) this.#add(named2, "*", whole, { through });
  }
  #given(call, literal2) {
    const named2 = this.#reading.governed(literal2);
    if (!named2) return;
    this.#reading.later(() => {
      const isTaken = this.#takenOf(named2, unwrapped(call), false);
      if (!isTaken && !this.#restOfMock(call, named2.module)) this.#add(named2, "*", literal2);
    });
  }
  /** @returns whether anything is taken by name of the module that `value` is */
  #takenOf(named2, value, through) {
    const names = [...this.#takenNames(value)];
    for (const { node, keys } of names) {
      const name = keyName(node, node.type !== Type.Identifier);
      const inner = name === void 0 ? void 0 : this.#reading.ports.namespaceAt(named2.module, name);
      if (name === void 0) continue;
      if (inner === void 0) this.#add(named2, name, node, { keys, through });
      else if (!node.parent || !this.#takenOf({ ...named2, module: inner }, unwrapped(node.parent), true))
        this.#add({ ...named2, module: inner }, "*", node, { through: true });
    }
    return names.length > 0;
  }
  /** The nodes that spell what is taken of the module that `value` is. */
  *#takenNames(value) {
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value && parent.type === Type.MemberExpression) yield { node: parent.property };
    if (parent.type !== Type.VariableDeclarator || parent.init !== value) return;
    if (parent.id.type === Type.ObjectPattern) {
      const { properties } = parent.id;
      const plain = properties.filter((property) => property.type === Type.Property).filter(({ value: bound }) => bound.type === Type.Identifier);
      const keys = plain.length === properties.length ? plain : void 0;
      for (const property of properties) if (property.type === Type.Property) yield { node: property.key, keys };
    }
    if (parent.id.type !== Type.Identifier) return;
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(parent)[0];
    for (const reference of variable ? this.#reading.references(variable) : []) {
      const member2 = reference.parent;
      if (member2.type === Type.MemberExpression && member2.object === reference) yield { node: member2.property };
    }
  }
  /** `vi.mock("m", async () => ({ ...(await vi.importActual("m")), x }))`: only the rest of `m` is taken, by nobody's name. */
  #restOfMock(call, module) {
    for (let node = call.parent; node; node = node.parent) {
      if (node.type !== Type.CallExpression || node === call) continue;
      const method = memberName(node.callee);
      const [first] = node.arguments;
      const target = first?.type === Type.ImportExpression ? first.source : first;
      if (method !== void 0 && replacing.has(method) && this.#reading.governed(target)?.module === module) return true;
    }
    return false;
  }
  #spied(object, member2) {
    const name = literalText(member2);
    if (name === void 0) return;
    this.#reading.later(() => {
      this.#reading.later(() => {
        const named2 = this.#reading.wholes.get(object) ?? this.#reading.wholes.get(innermost(object));
        if (named2) this.#add(named2, name, member2);
      });
    });
  }
  /** @param site where the export's name is spelled, or the specifier where the whole module is meant */
  #add({ module, specifier, literal: literal2 }, name, site, more = {}) {
    const fact = { kind: "mock", module, specifier, name, span: site.range };
    this.#reading.note(fact);
    this.#reading.mocks.push({ fact, literal: literal2, keys: more.keys, name: name === "*" ? void 0 : site, through: more.through ?? false });
  }
};
function factoryObject(factory) {
  if (factory?.type === Type.ObjectExpression) return isOptions(factory) ? void 0 : factory;
  if (factory?.type !== Type.ArrowFunctionExpression && factory?.type !== Type.FunctionExpression) return void 0;
  const last = factory.body.type === Type.BlockStatement ? factory.body.body.at(-1) : void 0;
  const value = last?.type === Type.ReturnStatement ? last.argument : factory.body;
  return value ? objectIn(value) : void 0;
}
function objectIn(value) {
  const object = innermost(value);
  return object.type === Type.ObjectExpression ? object : void 0;
}
function isOptions(object) {
  return object.properties.every((property) => property.type === Type.Property && keyName(property.key) === "spy");
}
function isRunnerOf(name, specifier) {
  return name !== void 0 && Object.hasOwn(runners, name) && runners[name] === specifier;
}
function isTakenRunner({ id, init }, local) {
  if (id.type !== Type.ObjectPattern || !init) return false;
  const property = id.properties.find((each) => each.type === Type.Property && each.value.type === Type.Identifier && each.value.name === local);
  const name = property?.type === Type.Property ? keyName(property.key, property.computed) : void 0;
  const value = innermost(init);
  if (value.type === Type.ImportExpression) return isRunnerOf(name, literalText(value.source));
  if (value.type === Type.CallExpression && value.callee.type === Type.Identifier && value.callee.name === "require")
    return isRunnerOf(name, literalText(value.arguments[0]));
  return value.type === Type.MemberExpression && value.object.type === Type.MetaProperty && isRunnerOf(name, memberName(value));
}
function innermost(node) {
  switch (node.type) {
    case Type.AwaitExpression:
      return innermost(node.argument);
    case Type.TSAsExpression:
    case Type.TSSatisfiesExpression:
    case Type.TSNonNullExpression:
    case Type.TSTypeAssertion:
      return innermost(node.expression);
    default:
      return node;
  }
}

// src/languages/ecmascript/requests.ts
var callee = /^(?:require|import|resolve|\w*[mM]ock\w*|\w*[aA]ctual|>|\]|\?\.)$/;
function mayConcern(source3, deprecatedNames) {
  for (const { specifier, mayTake } of requests(source3)) {
    const names = deprecatedNames(specifier);
    if (names.length > 0 && (names.includes("*") || mayTake(names))) return true;
  }
  return false;
}
function* requests(source3) {
  yield* declared(source3, source3.ast.body);
  if (!/\brequire|\bimport\s*[(/<]|resolve|[mM]ock|[aA]ctual/.test(source3.text)) return;
  const { tokens } = source3.ast;
  for (const [index, { value }] of tokens.entries()) {
    if (value !== "(" || !callee.test(tokens[index - 1]?.value ?? "")) continue;
    let next = index + 1;
    while (tokens[next]?.value === "(") next++;
    const text2 = tokens[next]?.value ?? "";
    if (/^["'`]/.test(text2)) yield { specifier: unescaped(text2.slice(1, -1)), mayTake: () => true };
  }
}
function* declared(source3, statements) {
  for (const statement of statements) {
    switch (statement.type) {
      case Type.ImportDeclaration:
        yield {
          specifier: statement.source.value,
          mayTake: (names) => statement.specifiers.some((specifier) => mayTakeBy(source3, specifier, names))
        };
        break;
      case Type.ExportAllDeclaration:
        yield { specifier: statement.source.value, mayTake: () => true };
        break;
      case Type.ExportNamedDeclaration:
        if (statement.source)
          yield {
            specifier: statement.source.value,
            mayTake: (names) => statement.specifiers.some(({ local }) => names.includes(keyName(local) ?? ""))
          };
        break;
      case Type.TSModuleDeclaration:
        if (statement.body?.type === Type.TSModuleBlock) yield* declared(source3, statement.body.body);
        break;
      default:
    }
  }
}
function mayTakeBy(source3, specifier, names) {
  switch (specifier.type) {
    case Type.ImportSpecifier:
      return names.includes(keyName(specifier.imported) ?? "");
    case Type.ImportDefaultSpecifier:
      return names.includes("default");
    case Type.ImportNamespaceSpecifier:
      return mayTakeMember(source3, specifier, names);
  }
}
function mayTakeMember({ text: text2, scopeManager }, specifier, names) {
  if (text2.includes(`<${specifier.local.name}.`)) return true;
  const variable = scopeManager?.getDeclaredVariables(specifier)[0];
  if (!variable) return true;
  return variable.references.some(({ identifier }) => {
    member.lastIndex = identifier.range[1];
    const name = member.exec(text2)?.[1];
    return name === void 0 || name.includes("\\") || names.includes(name);
  });
}
var member = /\s*\??\.\s*([\p{ID_Continue}$\\]+)/uy;
function unescaped(text2) {
  if (!text2.includes("\\")) return text2;
  return text2.replace(/\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/gsu, (_, ...[point, unit, byte, other]) => {
    const code = point ?? unit ?? byte;
    return code === void 0 ? other ?? "" : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
function exportedOf({ ast, text: text2 }, names) {
  if (names.size === 0) return [];
  const found = /* @__PURE__ */ new Set();
  const note = (name) => {
    if (name !== void 0 && names.has(name)) found.add(name);
  };
  for (const statement of ast.body) {
    if (statement.type !== Type.ExportNamedDeclaration || statement.source) continue;
    for (const { exported } of statement.specifiers) note(keyName(exported));
    const { declaration } = statement;
    if (declaration?.type === Type.VariableDeclaration) for (const { id } of declaration.declarations) note(id.type === Type.Identifier ? id.name : void 0);
    else if (declaration?.id?.type === Type.Identifier) note(declaration.id.name);
  }
  if (/\bexports\b/.test(text2)) {
    for (const name of names) if (text2.includes(name)) found.add(name);
  }
  return [...found];
}

// src/languages/ecmascript/patterns.ts
var PatternReader = class {
  #reading;
  #consumer;
  constructor(reading, consumer) {
    this.#reading = reading;
    this.#consumer = consumer;
  }
  /** @param declares whether the pattern declares its names, or assigns to what exists */
  properties(held2, pattern, declares2) {
    const rest = pattern.properties.some(({ type }) => type === Type.RestElement);
    if (rest) this.#consumer.whole(held2, held2.holder.node);
    const declaration = declares2 ? declaratorOf(pattern)?.parent : void 0;
    const isOutward = declaration !== void 0 && isExported(declaration);
    for (const property of pattern.properties) {
      if (property.type !== Type.Property) continue;
      const name = keyName(property.key, property.computed);
      if (name === void 0) continue;
      const local = bindingOf(property);
      const inner = this.#reading.ports.namespaceAt(held2.module, name);
      if (inner !== void 0) this.#module(held2, property, name, inner, declares2);
      else this.#property(held2, property, name, declares2, rest);
      if (!isOutward || local === void 0) continue;
      const [from, exported] = exportOf(this.#reading.ports, namedOf(held2), name);
      this.#reading.addReexport(from, exported, property, local);
    }
  }
  #property(held2, property, name, declares2, rest) {
    const { holder, binding, carriers } = held2;
    const local = bindingOf(property);
    const variable = declares2 && local !== void 0 ? variableOf(this.#reading.source, property, local) : void 0;
    const isMember = binding !== void 0 || carriers.length > 0;
    if (declares2 && !isMember && !rest && property.value.type === Type.Identifier)
      return this.#reading.addListed(holder, property, name, "destructured", variable);
    const fact = importOf(held2, isMember ? "member" : "destructured", name, property);
    const member2 = { how: "member", fact, holder, node: property, name: property.key, namespace: binding, reference: void 0, carriers };
    this.#reading.addMember(member2);
    for (const namespace of held2.counted) namespace.members.push(member2);
    for (const { fact: use } of variable ? this.#reading.usesOf(namedOf(held2), name, variable) : []) this.#reading.note(use);
  }
  /** `{ ws }`, `{ ws: { x } }`: the property is the module `inner` as a whole. */
  #module(held2, property, name, inner, declares2) {
    const value = property.value.type === Type.AssignmentPattern ? property.value.left : property.value;
    if (value.type === Type.ObjectPattern) return this.properties(this.#consumer.passed(held2, property, name, inner), value, declares2);
    const variable = declares2 && value.type === Type.Identifier ? variableOf(this.#reading.source, property, value.name) : void 0;
    if (!variable) this.#consumer.passed(held2, property, name, inner);
    else this.#consumer.namespace({ ...carriedBy(held2, property, inner), reference: void 0 }, property, "namespace", variable, false, name);
  }
};

// src/languages/ecmascript/namespaces.ts
var Consumer = class {
  #reading;
  #patterns;
  /** Variables that a module was put in: what they refer to is followed once (`let ws; ws = …; ws = …`). */
  #followed = /* @__PURE__ */ new Set();
  /** The facts of opening tags, for the closing ones: by place, module and name. */
  #opened = /* @__PURE__ */ new Map();
  constructor(reading) {
    this.#reading = reading;
    this.#patterns = new PatternReader(reading, this);
  }
  /** A binding that holds the module: its references are followed. */
  namespace(held2, node, form, variable, pending = false, name) {
    const { holder, carriers } = held2;
    const fact = held2.fact ?? importOf(held2, form, "*", node);
    const writes = variable?.references.filter((reference) => reference.isWrite()) ?? [];
    const references2 = (variable ? this.#reading.references(variable) : []).filter(
      // The one assignment that puts the module there; with another one the variable may hold anything.
      (reference) => writes.length > 1 || node.type !== Type.AssignmentExpression || reference !== node.left
    );
    const within2 = name === void 0 ? void 0 : withinOf(held2, name);
    const namespace = { how: "namespace", fact, holder, node, variable, references: references2, members: [], carriers, within: within2 };
    this.#reading.addNamespace(namespace);
    for (const reference of references2)
      this.#expression({ ...held2, fact, binding: namespace, reference, counted: [namespace] }, reference, pending);
  }
  /** A `require` or `import()`. */
  loaded(holder) {
    this.#expression(heldBy(holder), holder.node, holder.kind === "dynamic");
  }
  /** @param before whether the value is a promise of the module as yet */
  #expression(held2, expression, before3 = false) {
    const { source: source3 } = this.#reading;
    const named2 = namedOf(held2);
    const value = unwrapped(expression);
    const pending = before3 && !isAwaited(expression, value);
    this.#reading.wholes.set(expression, named2).set(value, named2);
    const parent = value.parent;
    if (!parent) return;
    if (memberObject(parent) === value) {
      const name = memberName(parent);
      if (pending) this.#promise(held2, parent, name);
      else if (name !== void 0) this.#member(held2, parent, nameNode(parent), name);
      else this.whole(held2, value);
      return;
    }
    if (parent.type === Type.VariableDeclarator && parent.init === value) return this.#declarator(held2, parent, pending);
    if (parent.type === Type.AssignmentExpression && parent.right === value && this.#assignment(held2, parent, pending)) return;
    if (parent.type === Type.ArrayExpression && pending && this.#all(held2, parent, value)) return;
    const indexed = parent.type === Type.TSTypeQuery ? parent.parent : parent;
    if (indexed.type === Type.TSIndexedAccessType) {
      const name = literalText(indexed.indexType);
      if (name !== void 0) return this.#member(held2, indexed, indexed.indexType, name);
    }
    const as = exportedAs(source3, value);
    if (as !== void 0) this.#reading.addReexport(named2, "*", exportSite(value), as);
    if (parent.type === Type.TSImportEqualsDeclaration)
      return this.namespace(held2, parent, "import-equals", source3.scopeManager?.getDeclaredVariables(parent)[0]);
    if (as !== void 0) return;
    if (parent.type === Type.SpreadElement && isExportedObject(source3, parent.parent))
      return this.#reading.addReexport(named2, "*", parent, "module.exports", keysOf(parent.parent));
    const copied = copiedAs(source3, value);
    if (copied) return this.#reading.addReexport(named2, "*", value, copied);
    if (held2.binding && held2.carriers.length === 0 && isCommonJs(held2.holder) && isCalled(value, parent)) return this.#member(held2, value, value, "default");
    if (!isIgnored(value)) this.whole(held2, value);
  }
  /** `import("m").Name`, `import("facade").ws.Name`, `typeof import("m")`. */
  importType(holder, node) {
    let held2 = heldBy(holder);
    for (const part of qualifierNames(node.qualifier)) {
      const inner = this.#reading.ports.namespaceAt(held2.module, part.name);
      if (inner === void 0) return this.#taken(held2, node, part, part.name);
      held2 = this.passed(held2, part, part.name, inner);
    }
    const indexed = node.parent.type === Type.TSTypeQuery ? node.parent.parent : node.parent;
    const name = indexed.type === Type.TSIndexedAccessType ? literalText(indexed.indexType) : void 0;
    if (name !== void 0 && indexed.type === Type.TSIndexedAccessType) return this.#member(held2, indexed, indexed.indexType, name);
    this.whole(held2, node);
  }
  /**
   * Notes that `carrier` takes the module `inner` out of the one that is held.
   * @param name the export that `inner` is
   */
  passed(held2, carrier, name, inner) {
    const next = carriedBy(held2, carrier, inner);
    const fact = this.#factOf(next, "namespace", "*", carrier);
    const { holder, carriers } = next;
    const within2 = withinOf(held2, name);
    const namespace = { how: "namespace", fact, holder, node: carrier, variable: void 0, references: [carrier], members: [], carriers, within: within2 };
    this.#reading.addNamespace(namespace);
    return { ...next, fact, counted: [...held2.counted, namespace] };
  }
  #declarator(held2, declarator, pending) {
    const { id } = declarator;
    if (id.type === Type.ObjectPattern && !pending) return this.#patterns.properties(held2, id, true);
    if (id.type !== Type.Identifier) return this.whole(held2, declarator);
    if (isExported(declarator.parent)) this.#reading.addReexport(namedOf(held2), "*", held2.fact ? declarator.init ?? declarator : declarator, id.name);
    const variable = this.#reading.source.scopeManager?.getDeclaredVariables(declarator)[0];
    if (!variable || this.#followed.has(variable)) return;
    this.#followed.add(variable);
    this.namespace(held2, declarator, held2.holder.kind === "require" ? "require" : "dynamic", variable, pending);
  }
  /** @returns whether the assignment is one that can be followed */
  #assignment(held2, assignment, pending) {
    const { left } = assignment;
    if (left.type === Type.ObjectPattern && !pending) {
      this.#patterns.properties(held2, left, false);
      return true;
    }
    const variable = left.type === Type.Identifier && !held2.binding ? variableAt(this.#reading.source, left, left.name) : void 0;
    if (!variable || this.#followed.has(variable)) return false;
    this.#followed.add(variable);
    this.namespace(held2, assignment, held2.holder.kind === "require" ? "require" : "dynamic", variable, pending);
    return true;
  }
  /** `const [a, { b }] = await Promise.all([import("a"), import("b")])`. */
  #all(held2, list, value) {
    const call = list.parent;
    if (call.type !== Type.CallExpression || memberName(call.callee) !== "all") return false;
    const index = list.elements.findIndex((element2) => element2 === value);
    const given = unwrapped(call);
    const id = given.parent?.type === Type.VariableDeclarator && isAwaited(call, given) ? given.parent.id : this.#callbackOf(given.parent)?.params[0];
    const element = id?.type === Type.ArrayPattern ? id.elements[index] : void 0;
    if (element?.type === Type.ObjectPattern) this.#patterns.properties(heldBy(held2.holder), element, true);
    else if (element?.type === Type.Identifier) this.#bound({ ...held2, fact: void 0 }, element);
    else return false;
    return true;
  }
  /** A parameter, or an element of a pattern, that the module is put in when it is there. */
  #bound(held2, id) {
    const fact = held2.fact ?? importOf(held2, "dynamic", "*", held2.holder.node);
    this.namespace({ ...held2, fact }, id, "dynamic", variableOf(this.#reading.source, id, id.name));
  }
  /** What is done with the promise of a module: `.then((m) => m.x)`, `.then(({ x }) => …)`; what else it has, no module has. */
  #promise(held2, member2, name) {
    const call = member2.parent;
    if (name === "catch" || name === "finally") {
      if (call?.type === Type.CallExpression && call.callee === member2) this.#expression(held2, call, true);
      return;
    }
    const callback = this.#callbackOf(member2);
    const parameter = callback?.params[0];
    if (parameter?.type === Type.ObjectPattern) return this.#patterns.properties(heldBy(held2.holder), parameter, true);
    if (parameter?.type === Type.Identifier) return this.#bound(held2, parameter);
    if (!callback) this.whole(held2, held2.holder.node);
  }
  /** The function that is the first argument of `.then(…)`. */
  #callbackOf(member2) {
    const call = member2?.parent;
    if (!member2 || memberName(member2) !== "then" || call?.type !== Type.CallExpression || call.callee !== member2) return void 0;
    const [callback] = call.arguments;
    return callback?.type === Type.ArrowFunctionExpression || callback?.type === Type.FunctionExpression ? callback : void 0;
  }
  /** A member: an export of the module held, or a module again that it exports whole. */
  #member(held2, node, name, text2) {
    const inner = this.#reading.ports.namespaceAt(held2.module, text2);
    if (inner === void 0) this.#taken(held2, node, name, text2);
    else this.#expression(this.passed(held2, node, text2, inner), node);
  }
  #taken(held2, node, name, text2) {
    const { holder, binding, reference, carriers } = held2;
    const form = binding || carriers.length > 0 ? "member" : looseForm(holder);
    const fact = this.#factOf(held2, form, text2, node);
    const member2 = { how: "member", fact, holder, node, name, namespace: binding, reference, carriers };
    this.#reading.addMember(member2);
    for (const namespace of held2.counted) namespace.members.push(member2);
    const as = exportedAs(this.#reading.source, node);
    if (as !== void 0) this.#reading.addReexport(namedOf(held2), text2, node, as);
  }
  /** The fact of what `node` takes; that of a closing tag is the opening one's. */
  #factOf(held2, form, name, node) {
    const opening = openingName(node);
    const key = [(opening ?? node).range[0], held2.module, name].join("\0");
    const fact = (opening && this.#opened.get(key)) ?? importOf(held2, form, name, node);
    if (node.type === Type.JSXMemberExpression) this.#opened.set(key, fact);
    return fact;
  }
  /** The module as a whole, not bound to a name: of one that has a fact already nothing is noted. */
  whole(held2, node) {
    const { holder, carriers } = held2;
    if (held2.fact) return;
    const fact = importOf(held2, looseForm(holder), "*", holder.node);
    this.#reading.addNamespace({ how: "namespace", fact, holder, node, variable: void 0, references: [node], members: [], carriers });
  }
};
function withinOf({ counted, reference }, name) {
  const namespace = counted.at(-1);
  return namespace && { namespace, name, reference };
}

// src/languages/ecmascript/read.ts
var Reading = class {
  /** In the order of the text. */
  facts;
  taken = [];
  mocks = [];
  definitions = [];
  /** Expressions that hold a whole module, with that module. */
  wholes = /* @__PURE__ */ new Map();
  reexports = [];
  source;
  ports;
  /** Every import declaration and `require` list, governed or not, in the order of the text: a new name may join one. */
  declarations = [];
  /** JSX element names: not every scope manager knows them as references. */
  #jsxNames = [];
  #pending = [];
  #consumer;
  #mockReader;
  #noted = /* @__PURE__ */ new Set();
  #isWalked = false;
  /** What a program, or a `declare module` block, exports by name: its `export *` do not let that through. */
  #ownExports = /* @__PURE__ */ new Map();
  constructor(source3, ports) {
    this.source = source3;
    this.ports = ports;
    this.#consumer = new Consumer(this);
    this.#mockReader = new MockReader(this);
    if (mayConcern(source3, (specifier) => ports.deprecatedNamesBehind(specifier))) this.complete();
    for (const task of this.#pending) task();
    this.definitions.push(...readDefinitions(source3, ports.self, [.../* @__PURE__ */ new Set([...ports.definitions, ...exportedOf(source3, ports.exclusiveNames)])]));
    for (const { fact } of this.definitions) this.note(fact);
    this.facts = [...this.#noted].sort((one, other) => one.span[0] - other.span[0]);
  }
  /** Walks the tree, if that is not done yet: to take a definition out, imports and JSX names have to be known. */
  complete() {
    if (this.#isWalked) return;
    this.#isWalked = true;
    walk(this.source, this.source.ast, (node) => {
      this.#visit(node);
    });
  }
  /** Notes a fact, once. */
  note(fact) {
    this.#noted.add(fact);
  }
  /** Puts a task off to the end of the walk, or from there behind all others. */
  later(task) {
    this.#pending.push(task);
  }
  /** The governed module that a specifier's literal names. */
  governed(literal2) {
    const specifier = literalText(literal2);
    if (!literal2 || specifier === void 0) return void 0;
    const module = this.ports.moduleKey(specifier);
    return this.ports.governs(module) ? { module, specifier, literal: literal2 } : void 0;
  }
  /** One line for each form of import; a form missed here is missed by every rule. */
  #visit(node) {
    switch (node.type) {
      case Type.ImportDeclaration:
        return this.#importDeclaration(node);
      case Type.ExportNamedDeclaration:
        return this.#exportNamed(node);
      case Type.ExportAllDeclaration:
        return this.#exportAll(node);
      case Type.ImportExpression:
        return this.#moduleExpression(node, node.source, "dynamic");
      case Type.TSImportType:
        return this.#importType(node);
      case Type.TSImportEqualsDeclaration:
        return this.#importEquals(node);
      case Type.CallExpression:
        return this.#call(node);
      case Type.JSXIdentifier:
        this.#jsxNames.push(node);
        return;
      default:
    }
  }
  #importDeclaration(node) {
    this.declarations.push(node);
    const named2 = this.governed(node.source);
    if (!named2) return;
    const holder = { kind: "import", ...named2, node };
    this.later(() => {
      for (const specifier of node.specifiers) {
        const variable = this.#declared(specifier, specifier.local.name);
        const held2 = heldBy(holder);
        const name = importedName(specifier);
        const inner = this.ports.namespaceAt(holder.module, name);
        if (specifier.type === Type.ImportNamespaceSpecifier) this.#consumer.namespace(held2, specifier, "namespace", variable);
        else if (inner !== void 0) this.#consumer.namespace(carriedBy(held2, specifier, inner), specifier, "namespace", variable);
        else this.addListed(holder, specifier, name, importForm(node, specifier), variable);
      }
    });
  }
  #declared(node, name) {
    return this.source.scopeManager?.getDeclaredVariables(node).find((variable) => variable.name === name);
  }
  /** Notes an import by name, and every reference to what it binds. */
  addListed(holder, node, name, form, variable) {
    const { module, specifier } = holder;
    const fact = { kind: "import", form, module, specifier, name, span: node.range };
    this.note(fact);
    const uses = variable ? this.usesOf(holder, name, variable) : [];
    for (const use of uses) this.note(use.fact);
    this.taken.push({ how: "listed", fact, holder, node, variable, uses });
  }
  /** Every reference to a binding that holds the export `name`; a closing tag's is its opening tag's. */
  usesOf(from, name, variable) {
    const { module, specifier } = from;
    const uses = /* @__PURE__ */ new Map();
    for (const identifier of this.references(variable)) {
      const opening = openingName(identifier);
      const opened = opening && uses.get(opening);
      const as = opened ? void 0 : exportedAs(this.source, identifier);
      const fact = opened?.fact ?? (as === void 0 ? { kind: "use", module, specifier, name, span: identifier.range } : this.#reexport(from, name, exportSite(identifier), as));
      uses.set(identifier, { node: identifier, fact });
    }
    return [...uses.values()];
  }
  /** Notes a namespace; its fact may be that of another binding, which the module came through. */
  addNamespace(namespace) {
    this.note(namespace.fact);
    this.taken.push(namespace);
  }
  /** Notes a member of a module; that of a closing tag has the fact of the opening one. */
  addMember(member2) {
    this.note(member2.fact);
    this.taken.push(member2);
  }
  /**
   * Notes that a module leaves the file whole, or one of its exports.
   * @param hidden names that do not get out by it
   */
  addReexport(from, name, site, as, hidden = []) {
    this.note(this.#reexport(from, name, site, as, hidden));
  }
  #reexport(from, name, site, as, hidden = []) {
    const fact = reexportOf(from, name, site, as, hidden);
    this.reexports.push({ fact, site });
    return fact;
  }
  /** Every identifier that refers to `variable`, its declaration not counted, in the order of the text. */
  references(variable) {
    const nodes = /* @__PURE__ */ new Set();
    for (const reference of variable.references)
      if (!reference.init && !variable.identifiers.some((own) => own === reference.identifier)) nodes.add(reference.identifier);
    for (const name of this.#jsxNames)
      if (name.name === variable.name && isElementName(name) && variableAt(this.source, name, name.name) === variable)
        nodes.add(name);
    return [...nodes].sort((one, other) => one.range[0] - other.range[0]);
  }
  #exportNamed(node) {
    const own = this.#exportsOf(node.parent);
    for (const specifier of node.specifiers) own.push(keyName(specifier.exported) ?? "");
    if (node.declaration)
      for (const variable of this.source.scopeManager?.getDeclaredVariables(node.declaration) ?? []) own.push(variable.name);
    const named2 = this.governed(node.source);
    if (!named2) return;
    for (const specifier of node.specifiers) {
      const [from, name] = exportOf(this.ports, named2, keyName(specifier.local) ?? "");
      this.addReexport(from, name, specifier, keyName(specifier.exported) ?? "");
    }
  }
  #exportAll(node) {
    const own = this.#exportsOf(node.parent);
    if (node.exported) own.push(keyName(node.exported) ?? "");
    const named2 = this.governed(node.source);
    if (!named2) return;
    if (node.exported) this.addReexport(named2, "*", node, keyName(node.exported) ?? "");
    else this.addReexport(named2, "*", node, "*", own);
  }
  #exportsOf(body) {
    const own = this.#ownExports.get(body) ?? [];
    this.#ownExports.set(body, own);
    return own;
  }
  #moduleExpression(node, literal2, kind) {
    if (this.#mockReader.owns(node)) return;
    const named2 = this.governed(literal2);
    if (!named2) return;
    const holder = { kind, ...named2, node };
    this.later(() => {
      this.#consumer.loaded(holder);
    });
  }
  #call(node) {
    const [argument2] = node.arguments;
    if (node.callee.type === Type.Identifier && argument2 && isRequire(this.source, node.callee)) this.#moduleExpression(node, argument2, "require");
    this.#mockReader.call(node);
  }
  #importType(node) {
    const named2 = this.governed(node.source);
    if (named2) this.#consumer.importType({ kind: "type", ...named2, node }, node);
  }
  #importEquals(node) {
    if (node.moduleReference.type !== Type.TSExternalModuleReference) return;
    const named2 = this.governed(node.moduleReference.expression);
    if (!named2) return;
    const holder = { kind: "import-equals", ...named2, node };
    if (isExported(node)) this.addReexport(named2, "*", node, node.id.name);
    this.later(() => {
      this.#consumer.namespace(heldBy(holder), node, "import-equals", this.#declared(node, node.id.name));
    });
  }
};

// src/languages/ecmascript/ecmascript.ts
var ecmascript = {
  name: "ecmascript",
  reads: (file) => isSource(file),
  root: () => "Program",
  concerns(file, ports) {
    if (ports.definitions.length > 0) return true;
    if (!isSource(file)) return false;
    if (exportedOf(file, ports.exclusiveNames).length > 0) return true;
    return mayConcern(file, (specifier) => ports.deprecatedNamesBehind(specifier));
  },
  read: (file, ports) => {
    if (!isSource(file)) return { facts: [], plan: () => ({ edits: [], outcomes: /* @__PURE__ */ new Map() }) };
    const reading = new Reading(file, ports);
    return { facts: reading.facts, plan: (orders) => planFile(reading, orders) };
  }
};
function isSource(file) {
  return "type" in file.ast && file.ast.type === "Program" && "body" in file.ast && Array.isArray(file.ast.body);
}

// src/languages/python/tree/keys.ts
var visitorKeys = {
  PyModule: ["body"],
  PySuite: ["body"],
  PyStatementLine: ["body"],
  PyIf: ["test", "body", "orelse"],
  PyWhile: ["test", "body", "orelse"],
  PyFor: ["target", "iterable", "body", "orelse"],
  PyTry: ["body", "handlers", "orelse", "finalbody"],
  PyExcept: ["test", "name", "body"],
  PyWith: ["items", "body"],
  PyWithItem: ["expression", "target"],
  PyFunction: ["decorators", "name", "typeParameters", "parameters", "returns", "body"],
  PyClass: ["decorators", "name", "typeParameters", "arguments", "body"],
  PyDecorator: ["expression"],
  PyTypeParameters: ["parameters"],
  PyTypeParameter: ["name", "bound", "default"],
  PyTypeAlias: ["name", "typeParameters", "value"],
  PyMatch: ["subject", "cases"],
  PyCase: ["pattern", "guard", "body"],
  PyAssignment: ["targets", "value"],
  PyAnnotated: ["target", "annotation"],
  PyAugmentedAssignment: ["target", "value"],
  PyImport: ["names"],
  PyImportAlias: ["module", "alias"],
  PyImportFrom: ["module", "names"],
  PyImportFromAlias: ["name", "alias"],
  PyModuleName: ["parts"],
  PyGlobal: ["names"],
  PyNonlocal: ["names"],
  PyDelete: ["targets"],
  PyAssert: ["test", "message"],
  PyReturn: ["value"],
  PyRaise: ["exception", "cause"],
  PyPass: [],
  PyBreak: [],
  PyContinue: [],
  PyName: [],
  PyIdentifier: [],
  PyConstant: [],
  PyEllipsis: [],
  PyNumber: [],
  PyStrings: ["parts"],
  PyString: [],
  PyFormatString: ["fields"],
  PyUnary: ["operand"],
  PyBinary: ["left", "right"],
  PyWalrus: ["target", "value"],
  PyAwait: ["value"],
  PyConditional: ["body", "test", "orelse"],
  PyStarred: ["value"],
  PyTuple: ["items"],
  PyList: ["items"],
  PySet: ["items"],
  PyDict: ["items"],
  PyDictEntry: ["key", "value"],
  PyDictUnpack: ["value"],
  PyComprehension: ["element", "clauses"],
  PyComprehensionFor: ["target", "iterable"],
  PyComprehensionIf: ["test"],
  PyCall: ["callee", "arguments"],
  PyArgument: ["name", "value"],
  PySubscript: ["object", "arguments"],
  PySlice: ["lower", "upper", "step"],
  PyYield: ["value"],
  PyYieldFrom: ["value"],
  PyAttribute: ["object", "attribute"],
  PyLambda: ["parameters", "body"],
  PyParameter: ["name", "annotation", "default"],
  PyPatternSequence: ["items"],
  PyPatternAs: ["alternatives", "target"],
  PyPatternLiteral: ["value"],
  PyPatternClass: ["className", "arguments"],
  PyPatternArgument: ["name", "pattern"],
  PyPatternCapture: ["target"],
  PyPatternMapping: ["items"],
  PyPatternEntry: ["key", "value"],
  PyPatternRest: ["target"],
  PyPatternValue: ["value"]
};

// src/languages/python/tree/walk.ts
function* walk2(root) {
  const pending = [{ node: root, phase: 1 }];
  for (let step2 = pending.pop(); step2; step2 = pending.pop()) {
    yield step2;
    if (step2.phase === 2) continue;
    pending.push({ node: step2.node, phase: 2 });
    const children2 = childrenOf(step2.node);
    for (let index = children2.length - 1; index >= 0; index--) {
      const child = children2[index];
      if (child) pending.push({ node: child, phase: 1 });
    }
  }
}
function childrenOf(node) {
  const children2 = [];
  const holder = node;
  for (const key of visitorKeys[node.type]) {
    const value = Reflect.get(holder, key);
    if (Array.isArray(value)) {
      for (const item of value) if (isPyNode(item)) children2.push(item);
    } else if (isPyNode(value)) children2.push(value);
  }
  return children2;
}
function isPyNode(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && value.type in visitorKeys;
}

// src/languages/python/read/imports.ts
function importsOf(module) {
  const imports = [];
  for (const { node, phase } of walk2(module)) if (phase === 1) imports.push(...importsAt(node));
  return imports;
}
function importsAt(node) {
  if (node.type === "PyImport") return node.names.map((alias) => moduleImport(alias, node));
  if (node.type !== "PyImportFrom") return [];
  const { module: moduleNode, star: star2 } = node;
  const common = { level: moduleNode.level, module: dotted(moduleNode), moduleNode, statement: node };
  if (star2) return [{ ...common, kind: "star", alias: void 0, node, span: star2 }];
  return node.names.map((each) => {
    const alias = each.alias?.name;
    return { ...common, kind: "name", name: each.name.name, alias, local: alias ?? each.name.name, node: each, span: each.range };
  });
}
function moduleImport(node, statement) {
  const alias = node.alias?.name;
  const module = dotted(node.module);
  const local = alias ?? node.module.parts[0]?.name ?? module;
  return { kind: "module", level: 0, module, moduleNode: node.module, alias, local, node, statement, span: node.range };
}
function specifierOf({ level: level2, module }) {
  return ".".repeat(level2) + module;
}
function dotted({ parts: parts2 }) {
  return parts2.map(({ name }) => name).join(".");
}

// src/languages/python/concerns.ts
function mayConcern2({ ast, isParsed }, ports) {
  if (!isParsed) return false;
  if (ports.definitions.length > 0) return true;
  return importsOf(ast).some((imported2) => ports.deprecatedNamesBehind(specifierOf(imported2)).length > 0);
}

// src/languages/python/scopes/items.ts
function itemsBelow({ node, scope: scope2, mode }, analysis) {
  const same = (children2, as = mode) => children2.flatMap((child) => child ? [{ node: child, scope: scope2, mode: as }] : []);
  const reading = mode === "bind" || mode === "delete" ? "read" : mode;
  switch (node.type) {
    case "PyName":
      if (mode === "bind" || mode === "delete") analysis.bind(mode === "bind" ? "assignment" : "deletion", node.name, node, scope2);
      else analysis.read(node, scope2, mode);
      return [];
    case "PyTuple":
    case "PyList":
    case "PyStarred":
      return same(childrenOf(node));
    case "PyStrings":
      return [...same(node.parts, reading), ...same([node.forward], "string")];
    case "PyAssignment":
      return [...same(node.targets, "bind"), ...same([node.value], "read")];
    case "PyAnnotated":
      return annotated(node, scope2, analysis);
    case "PyAugmentedAssignment":
      return [...same([node.target], "bind"), ...node.target.type === "PyName" ? same([node.target]) : [], ...same([node.value])];
    case "PyWalrus":
      analysis.bind("assignment", node.target.name, node.target, aroundComprehensions(scope2));
      return same([node.value]);
    case "PyFor":
      return [...same([node.target], "bind"), ...same([node.iterable, node.body, node.orelse])];
    case "PyWithItem":
      return [...same([node.expression]), ...same([node.target], "bind")];
    case "PyDelete":
      return same(node.targets, "delete");
    case "PyExcept":
    case "PyPatternAs":
    case "PyPatternCapture":
    case "PyPatternRest":
      capture(node, scope2, analysis);
      return same(childrenOf(node));
    case "PyImportAlias": {
      const [first] = node.module.parts;
      const bound = node.alias ?? first;
      if (bound) analysis.bind("import", bound.name, node, scope2);
      return [];
    }
    case "PyImportFrom":
      if (node.star) scope2.starImports.push(node);
      for (const each of node.names) analysis.bind("import", (each.alias ?? each.name).name, each, scope2);
      return [];
    case "PyGlobal":
    case "PyNonlocal":
      for (const name of node.names) analysis.declare(name, scope2, node.type === "PyGlobal" ? "globals" : "nonlocals");
      return [];
    case "PyFunction":
      return functionItems(node, scope2, analysis);
    case "PyLambda":
      return lambdaItems(node, scope2, analysis);
    case "PyClass":
      return classItems(node, scope2, analysis);
    case "PyTypeAlias":
      return aliasItems(node, scope2, analysis);
    case "PyComprehension":
      return comprehensionItems(node, scope2, analysis);
    default:
      return same(childrenOf(node), reading);
  }
}
var at = (scope2, mode, nodes) => nodes.flatMap((node) => node ? [{ node, scope: scope2, mode }] : []);
function annotated(node, scope2, analysis) {
  const hasValue = node.parent?.type === "PyAssignment";
  const { target, annotation } = node;
  const rest = at(scope2, "annotation", [annotation]);
  if (target.type !== "PyName") return [...at(scope2, "bind", [target]), ...rest];
  if (hasValue) analysis.bind("assignment", target.name, target, scope2);
  else if (!target.parenthesized) analysis.bind("annotation", target.name, target, scope2);
  return rest;
}
function capture(node, scope2, analysis) {
  const target = node.type === "PyExcept" ? node.name : node.target;
  if (target && !(node.type === "PyPatternCapture" && node.isWildcard)) analysis.bind("assignment", target.name, target, scope2);
}
function aroundComprehensions(scope2) {
  let outer = scope2;
  while (outer.kind === "comprehension" && outer.parent) outer = outer.parent;
  return outer;
}
function functionItems(node, scope2, analysis) {
  analysis.bind("function", node.name.name, node.name, scope2);
  const outer = generic(node, scope2, analysis);
  const inner = analysis.open("function", node, outer);
  return [
    ...at(scope2, "read", node.decorators),
    ...at(outer, "read", [node.typeParameters]),
    ...parameterItems(node.parameters, { scope: scope2, outer, inner }, analysis),
    ...at(outer, "annotation", [node.returns]),
    ...at(inner, "read", [node.body])
  ];
}
function lambdaItems(node, scope2, analysis) {
  const inner = analysis.open("lambda", node, scope2);
  return [...parameterItems(node.parameters, { scope: scope2, outer: scope2, inner }, analysis), ...at(inner, "read", [node.body])];
}
function parameterItems(parameters, { scope: scope2, outer, inner }, analysis) {
  return parameters.flatMap(({ name, annotation, default: value }) => {
    if (name) analysis.bind("parameter", name.name, name, inner);
    return [...at(outer, "annotation", [annotation]), ...at(scope2, "read", [value])];
  });
}
function classItems(node, scope2, analysis) {
  analysis.bind("class", node.name.name, node.name, scope2);
  const outer = generic(node, scope2, analysis, node.name.name);
  const inner = analysis.open("class", node, outer, node.name.name);
  return [
    ...at(scope2, "read", node.decorators),
    ...at(outer, "read", [node.typeParameters, ...node.arguments]),
    ...at(inner, "read", [node.body])
  ];
}
function aliasItems(node, scope2, analysis) {
  analysis.bind("type-alias", node.name.name, node.name, scope2);
  return at(generic(node, scope2, analysis), "read", [node.typeParameters, node.value]);
}
function generic(node, scope2, analysis, className) {
  if (!node.typeParameters) return scope2;
  const outer = analysis.open("type-parameters", node, scope2, className);
  for (const { name } of node.typeParameters.parameters) analysis.bind("type-parameter", name.name, name, outer);
  return outer;
}
function comprehensionItems(node, scope2, analysis) {
  const inner = analysis.open("comprehension", node, scope2);
  const clauses = node.clauses.flatMap((clause, index) => {
    if (clause.type === "PyComprehensionIf") return at(inner, "read", [clause.test]);
    return [...at(inner, "bind", [clause.target]), ...at(index === 0 ? scope2 : inner, "read", [clause.iterable])];
  });
  return [...at(inner, "read", [node.element]), ...clauses];
}

// src/languages/python/scopes/resolve.ts
function resolve3(scope2, name) {
  const variable = variableOf2(scope2, name);
  const inClass = scope2.kind === "class" && variable?.scope === scope2;
  return { variable, fallback: inClass ? scope2.root.variables.get(name) : void 0 };
}
function variableOf2(scope2, name) {
  if (scope2.globals.has(name)) return scope2.root.own(name);
  const own = scope2.nonlocals.has(name) ? void 0 : scope2.variables.get(name);
  return own ?? outerVariable(scope2, name);
}
function outerVariable(inner, name) {
  let seesClass = inner.kind === "type-parameters";
  for (let scope2 = inner.parent; scope2; scope2 = scope2.parent) {
    const skipped = scope2.kind === "class" && !seesClass;
    seesClass &&= scope2.kind === "type-parameters";
    if (skipped) continue;
    if (scope2.globals.has(name)) return scope2.root.own(name);
    const variable = scope2.nonlocals.has(name) ? void 0 : scope2.variables.get(name);
    if (variable) return variable;
  }
  return void 0;
}

// src/languages/python/scopes/scope.ts
var OpenScope = class {
  kind;
  node;
  parent;
  children = [];
  variables = /* @__PURE__ */ new Map();
  globals = /* @__PURE__ */ new Set();
  nonlocals = /* @__PURE__ */ new Set();
  starImports = [];
  references = [];
  /** The class whose private names are mangled here. */
  className;
  constructor(kind, node, parent, className) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.className = className;
    parent?.children.push(this);
  }
  /** The module's scope. */
  get root() {
    return this.parent?.root ?? this;
  }
  /** The variable of that name, made where there is none yet. */
  own(name) {
    const known2 = this.variables.get(name);
    if (known2) return known2;
    const variable = { name, scope: this, bindings: [], references: [], declarations: [] };
    this.variables.set(name, variable);
    return variable;
  }
  /** A name as Python compares it (language reference, 6.2.1): private names of a class carry the class's name. */
  mangled(name) {
    if (this.className === void 0 || !name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
    const bare = this.className.replace(/^_+/, "");
    return bare === "" ? name : `_${bare}${name}`;
  }
};

// src/languages/python/scopes/analyze.ts
var known = /* @__PURE__ */ new WeakMap();
function scopesOf(module) {
  let scopes = known.get(module);
  if (!scopes) {
    scopes = new Analysis(module).finish();
    known.set(module, scopes);
  }
  return scopes;
}
var Analysis = class {
  #module;
  #all = [];
  #byNode = /* @__PURE__ */ new Map();
  #bound = [];
  #reads = [];
  #declared = [];
  constructor(module) {
    this.#module = this.open("module", module, void 0);
    const pending = [{ node: module, scope: this.#module, mode: "read" }];
    for (let item = pending.pop(); item; item = pending.pop()) {
      const below = itemsBelow(item, this);
      for (let index = below.length - 1; index >= 0; index--) {
        const next = below[index];
        if (next) pending.push(next);
      }
    }
  }
  /** Opens the scope that `node` makes. */
  open(kind, node, parent, className = parent?.className) {
    const scope2 = new OpenScope(kind, node, parent, className);
    this.#all.push(scope2);
    if (kind !== "type-parameters" || !this.#byNode.has(node)) this.#byNode.set(node, scope2);
    return scope2;
  }
  /** `name` is bound in `scope`, at `node`. */
  bind(kind, name, node, scope2) {
    this.#bound.push({ name: scope2.mangled(name), scope: scope2, binding: { kind, node, scope: scope2 } });
  }
  /** A variable is read. */
  read(node, scope2, mode) {
    this.#reads.push({ node, scope: scope2, mode });
  }
  /** `global` or `nonlocal` names a variable. */
  declare(node, scope2, outer) {
    scope2[outer].add(scope2.mangled(node.name));
    this.#declared.push({ node, scope: scope2 });
  }
  /** Says whose each binding and each read is. */
  finish() {
    const outward = ({ name, scope: scope2 }) => scope2.globals.has(name) || scope2.nonlocals.has(name);
    for (const bound of this.#bound) if (!outward(bound)) bound.scope.own(bound.name).bindings.push(bound.binding);
    for (const bound of this.#bound) {
      if (outward(bound)) (variableOf2(bound.scope, bound.name) ?? bound.scope.own(bound.name)).bindings.push(bound.binding);
    }
    for (const { node, scope: scope2 } of this.#declared) variableOf2(scope2, scope2.mangled(node.name))?.declarations.push(node);
    const byName = /* @__PURE__ */ new Map();
    for (const read of this.#reads) byName.set(read.node, refer(read));
    for (const scope2 of this.#all) for (const variable of scope2.variables.values()) variable.bindings.sort(byPlace);
    return { module: this.#module, all: this.#all, of: (node) => this.#byNode.get(node), referenceAt: (node) => byName.get(node) };
  }
};
function byPlace(left, right) {
  return left.node.range[0] - right.node.range[0];
}
function refer({ node, scope: scope2, mode }) {
  const name = scope2.mangled(node.name);
  const { variable, fallback } = resolve3(scope2, name);
  const reference = { node, name, scope: scope2, inAnnotation: mode !== "read", inString: mode === "string", variable, fallback };
  scope2.references.push(reference);
  variable?.references.push(reference);
  fallback?.references.push(reference);
  return reference;
}

// src/languages/python/read.ts
var Reading2 = class {
  /** In the order of the text. */
  facts;
  taken = [];
  exported = [];
  defined = [];
  file;
  ports;
  scopes;
  #noted = /* @__PURE__ */ new Set();
  constructor(file, ports) {
    this.file = file;
    this.ports = ports;
    this.scopes = scopesOf(file.ast);
    for (const imported2 of importsOf(file.ast)) {
      const specifier = specifierOf(imported2);
      const module = ports.moduleKey(specifier);
      if (imported2.kind === "name" && ports.governs(module)) this.#addListed(imported2, { module, specifier });
    }
    this.facts = [...this.#noted].sort((one, other) => one.span[0] - other.span[0]);
  }
  #addListed(imported2, { module, specifier }) {
    const { name, span } = imported2;
    const fact = { kind: "import", form: "named", module, specifier, name, span };
    this.#noted.add(fact);
    const variable = this.#variableOf(imported2);
    const uses = (variable?.references ?? []).map((reference) => ({ reference, fact: { kind: "use", module, specifier, name, span: reference.node.range } }));
    for (const use of uses) this.#noted.add(use.fact);
    const isShared = variable?.bindings.some(({ node, kind }) => node !== imported2.node && kind !== "annotation" && kind !== "deletion") ?? false;
    this.taken.push({ how: "listed", fact, imported: imported2, variable, uses, isShared });
  }
  #variableOf({ node, local }) {
    for (const scope2 of this.scopes.all) {
      const variable = scope2.variables.get(scope2.kind === "class" ? local : local);
      if (variable?.bindings.some((binding) => binding.node === node)) return variable;
    }
    return void 0;
  }
};

// src/languages/python/source-code.ts
import { VisitNodeStep } from "@eslint/plugin-kit";

// src/languages/python/directives.ts
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
var parser = new ConfigCommentParser();
var behindAnother = /#\s*(?=eslint-disable-line\b)/g;
var configuring = /* @__PURE__ */ new Set(["eslint", "eslint-disable", "eslint-enable", "eslint-disable-line", "eslint-disable-next-line"]);
function inlineConfigNodes(comments, lines) {
  return comments.map((comment) => lastPart(comment, lines)).filter(({ value }) => configuring.has(parser.parseDirective(value)?.label ?? ""));
}
function lastPart(comment, lines) {
  const found = [...comment.value.matchAll(behindAnother)].at(-1);
  if (!found) return comment;
  const [start, end] = comment.range;
  const begin = start + 1 + found.index;
  const value = comment.value.slice(found.index + 1);
  return { type: "PyComment", value, range: [begin, end], loc: { start: lines.position(begin), end: comment.loc.end } };
}
function disableDirectives(nodes) {
  return nodes.flatMap((node) => {
    const directive2 = parser.parseDirective(node.value);
    const type = typeOf(directive2?.label);
    return directive2 && type ? [new Directive({ type, node, value: directive2.value, justification: directive2.justification })] : [];
  });
}
function typeOf(label) {
  switch (label) {
    case "eslint-disable":
      return "disable";
    case "eslint-enable":
      return "enable";
    case "eslint-disable-line":
      return "disable-line";
    case "eslint-disable-next-line":
      return "disable-next-line";
    default:
      return void 0;
  }
}
function inlineConfig(nodes) {
  const result2 = { configs: [], problems: [] };
  for (const { value, loc } of nodes) {
    const directive2 = parser.parseDirective(value);
    if (directive2?.label !== "eslint") continue;
    const parsed = parser.parseJSONLikeConfig(directive2.value);
    if (parsed.ok) result2.configs.push({ config: { rules: parsed.config }, loc });
    else result2.problems.push({ ruleId: null, message: parsed.error.message, loc });
  }
  return result2;
}

// src/languages/python/javascript-answers.ts
import { TextSourceCodeBase } from "@eslint/plugin-kit";
var none = () => [];
var nothing2 = () => null;
var scope = {
  type: "global",
  isStrict: false,
  upper: null,
  childScopes: none(),
  variables: none(),
  references: none(),
  through: none(),
  set: /* @__PURE__ */ new Map()
};
var WithJavaScriptAnswers = class extends TextSourceCodeBase {
  parserServices = {};
  scopeManager = {
    scopes: none(),
    globalScope: null,
    acquire: nothing2,
    getDeclaredVariables: none
  };
  tokensAndComments = none();
  getScope = () => scope;
  getDeclaredVariables = none;
  isGlobalReference = () => false;
  markVariableAsUsed = () => false;
  getNodeByRangeIndex = nothing2;
  getAllComments = none;
  getCommentsBefore = none;
  getCommentsAfter = none;
  getCommentsInside = none;
  commentsExistBetween = () => false;
  isSpaceBetween = () => false;
  getTokens = none;
  getFirstTokens = none;
  getLastTokens = none;
  getTokensBefore = none;
  getTokensAfter = none;
  getTokensBetween = none;
  getFirstTokensBetween = none;
  getLastTokensBetween = none;
  getFirstToken = nothing2;
  getLastToken = nothing2;
  getTokenBefore = nothing2;
  getTokenAfter = nothing2;
  getFirstTokenBetween = nothing2;
  getLastTokenBetween = nothing2;
  getTokenByRangeStart = nothing2;
  getTokenOrCommentBefore = nothing2;
  getTokenOrCommentAfter = nothing2;
  /** The text, line by line. */
  getLines() {
    return this.lines;
  }
};

// src/languages/python/lines.ts
var lineBreak2 = /\r\n|[\r\n]/;
var Lines = class {
  #text;
  #starts;
  constructor(text2) {
    this.#text = text2;
  }
  /** The place of an offset: line from 1, column from 0, in UTF-16 units. */
  position(offset) {
    const starts = this.#starts ??= startsOf(this.#text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  }
};
function startsOf(text2) {
  const starts = [0];
  for (const match of text2.matchAll(new RegExp(lineBreak2, "g"))) starts.push(match.index + match[0].length);
  return starts;
}

// src/languages/python/source-code.ts
var pythonBrand = /* @__PURE__ */ Symbol.for("eslint-plugin-ssot.python");
function isPythonFile(file) {
  return pythonBrand in file;
}
var deepest2 = 500;
var PythonSourceCode = class extends WithJavaScriptAnswers {
  [pythonBrand] = true;
  hasBOM;
  isParsed;
  #parsed;
  #configNodes;
  constructor({ text: text2, hasBOM, parsed, isParsed }) {
    super({ text: text2, ast: parsed.ast, lineEndingPattern: lineBreak2 });
    this.hasBOM = hasBOM;
    this.isParsed = isParsed;
    this.#parsed = parsed;
  }
  get comments() {
    return this.#parsed.comments();
  }
  getParent(node) {
    return "parent" in node ? node.parent ?? void 0 : void 0;
  }
  *traverse() {
    let depth = 0;
    for (const { node, phase } of walk2(this.ast)) {
      if (phase === 1) depth++;
      if (phase === 1 || depth <= deepest2) yield new VisitNodeStep({ target: node, phase, args: [node] });
      if (phase === 1 && depth > deepest2) yield new VisitNodeStep({ target: node, phase: 2, args: [node] });
      if (phase === 2) depth--;
    }
  }
  getInlineConfigNodes() {
    this.#configNodes ??= this.text.includes("eslint") ? inlineConfigNodes(this.comments, this.#parsed.lines) : [];
    return this.#configNodes;
  }
  getDisableDirectives() {
    return { directives: disableDirectives(this.getInlineConfigNodes()), problems: [] };
  }
  applyInlineConfig() {
    return inlineConfig(this.getInlineConfigNodes());
  }
};

// src/languages/python/python.ts
var python = {
  name: "python",
  reads: (file) => isPython(file),
  root: () => "PyModule",
  concerns: (file, ports) => isPython(file) && mayConcern2(file, ports),
  read(file, ports) {
    if (!isPython(file)) return { facts: [], plan: () => ({ edits: [], outcomes: /* @__PURE__ */ new Map() }) };
    const { facts } = new Reading2(file, ports);
    return { facts, plan: () => ({ edits: [], outcomes: /* @__PURE__ */ new Map() }) };
  }
};
function isPython(file) {
  return isPythonFile(file);
}

// src/languages/ecmascript/rewrite/check.ts
function checkRewrite(rewrite, names) {
  const complaints = [];
  const complainOf = (part) => (message, mend) => complaints.push({ part, message, mend });
  const from = checkText(rewrite.from, names.deprecated, complainOf("from"));
  const to = checkText(rewrite.to, names.canonical, complainOf("to"));
  if (from) checkFrom(from, names.deprecated, complainOf("from"));
  if (to) checkTo(to, names.canonical, from, complainOf("to"));
  return complaints;
}
function checkText(text2, symbol, complain) {
  const template = readTemplate(text2);
  if (!template) {
    complain("is not one expression", "write one JavaScript or TypeScript expression, without a semicolon");
    return void 0;
  }
  const names = readNames(template, symbol);
  for (const hole of names.holes) checkPlace(template, hole, complain);
  return names;
}
function checkPlace(template, { node, name, rest }, complain) {
  const place = template.places.get(node);
  if (place?.parent.type === "Property" && held(place.parent, "shorthand") === true)
    complain(`has $${name} as a shorthand property`, `write { ${name}: $${name} }`);
  const isItem = place !== void 0 && ["arguments", "elements"].includes(place.key);
  const others = place ? heldTrees(place.parent, place.key).filter((item) => item !== node && isRest2(item)) : [];
  if (rest && others.length > 0)
    complain(`has $$$${name} beside another $$$ in one list`, "let at most one $$$ stand in a list: it takes what the others leave");
  if (rest && !isItem)
    complain(`has $$$${name} where one expression belongs`, "let $$$ stand only among the arguments of a call or the elements of an array");
  if (isAssigned2(place)) complain(`assigns to $${name}`, "let a placeholder stand only where a value is read");
}
function isRest2(node) {
  return node.type === "Identifier" && /^\$\$\$[\p{L}_]/u.test(heldText(node, "name") ?? "");
}
function isAssigned2(place) {
  if (!place) return false;
  const { parent, key } = place;
  if (["ArrayPattern", "RestElement", "UpdateExpression", "CatchClause"].includes(parent.type)) return true;
  if (key === "params" && parent.type !== "TSTypeParameterInstantiation") return true;
  return (parent.type === "AssignmentExpression" || parent.type === "AssignmentPattern") && key === "left";
}
function checkFrom({ symbol, holes }, deprecated, complain) {
  if (symbol.length === 0) complain(`does not contain ${deprecated}`, `write the call to replace, with ${deprecated} in it`);
  if (symbol.length > 1)
    complain(`contains ${deprecated} more than once`, "write it once, and a placeholder for what may hold it again");
  if (holes.some(({ name, rest }) => holes.some((other) => other.name === name && other.rest !== rest)))
    complain("has a name with $ and with $$$", "give them different names");
}
function checkTo({ symbol, holes }, canonical, from, complain) {
  if (symbol.length === 0) complain(`does not contain ${canonical}`, `write what takes the call's place, with ${canonical} in it`);
  for (const { name, rest } of holes) {
    const bound = from?.holes.find((hole) => hole.name === name);
    if (rest && from && !bound) complain(`has $$$${name}, which \`from\` does not have`, `write $$$${name} in \`from\` too`);
    const [own, other] = rest ? ["$$$", "$"] : ["$", "$$$"];
    if (bound && bound.rest !== rest) complain(`has ${own}${name}, but \`from\` has ${other}${name}`, "write it alike in both");
  }
}

// src/languages/python/parse.ts
import { createRequire } from "node:module";

// src/languages/python/tree/unescape.ts
var escape = /\\(?:(\r\n|[\r\n])|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\\'"abfnrtv]))/g;
var named = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function unescape(text2) {
  return text2.replaceAll(escape, (all, lineBreak3, octal, ...rest) => {
    if (lineBreak3 !== void 0) return "";
    const [byte, short, long, letter] = rest;
    const hexadecimal = byte ?? short ?? long;
    if (letter !== void 0 && !hexadecimal) return named[letter] ?? letter;
    const point = octal === void 0 ? Number.parseInt(hexadecimal ?? "", 16) : Number.parseInt(octal, 8);
    return point <= 1114111 ? String.fromCodePoint(point) : all;
  });
}

// src/languages/python/tree/values.ts
var binaryOperators = [
  ..."+ += = & &= ~ | |= ^ ^= / /= == // //= > >= << <<= <> < <= @ @= % %= * *= != ** **= >> >>= - -= := and or not is".split(" "),
  "is not",
  "in",
  "not in"
];
var constants = { 9: "__debug__", 15: "False", 27: "None", 34: "True" };
var stars = ["", "*", "**"];
function numberOf(value) {
  return typeof value === "number" ? value : -1;
}
function flag(key) {
  return (raw) => raw.d[key] === true;
}
function tokenOf(value) {
  return isToken(value) ? value : void 0;
}
function isToken(value) {
  return typeof value === "object" && value !== null && "start" in value && "length" in value;
}
function rangeOf(token) {
  return isToken(token) ? [token.start, token.start + token.length] : void 0;
}
var bytesFlag = 32;
var rawFlag = 8;
var stringValues = {
  value: (raw) => {
    const { escapedValue = "", flags = 0 } = tokenOf(raw.d["token"]) ?? {};
    return escapedValue.includes("\\U") && (flags & (bytesFlag | rawFlag)) === 0 ? unescape(escapedValue) : raw.d["value"];
  },
  isBytes: (raw) => (numberOf(tokenOf(raw.d["token"])?.flags) & bytesFlag) !== 0,
  inner: (raw) => {
    const token = tokenOf(raw.d["token"]);
    const quotes = token?.quoteMarkLength ?? 0;
    const begin = raw.start + (token?.prefixLength ?? 0) + quotes;
    return [begin, Math.max(begin, raw.start + raw.length - quotes)];
  }
};

// src/languages/python/tree/shapes.ts
var isAsync = { isAsync: flag("isAsync") };
var isLazy = flag("isLazy");
var star = (raw) => stars[numberOf(raw.d["argCategory"] ?? raw.d["category"])];
var operator = { operator: (raw) => binaryOperators[numberOf(raw.d["operator"])] };
var shapes = [
  void 0,
  // an error
  { type: "PyArgument", children: { "name!": "name", value: "valueExpr" }, values: { star } },
  { type: "PyAssert", children: { test: "testExpr", message: "exceptionExpr" } },
  { type: "PyAssignment", children: { value: "rightExpr" } },
  { type: "PyWalrus", children: { target: "name", value: "rightExpr" } },
  { type: "PyAugmentedAssignment", children: { target: "leftExpr", value: "rightExpr" }, values: operator },
  { type: "PyAwait", children: { value: "expr" } },
  { type: "PyBinary", children: { left: "leftExpr", right: "rightExpr" }, values: operator },
  { type: "PyBreak", children: {} },
  { type: "PyCall", children: { callee: "leftExpr", arguments: "args" } },
  {
    type: "PyClass",
    children: { decorators: "decorators", "name!": "name", typeParameters: "typeParams", arguments: "arguments", body: "suite" }
  },
  { type: "PyComprehension", children: { element: "expr", clauses: "forIfNodes" } },
  { type: "PyComprehensionFor", children: { target: "targetExpr", iterable: "iterableExpr" }, values: isAsync },
  { type: "PyComprehensionIf", children: { test: "testExpr" } },
  { type: "PyConstant", children: {}, values: { value: (raw) => constants[numberOf(raw.d["constType"])] } },
  { type: "PyContinue", children: {} },
  { type: "PyDecorator", children: { expression: "expr" } },
  { type: "PyDelete", children: { targets: "targets" } },
  { type: "PyDict", children: { items: "items" } },
  { type: "PyDictUnpack", children: { value: "expr" } },
  { type: "PyDictEntry", children: { key: "keyExpr", value: "valueExpr" } },
  { type: "PyEllipsis", children: {} },
  { type: "PyIf", children: { test: "testExpr", body: "ifSuite", orelse: "elseSuite" } },
  { type: "PyImport", children: { names: "list" }, values: { isLazy } },
  { type: "PyImportAlias", children: { module: "module", "alias!": "alias" } },
  {
    type: "PyImportFrom",
    children: { module: "module", names: "imports" },
    values: { star: (raw) => rangeOf(raw.d["wildcardToken"]), hasParentheses: flag("usesParens"), isLazy }
  },
  { type: "PyImportFromAlias", children: { "name!": "name", "alias!": "alias" } },
  { type: "PySubscript", children: { object: "leftExpr", arguments: "items" } },
  { type: "PyExcept", children: { test: "typeExpr", "name!": "name", body: "exceptSuite" }, values: { isGroup: flag("isExceptGroup") } },
  {
    type: "PyFor",
    children: { target: "targetExpr", iterable: "iterableExpr", body: "forSuite", orelse: "elseSuite" },
    values: isAsync
  },
  { type: "PyFormatString", children: { fields: "fieldExprs" } },
  {
    type: "PyFunction",
    children: {
      decorators: "decorators",
      "name!": "name",
      typeParameters: "typeParams",
      parameters: "params",
      returns: "returnAnnotation",
      body: "suite"
    },
    values: isAsync
  },
  { type: "PyGlobal", children: { "names!": "targets" } },
  { type: "PyLambda", children: { parameters: "params", body: "expr" } },
  { type: "PyList", children: { items: "items" } },
  { type: "PyAttribute", children: { object: "leftExpr", "attribute!": "member" } },
  { type: "PyModule", children: { body: "statements" } },
  { type: "PyModuleName", children: { "parts!": "nameParts" }, values: { level: (raw) => raw.d["leadingDots"] } },
  { type: "PyName", children: {} },
  // its `name` is convert.ts's
  { type: "PyNonlocal", children: { "names!": "targets" } },
  { type: "PyNumber", children: {} },
  { type: "PyParameter", children: { "name!": "name", annotation: "annotation", default: "defaultValue" }, values: { star } },
  { type: "PyPass", children: {} },
  { type: "PyRaise", children: { exception: "expr", cause: "fromExpr" } },
  { type: "PyReturn", children: { value: "expr" } },
  { type: "PySet", children: { items: "items" } },
  { type: "PySlice", children: { lower: "startValue", upper: "endValue", step: "stepValue" } },
  { type: "PyStatementLine", children: { body: "statements" } },
  { type: "PyStrings", children: { parts: "strings" } },
  // its `forward` is convert.ts's
  { type: "PyString", children: {}, values: stringValues },
  { type: "PySuite", children: { body: "statements" } },
  { type: "PyConditional", children: { body: "ifExpr", test: "testExpr", orelse: "elseExpr" } },
  { type: "PyTuple", children: { items: "items" }, values: { hasParentheses: flag("hasParens") } },
  { type: "PyTry", children: { body: "trySuite", handlers: "exceptClauses", orelse: "elseSuite", finalbody: "finallySuite" } },
  { type: "PyAnnotated", children: { target: "valueExpr", annotation: "annotation" } },
  { type: "PyUnary", children: { operand: "expr" }, values: operator },
  { type: "PyStarred", children: { value: "expr" } },
  { type: "PyWhile", children: { test: "testExpr", body: "whileSuite", orelse: "elseSuite" } },
  { type: "PyWith", children: { items: "withItems", body: "suite" }, values: isAsync },
  { type: "PyWithItem", children: { expression: "expr", target: "target" } },
  { type: "PyYield", children: { value: "expr" } },
  { type: "PyYieldFrom", children: { value: "expr" } },
  void 0,
  // a function's type comment
  { type: "PyMatch", children: { subject: "expr", cases: "cases" } },
  { type: "PyCase", children: { pattern: "pattern", guard: "guardExpr", body: "suite" } },
  { type: "PyPatternSequence", children: { items: "entries" } },
  { type: "PyPatternAs", children: { alternatives: "orPatterns", "target!": "target" } },
  { type: "PyPatternLiteral", children: { value: "expr" } },
  { type: "PyPatternClass", children: { className: "className", arguments: "args" } },
  { type: "PyPatternCapture", children: { "target!": "target" }, values: { isWildcard: flag("isWildcard") } },
  { type: "PyPatternMapping", children: { items: "entries" } },
  { type: "PyPatternEntry", children: { key: "keyPattern", value: "valuePattern" } },
  { type: "PyPatternRest", children: { "target!": "target" } },
  { type: "PyPatternValue", children: { value: "expr" } },
  { type: "PyPatternArgument", children: { "name!": "name", pattern: "pattern" } },
  { type: "PyTypeParameter", children: { "name!": "name", bound: "boundExpr", default: "defaultExpr" } },
  { type: "PyTypeParameters", children: { parameters: "params" } },
  { type: "PyTypeAlias", children: { "name!": "name", typeParameters: "typeParams", value: "expr" } }
];

// src/languages/python/tree/convert.ts
var TreeNode = class {
  type;
  parent;
  start;
  end;
  parenthesized;
  constructor(type, raw, parent) {
    const { start, length, own } = raw;
    this.type = type;
    this.parent = parent;
    this.start = own ? own.start : start;
    this.end = own ? own.start + own.length : start + length;
    this.parenthesized = own && [start, start + length];
  }
  get range() {
    return [this.start, this.end];
  }
  get loc() {
    const lines = linesOf.get(rootOf(this));
    return { start: lines?.position(this.start), end: lines?.position(this.end) };
  }
};
function rootOf(node) {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}
var linesOf = /* @__PURE__ */ new WeakMap();
var UnreadableNode = class extends Error {
  /** Where it stands. */
  offset;
  constructor(offset) {
    super("This cannot be read");
    this.offset = offset;
  }
};
var specials = { PyAssignment: "assignment", PyName: "name", PyStrings: "strings" };
var plans = shapes.map(
  (shape) => shape && {
    type: shape.type,
    slots: Object.entries(shape.children).map(([key, theirs]) => ({ ours: key.replace("!", ""), theirs, asIdentifier: key.endsWith("!") })),
    values: Object.entries(shape.values ?? {}),
    special: isSpecial(shape.type) ? specials[shape.type] : void 0
  }
);
function isSpecial(type) {
  return type in specials;
}
function convert(root, annotations, lines) {
  const conversion = new Conversion(annotations);
  const module = conversion.convert(root);
  linesOf.set(module, lines);
  if (!isModule(module)) throw new UnreadableNode(root.start);
  return module;
}
var moduleType = plans.findIndex((plan) => plan?.type === "PyModule");
var Conversion = class {
  #annotations;
  /** Nodes whose children are still to be made, beside what they are made from. */
  #nodes = [];
  #raws = [];
  constructor(annotations) {
    this.#annotations = annotations;
  }
  convert(root) {
    const module = this.#make(root, null, false);
    for (; ; ) {
      const node = this.#nodes.pop();
      const raw = this.#raws.pop();
      if (!node || !raw) return module;
      this.#fill(node, raw);
    }
  }
  #make(raw, parent, asIdentifier) {
    const plan = plans[raw.nodeType];
    if (!plan) throw new UnreadableNode(raw.start);
    if (plan.special === "name") {
      const node2 = new TreeNode(asIdentifier ? "PyIdentifier" : "PyName", raw, parent);
      node2["name"] = normalName(raw.d["value"]);
      return node2;
    }
    const node = new TreeNode(plan.type, raw, parent);
    this.#nodes.push(node);
    this.#raws.push(raw);
    return node;
  }
  #fill(node, raw) {
    const plan = plans[raw.nodeType];
    if (!plan) return;
    if (plan.special === "assignment") this.#fillAssignment(node, raw);
    else for (const { ours, theirs, asIdentifier } of plan.slots) node[ours] = this.#child(raw.d[theirs], node, asIdentifier);
    for (const [key, read] of plan.values) node[key] = read(raw);
    if (plan.special === "strings") node["forward"] = this.#child(this.#annotations.get(raw), node, false);
  }
  #child(value, parent, asIdentifier) {
    if (Array.isArray(value)) return this.#children(value, parent, asIdentifier);
    return isRaw(value) ? this.#make(value, parent, asIdentifier) : void 0;
  }
  #children(values2, parent, asIdentifier) {
    const nodes = [];
    for (const value of values2) if (isRaw(value)) nodes.push(this.#make(value, parent, asIdentifier));
    return nodes;
  }
  /** Pyright nests `a = b = c` to the right, the last target outermost; we list the targets as they stand. */
  #fillAssignment(node, raw) {
    const targets = [];
    let value = raw;
    while (isRaw(value) && plans[value.nodeType]?.special === "assignment") {
      targets.push(this.#child(value.d["leftExpr"], node, false));
      value = value.d["rightExpr"];
    }
    node["targets"] = targets.reverse();
    node["value"] = this.#child(value, node, false);
  }
};
function isRaw(value) {
  return typeof value === "object" && value !== null && "nodeType" in value;
}
var ascii = /^\w*$/;
function normalName(value) {
  const text2 = typeof value === "string" ? value : "";
  return ascii.test(text2) ? text2 : text2.normalize("NFKC");
}
function isModule(node) {
  return "type" in node && node.type === "PyModule";
}

// src/languages/python/parse.ts
var loaded;
function parser2() {
  loaded ??= loadParser();
  return loaded;
}
function loadParser() {
  const load = createRequire(import.meta.url);
  return load("./python-parser.cjs");
}
function parsePython(text2, isStub = false) {
  const lines = new Lines(text2);
  const { root, annotations, tokens, errors } = parser2().parsePython(text2, isStub);
  const [error] = errors;
  if (error) return { ok: false, message: error.message.replaceAll(/\s*\n\s*/g, " "), position: lines.position(error.start) };
  if (!root) return { ok: false, message: "The file cannot be read", position: lines.position(0) };
  try {
    const ast = convert(root, annotations, lines);
    let comments;
    return { ok: true, ast, comments: () => comments ??= readComments(tokens, lines), lines };
  } catch (failure) {
    if (failure instanceof UnreadableNode) return { ok: false, message: failure.message, position: lines.position(failure.offset) };
    throw failure;
  }
}
function readComments(tokens, lines) {
  const comments = [];
  for (let index = 0; index < tokens.count; index++) {
    for (const { start, length, value } of tokens.getItemAt(index).comments ?? []) {
      const range = [start - 1, start + length];
      comments.push({ type: "PyComment", value, range, loc: { start: lines.position(range[0]), end: lines.position(range[1]) } });
    }
  }
  return comments;
}

// src/languages/python/rewrite/ranges.ts
function ownsParentheses(node, text2) {
  const [start] = node.range;
  return text2[start] === "(" && outerRange(node.element, text2)[0] > start;
}
function outerRange(node, text2) {
  const [start, end] = node.range;
  if (node.type !== "PyYield" && node.type !== "PyYieldFrom") return node.parenthesized ?? node.range;
  const open2 = /\(\s*$/.exec(text2.slice(Math.max(0, start - 200), start));
  const close = /^\s*\)/.exec(text2.slice(end, end + 200));
  return open2 && close ? [start - open2[0].length, end + close[0].length] : node.range;
}

// src/languages/python/rewrite/template.ts
var sigil = "\u01C3";
var before2 = `async def ${sigil}():
 [`;
var after2 = "\n]";
var cacheLimit2 = 2e3;
var cache2 = /* @__PURE__ */ new Map();
function readTemplate2(text2) {
  const known2 = cache2.get(text2);
  if (known2 || cache2.has(text2)) return known2;
  const template = parse2(text2);
  if (cache2.size >= cacheLimit2) cache2.clear();
  cache2.set(text2, template);
  return template;
}
function parse2(text2) {
  if (text2.includes(sigil)) return void 0;
  const code = before2 + text2.replaceAll("$", sigil) + after2;
  const parsed = parsePython(code);
  if (!parsed.ok || parsed.comments().length > 0 || !parsePython(code.replace("[", "(0, ").replace(/\]$/, ")")).ok) return void 0;
  const root = rootOf2(parsed.ast, code);
  if (!root) return void 0;
  const nodes = [];
  for (const { node, phase } of walk2(root)) if (phase === 1) nodes.push(node);
  return { text: text2, code: before2 + text2 + after2, root, nodes, scopes: scopesOf(parsed.ast) };
}
function rootOf2({ body }, code) {
  const [wrapper, ...others] = body;
  const [line, ...lines] = wrapper?.type === "PyFunction" ? wrapper.body.body : [];
  const [list] = line?.type === "PyStatementLine" ? line.body : [];
  if (others.length > 0 || lines.length > 0 || list?.type !== "PyList" || list.range[1] !== code.length) return void 0;
  const [root, second] = list.items;
  if (!root || second || root.type === "PyStarred" || root.type === "PyComprehension" && !ownsParentheses(root, code)) return void 0;
  const end = root.parenthesized?.[1] ?? root.range[1];
  return code.slice(end, code.length - after2.length).trim() === "" ? root : void 0;
}

// src/languages/python/rewrite/placeholder.ts
var placeholder2 = new RegExp(`^(${sigil}{3}|${sigil})(?!${sigil})([\\p{L}_][\\p{L}\\p{N}_]*)$`, "u");
function readNames2(template, symbol) {
  const holes = [];
  const free = [];
  for (const node of template.nodes) {
    if (node.type !== "PyName") continue;
    const reference = template.scopes.referenceAt(node);
    if (!reference) continue;
    const found = placeholder2.exec(node.name);
    if (found && !found[2]?.includes(sigil)) holes.push({ node, name: found[2] ?? "", rest: found[1] !== sigil });
    else if (!reference.variable || reference.variable.scope.kind === "module") free.push(node);
  }
  return { holes, free, symbol: free.filter(({ name }) => name === symbol) };
}
function written2(name) {
  return name.replaceAll(sigil, "$");
}
function isNamed(node) {
  return node.type === "PyName" || node.type === "PyIdentifier";
}

// src/languages/python/rewrite/check.ts
function checkRewrite2(rewrite, names) {
  const complaints = [];
  const complainOf = (part) => (message, mend) => {
    if (!complaints.some((other) => other.part === part && other.message === message)) complaints.push({ part, message, mend });
  };
  const from = checkText2(rewrite.from, names.deprecated, complainOf("from"));
  const to = checkText2(rewrite.to, names.canonical, complainOf("to"));
  if (from) checkFrom2(from, names.deprecated, complainOf("from"));
  if (to) checkTo2(to, names.canonical, from, complainOf("to"));
  return complaints;
}
function checkText2(text2, symbol, complain) {
  const template = readTemplate2(text2);
  if (!template) {
    complain("is not one expression", "Write one Python expression, without a comment");
    return void 0;
  }
  const names = readNames2(template, symbol);
  for (const hole of names.holes) checkPlace2(hole, complain);
  const places = new Set(names.holes.map(({ node }) => node));
  for (const node of template.nodes) checkNode(node, places, complain);
  checkLists(template, names.holes, complain);
  return names;
}
var lists = /* @__PURE__ */ new Set(["PyCall", "PyList"]);
function checkPlace2({ node, name, rest }, complain) {
  if (!rest) return;
  const { parent } = node;
  const isItem = parent?.type === "PyArgument" ? !parent.name && parent.star === "" && parent.parent?.type === "PyCall" : parent !== null && lists.has(parent.type);
  const isCallee = parent?.type === "PyCall" && parent.callee === node;
  const isWhole3 = parent?.type === "PyList" && parent.parent?.type === "PyStatementLine";
  if (!isItem || isCallee || isWhole3)
    complain(`has $$$${name} where one expression belongs`, "Let $$$ stand only among the arguments of a call or the items of a list, without a name or a star");
}
function checkNode(node, holes, complain) {
  if (node.type === "PyWalrus") complain("binds a name with :=", "Write what it is bound to in its place");
  if (node.type === "PyYield" || node.type === "PyYieldFrom") complain("has a yield", "Write an expression that does not end the function's turn");
  if (!isNamed(node) || !node.name.includes(sigil) || holes.has(node)) return;
  const name = written2(node.name);
  if (!/^(?:\$|\$\$\$)[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) complain(`has ${name}, which is no placeholder`, "Write $name for one expression, or $$$name for any number of arguments");
  else if (node.type === "PyName" || node.parent?.type === "PyParameter") complain(`assigns to ${name}`, "Let a placeholder stand only where a value is read");
  else complain(`has ${name} where a fixed name belongs`, "Write the name itself: a placeholder stands for an expression");
}
function checkLists(template, holes, complain) {
  const rests = new Map(holes.flatMap(({ node, name, rest }) => rest ? [[node, name]] : []));
  for (const node of template.nodes) {
    if (!lists.has(node.type)) continue;
    const items = childrenOf(node).map((child) => child.type === "PyArgument" ? child.value : child);
    const [, second] = items.filter((item) => rests.has(item));
    if (second) complain(`has $$$${rests.get(second) ?? ""} beside another $$$ in one list`, "Let at most one $$$ stand in a list: it takes what the others leave");
  }
}
function checkFrom2({ symbol, holes }, deprecated, complain) {
  if (symbol.length === 0) complain(`does not contain ${deprecated}`, `Write the call to replace, with ${deprecated} in it`);
  if (symbol.length > 1) complain(`contains ${deprecated} more than once`, "Write it once, and a placeholder for what may hold it again");
  if (holes.some(({ name, rest }) => holes.some((other) => other.name === name && other.rest !== rest)))
    complain("has a name with $ and with $$$", "Give them different names");
}
function checkTo2({ symbol, holes }, canonical, from, complain) {
  if (symbol.length === 0) complain(`does not contain ${canonical}`, `Write what takes the call's place, with ${canonical} in it`);
  for (const { name, rest } of holes) {
    const bound = from?.holes.find((hole) => hole.name === name);
    if (rest && from && !bound) complain(`has $$$${name}, which \`from\` does not have`, `Write $$$${name} in \`from\` too`);
    const [own, other] = rest ? ["$$$", "$"] : ["$", "$$$"];
    if (bound && bound.rest !== rest) complain(`has ${own}${name}, but \`from\` has ${other}${name}`, "Write it alike in both");
  }
}

// src/rule-kit/languages.ts
var languages2 = [ecmascript, python];
var checkRewrites2 = (rewrite, names, language) => language === "ecmascript" ? checkRewrite(rewrite, names) : checkRewrite2(rewrite, names);

// src/policy/policy.ts
import picomatch2 from "picomatch";

// src/policy/phases.ts
var firstPhase = {
  "no-deprecated-reexport": { production: 1, test: 1 },
  "require-deprecation-notice": { production: 1, test: 1 },
  "no-deprecated-import": { production: 2, test: 3 },
  "no-deprecated-use": { production: 2, test: 3 },
  "canonical-import-path": { production: 2, test: 3 },
  "no-duplicate-definition": { production: 2, test: 3 },
  "no-deprecated-mock": { production: 3, test: 3 },
  "no-deprecated-definition": { production: 4, test: 4 }
};
function phaseOf(rule, scope2) {
  return firstPhase[rule][scope2];
}

// src/policy/policy.ts
var Policy = class {
  #symbols;
  #isTest;
  #isExcluded;
  #allowed = /* @__PURE__ */ new Map();
  constructor(manifest, symbols) {
    this.#symbols = symbols;
    this.#isTest = matcher(manifest.tests);
    this.#isExcluded = matcher(manifest.exclude);
    for (const migration of manifest.migrations) this.#allowed.set(migration.id, matcher(migration.allow));
  }
  /** Whether the manifest leaves this file out altogether. */
  excludes(path3) {
    return this.#isExcluded(path3);
  }
  /** Production or test. */
  scope(path3) {
    return this.#isTest(path3) ? "test" : "production";
  }
  /**
   * The verdicts on `fact`, at most one for each rule, the one that goes furthest first: of those in force a site gets the
   * first. Empty where it is no violation. Whether one is in force: `inForce`.
   */
  judge(fact, file) {
    return this.#violated(fact, file).flatMap(({ rule, symbols }) => {
      const governed = symbols.filter(({ migration }) => !this.#allowed.get(migration.id)?.(file.path));
      const [symbol] = governed;
      return symbol ? [{ fact, rule, symbol, symbols: governed, phase: phaseOf(rule, file.scope) }] : [];
    });
  }
  #violated(fact, file) {
    switch (fact.kind) {
      case "definition": {
        const duplicated = this.#symbols.exclusive.duplicated(fact.module, fact.name);
        const symbol = this.#symbols.deprecated(fact.module, fact.name);
        if (!symbol) return [{ rule: "no-duplicate-definition", symbols: duplicated ? [duplicated] : [] }];
        if (symbol.through.length > 0) return [];
        return [
          { rule: "no-deprecated-definition", symbols: [symbol] },
          { rule: "require-deprecation-notice", symbols: fact.noticed ? [] : [symbol] }
        ];
      }
      case "import":
        return this.#imported(fact, file);
      case "use":
        return [{ rule: "no-deprecated-use", symbols: this.#abroad(this.#named(fact.module, fact.name), file) }];
      case "mock":
        return [{ rule: "no-deprecated-mock", symbols: fact.name === "*" ? this.#home(fact.module) : this.#named(fact.module, fact.name) }];
      case "reexport": {
        const symbols = fact.name === "*" ? this.#letOut(fact) : this.#named(fact.module, fact.name);
        const abroad = this.#abroad(symbols, file);
        return [
          { rule: "no-deprecated-reexport", symbols: abroad },
          // The module that the manifest names may re-export it as long as it is there at all.
          { rule: "no-deprecated-definition", symbols: symbols.filter((symbol) => !abroad.includes(symbol)) }
        ];
      }
    }
  }
  #imported(fact, file) {
    const whole = this.#symbols.of(fact.module).find(({ name }) => name === "*");
    const named2 = fact.form === "member" && whole ? [] : this.#abroad(this.#named(fact.module, fact.name), file);
    const symbols = named2.map((symbol) => passing(symbol, fact.via));
    const detour = this.#symbols.exclusive.detour(fact.module, fact.name);
    return [
      { rule: "no-deprecated-import", symbols },
      { rule: "no-deprecated-reexport", symbols: symbols.filter(({ through }) => through.length > 0) },
      { rule: "canonical-import-path", symbols: detour && symbols.length === 0 && detour.canonical?.module !== file.module ? [detour] : [] }
    ];
  }
  /** What a module that is named as a whole has of its own: a mock of a barrel is about all the rest of it too. */
  #home(module) {
    return this.#symbols.of(module).filter(({ through }) => through.length === 0);
  }
  #named(module, name) {
    const symbol = this.#symbols.deprecated(module, name);
    return symbol ? [symbol] : [];
  }
  /** ECMA-262 16.2.1.7.2.1: `default` does not pass an `export *`; a namespace carries it along. */
  #letOut(fact) {
    const symbols = this.#symbols.of(fact.module);
    return symbols.filter(({ name }) => !(fact.as === "*" && name === "default") && !fact.hidden.includes(name));
  }
  /**
   * The module that the manifest names may take the symbol from where it is defined, to let it out: that is neither a
   * leak nor a use of the old way, it is the old way.
   */
  #abroad(symbols, file) {
    return symbols.filter(({ entry }) => !this.#namedBy(entry, file.module));
  }
  /** Whether `module` is one that the manifest names for this entry. */
  #namedBy(entry, module) {
    return this.#symbols.of(module).some((symbol) => symbol.entry === entry && symbol.through.length === 0);
  }
};
function passing(symbol, via) {
  return via === void 0 ? symbol : { ...symbol, through: [...symbol.through, via] };
}
function matcher(globs) {
  return globs.length === 0 ? () => false : picomatch2([...globs], { dot: true });
}

// src/policy/nested.ts
function nested(map, module) {
  const known2 = map.get(module) ?? /* @__PURE__ */ new Map();
  map.set(module, known2);
  return known2;
}

// src/policy/exclusive.ts
var ExclusiveSymbols = class {
  #symbols;
  #detours = /* @__PURE__ */ new Map();
  /** Names of which there is to be one definition. */
  names;
  constructor(migrations, ports) {
    this.#symbols = migrations.flatMap((migration) => exclusiveOf(migration, ports));
    this.names = new Set(this.#symbols.map(({ name }) => name));
  }
  /** Each at its canonical path. */
  get all() {
    return this.#symbols;
  }
  /**
   * What is to be followed through other modules: the canonical export, and the definition behind it, from which other paths
   * lead out beside the canonical one.
   */
  get seeds() {
    return this.#symbols.flatMap(({ module, name, origin }) => [{ module, name }, ...origin.module === module ? [] : [origin]]);
  }
  /** Notes another way to one of the symbols; a way to anything else is none of ours. */
  addDetour(way) {
    const { origin } = way;
    const symbol = this.#symbols.find((each) => [each, each.origin].some(({ module, name }) => module === origin.module && name === origin.name));
    if (symbol) nested(this.#detours, way.module).set(way.name, { ...symbol, ...way });
  }
  /**
   * Notes the modules that define what the canonical modules let out.
   * @param isDeprecated whether an export is another migration's affair
   */
  addHomes(isDeprecated) {
    for (const symbol of this.#symbols) {
      const { origin } = symbol;
      if (origin.module !== symbol.module && !isDeprecated(origin.module, origin.name))
        nested(this.#detours, origin.module).set(origin.name, { ...symbol, ...origin });
    }
  }
  /** Every detour. */
  *detours() {
    for (const symbols of this.#detours.values()) yield* symbols.values();
  }
  /** The names by which `module` has such symbols, though it is not the canonical one. */
  detoursIn(module) {
    return this.#detours.get(module);
  }
  /** The symbol that (`module`, `name`) is by another path than the canonical one. */
  detour(module, name) {
    return this.#detours.get(module)?.get(name);
  }
  /** The symbol of which a definition of `name` in `module` is a second one. */
  duplicated(module, name) {
    const symbols = this.#symbols.filter((symbol) => symbol.name === name);
    return symbols.some((symbol) => symbol.module === module || symbol.origin.module === module) ? void 0 : symbols[0];
  }
};
function exclusiveOf(migration, ports) {
  const { canonical: target, exclusive } = migration;
  if (!exclusive || !target || target.name === "*" || target.name === "default") return [];
  const module = ports.manifestModule(target.module);
  const { name } = target;
  return [
    {
      migration,
      entry: { module: target.module, name, except: [], rewrites: [], bind: {}, sideEffects: false },
      module,
      name,
      canonical: { module, specifier: target.module, name },
      rewrites: [],
      rewriteNames: { deprecated: name, canonical: name },
      bind: {},
      through: [],
      origin: ports.home(module, name) ?? { module, name }
    }
  ];
}

// src/policy/symbols.ts
var none2 = [];
var SymbolTable = class {
  #byModule = /* @__PURE__ */ new Map();
  #canonicalModules = /* @__PURE__ */ new Set();
  #namespaces = /* @__PURE__ */ new Map();
  /** Canonical symbols that have one import path and one definition. */
  exclusive;
  /**
   * @param manifest a valid manifest
   * @param language only migrations of this language are taken
   * @param ports identity of modules
   */
  constructor(manifest, language, ports) {
    const migrations = manifest.migrations.filter((migration) => migration.language === language);
    for (const migration of migrations)
      for (const entry of migration.deprecated) this.#add(migration, entry, ports);
    this.#followChains();
    for (const symbols of this.#byModule.values())
      for (const { canonical } of symbols.values()) {
        if (!canonical) continue;
        this.#canonicalModules.add(canonical.module);
        const home = canonical.name === "*" ? void 0 : ports.home(canonical.module, canonical.name);
        if (home) this.#canonicalModules.add(home.module);
      }
    this.#addHomes(ports);
    this.exclusive = new ExclusiveSymbols(migrations, ports);
    this.#addWays(ports);
  }
  #add(migration, entry, ports) {
    const target = migration.canonical;
    const canonical = target && {
      module: ports.manifestModule(target.module),
      specifier: target.module,
      name: target.name
    };
    const module = ports.manifestModule(entry.module);
    this.#set({
      migration,
      entry,
      module,
      name: entry.name,
      through: [],
      origin: { module, name: entry.name },
      canonical,
      rewrites: entry.rewrites,
      rewriteNames: { deprecated: entry.name, canonical: target?.name ?? entry.name },
      bind: entry.bind
    });
  }
  #set(symbol) {
    nested(this.#byModule, symbol.module).set(symbol.name, symbol);
  }
  /**
   * A canonical symbol that another migration deprecates is passed over for that one's canonical. Two links that both
   * change the call are left to two passes of the linter: their call shapes can't be one text.
   */
  #followChains() {
    for (const symbols of this.#byModule.values())
      for (const symbol of symbols.values()) symbols.set(symbol.name, this.#endOfChain(symbol));
  }
  #endOfChain(start) {
    let symbol = start;
    const seen = /* @__PURE__ */ new Set();
    while (symbol.canonical) {
      const next = this.deprecated(symbol.canonical.module, symbol.canonical.name);
      if (!next || seen.has(next) || symbol.rewrites.length > 0 && next.rewrites.length > 0) return symbol;
      seen.add(next);
      const own = symbol.rewrites.length > 0;
      symbol = {
        ...symbol,
        canonical: next.canonical,
        rewrites: own ? symbol.rewrites : next.rewrites,
        rewriteNames: own ? symbol.rewriteNames : next.rewriteNames,
        bind: own ? symbol.bind : next.bind
      };
    }
    return symbol;
  }
  /**
   * A deprecated `module` may be one that re-exports: the module that defines the symbol is governed as well. Not where
   * that is also what the canonical import leads to: then only the path is deprecated.
   */
  #addHomes(ports) {
    for (const symbol of [...this.#all()]) {
      if (symbol.name === "*") continue;
      const home = ports.home(symbol.module, symbol.name);
      if (!home || home.module === symbol.module && home.name === symbol.name) continue;
      const canonical = symbol.canonical;
      const end = canonical && (ports.home(canonical.module, canonical.name) ?? canonical);
      if (end && end.module === home.module && end.name === home.name) continue;
      if (this.deprecated(home.module, home.name)) continue;
      this.#set({ ...symbol, module: home.module, name: home.name, origin: home });
    }
  }
  /** Every module and name by which a governed symbol is to be had. */
  #addWays(ports) {
    const governed = [...this.#all()];
    const seeds = governed.map(({ module, name, entry }) => ({ module, name, except: name === "*" ? entry.except : void 0 }));
    const barriers = governed.flatMap(({ canonical }) => canonical && canonical.name !== "*" ? { module: canonical.module, name: canonical.name } : []);
    if (seeds.length === 0 && this.exclusive.seeds.length === 0) return;
    const { leaks, namespaces } = ports.ways([...seeds, ...this.exclusive.seeds], barriers);
    for (const { module, name, target } of namespaces) nested(this.#namespaces, module).set(name, target);
    for (const { module, name, seed, original, through } of leaks) {
      const way = { module, name, through, origin: { module: seed.module, name: original } };
      const symbol = this.deprecated(seed.module, original);
      if (this.deprecated(module, name)) continue;
      if (symbol) this.#set({ ...symbol, ...way });
      else this.exclusive.addDetour(way);
    }
    this.exclusive.addHomes((module, name) => this.deprecated(module, name) !== void 0);
  }
  *#all() {
    for (const symbols of this.#byModule.values()) yield* symbols.values();
  }
  /** Everything that is not to be taken from where it is, in no particular order. */
  *governed() {
    yield* this.#all();
    yield* this.exclusive.detours();
  }
  /** Every export that is a governed module as a whole. */
  *namespaces() {
    for (const [module, names] of this.#namespaces) for (const [name, target] of names) yield { module, name, target };
  }
  /** Whether any export of `module` is governed. */
  governs(module) {
    return this.#byModule.has(module) || this.#canonicalModules.has(module) || this.#namespaces.has(module) || this.exclusive.detoursIn(module) !== void 0;
  }
  /** The exports of `module` that a file should not take, or that hold such ones; `"*"` for all of them. */
  namesIn(module) {
    const [symbols, detours, namespaces] = [this.#byModule.get(module), this.exclusive.detoursIn(module), this.#namespaces.get(module)];
    if (!detours && !namespaces) return symbols ? [...symbols.keys()] : none2;
    return [symbols, detours, namespaces].flatMap((names) => [...names?.keys() ?? []]);
  }
  /** The names of deprecated symbols that `module` itself defines, or that the manifest says it does. */
  definedIn(module) {
    const symbols = this.#byModule.get(module);
    return symbols ? [...symbols.values()].flatMap(({ name, through }) => through.length === 0 ? name : []) : none2;
  }
  /** The module that an export is as a whole, where that one is governed. */
  namespaceAt(module, name) {
    return this.#namespaces.get(module)?.get(name);
  }
  /** The canonical modules of all migrations, chains followed. */
  get canonicalModules() {
    return this.#canonicalModules;
  }
  /** All symbols that are deprecated in `module`, a `"*"` last. */
  of(module) {
    const symbols = [...this.#byModule.get(module)?.values() ?? []];
    return symbols.sort((one, other) => Number(one.name === "*") - Number(other.name === "*"));
  }
  /**
   * The deprecated symbol that (`module`, `name`) is, or `undefined`. Of a wholly deprecated module every name is one,
   * but for its `except`; the answer then carries that name on both sides.
   */
  deprecated(module, name) {
    const symbols = this.#byModule.get(module);
    const named2 = symbols?.get(name);
    if (named2) return named2;
    const whole = symbols?.get("*");
    if (!whole || name === "*" || whole.entry.except.includes(name)) return void 0;
    return { ...whole, name, origin: { ...whole.origin, name }, canonical: whole.canonical && { ...whole.canonical, name } };
  }
};

// src/project/project.ts
import { posix as posix28, resolve as resolve6 } from "node:path";
import picomatch5 from "picomatch";

// src/project/disk.ts
import { readdirSync, readFileSync as readFileSync2, realpathSync, statSync as statSync2 } from "node:fs";
import { posix as posix2 } from "node:path";
import { parse as parseJson } from "jsonc-parser";

// src/project/module-path.ts
import { isAbsolute as isAbsolute2, posix } from "node:path";
var CODE_EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
var DECLARATION_EXTENSIONS = [".d.ts", ".d.mts", ".d.cts"];
var COMPONENT_EXTENSIONS = [".vue", ".svelte", ".astro"];
var ALL_EXTENSIONS = [...DECLARATION_EXTENSIONS, ...CODE_EXTENSIONS, ".json", ...COMPONENT_EXTENSIONS];
function withSlashes(path3) {
  return path3.includes("\\") && process.platform === "win32" ? path3.replaceAll("\\", "/") : path3;
}
function splitExtension(path3) {
  for (const extension2 of ALL_EXTENSIONS) {
    if (path3.endsWith(extension2) && path3.length > extension2.length && !path3.endsWith(`/${extension2}`)) {
      return [path3.slice(0, -extension2.length), extension2];
    }
  }
  return [path3, ""];
}
function isDeclaration(path3) {
  return DECLARATION_EXTENSIONS.some((extension2) => path3.endsWith(extension2));
}
function isTypeScriptSource(path3) {
  return /\.[cm]?tsx?$/.test(path3) && !isDeclaration(path3);
}
function goneKey(path3) {
  const [stem] = splitExtension(path3.length > 1 && path3.endsWith("/") ? path3.slice(0, -1) : path3);
  return stem.endsWith("/index") ? stem.slice(0, -"/index".length) : stem;
}
function isPackageKey(key) {
  return !isAbsolute2(key) || key.includes("/node_modules/");
}
function isRelative(specifier) {
  return /^\.\.?(?:\/|$)/.test(specifier);
}
function relativeSpecifier(folder3, path3) {
  const text2 = posix.relative(folder3, path3);
  if (text2 === "") return ".";
  return text2.startsWith("../") || text2 === ".." ? text2 : `./${text2}`;
}
function packageSpecifier(specifier) {
  const parts2 = /^(@[^/\\%:]+\/[^/\\%:]+|[^@./\\%:#][^/\\%:]*)(\/.*)?$/.exec(specifier);
  const name = parts2?.[1];
  if (name === void 0) return void 0;
  const rest = parts2?.[2] ?? "";
  return { name, subpath: rest === "" || rest === "/" ? "." : `.${rest}` };
}
function matchStar(pattern, text2) {
  const star2 = pattern.indexOf("*");
  if (star2 < 0) return pattern === text2 ? "" : void 0;
  const prefix = pattern.slice(0, star2);
  const suffix = pattern.slice(star2 + 1);
  if (text2.length < prefix.length + suffix.length || !text2.startsWith(prefix) || !text2.endsWith(suffix)) return void 0;
  return text2.slice(prefix.length, text2.length - suffix.length);
}
function bestPattern(patterns, text2) {
  let best;
  for (const pattern of patterns) {
    if (pattern === text2) return { pattern, star: "" };
    const star2 = pattern.includes("*") ? matchStar(pattern, text2) : void 0;
    if (star2 === void 0) continue;
    if (best === void 0 || pattern.indexOf("*") > best.pattern.indexOf("*")) best = { pattern, star: star2 };
  }
  return best;
}

// src/project/disk.ts
var LIMIT = 1e5;
function openDisk() {
  const stats = /* @__PURE__ */ new Map();
  const realPaths = /* @__PURE__ */ new Map();
  const lists2 = /* @__PURE__ */ new Map();
  const touched = /* @__PURE__ */ new Map();
  let epoch = 0;
  const stat = (path3) => {
    if (stats.has(path3)) return stats.get(path3);
    let found;
    try {
      found = statSync2(path3, { throwIfNoEntry: false });
    } catch {
    }
    if (stats.size >= LIMIT) stats.clear();
    stats.set(path3, found);
    return found;
  };
  const realPath = (path3) => {
    const known2 = realPaths.get(path3);
    if (known2 !== void 0) return known2;
    let real;
    try {
      real = withSlashes(realpathSync.native(path3));
    } catch {
      const parent = posix2.dirname(path3);
      real = parent === path3 ? path3 : posix2.join(realPath(parent), posix2.basename(path3));
    }
    if (realPaths.size >= LIMIT) realPaths.clear();
    realPaths.set(path3, real);
    return real;
  };
  return {
    get epoch() {
      return epoch;
    },
    refresh() {
      epoch += 1;
      stats.clear();
      realPaths.clear();
      lists2.clear();
    },
    touch(path3) {
      if (touched.size >= LIMIT) touched.clear();
      touched.set(path3, (touched.get(path3) ?? 0) + 1);
      stats.delete(path3);
    },
    stamp: (path3) => epoch + (touched.get(path3) ?? 0) / LIMIT,
    isFile: (path3) => stat(path3)?.isFile() === true,
    isFolder: (path3) => stat(path3)?.isDirectory() === true,
    list(folder3) {
      let names = lists2.get(folder3);
      if (names === void 0) {
        try {
          names = readdirSync(folder3);
        } catch {
          names = [];
        }
        lists2.set(folder3, names);
      }
      return names;
    },
    signature(path3) {
      const found = stat(path3);
      return found?.isFile() === true ? `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${touched.get(path3) ?? 0}` : void 0;
    },
    size: (path3) => stat(path3)?.size ?? 0,
    realPath
  };
}
function keptByFile(disk, limit, read) {
  const kept3 = /* @__PURE__ */ new Map();
  return (path3) => {
    const entry = kept3.get(path3);
    const stamp = disk.stamp(path3);
    if (entry?.stamp === stamp) return entry.value;
    const signature = disk.signature(path3);
    if (signature === void 0) {
      kept3.delete(path3);
      return void 0;
    }
    if (entry?.signature === signature) {
      entry.stamp = stamp;
      return entry.value;
    }
    const value = read(path3);
    if (kept3.size >= limit) {
      const oldest = kept3.keys().next();
      if (oldest.done !== true) kept3.delete(oldest.value);
    }
    kept3.set(path3, { value, signature, stamp });
    return value;
  };
}
function readText(path3) {
  try {
    const text2 = readFileSync2(path3, "utf8");
    return text2.startsWith("\uFEFF") ? text2.slice(1) : text2;
  } catch {
    return void 0;
  }
}
function readJsonObject(path3) {
  const text2 = readText(path3);
  if (text2 === void 0) return {};
  try {
    return asObject(JSON.parse(text2));
  } catch {
    return asObject(parseJson(text2, [], { allowTrailingComma: true }));
  }
}
function asObject(value) {
  return isObject2(value) ? value : {};
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function asStrings(value) {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

// src/project/graph.ts
import { isAbsolute as isAbsolute7 } from "node:path";

// src/project/names.ts
import { isAbsolute as isAbsolute3 } from "node:path";
function exportedNames(module, { record, next, typesOf }) {
  const names = /* @__PURE__ */ new Set();
  const files2 = /* @__PURE__ */ new Set([module]);
  let isAll2 = true;
  for (const file of files2) {
    const declared2 = isPackageKey(file) ? typesOf(file) ?? file : file;
    const found = isAbsolute3(declared2) ? record(declared2) : void 0;
    if (!found || found.open) isAll2 = false;
    for (const name of found?.exports.keys() ?? []) if (name !== "default" || file === module) names.add(name);
    for (const { from } of found?.stars ?? []) files2.add(next(declared2, from));
  }
  return { names: [...names], isAll: isAll2 };
}

// src/project/prefilter.ts
import { closeSync, openSync, readSync } from "node:fs";

// src/project/python/module-path.ts
import { posix as posix3 } from "node:path";
var PYTHON_EXTENSIONS = [".py", ".pyi"];
var PYTHON_NEVER = /* @__PURE__ */ new Set([".venv", "venv", "site-packages", "__pycache__"]);
function isPython2(path3) {
  return path3.endsWith(".py") || path3.endsWith(".pyi");
}
function pythonStem(path3) {
  const bare = path3.replace(/\.pyi?$/, "");
  return bare !== path3 && bare.endsWith("/__init__") ? bare.slice(0, -"/__init__".length) : bare;
}
function isPackageFile(path3) {
  return /^__init__\.pyi?$/.test(posix3.basename(path3));
}
function dottedText(text2) {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/s.exec(text2) ?? [];
  const parts2 = rest === "" ? [] : rest.split(".");
  if (dots === "" && parts2.length === 0 || parts2.some((part) => part === "" || /[\s/\\\0]/.test(part))) return void 0;
  return { level: dots.length, parts: parts2 };
}
function dottedBelow(module, name) {
  return module.endsWith(".") ? module + name : `${module}.${name}`;
}

// src/project/python/specifiers-in-text.ts
var keyword = /\b(?:from|import)\b/g;
var space = /(?:[ \t\f]|\\\r?\n|\\\r)*/y;
var spaceOver = /(?:[\s\\]|#[^\r\n]*)*/y;
var word = /[A-Za-z_\x80-\uffff][\w\x80-\uffff]*/y;
var loaded2 = /\b(?:import_module|__import__)\s*\(\s*(?:name\s*=\s*)?[rRuU]?(["'])([.\w\x80-\uffff]+)\1/g;
function pythonSpecifiersIn(text2) {
  const reader = new Reader(text2, false);
  if (!reader.read()) return void 0;
  for (const [, , name = ""] of text2.matchAll(loaded2)) reader.addWithParents(name.normalize("NFKC"));
  return [...reader.found];
}
function pythonPassingsIn(text2) {
  const reader = new Reader(text2, true);
  return reader.read() ? [...reader.found] : void 0;
}
var Reader = class {
  found = /* @__PURE__ */ new Set();
  #text;
  #isPassing;
  /** Texts made to be tangled could have it read the same words again and again. */
  #steps = 0;
  #at = 0;
  /** Behind the `import` of the last `from`. */
  #done = -1;
  constructor(text2, isPassing) {
    this.#text = text2;
    this.#isPassing = isPassing;
  }
  /** @returns whether it has come to an end */
  read() {
    if (!this.#text.includes("import")) return true;
    for (const { 0: found, index } of this.#text.matchAll(keyword)) {
      const start = index + found.length;
      if (found === "from") this.from(start);
      else if (start !== this.#done) this.import(start);
      if (this.#steps > this.#text.length + 1e3) return false;
    }
    return true;
  }
  /** `from a.b import c, d`, from behind the first word. */
  from(start) {
    this.#at = start;
    const module = this.#module();
    if (module === "" || this.#word() !== "import") return;
    this.#done = this.#at;
    this.#skip(space);
    if (this.#isPassing) this.found.add(dottedBelow(module, "?"));
    else this.found.add(module);
    if (this.#isPassing && this.#takes("*")) this.found.add(dottedBelow(module, "*"));
    const isOver = this.#takes("(");
    for (let name = this.#next(isOver); name !== void 0; name = this.#next(isOver)) this.found.add(dottedBelow(module, name));
  }
  /** `import a.b as c, d`, from behind the word. */
  import(start) {
    this.#at = start;
    do {
      const module = this.#module();
      if (module === "") return;
      const isAliased = this.#word() === "as";
      if (isAliased) this.#word();
      if (!this.#isPassing) this.addWithParents(module);
      else if (isAliased || !module.includes(".")) this.found.add(module);
      this.#skip(space);
    } while (this.#takes(","));
  }
  /** A module is loaded with those around it. */
  addWithParents(module) {
    for (let dot = module.indexOf(".", 1); dot > 0; dot = module.indexOf(".", dot + 1)) if (module[dot - 1] !== ".") this.found.add(module.slice(0, dot));
    this.found.add(module);
  }
  /** A dotted name, with white space between its parts. */
  #module() {
    let module = "";
    for (; ; ) {
      this.#skip(space);
      if (this.#takes(".")) module += ".";
      else if (module === "" || module.endsWith(".")) {
        const before3 = this.#at;
        const name = this.#word();
        if (name === void 0 || name === "import") {
          this.#at = before3;
          return module;
        }
        module += name;
      } else return module;
    }
  }
  /** The next name of a list; `as` and what follows is passed over. */
  #next(isOver) {
    for (; ; ) {
      this.#skip(isOver ? spaceOver : space);
      if (this.#takes(",")) continue;
      const name = this.#word(isOver);
      if (name !== "as") return name === "from" || name === "import" ? void 0 : name;
      this.#word(isOver);
    }
  }
  #word(isOver = false) {
    this.#skip(isOver ? spaceOver : space);
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0];
    if (found !== void 0) this.#at += found.length;
    this.#steps += 1;
    return found?.normalize("NFKC");
  }
  #takes(character) {
    this.#steps += 1;
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }
  #skip(pattern) {
    pattern.lastIndex = this.#at;
    pattern.exec(this.#text);
    this.#at = Math.max(this.#at, pattern.lastIndex);
  }
};

// src/project/specifiers-in-text.ts
var gap = String.raw`(?:\s|[\x80-\uffff]|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|//[^\r\n]*[\r\n])*`;
var literal = String.raw`(["'\x60])((?:(?!\1)[^\\\n]|\\[^])+)\1`;
var imported = new RegExp(String.raw`\b(?:from|import|require)${gap}(?:\(${gap})?${literal}`, "g");
var erasing = new RegExp(String.raw`\b(?:import|export)\s+type\s+(?!from\b\s*["'])(?:(?!\b(?:import|export|from)\b)[\w$\s{}*,])+\bfrom\s*(["'])([^"'\\\n]+)\1`, "g");
var scriptSource = /\bsrc\s*=\s*(["'])([^"']+)\1/g;
var importCall = new RegExp(String.raw`\bimport${gap}\(${gap}${literal}`, "g");
var mocked = new RegExp(String.raw`\b(?:\w*[mM]ock\w*|\w*[aA]ctual)\b["'\x60]?${gap}[\]?.!]*${gap}(?:<[^]{0,300}?>${gap})?\(${gap}(?:import${gap}\(${gap})?${literal}`, "g");
function specifiersIn(text2) {
  return literalsOf(text2, imported);
}
function erasedIn(text2) {
  const erased = countsOf(text2, erasing);
  if (erased.size === 0) return /* @__PURE__ */ new Set();
  const mentions = countsOf(text2, imported);
  return new Set([...erased].filter(([specifier, count]) => mentions.get(specifier) === count).map(([specifier]) => specifier));
}
function scriptSourcesIn(path3, text2) {
  return COMPONENT_EXTENSIONS.some((extension2) => path3.endsWith(extension2)) ? literalsOf(text2, scriptSource) : [];
}
function importCallsIn(text2) {
  return text2.includes("import") ? literalsOf(text2, importCall) : [];
}
function mocksIn(text2) {
  return /[mM]ock|[aA]ctual/.test(text2) ? literalsOf(text2, mocked) : [];
}
function decoded(bytes) {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
function asBytes(text2) {
  return /[^\0-\x7f]/.test(text2) ? Buffer.from(text2, "utf8").toString("latin1") : text2;
}
function literalsOf(text2, pattern) {
  return [...countsOf(text2, pattern).keys()];
}
function countsOf(text2, pattern) {
  const counts = /* @__PURE__ */ new Map();
  for (const [, , written3 = ""] of text2.matchAll(pattern)) {
    const specifier = written3.includes("\\") ? unescaped2(written3) : written3;
    counts.set(specifier, (counts.get(specifier) ?? 0) + 1);
  }
  return counts;
}
function unescaped2(written3) {
  return written3.replace(/\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[^]))/gi, (_, braced, four, two, other) => {
    const code = braced ?? four ?? two;
    if (code !== void 0) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 1114111));
    return /^[\r\n\u2028\u2029]/.test(other ?? "") ? "" : other ?? "";
  });
}

// src/project/prefilter.ts
var SIZE_LIMIT = 1e6;
var SILENT = { kind: "silent" };
var BINARY = { kind: "passed over", reason: "the file is binary" };
var head = 8e3;
var ownDefault = String.raw`function\b|class\b|async${gap}function\b|abstract\b|interface\b`;
var passesOn = new RegExp(String.raw`\bexport${gap}(?:[*{=]|import\b|type${gap}[*{]|default\b${gap}(?!\s|/|${ownDefault}))|\bexports\b`);
var wholly = new RegExp(String.raw`\bexport${gap}(?:[*=]|type${gap}\*)|\bexports\b|\\u|\0`);
var buffer = Buffer.allocUnsafeSlow(64 * 1024);
function readBytes2(path3, size) {
  if (buffer.length < size + 1) buffer = Buffer.allocUnsafeSlow(Math.max(size + 1, buffer.length * 2));
  try {
    const descriptor = openSync(path3, "r");
    try {
      let length = 0;
      for (let read = -1; read !== 0 && length !== size && length < buffer.length; length += read) read = readSync(descriptor, buffer, length, buffer.length - length, null);
      return buffer.toString("latin1", 0, length);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return void 0;
  }
}
function judge2(path3, size) {
  if (size > SIZE_LIMIT) return { kind: "passed over", reason: "the file is over 1 MB" };
  const text2 = readBytes2(path3, size);
  if (text2 === void 0) return { kind: "passed over", reason: "the file cannot be read" };
  return isPython2(path3) ? judgePython(text2) : judgeText2(text2);
}
function judgeText2(text2) {
  if (text2.slice(0, head).includes("\0")) return BINARY;
  if (!passesOn.test(text2)) return SILENT;
  if (text2.includes("\0")) return BINARY;
  const specifiers = specifiersIn(decoded(text2));
  return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
}
function judgePython(text2) {
  if (text2.includes("\0")) return BINARY;
  const specifiers = pythonPassingsIn(decoded(text2));
  if (!specifiers) return { kind: "passed over", reason: "its imports cannot be told apart" };
  return specifiers.length > 0 ? { kind: "perhaps", specifiers } : SILENT;
}
function mayPassOn(text2, name) {
  const spelled = name === "default" ? "" : name.replaceAll("$", "\\$");
  return /\bexport\s*(?:type\s*)?\*|\bexport\s+(?:default|import)\b|\bexports?\s*=|\brequire\b/.test(text2) || new RegExp(`\\bexport\\s*(?:type\\s*)?\\{[^}]*${spelled}`).test(text2);
}
function closedText(path3, size) {
  const text2 = size > SIZE_LIMIT ? void 0 : readBytes2(path3, size);
  return text2 === void 0 || wholly.test(text2) ? void 0 : text2;
}

// src/project/python/closure.ts
function pythonClosure(module, ports) {
  const known2 = /* @__PURE__ */ new Map();
  const targets = (file) => {
    let found = known2.get(file);
    if (!found) known2.set(file, found = [...targetsOf(file, ports)]);
    return found;
  };
  const closure = reached(module, targets);
  const packages = /* @__PURE__ */ new Set();
  const addAround = (files2) => {
    for (const file of files2) for (let at2 = ports.resolver.parentOf(file); at2 && !packages.has(at2.module); at2 = ports.resolver.parentOf(at2.module)) packages.add(at2.module);
  };
  addAround(closure);
  for (const each of packages) {
    if (closure.has(each) || !isPackageFile(each)) continue;
    const inside = `${pythonStem(each)}/`;
    const files2 = reached(each, targets);
    addAround(files2);
    for (const file of files2) if (!file.startsWith(inside)) closure.add(file);
  }
  return closure;
}
function reached(module, targets) {
  const files2 = /* @__PURE__ */ new Set([module]);
  for (const each of files2) for (const target of targets(each)) files2.add(target);
  return files2;
}
function* targetsOf(file, { resolver, record, home }) {
  for (const { from, names } of record(file)?.names?.runs ?? []) {
    const base = resolver.moduleKey(file, from);
    let isAsked = names.length === 0;
    for (const name of names) {
      const below = resolver.submodule(base, name);
      if (below === void 0 || home(base, name)?.name !== "*") isAsked = true;
      else if (isPython2(below)) yield below;
    }
    if (isAsked && isPython2(base) && record(base)) yield base;
  }
}

// src/project/python/exported-names.ts
import { isAbsolute as isAbsolute4 } from "node:path";
function pythonNames(module, { resolver, record }) {
  const seen = /* @__PURE__ */ new Set();
  let isAll2 = true;
  const namesOf3 = (file, isStar) => {
    const known2 = seen.has(file) ? void 0 : record(file);
    if (!known2?.names || known2.open) isAll2 &&= seen.has(file);
    seen.add(file);
    const names2 = /* @__PURE__ */ new Set();
    if (!known2?.names) return names2;
    const { all, bindings, stars: stars2 } = known2.names;
    for (const [name, bound] of bindings) {
      if (/^__.*__$/.test(name)) continue;
      if (bound.some(({ is }) => is.kind === "own" || is.kind === "from" && isAbsolute4(resolver.moduleKey(file, is.from)))) names2.add(name);
    }
    for (const { from } of stars2) {
      const target = resolver.moduleKey(file, from);
      if (!isAbsolute4(target)) isAll2 = false;
      else for (const name of namesOf3(target, true)) names2.add(name);
    }
    if (!isStar) return names2;
    if (all?.isOpen === true) isAll2 = false;
    if (all) return /* @__PURE__ */ new Set([...all.names, ...all.isOpen ? names2 : []]);
    return new Set([...names2].filter((name) => !name.startsWith("_")));
  };
  const names = [...namesOf3(module, false)];
  return { names, isAll: isAll2 };
}

// src/project/python/exports.ts
import { isAbsolute as isAbsolute5 } from "node:path";
var NOTHING = { at: void 0, all: [], unknown: [], isSure: false };
var everywhere = /* @__PURE__ */ new Set(["__name__", "__doc__", "__file__", "__spec__", "__loader__", "__package__", "__path__", "__builtins__", "__dict__", "__cached__", "__class__"]);
var LIMIT2 = 1e5;
function createPythonExports(resolver, record) {
  const answers = /* @__PURE__ */ new Map();
  const attribute = (module, name, seen) => {
    const step2 = `${name}\0${module}`;
    if (seen.has(step2)) return NOTHING;
    seen.add(step2);
    const own = isAbsolute5(module) ? inModule2(module, name, seen) : { ...NOTHING, unknown: [{ module, name }] };
    if (own.at) return own;
    const below = isAbsolute5(module) ? resolver.submodule(module, name) : void 0;
    if (below !== void 0) return { ...defined({ module: below, name: "*" }), isSure: own.unknown.length === 0 };
    if (everywhere.has(name)) return defined({ module, name });
    return own;
  };
  const inModule2 = (module, name, seen) => {
    const known2 = isPython2(module) ? record(module) : void 0;
    if (known2?.names === void 0) return { ...NOTHING, unknown: [{ module, name }] };
    const { bindings, stars: stars2 } = known2.names;
    const ways = [];
    let isSure = false;
    for (const each of latestFirst(bindings.get(name) ?? [], stars2)) {
      const way = "is" in each ? bound(module, name, each, seen) : star2(resolver.moduleKey(module, each.from), name, seen);
      if (way) ways.push(way);
      isSure = each.isSure && way !== void 0 && ("is" in each || way.isSure && way.at !== void 0);
      if (isSure) break;
    }
    return chosen({ module, name }, ways, { isSure, isOpen: known2.open });
  };
  const bound = (module, name, { is }, seen) => {
    if (is.kind === "own") return defined({ module, name }, is.isNothing);
    if (is.kind === "deleted") return NOTHING;
    if (is.kind === "loaded") {
      const below = resolver.submodule(module, name);
      return below === void 0 ? void 0 : defined({ module: below, name: "*" });
    }
    const target = resolver.moduleKey(module, is.from);
    if (is.name === "*") return defined({ module: target, name: "*" });
    if (target === module && is.name === name) return void 0;
    const found = attribute(target, is.name, seen);
    return found.at || found.unknown.length === 0 ? found : defined(only(found.unknown) ?? { module: target, name: is.name });
  };
  const star2 = (module, name, seen) => {
    if (!isAbsolute5(module)) return { ...NOTHING, unknown: [{ module, name }] };
    const all = record(module)?.names?.all;
    if (all?.names.has(name) === true) return attribute(module, name, seen);
    if (all?.isOpen === true) return { ...attribute(module, name, seen), isSure: false };
    if (all || name.startsWith("_")) return NOTHING;
    const step2 = `* ${name}\0${module}`;
    if (seen.has(step2)) return NOTHING;
    seen.add(step2);
    return isPython2(module) || resolver.submodule(module, name) === void 0 ? inModule2(module, name, seen) : NOTHING;
  };
  const answer = (module, name) => {
    const question = `${name}\0${module}`;
    let found = answers.get(question);
    if (!found) {
      found = attribute(module, name, /* @__PURE__ */ new Set());
      if (answers.size >= LIMIT2) answers.clear();
      answers.set(question, found);
    }
    return found;
  };
  return {
    resolve(module, name) {
      if (!isPython2(module) && !resolver.isForeign(module) && !(isAbsolute5(module) && resolver.submodule(module, name) !== void 0)) return void 0;
      const { at: at2, unknown } = answer(module, name);
      if (at2) return { state: "found", module: at2.module, name: at2.name };
      const through = only(unknown);
      return unknown.length === 0 ? { state: "absent" } : { state: "unknown", ...through && { through } };
    },
    mayBe: (module, name, definition) => answer(module, name).all.some((each) => isSame2(each, definition)),
    refresh: () => answers.clear()
  };
}
function* latestFirst(bindings, stars2) {
  let [binding, star2] = [bindings.length - 1, stars2.length - 1];
  while (binding >= 0 || star2 >= 0) {
    const [one, other] = [bindings[binding], stars2[star2]];
    if (one && (!other || one.at >= other.at)) {
      binding -= 1;
      yield one;
    } else if (other) {
      star2 -= 1;
      yield other;
    }
  }
}
function defined(definition, isNothing3 = false) {
  return { at: { ...definition, isNothing: isNothing3 }, all: [definition], unknown: [], isSure: true };
}
function chosen(own, ways, { isSure, isOpen }) {
  const ends = ways.flatMap(({ at: at3 }) => at3 ?? []);
  const things = ends.some(({ isNothing: isNothing3 }) => !isNothing3) ? ends.filter(({ isNothing: isNothing3 }) => !isNothing3) : ends;
  const [first, ...others] = things;
  const isOne = others.every(({ module, name }) => module === first?.module && name === first.name);
  const at2 = first === void 0 || isOne ? first : { ...own, isNothing: false };
  const all = ways.flatMap((way) => way.all);
  const unknown = [...ways.flatMap((way) => way.unknown), ...isOpen ? [void 0] : []];
  return { at: at2, all: at2 && !isOne ? [...all, own] : all, unknown, isSure: isSure && at2 !== void 0 };
}
function isSame2(one, { module, name }) {
  return one.module === module && one.name === name || name === "*" && !isAbsolute5(module) && `${one.module}.${one.name}` === module;
}
function only(unknown) {
  return unknown.length === 1 ? unknown[0] : void 0;
}
function mayImport(text2, name) {
  return /\bimport\b/.test(text2) && (text2.includes(name) || /\bimport[\s\\]*\*/.test(text2) || /[^\0-\x7f]/.test(text2));
}

// src/project/python/leaks.ts
import { isAbsolute as isAbsolute6 } from "node:path";
function pythonOutlet({ bindings, stars: stars2 }) {
  const passings = [];
  const pass = (from, name, as) => void passings.push({ from, name, as, isStar: false, withDefault: true });
  for (const [as, all] of bindings) for (const { is } of all) {
    if (is.kind === "loaded") pass(`.${as}`, "*", as);
    if (is.kind !== "from" || is.isRoot) continue;
    pass(is.from, is.name, as);
    if (is.name !== "*") pass(dottedBelow(is.from, is.name), "*", as);
  }
  for (const { from } of stars2) passings.push({ from, name: "*", as: "*", isStar: true, withDefault: true });
  return { passings, own: /* @__PURE__ */ new Set() };
}
function keysBelow(module, name) {
  const stem = isAbsolute6(module) ? `${pythonStem(module)}/` : `${module}.`;
  return name === "*" ? [`${stem}?`] : [stem + name, `${stem}*`];
}
function askedFor(seeds, { leaks, namespaces }, graph) {
  const asked = /* @__PURE__ */ new Set();
  for (const { module, name } of [...seeds, ...leaks]) for (const each of [module, ...graph.askedBy(module, name)]) asked.add(each);
  for (const { module, name } of namespaces) {
    const below = graph.askedBy(module, name);
    for (const each of below.length > 0 ? below : [module]) asked.add(each);
  }
  return asked;
}
function belowPackage(module, graph) {
  const parent = graph.parentOf(module);
  return parent ? [{ from: "", name: "*", as: parent.name, isStar: false, withDefault: true, file: parent.module }] : [];
}

// src/project/record.ts
import { posix as posix5 } from "node:path";
import { parse as parseJson2 } from "jsonc-parser";
import { parseSync as parseSync2 } from "oxc-parser";

// src/project/kinds.ts
function add2(kinds2, name, kind) {
  const before3 = kinds2.get(name);
  kinds2.set(name, before3 === void 0 || before3 === kind ? kind : "both");
}
function boundNames2(pattern) {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "AssignmentPattern":
      return boundNames2(pattern.left);
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => element === null ? [] : boundNames2(element.type === "RestElement" ? element.argument : element));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => boundNames2(property.type === "RestElement" ? property.argument : property.value));
  }
}
function declare(kinds2, declaration) {
  switch (declaration.type) {
    case "VariableDeclaration":
      for (const each of declaration.declarations) for (const name of boundNames2(each.id)) add2(kinds2, name, "value");
      break;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "TSDeclareFunction":
    case "TSEmptyBodyFunctionExpression":
      if (declaration.id !== null) add2(kinds2, declaration.id.name, "value");
      break;
    case "ClassDeclaration":
    case "ClassExpression":
      if (declaration.id !== null) add2(kinds2, declaration.id.name, "both");
      break;
    case "TSEnumDeclaration":
      add2(kinds2, declaration.id.name, "both");
      break;
    case "TSModuleDeclaration":
      if (declaration.id.type === "Identifier") add2(kinds2, declaration.id.name, "both");
      break;
    case "TSInterfaceDeclaration":
    case "TSTypeAliasDeclaration":
      add2(kinds2, declaration.id.name, "type");
      break;
    case "TSImportEqualsDeclaration":
      add2(kinds2, declaration.id.name, "unknown");
      break;
    default:
      break;
  }
}
function isDeclarationStatement(statement) {
  return /Declaration$|^TSDeclareFunction$/.test(statement.type) && !/^(?:Import|Export|TSGlobal|TSNamespaceExport)/.test(statement.type);
}
function declaredKinds(statements) {
  const kinds2 = /* @__PURE__ */ new Map();
  for (const statement of statements) {
    if (statement.type === "ExportNamedDeclaration" && statement.declaration !== null) declare(kinds2, statement.declaration);
    else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration" || declaration.type === "TSInterfaceDeclaration") declare(kinds2, declaration);
    } else if (isDeclarationStatement(statement)) declare(kinds2, statement);
  }
  return kinds2;
}
function exportedKinds(statements, ambient) {
  const declared2 = declaredKinds(statements);
  const kinds2 = new Map(ambient && !statements.some(isExportList) ? declared2 : []);
  for (const statement of statements) {
    if (statement.type === "ExportNamedDeclaration" && statement.source === null) {
      if (statement.declaration !== null) for (const name of declaredKinds([statement]).keys()) kinds2.set(name, declared2.get(name) ?? "unknown");
      for (const { local, exported, exportKind } of statement.specifiers) {
        if (local.type !== "Identifier") continue;
        const kind = declared2.get(local.name) ?? "unknown";
        kinds2.set(exported.type === "Literal" ? exported.value : exported.name, statement.exportKind === "type" || exportKind === "type" ? "type" : kind);
      }
    } else if (statement.type === "ExportDefaultDeclaration") kinds2.set("default", defaultKind(statement.declaration, declared2));
  }
  return kinds2;
}
function defaultKind(declaration, declared2) {
  if (declaration.type === "Identifier") return declared2.get(declaration.name) ?? "unknown";
  if (declaration.type === "ClassDeclaration" || declaration.type === "ClassExpression") return "both";
  return declaration.type === "TSInterfaceDeclaration" ? "type" : "value";
}
function isExportList(statement) {
  if (statement.type === "ExportNamedDeclaration") return statement.declaration === null;
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration.type === "Identifier";
  return statement.type === "TSExportAssignment" || statement.type === "ExportAllDeclaration";
}
function namespaceKinds(program, name, ambient) {
  const kinds2 = /* @__PURE__ */ new Map();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "TSModuleDeclaration" || declaration.id.type !== "Identifier" || declaration.id.name !== name) continue;
    if (declaration.body?.type !== "TSModuleBlock") continue;
    for (const [member2, kind] of exportedKinds(declaration.body.body, ambient || declaration.declare)) add2(kinds2, member2, kind);
  }
  return kinds2;
}

// src/project/commonjs.ts
function* nodesOf(tree) {
  const stack = [[tree, void 0]];
  for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
    yield next;
    for (const value of Object.values(next[0])) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode4(child)) stack.push([child, next[0]]);
    }
  }
}
function isNode4(value) {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
function requiredSpecifier(node) {
  if (node?.type !== "CallExpression") return void 0;
  const argument2 = node.arguments[0];
  if (node.callee.type === "Identifier" && node.callee.name === "require") {
    return argument2?.type === "Literal" && typeof argument2.value === "string" ? argument2.value : void 0;
  }
  return node.callee.type === "Identifier" && /^_*(?:import|interop)/.test(node.callee.name) ? requiredSpecifier(argument2) : void 0;
}
function isPassedOn(node, parent) {
  if (parent?.type === "AssignmentExpression") return parent.right === node && isExportsObject2(parent.left);
  return parent?.type === "CallExpression" && parent.arguments[0] === node && exportsAll.test(calleeName(parent));
}
var exportsAll = /^_*export(?:Star)?$/;
function calleeName({ callee: callee2 }) {
  return callee2.type === "Identifier" ? callee2.name : propertyName(callee2) ?? "";
}
function propertyName(node) {
  if (node.type !== "MemberExpression") return void 0;
  if (!node.computed) return node.property.type === "Identifier" ? node.property.name : void 0;
  return node.property.type === "Literal" && typeof node.property.value === "string" ? node.property.value : void 0;
}
function isExportsObject2(node) {
  if (node.type === "Identifier") return node.name === "exports";
  return node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "module" && propertyName(node) === "exports";
}
function requiredBindings(program) {
  const bindings = /* @__PURE__ */ new Map();
  for (const statement of program.body) {
    if (statement.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declarations) {
      const whole = sourceOf(init, bindings);
      if (whole === void 0) continue;
      if (id.type === "Identifier") bindings.set(id.name, whole);
      if (id.type !== "ObjectPattern" || whole.name !== "*") continue;
      for (const property of id.properties) {
        if (property.type !== "Property" || property.key.type !== "Identifier" || property.value.type !== "Identifier") continue;
        bindings.set(property.value.name, { ...whole, name: property.key.name });
      }
    }
  }
  return bindings;
}
function sourceOf(node, bindings) {
  if (node === null || node === void 0) return void 0;
  const required = requiredSpecifier(node);
  if (required !== void 0) return { from: required, name: "*", typeOnly: false };
  if (node.type === "Identifier") return bindings.get(node.name);
  const name = propertyName(node);
  if (node.type !== "MemberExpression" || name === void 0) return void 0;
  const object = sourceOf(node.object, bindings);
  return object?.from !== void 0 && object.name === "*" ? { ...object, name } : void 0;
}
function givenBy(getter) {
  if (getter.type !== "FunctionExpression" && getter.type !== "ArrowFunctionExpression") return getter;
  const body = getter.body?.type === "BlockStatement" ? getter.body.body[0] : getter.body;
  return (body?.type === "ReturnStatement" ? body.argument : body) ?? getter;
}
function readCommonJs(program) {
  const bindings = requiredBindings(program);
  const declared2 = declaredKinds(program.body);
  const exports = /* @__PURE__ */ new Map();
  const kinds2 = /* @__PURE__ */ new Map();
  const stars2 = [];
  const understood = /* @__PURE__ */ new Set();
  let open2 = false;
  let complete = false;
  let isTranspiled = false;
  const addExport = (name, value) => {
    if (name === "__esModule") {
      isTranspiled = true;
      return;
    }
    const source3 = value.type === "UnaryExpression" ? void 0 : sourceOf(value, bindings);
    if (!exports.has(name) || source3 !== void 0) exports.set(name, source3 ?? { name, typeOnly: false });
    const isClass2 = value.type === "ClassExpression" || value.type === "Identifier" && declared2.get(value.name) === "both";
    if (value.type !== "UnaryExpression" || !kinds2.has(name)) kinds2.set(name, isClass2 ? "both" : "value");
  };
  const replaceExports = (value) => {
    const whole = sourceOf(value, bindings);
    if (whole?.from !== void 0 && whole.name === "*") stars2.push({ from: whole.from, withDefault: true });
    else if (value.type !== "ObjectExpression") open2 ||= !isExportsObject2(value) && value.type !== "AssignmentExpression";
    else {
      for (const property of value.properties) {
        if (property.type === "SpreadElement") {
          const spread = sourceOf(property.argument, bindings);
          if (spread?.from !== void 0 && spread.name === "*") stars2.push({ from: spread.from, withDefault: true });
          else open2 = true;
        } else if (!property.computed && property.key.type === "Identifier") addExport(property.key.name, property.value);
        else if (property.key.type === "Literal" && typeof property.key.value === "string") addExport(property.key.value, property.value);
        else open2 = true;
      }
    }
    if (!exports.has("default")) addExport("default", value.type === "ObjectExpression" ? program : value);
  };
  for (const [node, parent] of nodesOf(program)) {
    if (node.type === "LogicalExpression" && node.left.type === "Literal" && node.left.value === 0 && node.right.type === "AssignmentExpression" && isExportsObject2(node.right.left)) {
      complete = true;
    }
    if (node.type === "AssignmentExpression" && node.operator === "=") {
      if (isExportsObject2(node.left)) {
        understood.add(node.left);
        if (node.left.type === "MemberExpression") replaceExports(node.right);
      } else if (node.left.type === "MemberExpression" && isExportsObject2(node.left.object)) {
        const name = propertyName(node.left);
        if (name === void 0) open2 = true;
        else addExport(name, finalValue(node.right));
      }
    } else if (node.type === "MemberExpression" && isExportsObject2(node.object)) {
      understood.add(node.object);
    } else if (node.type === "CallExpression") {
      const [first, second] = node.arguments;
      const callee2 = calleeName(node);
      if (callee2 === "defineProperty" && first !== void 0 && isExportsObject2(first)) {
        understood.add(first);
        const descriptor = node.arguments[2];
        const value = descriptor?.type !== "ObjectExpression" ? void 0 : descriptor.properties.find((each) => each.type === "Property" && each.key.type === "Identifier" && /^(?:get|value)$/.test(each.key.name));
        if (second?.type === "Literal" && typeof second.value === "string") addExport(second.value, value?.type !== "Property" ? program : value.key.type === "Identifier" && value.key.name === "get" ? givenBy(value.value) : value.value);
        else open2 = true;
      } else if (exportsAll.test(callee2)) {
        const star2 = requiredSpecifier(first);
        if (star2 !== void 0) stars2.push({ from: star2, withDefault: !callee2.endsWith("Star") });
        if (star2 !== void 0 && second !== void 0 && isExportsObject2(second)) understood.add(second);
      }
    } else if (node.type === "UnaryExpression" && node.operator === "typeof" || node.type === "BinaryExpression") {
      for (const side of node.type === "UnaryExpression" ? [node.argument] : [node.left, node.right]) understood.add(side);
    } else if (node.type === "Identifier" && parent !== void 0 && (node.name === "exports" || node.name === "module") && !understood.has(node)) {
      open2 ||= !isHarmless2(node, parent, understood);
    }
  }
  return { exports, kinds: kinds2, stars: stars2, open: open2 && !complete, isTranspiled };
}
function finalValue(node) {
  return node.type === "AssignmentExpression" ? finalValue(node.right) : node;
}
function isHarmless2(node, parent, understood) {
  if (parent.type === "Property" || parent.type === "MethodDefinition") return parent.key === node && !parent.computed;
  if (parent.type === "AssignmentExpression") return parent.left === node || isExportsObject2(parent.left);
  if (parent.type !== "MemberExpression") return false;
  if (parent.property === node && !parent.computed) return true;
  return propertyName(parent) !== "exports" ? propertyName(parent) !== void 0 : understood.has(parent);
}

// src/languages/python/read/place.ts
function placeOf(node) {
  let block;
  let owner;
  const tries = [];
  let typeChecking = false;
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === "PyModule" || outer.type === "PySuite") block ??= outer;
    if (outer.type === "PyTry" && !owner) tries.push({ node: outer, part: partOf2(outer, inner) });
    if (outer.type === "PyIf" && isForTypeCheckers(outer, inner)) typeChecking = true;
    if (outer.type === "PyModule" || outer.type === "PyFunction" || outer.type === "PyClass" || outer.type === "PyLambda") owner ??= outer;
    if (outer.type === "PyModule") return { block: block ?? outer, owner: owner ?? outer, tries, typeChecking };
  }
  throw new TypeError(`A ${node.type} is outside of every module.`);
}
function partOf2(node, inner) {
  if (inner === node.body) return "body";
  if (inner === node.orelse) return "orelse";
  return inner === node.finalbody ? "finalbody" : "handler";
}
function isForTypeCheckers({ test, body, orelse }, inner) {
  if (isTypeChecking(test)) return inner === body;
  return test.type === "PyUnary" && test.operator === "not" && isTypeChecking(test.operand) && inner === orelse;
}
function isTypeChecking(test) {
  if (test.type === "PyAttribute") return test.attribute.name === "TYPE_CHECKING";
  return test.type === "PyName" && test.name === "TYPE_CHECKING";
}

// src/project/python/bindings.ts
import { posix as posix4 } from "node:path";

// src/languages/python/read/expressions.ts
function textOf(node) {
  return node.type === "PyStrings" ? stringValue(node) : void 0;
}
function stringValue({ parts: parts2 }) {
  let value = "";
  for (const part of parts2) {
    if (part.type !== "PyString" || part.isBytes) return void 0;
    value += part.value;
  }
  return value;
}
function calleeName2({ callee: callee2 }) {
  return callee2.type === "PyName" ? callee2.name : void 0;
}
function dottedName(node) {
  const attributes = [];
  let left = node;
  while (left.type === "PyAttribute") {
    attributes.push(left);
    left = left.object;
  }
  return left.type === "PyName" ? { root: left, attributes: attributes.reverse() } : void 0;
}
function attributesOf(name) {
  const attributes = [];
  let node = name.parent;
  let inner = name;
  while (node?.type === "PyAttribute" && node.object === inner) {
    attributes.push(node);
    inner = node;
    node = node.parent;
  }
  return attributes;
}

// src/languages/python/read/dunder-all.ts
var blocks = /* @__PURE__ */ new Set(["PyModule", "PySuite", "PyStatementLine", "PyIf", "PyTry", "PyExcept", "PyWith", "PyFor", "PyWhile"]);
function dunderAllOf(module) {
  const reading = new Reading3();
  const pending = [module];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (blocks.has(node.type)) pending.push(...childrenOf(node).toReversed());
    else reading.statement(node);
  }
  return reading;
}
var Reading3 = class {
  entries = [];
  modules = [];
  unknown = [];
  isSet = false;
  statement(node) {
    if (node.type === "PyAssignment" && node.targets.some((target) => isAll(target.type === "PyAnnotated" ? target.target : target))) {
      this.isSet = true;
      this.#value(node.value, node);
    } else if (node.type === "PyAugmentedAssignment" && isAll(node.target)) {
      this.#value(node.value, node);
    } else if (node.type === "PyCall") this.#call(node);
  }
  /** `__all__.append("x")` and its like. */
  #call(call) {
    const { callee: callee2 } = call;
    if (callee2.type !== "PyAttribute" || !isAll(callee2.object)) return;
    const method = callee2.attribute.name;
    const value = call.arguments[method === "insert" ? 1 : 0]?.value;
    if (method === "extend" && value) this.#value(value, call);
    else if (changing.has(method) && value) this.#item(value, call, void 0, method === "remove");
    else if (!ordering.has(method)) this.unknown.push(call);
  }
  #value(value, statement) {
    const pending = [value];
    for (let next = pending.pop(); next; next = pending.pop()) {
      switch (next.type) {
        case "PyList":
        case "PyTuple":
        case "PySet":
          for (const item of next.items) this.#item(item, statement, next, false);
          break;
        case "PyBinary":
          if (next.operator === "+") pending.push(next.right, next.left);
          else this.unknown.push(next);
          break;
        case "PyConditional":
          pending.push(next.orelse, next.body);
          break;
        case "PyCall": {
          const [{ value: argument2 } = {}] = next.arguments;
          if (argument2 && wrappers.has(calleeName2(next) ?? "")) pending.push(argument2);
          else this.unknown.push(next);
          break;
        }
        default:
          this.#other(next, statement);
      }
    }
  }
  #item(item, statement, list, removes) {
    if (item.type === "PyStarred") {
      this.#value(item.value, statement);
      return;
    }
    const name = textOf(item);
    if (item.type === "PyStrings" && name !== void 0) this.entries.push({ name, node: item, list, statement, removes });
    else this.unknown.push(item);
  }
  #other(value, statement) {
    if (value.type === "PyAttribute" && value.attribute.name === "__all__") this.modules.push({ object: value.object, statement });
    else if (!isAll(value)) this.unknown.push(value);
  }
};
var changing = /* @__PURE__ */ new Set(["append", "insert", "remove"]);
var ordering = /* @__PURE__ */ new Set(["sort", "reverse", "copy", "count", "index"]);
var wrappers = /* @__PURE__ */ new Set(["list", "tuple", "set", "sorted", "frozenset"]);
function isAll(node) {
  return node.type === "PyName" && node.name === "__all__";
}

// src/project/python/bindings.ts
var LATER = Infinity;
function bindingsOf(module, path3) {
  const all = /* @__PURE__ */ new Map();
  const add3 = (name, binding) => {
    const known2 = all.get(name);
    if (known2) known2.push(binding);
    else all.set(name, [binding]);
  };
  const scope2 = scopesOf(module).module;
  for (const [name, { bindings }] of scope2.variables) {
    const isDeclared2 = bindings.every(({ kind }) => kind === "annotation");
    for (const binding of bindings) {
      const is = boundBy(binding, isDeclared2);
      if (is) add3(name, { ...placeOf2(binding.node, binding.scope === scope2), is });
    }
  }
  if (isPackageFile(path3)) {
    const folders = posix4.dirname(path3).split("/");
    for (const imported2 of importsOf(module)) {
      const name = loadedBy(imported2, folders);
      if (name === void 0 || all.get(name)?.some(({ is, isSure: isSure2 }) => is.kind === "loaded" && isSure2) === true) continue;
      const { at: at2, isSure } = placeOf2(imported2.statement, inModule(imported2.statement));
      add3(name, { at: at2 - 0.5, isSure, is: { kind: "loaded" } });
    }
  }
  for (const bindings of all.values()) bindings.sort((one, other) => one.at - other.at);
  return all;
}
function starsOf(module) {
  return importsOf(module).flatMap((imported2) => imported2.kind === "star" ? [{ ...placeOf2(imported2.statement, true), from: textOf2(imported2) }] : []);
}
function listedNames(module) {
  const all = dunderAllOf(module);
  if (!all.isSet && all.entries.length === 0 && all.modules.length === 0 && all.unknown.length === 0) return void 0;
  const start = lastList(module);
  const entries = all.entries.filter(({ statement }) => statement.range[0] >= start);
  const modules = all.modules.filter(({ statement }) => statement.range[0] >= start);
  const unknown = all.unknown.filter(({ range }) => range[0] >= start);
  const removed = new Set(entries.flatMap(({ name, removes }) => removes ? [name] : []));
  const names = new Set(entries.flatMap(({ name }) => removed.has(name) ? [] : [name]));
  return { names, isOpen: modules.length > 0 || unknown.length > 0 || removed.size > 0 };
}
function lastList(module) {
  const { bindings, references: references2 } = scopesOf(module).module.variables.get("__all__") ?? { bindings: [], references: [] };
  const anew = bindings.findLast(({ node }) => {
    const assignment = node.parent?.type === "PyAnnotated" ? node.parent.parent : node.parent;
    if (assignment?.type !== "PyAssignment" || !isSurelyRun(node)) return false;
    const [start, end] = assignment.range;
    return !references2.some((each) => each.node.range[0] > start && each.node.range[1] <= end);
  });
  return anew?.node.range[0] ?? 0;
}
function textOf2({ level: level2, module }) {
  return ".".repeat(level2) + module;
}
function boundBy({ kind, node }, isDeclared2) {
  switch (kind) {
    case "import":
      return importedBy(node);
    case "deletion":
      return { kind: "deleted" };
    case "annotation":
      return isDeclared2 ? { kind: "own", isNothing: false } : void 0;
    case "assignment":
      return node.parent?.type === "PyExcept" ? void 0 : { kind: "own", isNothing: isNothing2(node) };
    default:
      return { kind: "own", isNothing: false };
  }
}
function importedBy(node) {
  if (node.type === "PyImportAlias") {
    const names = node.module.parts.map(({ name }) => name);
    const last = node.alias && names.length > 1 ? names.pop() : void 0;
    return { kind: "from", from: node.alias ? names.join(".") : names[0] ?? "", name: last ?? "*", isRoot: !node.alias && names.length > 1 };
  }
  if (node.type !== "PyImportFromAlias" || node.parent?.type !== "PyImportFrom") return void 0;
  const { module } = node.parent;
  return { kind: "from", from: ".".repeat(module.level) + dotted(module), name: node.name.name, isRoot: false };
}
function isNothing2(node) {
  const assignment = node.parent?.type === "PyAnnotated" ? node.parent.parent : node.parent;
  return assignment?.type === "PyAssignment" && assignment.value.type === "PyConstant" && assignment.value.value === "None";
}
function placeOf2(node, isOwn) {
  return isOwn ? { at: node.range[0], isSure: isSurelyRun(node) } : { at: LATER, isSure: false };
}
var parts = /* @__PURE__ */ new Set(["PyModule", "PyStatementLine", "PyImport", "PyImportFrom", "PyAssignment", "PyAugmentedAssignment", "PyAnnotated", "PyFunction", "PyClass", "PyTypeAlias", "PyDelete", "PyTuple", "PyList", "PyStarred"]);
function isSurelyRun(node) {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === "PyTry" ? outer.finalbody !== inner : outer.type === "PySuite" ? outer.parent?.type !== "PyTry" : !parts.has(outer.type)) return false;
  }
  return true;
}
function inModule(node) {
  for (let outer = node.parent; outer; outer = outer.parent) if (outer.type === "PyFunction" || outer.type === "PyLambda") return false;
  return true;
}
function loadedBy({ level: level2, module }, folders) {
  const names = module === "" ? [] : module.split(".");
  if (level2 > 0) {
    const way = folders.slice(folders.length - (level2 - 1));
    return level2 <= folders.length && way.every((folder3, index) => names[index] === folder3) ? names[way.length] : void 0;
  }
  for (let length = Math.min(names.length - 1, folders.length); length > 0; length--) {
    if (names.slice(0, length).join("/") === folders.slice(folders.length - length).join("/")) return names[length];
  }
  return void 0;
}

// src/languages/python/read/dynamic.ts
var attributeCalls = ["getattr", "hasattr", "setattr", "delattr"];
function dynamicOf(module) {
  const scopes = scopesOf(module);
  const imports = [];
  const attributes = [];
  for (const { node, phase } of walk2(module)) {
    if (phase === 2 || node.type !== "PyCall") continue;
    const name = functionOf(node.callee, scopes);
    const by = attributeCalls.find((each) => each === name);
    if (by) attributes.push(...attributeOf(node, by));
    else if (name === "__import__" || name === "importlib.import_module") imports.push(...importOf2(node, name));
  }
  return { imports, attributes };
}
function functionOf(callee2, scopes) {
  const path3 = dottedName(callee2);
  const reference = path3 && scopes.referenceAt(path3.root);
  if (!path3 || !reference) return void 0;
  const rest = path3.attributes.map(({ attribute }) => attribute.name);
  if (!reference.variable) return [path3.root.name, ...rest].join(".").replace(/^builtins\./, "");
  const root = importedName3(reference.variable);
  return root === void 0 ? void 0 : [root, ...rest].join(".").replace(/^builtins\./, "");
}
function importedName3({ bindings }) {
  const names = new Set(bindings.map(({ node }) => {
    if (node.type === "PyImportAlias") return node.alias ? dotted(node.module) : node.module.parts[0]?.name;
    if (node.type !== "PyImportFromAlias" || node.parent?.type !== "PyImportFrom" || node.parent.module.level > 0) return void 0;
    return `${dotted(node.parent.module)}.${node.name.name}`;
  }));
  const [name] = names;
  return names.size === 1 ? name : void 0;
}
function argument(call, index, name) {
  const plain = (each) => each && each.star === "" && !each.name ? each.value : void 0;
  return plain(call.arguments[index]) ?? call.arguments.find((each) => each.name?.name === name)?.value;
}
function importOf2(node, by) {
  const string = argument(node, 0, "name");
  const text2 = string && textOf(string);
  if (string?.type !== "PyStrings" || text2 === void 0) return [];
  if (by === "__import__") return [{ node, string, level: 0, module: text2, from: void 0, gives: "root" }];
  const level2 = /^\.*/.exec(text2)?.[0].length ?? 0;
  const from = level2 > 0 ? argument(node, 1, "package") : void 0;
  return [{ node, string, level: level2, module: text2.slice(level2), from, gives: "module" }];
}
function attributeOf(node, by) {
  const [object, string] = [argument(node, 0, ""), argument(node, 1, "")];
  const name = string && textOf(string);
  return object && string?.type === "PyStrings" && name !== void 0 ? [{ node, string, object, name, by }] : [];
}

// src/project/python/takes.ts
function takesOf(module) {
  const taking = new Taking(module);
  for (const imported2 of importsOf(module)) taking.import(imported2);
  taking.dynamic();
  return { takes: [...taking.takes.values()], mocks: [...new Set(mocksOf(module, taking))] };
}
var Taking = class {
  takes = /* @__PURE__ */ new Map();
  #module;
  /** By what binds them. */
  #variables = /* @__PURE__ */ new Map();
  /** What imports give to variables. */
  #texts = /* @__PURE__ */ new Map();
  /** Objects whose attributes are taken by a string. */
  #byString = /* @__PURE__ */ new Map();
  constructor(module) {
    this.#module = module;
    for (const { variables } of scopesOf(module).all) for (const variable of variables.values()) for (const { node } of variable.bindings) this.#variables.set(node, variable);
    for (const { object, name } of dynamicOf(module).attributes) this.#byString.set(object, name);
  }
  import(imported2) {
    const from = textOf2(imported2);
    if (imported2.kind === "star") return this.#take(from, "*", true);
    const variable = this.#variables.get(imported2.node);
    if (imported2.kind === "name") {
      this.#take(from, imported2.name);
      return this.#of(dottedBelow(from, imported2.name), variable);
    }
    this.#load(from);
    this.#of(imported2.alias === void 0 ? imported2.local : from, variable);
  }
  dynamic() {
    for (const { level: level2, module } of dynamicOf(this.#module).imports) {
      const text2 = ".".repeat(level2) + module;
      this.#load(text2);
      this.#take(text2, "*");
    }
  }
  /** The texts of what an expression is: of a dotted name that begins with an import. */
  textsOf(node) {
    const path3 = dottedName(node);
    const variable = path3 && scopesOf(this.#module).referenceAt(path3.root)?.variable;
    return [...(variable && this.#texts.get(variable)) ?? []].map((text2) => [text2, ...(path3?.attributes ?? []).map(({ attribute }) => attribute.name)].reduce(dottedBelow));
  }
  /** A module is loaded, and with it those around it. */
  #load(text2) {
    this.#take(text2, "");
    for (let dot = text2.lastIndexOf("."); dot > 0 && text2[dot - 1] !== "."; dot = text2.lastIndexOf(".", dot - 1)) this.#take(text2.slice(0, dot), text2.slice(dot + 1).split(".", 1)[0] ?? "");
  }
  /** What is taken of a variable that may be a module. */
  #of(text2, variable) {
    this.#take(text2, "");
    if (!variable) return;
    const texts = this.#texts.get(variable) ?? /* @__PURE__ */ new Set();
    this.#texts.set(variable, texts.add(text2));
    for (const { node } of variable.references) {
      let whole = text2;
      let last = node;
      for (const each of attributesOf(node)) {
        this.#take(whole, each.attribute.name);
        whole = dottedBelow(whole, each.attribute.name);
        last = each;
      }
      this.#take(whole, this.#byString.get(last) ?? "*");
    }
  }
  #take(from, name, isStar = false) {
    this.takes.set(`${name}\0${from}\0${String(isStar)}`, { from, name, isStar });
  }
};
var replacing2 = /patch|mock/i;
var setters = /* @__PURE__ */ new Set(["setattr", "delattr"]);
function* mocksOf(module, taking) {
  for (const { node, phase } of walk2(module)) {
    if (phase === 2 || node.type !== "PyCall") continue;
    const [target, name] = node.arguments;
    if (!target || !replaces(node)) continue;
    const text2 = textOf(target.value);
    if (text2 !== void 0) yield text2;
    const attribute = name && textOf(name.value);
    if (text2 === void 0) for (const each of taking.textsOf(target.value)) yield attribute === void 0 ? each : dottedBelow(each, attribute);
  }
}
function replaces({ callee: callee2 }) {
  const path3 = dottedName(callee2);
  const names = path3 ? [path3.root.name, ...path3.attributes.map(({ attribute }) => attribute.name)] : [];
  return names.some((name) => replacing2.test(name)) || names.length > 1 && setters.has(names.at(-1) ?? "") || names.at(-1) === "spy";
}

// src/project/python/record.ts
var UNKNOWN = { exports: /* @__PURE__ */ new Map(), stars: [], imports: [], takes: [], mocks: [], open: true, kinds: void 0 };
var byOtherMeans = /\bglobals\s*\(|\bsys\s*\.\s*modules\b|\bexec\s*\(|\b__dict__\b/;
function readPythonRecord(path3, size) {
  const text2 = size > SIZE_LIMIT ? void 0 : readText(path3);
  if (text2 === void 0 || text2.includes("\0")) return UNKNOWN;
  try {
    const parsed = parsePython(text2, path3.endsWith(".pyi"));
    if (parsed.ok) return recordOf(parsed.ast, path3, text2);
    return { ...UNKNOWN, takes: (pythonSpecifiersIn(text2) ?? []).map((from) => ({ from, name: "*" })) };
  } catch {
    return UNKNOWN;
  }
}
function recordOf(module, path3, text2) {
  const bindings = bindingsOf(module, path3);
  const names = { bindings, stars: starsOf(module), all: listedNames(module), runs: runsOf(module) };
  const exports = new Map([...bindings].flatMap(([name, all]) => all.some(({ is }) => is.kind !== "deleted" && is.kind !== "loaded") ? [[name, sourceOf2(name, all)]] : []));
  return {
    exports,
    stars: names.stars.map(({ from }) => ({ from, typeOnly: false, withDefault: false })),
    imports: [...new Set(names.runs.map(({ from }) => from))],
    ...takesOf(module),
    open: bindings.has("__getattr__") || byOtherMeans.test(text2),
    kinds: void 0,
    names
  };
}
function sourceOf2(name, bindings) {
  const last = bindings.findLast(({ is }) => is.kind === "from")?.is;
  return last?.kind === "from" ? { from: last.from, name: last.name, typeOnly: false } : { name, typeOnly: false };
}
function runsOf(module) {
  return importsOf(module).flatMap((imported2) => {
    if (placeOf(imported2.statement).typeChecking) return [];
    return [{ from: textOf2(imported2), names: imported2.kind === "name" ? [imported2.name] : [] }];
  });
}

// src/project/record.ts
var treeOnly = new RegExp(String.raw`\brequire\b${gap}[(?!<]|\bexport${gap}=|\bimport${gap}(?:type${gap})?[\w$\x80-\uffff]+${gap}=`);
var UNKNOWN2 = { exports: /* @__PURE__ */ new Map(), stars: [], imports: [], takes: [], mocks: [], open: true, kinds: void 0 };
function readRecord(path3, size) {
  if (isPython2(path3)) return readPythonRecord(path3, size);
  const text2 = size > SIZE_LIMIT ? void 0 : readText(path3);
  if (text2 === void 0 || text2.includes("\0")) return UNKNOWN2;
  const extension2 = posix5.extname(path3);
  if (extension2 === ".json") return jsonRecord(text2);
  const isComponent = COMPONENT_EXTENSIONS.some((each) => each === extension2);
  if (!isComponent && !/^\.[cm]?[jt]sx?$/.test(extension2)) return UNKNOWN2;
  try {
    return isComponent ? componentRecord(path3, text2) : codeRecord(path3, text2);
  } catch {
    return UNKNOWN2;
  }
}
function readKinds(path3, size) {
  const text2 = size > SIZE_LIMIT ? void 0 : readText(path3);
  if (text2 === void 0) return /* @__PURE__ */ new Map();
  try {
    return exportedKinds(parse3(path3, text2).program.body, isDeclaration(path3));
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
function parse3(path3, text2) {
  const isScript = /\.[cm]?jsx?$/.test(path3);
  const options = isScript ? { lang: "jsx", sourceType: path3.endsWith(".cjs") ? "commonjs" : path3.endsWith(".mjs") ? "module" : "unambiguous", preserveParens: false } : { preserveParens: false };
  const result2 = parseSync2(path3, text2, options);
  return isScript && result2.errors.length > 0 && !result2.module.hasModuleSyntax ? parseSync2(path3, text2, { ...options, sourceType: "commonjs" }) : result2;
}
function codeRecord(path3, text2) {
  const result2 = parse3(path3, text2);
  const { module } = result2;
  const exports = /* @__PURE__ */ new Map();
  const stars2 = [];
  const imports = /* @__PURE__ */ new Set();
  const takes = [];
  const local = /* @__PURE__ */ new Map();
  const standing = /* @__PURE__ */ new Map();
  for (const { moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0 || entries.some((entry) => !entry.isType)) imports.add(moduleRequest.value);
    for (const { importName, localName: localName2, isType } of entries) {
      const name = importName.kind === "Default" ? "default" : importName.name ?? "*";
      const source3 = { from: moduleRequest.value, name, typeOnly: isType, ...name === "*" && { binding: localName2.value } };
      takes.push({ from: moduleRequest.value, name });
      local.set(localName2.value, source3);
      standing.set(localName2.start, source3);
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal2 = /^(["'`])([^"'`\\$]*)\1$/.exec(text2.slice(moduleRequest.start, moduleRequest.end))?.[2];
    if (literal2 !== void 0) imports.add(literal2);
  }
  for (const from of importCallsIn(text2)) takes.push({ from, name: "*" });
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, exportName, importName, localName: localName2, isType } of entries) {
      const name = exportName.kind === "Default" ? "default" : exportName.name;
      if (moduleRequest !== null && !isType) imports.add(moduleRequest.value);
      if (moduleRequest !== null) takes.push({ from: moduleRequest.value, name: importName.name ?? "*", isStar: name === null });
      if (name === null) {
        if (moduleRequest !== null) stars2.push({ from: moduleRequest.value, typeOnly: isType, withDefault: false });
        continue;
      }
      const bound = importName.start === null ? void 0 : standing.get(importName.start);
      const imported2 = bound ?? (localName2.name === null ? void 0 : local.get(localName2.name));
      const elsewhere = moduleRequest && { from: moduleRequest.value, name: importName.name ?? "*", typeOnly: isType };
      exports.set(name, imported2 ?? elsewhere ?? { name, typeOnly: false });
    }
  }
  const broken = result2.errors.some((error) => error.severity === "Error");
  const needsTree = isDeclaration(path3) || !module.hasModuleSyntax || treeOnly.test(text2);
  const record = { exports, stars: stars2, imports: [...imports], takes, mocks: mocksIn(text2), open: broken, kinds: void 0 };
  return needsTree ? withTree(path3, result2, record, local) : record;
}
function withTree(path3, result2, record, local) {
  const { program, module } = result2;
  const isTypes = isDeclaration(path3);
  const exports = new Map(record.exports);
  const imports = new Set(record.imports);
  const takes = [...record.takes];
  const { mocks } = record;
  const stars2 = [...record.stars];
  const kinds2 = exportedKinds(program.body, isTypes);
  const named2 = new Map(local);
  let { open: open2 } = record;
  for (const [node, parent] of nodesOf(program)) {
    const required = requiredSpecifier(node);
    if (required === void 0) continue;
    imports.add(required);
    takes.push({ from: required, name: "*", isStar: isPassedOn(node, parent) });
  }
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "TSImportEqualsDeclaration") continue;
    const { id, importKind, moduleReference } = declaration;
    const typeOnly = importKind === "type";
    if (moduleReference.type === "TSExternalModuleReference") {
      const from = moduleReference.expression.value;
      if (!typeOnly) imports.add(from);
      takes.push({ from, name: "*" });
      named2.set(id.name, { from, name: "*", typeOnly, binding: id.name });
    } else {
      const source3 = aliased(moduleReference, named2);
      if (source3 !== void 0) named2.set(id.name, source3);
    }
  }
  for (const statement of program.body) {
    if (statement.type !== "TSExportAssignment") continue;
    open2 = true;
    const { expression } = statement;
    const source3 = expression.type === "Identifier" ? named2.get(expression.name) : void 0;
    if (source3?.from !== void 0 && source3.name === "*") stars2.push({ from: source3.from, typeOnly: source3.typeOnly, withDefault: true });
    else exports.set("default", source3 ?? { name: "default", typeOnly: false });
    kinds2.set("default", "unknown");
    if (expression.type === "Identifier") for (const [name, kind] of namespaceKinds(program, expression.name, isTypes)) {
      kinds2.set(name, kind);
      if (!exports.has(name)) exports.set(name, { name, typeOnly: false });
    }
  }
  if (!module.hasModuleSyntax) {
    if (isTypes) return { exports, stars: stars2, imports: [...imports], takes, mocks, open: true, kinds: kinds2 };
    const common = readCommonJs(program);
    for (const [name, source3] of common.exports) exports.set(name, source3);
    for (const star2 of common.stars) {
      stars2.push({ ...star2, typeOnly: false });
      takes.push({ from: star2.from, name: "*", isStar: true });
    }
    if (!common.isTranspiled && !exports.has("default") && common.exports.size > 0) exports.set("default", { name: "default", typeOnly: false });
    return { exports, stars: stars2, imports: [...imports], takes, mocks, open: open2 || common.open || common.isTranspiled && !exports.has("default"), kinds: new Map([...kinds2, ...common.kinds]) };
  }
  if (isTypes) {
    for (const name of kinds2.keys()) if (!exports.has(name)) exports.set(name, named2.get(name) ?? { name, typeOnly: false });
  }
  for (const [name, local2] of listedLocals(program)) {
    const source3 = exports.get(name)?.from === void 0 ? named2.get(local2) : void 0;
    if (source3 !== void 0) exports.set(name, { ...source3, typeOnly: source3.typeOnly || kinds2.get(name) === "type" });
  }
  return { exports, stars: stars2, imports: [...imports], takes, mocks, open: open2, kinds: kinds2 };
}
function aliased(reference, named2) {
  if (reference.type === "Identifier") return named2.get(reference.name);
  if (reference.type !== "TSQualifiedName") return void 0;
  const whole = aliased(reference.left, named2);
  return whole?.from !== void 0 && whole.name === "*" ? { from: whole.from, name: reference.right.name, typeOnly: whole.typeOnly } : void 0;
}
function* listedLocals(program) {
  for (const statement of program.body) {
    if (statement.type === "ExportDefaultDeclaration" && statement.declaration.type === "Identifier") yield ["default", statement.declaration.name];
    if (statement.type !== "ExportNamedDeclaration" || statement.source !== null) continue;
    if (statement.declaration?.type === "TSImportEqualsDeclaration") yield [statement.declaration.id.name, statement.declaration.id.name];
    for (const { local, exported } of statement.specifiers)
      if (local.type === "Identifier") yield [exported.type === "Literal" ? exported.value : exported.name, local.name];
  }
}
function jsonRecord(text2) {
  const value = parseJson2(text2);
  const names = ["default", ...isObject2(value) ? Object.keys(value) : []];
  return {
    exports: new Map(names.map((name) => [name, { name, typeOnly: false }])),
    stars: [],
    imports: [],
    takes: [],
    mocks: [],
    open: false,
    kinds: new Map(names.map((name) => [name, "value"]))
  };
}
var scriptElement = /<script\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/script>/gi;
function componentRecord(path3, text2) {
  const front = path3.endsWith(".astro") ? /^---\r?\n([\s\S]*?)\r?\n---/.exec(text2)?.[1] : void 0;
  const records = front === void 0 ? [] : [codeRecord("front.ts", front)];
  for (const [, attributes = "", script = ""] of text2.matchAll(scriptElement)) {
    const attribute = (name) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
    const source3 = attribute("src");
    if (source3 !== void 0) records.push({ ...UNKNOWN2, imports: [source3], takes: [{ from: source3, name: "*" }] });
    records.push(codeRecord(/x$/.test(attribute("lang") ?? "") ? "component.tsx" : "component.ts", script));
  }
  const imports = new Set(records.flatMap((record) => record.imports));
  const takes = records.flatMap((record) => record.takes);
  return { exports: /* @__PURE__ */ new Map([["default", { name: "default", typeOnly: false }]]), stars: [], imports: [...imports], takes, mocks: [], open: true, kinds: /* @__PURE__ */ new Map([["default", "value"]]) };
}

// src/project/graph.ts
var ABSENT = { state: "absent" };
var onlyType = () => "type";
var RECORD_LIMIT = 5e4;
var ANSWER_LIMIT = 1e5;
function createGraph(disk, resolver, python2) {
  const records = keptByFile(disk, RECORD_LIMIT, (path3) => readRecord(path3, disk.size(path3)));
  const pythonExports = createPythonExports(python2, records);
  const mentions = keptByFile(disk, RECORD_LIMIT, () => ({ isOpen: false, names: /* @__PURE__ */ new Map() }));
  const kinds2 = keptByFile(disk, 2e3, (path3) => readKinds(path3, disk.size(path3)));
  const reexports = keptByFile(disk, RECORD_LIMIT, () => /* @__PURE__ */ new Map());
  const answers = /* @__PURE__ */ new Map();
  const asked = /* @__PURE__ */ new Map();
  const mayExport = (file, name) => {
    if (name === "default" || name === "*" || !isAbsolute7(file) || !/\.[cm]?[jt]sx?$/.test(file)) return void 0;
    const spelled = mentions(file);
    if (spelled === void 0 || spelled.isOpen) return void 0;
    const known2 = spelled.names.get(name);
    if (known2 !== void 0) return known2;
    const text2 = closedText(file, disk.size(file));
    spelled.isOpen = text2 === void 0;
    const answer2 = text2?.includes(asBytes(name));
    if (answer2 !== void 0) spelled.names.set(name, answer2);
    return answer2;
  };
  const next = (file, specifier) => file.includes("/node_modules/") ? resolver.insidePackage(file, specifier) ?? specifier : resolver.moduleKey(file, specifier);
  const resolveInFile = (file, name, seen) => {
    const step2 = `${name}\0${file}`;
    if (seen.has(step2)) return ABSENT;
    seen.add(step2);
    if (mayExport(file, name) === false) return ABSENT;
    const record = isAbsolute7(file) ? records(file) : void 0;
    if (record === void 0) return { state: "unknown", through: { module: file, name } };
    const source3 = record.exports.get(name);
    if (source3 !== void 0) {
      if (source3.from === void 0) {
        const kind = () => (record.kinds ?? kinds2(file))?.get(name) ?? "unknown";
        return { state: "found", module: file, name, kind, deep: step2 };
      }
      return follow3(file, source3.from, source3, seen);
    }
    return resolveInStars(file, name, record, seen);
  };
  const follow3 = (file, specifier, { name, typeOnly, binding }, seen) => {
    const target = next(file, specifier);
    if (name === "*") return { state: "found", module: target, name, kind: () => typeOnly ? "type" : "both", deep: binding === void 0 ? `*\0${target}` : `* as ${binding}\0${file}` };
    const result2 = resolve7(file, target, name, seen);
    if (result2.state === "found") return typeOnly ? { ...result2, kind: onlyType } : result2;
    if (result2.state !== "unknown") return result2;
    const at2 = result2.through ?? { module: target, name };
    return { state: "found", ...at2, kind: () => typeOnly ? "type" : "unknown", deep: `${at2.name}\0${at2.module}` };
  };
  const resolveInStars = (file, name, record, seen) => {
    let found;
    const unknown = record.open ? [void 0] : [];
    for (const star2 of record.stars) {
      if (name === "default" && !star2.withDefault) continue;
      const result2 = resolve7(file, next(file, star2.from), name, seen);
      if (result2.state === "ambiguous") return result2;
      if (result2.state === "unknown") unknown.push(result2.through);
      if (result2.state !== "found") continue;
      if (found !== void 0 && found.deep !== result2.deep) return { state: "ambiguous" };
      found ??= star2.typeOnly ? { ...result2, kind: onlyType } : result2;
    }
    if (found !== void 0) return found;
    if (unknown.length === 0) return ABSENT;
    const [only2] = unknown;
    return unknown.length === 1 && only2 !== void 0 ? { state: "unknown", through: only2 } : { state: "unknown" };
  };
  const resolveInPackage = (module, name) => {
    const itself = { module, name };
    const types2 = resolver.typesOf(module);
    const inTypes = types2 === void 0 ? void 0 : resolveInFile(types2, name, /* @__PURE__ */ new Set());
    const result2 = inTypes === void 0 || inTypes.state === "absent" && name === "default" ? resolveInFile(module, name, /* @__PURE__ */ new Set()) : inTypes;
    if (result2.state === "found") return { ...result2, ...itself };
    return result2.state === "unknown" ? { state: "unknown", through: itself } : result2;
  };
  const resolve7 = (from, target, name, seen) => {
    if (!isPackageKey(target)) return resolveInFile(target, name, seen);
    return isPackageKey(from) ? resolveInFile(resolver.typesOf(target) ?? target, name, seen) : answer(target, name);
  };
  const answer = (module, name) => {
    const inPython = pythonAnswer(module, name);
    if (inPython) return inPython;
    const question = `${name}\0${module}`;
    const known2 = answers.get(question);
    if (known2 !== void 0) return known2;
    answers.set(question, ABSENT);
    const seen = /* @__PURE__ */ new Set();
    const result2 = name === "*" ? { state: "found", module, name, kind: () => "both", deep: question } : isPackageKey(module) ? resolveInPackage(module, name) : resolveInFile(module, name, seen);
    if (answers.size >= ANSWER_LIMIT) forget();
    answers.set(question, result2);
    for (const step2 of seen) {
      const file = step2.slice(step2.indexOf("\0") + 1);
      const questions = asked.get(file);
      if (questions) questions.add(question);
      else asked.set(file, /* @__PURE__ */ new Set([question]));
    }
    return result2;
  };
  const pythonAnswer = (module, name) => {
    const found = pythonExports.resolve(module, name);
    return found?.state === "found" ? { ...found, kind: () => "value", deep: `${found.name}\0${found.module}` } : found;
  };
  const forget = () => [answers, asked].forEach((each) => each.clear());
  const passesOn2 = (module, name) => {
    const text2 = readText(module);
    if (text2 !== void 0 && isPython2(module)) return mayImport(text2, name) || python2.submodule(module, name) !== void 0;
    return text2 !== void 0 && mayPassOn(text2, name);
  };
  const home = (module, name) => {
    const result2 = answer(module, name);
    if (result2.state === "found") return { module: result2.module, name: result2.name };
    return result2.state === "unknown" ? result2.through ?? { module, name } : void 0;
  };
  return {
    recordOf: (module) => isPackageKey(module) ? void 0 : records(module),
    exportOf(module, name) {
      const result2 = answer(module, name);
      if (result2.state === "found") return { known: "yes", kind: result2.kind() };
      return { known: result2.state === "unknown" ? "unknown" : "no", kind: "unknown" };
    },
    home,
    mayReexport(module, name) {
      const known2 = isPackageKey(module) ? void 0 : reexports(module);
      if (!known2) return false;
      let answer2 = known2.get(name);
      if (answer2 === void 0) known2.set(name, answer2 = passesOn2(module, name));
      return answer2;
    },
    importsOf(module) {
      if (isPackageKey(module)) return [];
      const targets = (records(module)?.imports ?? []).map((specifier) => resolver.moduleKey(module, specifier));
      return targets.filter((target) => !isPackageKey(target) && disk.isFile(target));
    },
    pythonClosure: (module) => pythonClosure(module, { resolver: python2, record: records, home }),
    exportNames: (module) => isPython2(module) ? pythonNames(module, { resolver: python2, record: records }) : exportedNames(module, { record: records, next, typesOf: resolver.typesOf }),
    definedAt(module, name) {
      const result2 = answer(module, name);
      const [inner = "", file = ""] = result2.state === "found" ? result2.deep.split("\0") : [];
      return file === "" ? void 0 : { module: file, name: inner };
    },
    mayBe: pythonExports.mayBe,
    askedBy: (module, name) => python2.isModule(module) ? keysBelow(module, name) : [],
    parentOf: python2.parentOf,
    refresh(files2) {
      pythonExports.refresh();
      if (!files2) return forget();
      for (const file of files2) {
        for (const question of asked.get(file) ?? []) answers.delete(question);
        asked.delete(file);
      }
    }
  };
}

// src/project/disk-listing.ts
import { readdirSync as readdirSync2 } from "node:fs";
import { posix as posix8 } from "node:path";

// src/project/file-state.ts
import { statSync as statSync3 } from "node:fs";
var TICK = 20;
var COARSE = 2e3;
function statOf2(path3) {
  try {
    return statSync3(path3, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}
function isYoung({ mtimeMs, ctimeMs }, now) {
  const latest2 = Math.max(mtimeMs, ctimeMs);
  return now - latest2 < (Number.isInteger(latest2) ? COARSE : TICK);
}
var UNCERTAIN = "young";
function isSameState(before3, now) {
  return before3 === now && now !== UNCERTAIN;
}
function folderState(path3, now) {
  const stats = statOf2(path3);
  if (stats?.isDirectory() !== true) return void 0;
  return isYoung(stats, now) ? UNCERTAIN : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.ino)}`;
}
function fileState(path3, now) {
  const stats = statOf2(path3);
  if (stats === void 0) return "";
  return isYoung(stats, now) ? UNCERTAIN : `${String(stats.mtimeMs)} ${String(stats.ctimeMs)} ${String(stats.size)} ${String(stats.ino)}`;
}

// src/project/git-ignore.ts
import { posix as posix6 } from "node:path";
import ignore from "ignore";
function ignoreFilesAbove(folder3) {
  const above = [];
  for (let at2 = folder3; ; at2 = posix6.dirname(at2)) {
    if (at2 !== folder3) above.push({ path: posix6.join(at2, ".gitignore"), folder: at2 });
    if (statOf2(posix6.join(at2, ".git")) !== void 0) return [{ path: posix6.join(gitFolder(at2), "info/exclude"), folder: at2 }, ...above.reverse()];
    if (posix6.dirname(at2) === at2) return [];
  }
}
function rulesAbove(folder3) {
  let rules = [];
  for (const file of ignoreFilesAbove(folder3)) rules = withRules(rules, file.folder, readText(file.path) ?? "");
  return rules;
}
function gitFolder(root) {
  const file = posix6.join(root, ".git");
  const named2 = /^gitdir: (.*)$/m.exec(readText(file) ?? "")?.[1];
  if (named2 === void 0) return file;
  const own = posix6.resolve(root, withSlashes(named2.trim()));
  return posix6.resolve(own, withSlashes(readText(posix6.join(own, "commondir"))?.trim() ?? ""));
}
function withRules(rules, folder3, text2) {
  if (!/^[^#\r\n]/m.test(text2)) return rules;
  const bytes = asBytes(text2);
  return [{ folder: folder3, text: bytes, rules: ignore({ ignorecase }).add(bytes), within: /* @__PURE__ */ new Map(), mayMean: namesOf(bytes.split(/\r?\n/)) }, ...rules];
}
var ignorecase = process.platform === "win32" || process.platform === "darwin";
function namesOf(patterns) {
  const exact = /* @__PURE__ */ new Set();
  const shapes2 = [];
  const within2 = [];
  for (const pattern of patterns) {
    const trimmed = pattern.replace(/^!/, "").replace(/\s+$/, "").replace(/\/+$/, "");
    if (trimmed === "" || pattern.startsWith("#")) continue;
    const [last = "", above] = fold(trimmed).split("/").reverse();
    if (last === "*" && above !== void 0 && above !== "") within2.push(shapeOf(above));
    else if (special.test(last)) shapes2.push(shapeOf(last));
    else exact.add(last);
  }
  return (name, folder3) => {
    const folded = fold(name);
    return exact.has(folded) || shapes2.some((shape) => fits(folded, shape)) || within2.length > 0 && within2.some((shape) => fits(fold(folder3), shape));
  };
}
var special = /[*?[\]\\\s]/;
function shapeOf(part) {
  return [/^[^*?[\]\\\s]*/.exec(part)?.[0] ?? "", /[^*?[\]\\\s]*$/.exec(part)?.[0] ?? ""];
}
function fits(name, [start, end]) {
  return name.startsWith(start) && name.endsWith(end);
}
function fold(name) {
  return ignorecase ? name.toLowerCase() : name;
}
function isIgnored2(rules, path3) {
  const [name = "", above = ""] = asBytes(path3.endsWith("/") ? path3.slice(0, -1) : path3).split("/").slice(-2).reverse();
  for (const file of rules) {
    if (!file.mayMean(name, above)) continue;
    const { ignored, unignored } = testIn(file, asBytes(path3.slice(file.folder === "/" ? 1 : file.folder.length + 1)));
    if (ignored || unignored) return ignored;
  }
  return false;
}
function testIn({ rules, text: text2, within: within2 }, path3) {
  const parent = posix6.dirname(path3);
  if (parent === "." || !rules.test(`${parent}/`).ignored) return rules.test(path3);
  let own = within2.get(parent);
  if (!own) {
    const above = parent.split("/").map((_, index, parts2) => `!/${parts2.slice(0, index + 1).join("/").replace(/[\\*?[\]\s]/g, "\\$&")}/`);
    within2.set(parent, own = ignore({ ignorecase }).add(text2).add(above));
  }
  return own.test(path3);
}

// src/project/links.ts
import { realpathSync as realpathSync2 } from "node:fs";
import { posix as posix7 } from "node:path";
function targetOf(path3) {
  try {
    return withSlashes(realpathSync2.native(path3));
  } catch {
    return "";
  }
}
function replaceLinks(known2, folder3, links) {
  const gone = [...known2.keys()].filter((path3) => posix7.dirname(path3) === folder3 && !links.has(path3));
  const fresh = [...links].filter(([path3, target]) => known2.get(path3) !== target);
  for (const path3 of gone) known2.delete(path3);
  for (const [path3, target] of fresh) known2.set(path3, target);
  return gone.length + fresh.length > 0;
}
function linkNotes(root, links) {
  const outward = [...links].filter(([, target]) => !`${target}/`.startsWith(`${root}/`));
  return outward.map(([path3, target]) => ({ path: path3, reason: target === "" ? "the link leads nowhere, or in a circle" : "the link leads out of the project" }));
}
function mayBeSource(path3, target) {
  return posix7.extname(target) === "" || splitExtension(path3)[1] !== "";
}

// src/project/disk-listing.ts
var CONFIGS = ["package.json", "tsconfig.json", "jsconfig.json", "tsconfig.base.json", "pnpm-workspace.yaml"];
var CONFIG = /^(?:package\.json|[jt]sconfig(?:\..+)?\.json|pnpm-workspace\.yaml)$/;
var NEVER = /* @__PURE__ */ new Set(["node_modules", ".git", ".hg", ".svn", ".yarn"]);
var DiskListing = class {
  files = /* @__PURE__ */ new Map();
  folders = /* @__PURE__ */ new Map();
  configFiles = /* @__PURE__ */ new Map();
  /** A change of one of them means another list. */
  ignoreFiles = /* @__PURE__ */ new Map();
  links = /* @__PURE__ */ new Map();
  #unreadable = /* @__PURE__ */ new Set();
  #options;
  #changed = /* @__PURE__ */ new Set();
  #removed = [];
  #isMoved = false;
  #isRenamed = false;
  #now = 0;
  get root() {
    return this.#options.root;
  }
  constructor(options) {
    this.#options = options;
  }
  get notes() {
    return [...[...this.#unreadable].map((path3) => ({ path: path3, reason: "the folder cannot be read" })), ...linkNotes(this.root, this.links)];
  }
  lookAt(path3) {
    this.#begin();
    const file = this.files.get(path3);
    const stats = file && statOf2(path3);
    if (file && stats?.isFile() === true) this.#refresh(file, stats);
    else if (this.folders.has(posix8.dirname(path3))) this.#list(posix8.dirname(path3), this.#rulesOf(posix8.dirname(path3)));
    return this.#found();
  }
  look() {
    this.#begin();
    const known2 = this.ignoreFiles.size;
    const isNew = this.folders.size === 0 || [...this.ignoreFiles].some(([file, state]) => !isSameState(state, fileState(file, this.#now)));
    if (!isNew) {
      for (const folder3 of [...this.folders.values()]) if (this.folders.get(folder3.path) === folder3) this.#lookInto(folder3);
    }
    if (isNew || this.ignoreFiles.size !== known2) this.#listAll();
    for (const [path3, before3] of this.configFiles) {
      const state = fileState(path3, this.#now);
      if (isSameState(before3, state)) continue;
      this.#isRenamed = true;
      if (state === "" && path3.startsWith(`${this.root}/`)) this.configFiles.delete(path3);
      else this.configFiles.set(path3, state);
    }
    return this.#found();
  }
  #begin() {
    this.#changed = /* @__PURE__ */ new Set();
    this.#removed = [];
    this.#isMoved = false;
    this.#isRenamed = false;
    this.#now = Date.now();
  }
  #found() {
    return { changed: [...this.#changed], removed: this.#removed, isMoved: this.#isMoved || this.#isRenamed, isRenamed: this.#isRenamed };
  }
  watch(path3) {
    if (!this.configFiles.has(path3)) this.configFiles.set(path3, fileState(path3, this.#now));
  }
  restore({ folders, configFiles, ignoreFiles, links }) {
    for (const [path3, target] of links) this.links.set(path3, target);
    for (const [path3, state] of configFiles) this.configFiles.set(path3, state);
    for (const [path3, state] of ignoreFiles) this.ignoreFiles.set(path3, state);
    for (const folder3 of folders.values()) {
      this.folders.set(folder3.path, folder3);
      for (const file of folder3.files) this.files.set(file.path, file);
    }
  }
  #lookInto(folder3) {
    if (!isSameState(folder3.state, folderState(folder3.path, this.#now))) {
      this.#list(folder3.path, this.#rulesOf(folder3.path));
      return;
    }
    for (const file of folder3.files) {
      const stats = statOf2(file.path);
      if (stats?.isFile() === true) this.#refresh(file, stats);
      else return this.#list(folder3.path, this.#rulesOf(folder3.path));
    }
  }
  /** A change of what is ignored may bring and take away files anywhere. */
  #listAll() {
    const before3 = new Set(this.files.values());
    this.folders.clear();
    this.ignoreFiles.clear();
    this.configFiles.clear();
    this.links.clear();
    this.#unreadable.clear();
    for (const { path: path3 } of ignoreFilesAbove(this.root)) this.ignoreFiles.set(path3, fileState(path3, this.#now));
    for (let at2 = posix8.dirname(this.root); ; at2 = posix8.dirname(at2)) {
      for (const name of CONFIGS) this.watch(posix8.join(at2, name));
      if (posix8.dirname(at2) === at2) break;
    }
    this.#list(this.root, this.#rulesOf(this.root));
    for (const folder3 of this.folders.values()) for (const file of folder3.files) before3.delete(file);
    for (const file of before3) this.#drop(file);
  }
  /** Lists one folder, and every folder below it that is not known yet. */
  #list(path3, above) {
    const state = folderState(path3, this.#now);
    if (state === void 0) return this.#dropFolder(path3);
    const entries = this.#entries(path3);
    const rules = entries.some(({ name }) => name === ".gitignore") ? this.#withIgnoreFile(path3, above) : above;
    const { root, isSource: isSource2, isExcludedFolder } = this.#options;
    const prefix = path3 === root ? "" : `${path3.slice(root.length + 1)}/`;
    const files2 = [];
    const folders = [];
    const links = /* @__PURE__ */ new Map();
    for (const entry of entries) {
      const { name } = entry;
      if (NEVER.has(name)) continue;
      const full = `${path3}/${name}`;
      if (entry.isSymbolicLink()) links.set(full, targetOf(full));
      if (entry.isDirectory()) {
        if (!isExcludedFolder(prefix + name) && !isIgnored2(rules, `${full}/`)) folders.push(full);
      } else if (CONFIG.test(name)) this.#noteConfig(full);
      else if (entry.isFile() && isSource2(prefix + name) && !isIgnored2(rules, full)) {
        const file = this.#take(full);
        if (file) files2.push(file);
      }
    }
    const before3 = this.folders.get(path3);
    this.folders.set(path3, { path: path3, state, files: files2, folders });
    if (replaceLinks(this.links, path3, links)) this.#isRenamed = true;
    const kept3 = new Set(files2);
    for (const file of before3?.files ?? []) if (!kept3.has(file)) this.#drop(file);
    for (const folder3 of before3?.folders ?? []) if (!folders.includes(folder3)) this.#dropFolder(folder3);
    for (const folder3 of folders) if (!this.folders.has(folder3)) this.#list(folder3, rules);
  }
  #noteConfig(path3) {
    if (this.configFiles.has(path3)) return;
    this.watch(path3);
    this.#isRenamed = true;
  }
  /** What is in a folder. One that may not be read stays listed as empty: when it may, its state is another. */
  #entries(path3) {
    try {
      const entries = readdirSync2(path3, { withFileTypes: true });
      this.#unreadable.delete(path3);
      return entries;
    } catch {
      this.#unreadable.add(path3);
      return [];
    }
  }
  #withIgnoreFile(folder3, above) {
    const file = posix8.join(folder3, ".gitignore");
    this.ignoreFiles.set(file, fileState(file, this.#now));
    return withRules(above, folder3, readText(file) ?? "");
  }
  /** The rules of the folders above, as they were read when these were listed. */
  #rulesOf(path3) {
    const { root } = this.#options;
    if (path3 === root) return rulesAbove(root);
    const parent = posix8.dirname(path3);
    const above = this.#rulesOf(parent);
    return this.ignoreFiles.has(posix8.join(parent, ".gitignore")) ? this.#withIgnoreFile(parent, above) : above;
  }
  #take(path3) {
    const stats = statOf2(path3);
    if (stats?.isFile() !== true) return void 0;
    const known2 = this.files.get(path3);
    if (known2) {
      this.#refresh(known2, stats);
      return known2;
    }
    const file = { path: path3, mtime: stats.mtimeMs, ctime: stats.ctimeMs, node: stats.ino, size: stats.size, isYoung: isYoung(stats, this.#now) };
    this.files.set(path3, file);
    this.#changed.add(file);
    this.#isMoved = true;
    return file;
  }
  #refresh(file, stats) {
    const isSame3 = file.mtime === stats.mtimeMs && file.ctime === stats.ctimeMs && file.size === stats.size && file.node === stats.ino;
    if (isSame3 && !file.isYoung) return;
    file.mtime = stats.mtimeMs;
    file.ctime = stats.ctimeMs;
    file.node = stats.ino;
    file.size = stats.size;
    file.isYoung = isYoung(stats, this.#now);
    this.#changed.add(file);
  }
  #drop(file) {
    if (!this.files.delete(file.path)) return;
    this.#changed.delete(file);
    this.#removed.push(file);
    this.#isMoved = true;
  }
  #dropFolder(path3) {
    const folder3 = this.folders.get(path3);
    if (!folder3) return;
    this.folders.delete(path3);
    this.#unreadable.delete(path3);
    if (replaceLinks(this.links, path3, /* @__PURE__ */ new Map())) this.#isRenamed = true;
    for (const file of folder3.files) this.#drop(file);
    for (const below of folder3.folders) this.#dropFolder(below);
  }
};

// src/project/public-entries.ts
import { posix as posix10 } from "node:path";

// src/project/package-exports.ts
var OTHER_PLATFORMS = /* @__PURE__ */ new Set([
  "browser",
  "deno",
  "worker",
  "workerd",
  "edge-light",
  "edge",
  "react-native",
  "react-server",
  "electron",
  "production"
]);
function entriesOf2(field) {
  if (field === void 0 || field === null) return /* @__PURE__ */ new Map();
  if (isObject2(field)) {
    const keys = Object.keys(field);
    if (keys.some((key) => key.startsWith(".") || key.startsWith("#"))) return new Map(Object.entries(field));
  }
  return /* @__PURE__ */ new Map([[".", field]]);
}
function targetsBelow(value) {
  const here = [];
  const elsewhere = [];
  const walk3 = (node, other) => {
    if (typeof node === "string") (other ? elsewhere : here).push(node);
    else if (Array.isArray(node)) for (const item of node) walk3(item, other);
    else if (isObject2(node)) {
      for (const [condition, below] of Object.entries(node)) walk3(below, other || OTHER_PLATFORMS.has(condition));
    }
  };
  walk3(value, false);
  return [...new Set(here.length > 0 ? here : elsewhere)];
}
function exportsEntries(field) {
  return [...entriesOf2(field)].map(([key, value]) => ({ key, targets: targetsBelow(value) })).filter((entry) => entry.targets.length > 0);
}
function targetsOf2(field, subpath) {
  const entries = entriesOf2(field);
  const best = bestPattern(entries.keys(), subpath);
  if (best !== void 0) return targetsBelow(entries.get(best.pattern)).map((target) => target.replaceAll("*", best.star));
  for (const [key, value] of entries) {
    if (key.endsWith("/") && subpath.startsWith(key)) return targetsBelow(value).map((target) => target + subpath.slice(key.length));
  }
  return [];
}

// src/project/sources.ts
import { posix as posix9 } from "node:path";
var OUTPUT = /* @__PURE__ */ new Set(["dist", "lib", "build", "out", "output", "esm", "cjs", "es", "types"]);
var SOURCE = ["src", "source", "lib"];
var FORMAT = /\.(?:cjs|esm|umd|mjs|min|common|module|node|browser|development|production|dev|prod)$/;
var MAIN_FIELDS = ["source", "module", "main", "types", "typings"];
function layoutOf(folder3, disk) {
  return {
    // A `lib` of TypeScript files is where somebody writes, whatever its name.
    isOutput: (name) => OUTPUT.has(name) && !disk.list(posix9.join(folder3, name)).some(isTypeScriptSource),
    hasSourceFolder: ["src", "source"].some((name) => disk.isFolder(posix9.join(folder3, name)))
  };
}
function sourceStems(target, layout) {
  const segments = splitExtension(target)[0].split("/");
  if (!layout.isOutput(segments[0] ?? "")) return [segments.join("/")];
  let outputs = 1;
  while (outputs < segments.length - 1 && OUTPUT.has(segments[outputs] ?? "")) outputs += 1;
  const stems = [];
  for (const base of [...SOURCE, ""]) {
    for (let cut2 = 1; cut2 <= outputs; cut2 += 1) {
      const isPlausible = base !== "" || !layout.hasSourceFolder || SOURCE.includes(segments[cut2] ?? "");
      if (isPlausible) stems.push(posix9.join(base, ...segments.slice(cut2)));
    }
  }
  return [...new Set(stems.flatMap((stem) => FORMAT.test(stem) ? [stem, stem.replace(FORMAT, "")] : [stem]))];
}
function isBuilt(path3, layout) {
  return layout.isOutput(path3.split("/", 1)[0] ?? "") && !isTypeScriptSource(path3);
}
function sourceOfTarget(folder3, target, layout, locate) {
  const path3 = posix9.normalize(target);
  const within2 = (found) => {
    if (found === void 0 || !found.startsWith(`${folder3}/`) || found.includes("/node_modules/") || isDeclaration(found)) return void 0;
    return isBuilt(found.slice(folder3.length + 1), layout) ? void 0 : found;
  };
  if (!isBuilt(path3, layout)) {
    const found = within2(locate(posix9.join(folder3, path3)));
    if (found !== void 0) return found;
  }
  for (const stem of sourceStems(path3, layout)) {
    const found = within2(locate(posix9.join(folder3, stem)));
    if (found !== void 0 && (isTypeScriptSource(found) || stem.startsWith("src/") || stem.startsWith("source/"))) return found;
  }
  return void 0;
}
function targetsOfSubpath(owner, subpath) {
  const field = owner.content["exports"];
  if (field !== void 0 && field !== null) return targetsOf2(field, subpath);
  return subpath === "." ? mainTargets(owner.content) : [subpath];
}
function mainTargets(content) {
  const mains = MAIN_FIELDS.map((name) => content[name]).filter((value) => typeof value === "string");
  return mains.length > 0 ? mains : ["./index"];
}
function fileOfSubpath(owner, subpath, layout, locate) {
  const targets = targetsOfSubpath(owner, subpath);
  const code = targets.filter((target) => !isDeclaration(target));
  const declarations = targets.filter((target) => isDeclaration(target));
  for (const target of [...code, ...declarations]) {
    const found = sourceOfTarget(owner.folder, target, layout, locate);
    if (found !== void 0) return found;
  }
  if (targets.length > 0 && (subpath === "." || owner.content["exports"] !== void 0)) {
    const guess = locate(posix9.join(owner.folder, "src", subpath === "." ? "index" : subpath));
    if (guess !== void 0 && !isDeclaration(guess)) return guess;
  }
  for (const target of [...code, ...declarations]) {
    const found = locate(posix9.join(owner.folder, target));
    if (found !== void 0) return found;
  }
  return void 0;
}
function goneFileOfSubpath(owner, subpath, layout, isFolder) {
  const target = targetsOfSubpath(owner, subpath)[0];
  if (target === void 0) return void 0;
  const stems = sourceStems(posix9.normalize(target), layout).map((stem) => posix9.join(owner.folder, stem));
  return stems.find((stem) => isFolder(posix9.dirname(stem))) ?? posix9.join(owner.folder, target);
}
function sourceOfFile(owner, file, layout, locate) {
  if (!file.startsWith(`${owner.folder}/`)) return file;
  const path3 = file.slice(owner.folder.length + 1);
  return isBuilt(path3, layout) ? sourceOfTarget(owner.folder, path3, layout, locate) ?? file : file;
}

// src/project/public-entries.ts
function isPublicEntry(module, workspaces, disk, locate) {
  const owner = workspaces.ownerOf(posix10.dirname(module));
  if (owner?.name === void 0 || owner.content["private"] === true) return false;
  const layout = layoutOf(owner.folder, disk);
  const [stem] = splitExtension(module);
  return entriesOf3(owner).some(
    ({ key, targets }) => targets.some((target) => {
      if (!key.includes("*")) return fileOfSubpath({ ...owner, content: { exports: { [key]: target } } }, key, layout, locate) === module;
      const stars2 = sourceStems(posix10.normalize(target), layout).map((source3) => matchStar(posix10.join(owner.folder, source3), stem));
      return stars2.some((star2) => star2 !== void 0 && fileOfSubpath(owner, key.replace("*", star2), layout, locate) === module);
    })
  );
}
function entriesOf3({ content }) {
  const field = content["exports"];
  return field === void 0 || field === null ? [{ key: ".", targets: mainTargets(content) }] : exportsEntries(field);
}

// src/project/manifest-code.ts
import { isBuiltin } from "node:module";
import { isAbsolute as isAbsolute9, posix as posix12 } from "node:path";

// src/project/leniency.ts
function leniencyOf(body, doc) {
  if (doc !== void 0 && /@(?:overload|type|callback)\b/.test(doc)) return void 0;
  const omitted = /* @__PURE__ */ new Set();
  for (const match of doc?.matchAll(/@(?:param|arg|argument)\s+(?:\{([^}]*)\}\s*)?(\[?)\s*([\w$]+)/g) ?? []) {
    const [, type = "", bracket, name = ""] = match;
    if (bracket === "[" || /=\s*$|\bundefined\b|^\s*(?:\*|any|unknown)\s*$/.test(type)) omitted.add(name);
  }
  let takesMore = /@(?:param|arg|argument)\s+\{\s*\.\.\./.test(doc ?? "");
  for (const [node] of nodesOf(body)) {
    if (node.type === "Identifier" && node.name === "arguments") takesMore = true;
    for (const tested of testedIn(node)) if (tested?.type === "Identifier") omitted.add(tested.name);
  }
  return { takesMore, mayOmit: (name) => takesMore || omitted.has(name) };
}
function testedIn(node) {
  switch (node.type) {
    case "AssignmentExpression":
    case "LogicalExpression":
      return [node.left];
    case "UnaryExpression":
    case "SpreadElement":
      return [node.argument];
    case "BinaryExpression":
      return [node.left, node.right];
    case "IfStatement":
    case "ConditionalExpression":
      return [node.test];
    case "MemberExpression":
      return node.optional ? [node.object] : [];
    case "CallExpression":
      return node.optional ? [node.callee] : [];
    default:
      return [];
  }
}
function docBefore(text2, comments, start) {
  const before3 = comments.findLast(({ end }) => end <= start);
  const isDoc = before3?.type === "Block" && before3.value.startsWith("*") && text2.slice(before3.end, start).trim() === "";
  return isDoc ? before3.value : void 0;
}

// src/project/signature.ts
function signatureOf(params, leniency) {
  let min = 0;
  let max = leniency?.takesMore === true ? Infinity : 0;
  const shown2 = [];
  for (const param of params) {
    if (param.type === "RestElement") {
      max = Infinity;
      shown2.push(`...${nameOf2(param.argument)}`);
      continue;
    }
    const pattern = param.type === "TSParameterProperty" ? param.parameter : param;
    if (pattern.type === "Identifier" && pattern.name === "this") continue;
    max += 1;
    const name = nameOf2(pattern);
    const isOptional = mayBeOmitted(pattern) || leniency?.mayOmit(name) === true;
    if (!isOptional) min = shown2.length + 1;
    shown2.push(isOptional ? `${name}?` : name);
  }
  return { min, max, text: `(${shown2.join(", ")})` };
}
function mayBeOmitted(pattern) {
  return pattern.type === "AssignmentPattern" || hasQuestionMark(pattern) || isVoid(pattern.typeAnnotation);
}
function hasQuestionMark({ optional }) {
  return optional === true;
}
function isVoid(annotation) {
  const type = annotation?.typeAnnotation;
  const types2 = type?.type === "TSUnionType" ? type.types : [type];
  return types2.some((each) => each?.type === "TSVoidKeyword");
}
function nameOf2(pattern) {
  switch (pattern.type) {
    case "Identifier":
      return pattern.name;
    case "AssignmentPattern":
      return nameOf2(pattern.left);
    case "ObjectPattern":
      return "{\u2026}";
    case "ArrayPattern":
      return "[\u2026]";
  }
}

// src/project/parameters.ts
function readCallable(path3, size, name) {
  const text2 = size > SIZE_LIMIT || !/\.[cm]?[jt]sx?$/.test(path3) ? void 0 : readText(path3);
  const isScript = /\.[cm]?jsx?$/.test(path3);
  if (text2 === void 0 || isScript && path3.includes("/node_modules/")) return {};
  try {
    const { program, comments, errors } = parse3(path3, text2);
    if (errors.some((error) => error.severity === "Error")) return {};
    return callableOf(meaningsOf(program, name), isScript ? { text: text2, comments } : void 0);
  } catch {
    return {};
  }
}
function meaningsOf(program, name) {
  const inner = /* @__PURE__ */ new Map();
  const meanings = /* @__PURE__ */ new Map();
  const add3 = (as, meaning) => {
    meanings.set(as, [...meanings.get(as) ?? [], meaning]);
  };
  for (const statement of program.body) {
    for (const [as, meaning] of declaredBy2(statement)) add3(as, meaning);
    if (statement.type === "ExportNamedDeclaration" && statement.source === null) {
      for (const { local, exported } of statement.specifiers) {
        if (local.type === "Identifier") inner.set(exported.type === "Literal" ? exported.value : exported.name, local.name);
      }
    }
    const isDefault = statement.type === "ExportDefaultDeclaration";
    const value = isDefault ? statement.declaration : statement.type === "TSExportAssignment" ? statement.expression : void 0;
    if (value?.type === "Identifier") inner.set("default", value.name);
    else if (value !== void 0 && value.type !== "TSInterfaceDeclaration") add3("default", { value, start: statement.start });
  }
  return meanings.get(inner.get(name) ?? name) ?? [];
}
function declaredBy2(statement) {
  const { start } = statement;
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const node = isExport ? statement.declaration : statement;
  if (node === null) return [];
  if (isFunction2(node) || isClass(node)) return node.id === null ? [] : [[node.id.name, { value: node, start }]];
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id, init }) => {
        if (node.kind === "const" && id.type === "Identifier") return [[id.name, { value: init, type: id.typeAnnotation, start }]];
        return boundNames2(id).map((name) => [name, { start }]);
      });
    case "ImportDeclaration":
      return node.specifiers.map(({ local }) => [local.name, { start }]);
    case "TSEnumDeclaration":
    case "TSImportEqualsDeclaration":
      return [[node.id.name, { start }]];
    default:
      return [];
  }
}
function isFunction2(node) {
  return /^(?:FunctionDeclaration|FunctionExpression|TSDeclareFunction|TSEmptyBodyFunctionExpression)$/.test(node.type);
}
function isClass(node) {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}
function callableOf(meanings, script) {
  const [first, ...others] = meanings;
  if (first === void 0) return {};
  const { value, type, start } = first;
  if (type !== void 0 && type !== null) {
    const written3 = type.typeAnnotation;
    return others.length === 0 && written3.type === "TSFunctionType" ? { calls: [signatureOf(written3.params)] } : {};
  }
  const plain = value?.type === "TSSatisfiesExpression" ? value.expression : value;
  if (plain === void 0 || plain === null) return {};
  if (isClass(plain)) return others.length === 0 ? newsOf(plain, script) : {};
  const functions = [plain, ...others.map((each) => each.value)].flatMap((each) => each !== null && each !== void 0 && (isFunction2(each) || each.type === "ArrowFunctionExpression") ? [each] : []);
  if (functions.length !== meanings.length) return {};
  const doc = script && docBefore(script.text, script.comments, start);
  const calls = signaturesOf(functions, doc, script);
  return calls === void 0 ? {} : { calls };
}
function newsOf({ superClass, body }, script) {
  const constructors = body.body.flatMap((member2) => member2.type === "MethodDefinition" && member2.kind === "constructor" ? [member2] : []);
  const [first] = constructors;
  if (first === void 0) return superClass === null ? { news: [signatureOf([])] } : {};
  const doc = script && docBefore(script.text, script.comments, first.start);
  const news = signaturesOf(constructors.map(({ value }) => value), doc, script);
  return news === void 0 ? {} : { news };
}
function signaturesOf(functions, doc, script) {
  const overloads = functions.filter(({ body }) => body === null);
  if (overloads.length > 0) return overloads.map(({ params }) => signatureOf(params));
  const [only2, second] = functions;
  if (only2 === void 0 || second !== void 0 || only2.body === null) return void 0;
  if (script === void 0) return [signatureOf(only2.params)];
  const leniency = leniencyOf(only2.body, doc);
  return leniency && [signatureOf(only2.params, leniency)];
}

// src/project/python/signature.ts
function pythonSignature(parameters) {
  const slash = parameters.findIndex(({ name, star: star2 }) => !name && star2 === "");
  const starred = parameters.findIndex(({ star: star2 }) => star2 === "*");
  const named2 = parameters.flatMap(({ name, star: star2, default: value }, index) => {
    if (!name || star2 !== "") return [];
    const isByName = starred >= 0 && index > starred;
    const position = isByName ? void 0 : index - (slash >= 0 && index > slash ? 1 : 0);
    return [{ name: name.name, position, isNamed: index > slash, isRequired: !value }];
  });
  const ordered = named2.filter(({ position }) => position !== void 0);
  const takesMore = parameters.some(({ name, star: star2 }) => star2 === "*" && name);
  return {
    min: ordered.filter(({ isRequired: isRequired2 }) => isRequired2).length,
    max: takesMore ? Infinity : ordered.length,
    text: `(${parameters.map((each) => shown(each)).join(", ")})`,
    named: { parameters: named2, takesOthers: parameters.some(({ star: star2 }) => star2 === "**") }
  };
}
function shown({ name, star: star2, default: value }) {
  if (!name) return star2 === "*" ? "*" : "/";
  return `${star2}${name.name}${value ? "=\u2026" : ""}`;
}

// src/project/python/parameters.ts
var harmless2 = /* @__PURE__ */ new Set(["deprecated", "overload", "final", "override", "cache", "lru_cache", "contextmanager", "asynccontextmanager", "no_type_check", "total_ordering", "runtime_checkable", "profile"]);
function readPythonCallable(path3, size, name) {
  const text2 = size > SIZE_LIMIT ? void 0 : readText(path3);
  if (text2 === void 0) return {};
  try {
    const parsed = parsePython(text2, path3.endsWith(".pyi"));
    const bindings = parsed.ok ? scopesOf(parsed.ast).module.variables.get(name)?.bindings ?? [] : [];
    const definitions = bindings.flatMap(({ node: { parent } }) => parent?.type === "PyFunction" || parent?.type === "PyClass" ? [parent] : []);
    const calls = definitions.length === bindings.length ? signaturesOf2(definitions) : void 0;
    return calls ? { calls } : {};
  } catch {
    return {};
  }
}
function signaturesOf2(definitions) {
  const functions = definitions.flatMap((each) => each.type === "PyFunction" ? [each] : []);
  const [first, second] = definitions;
  if (first?.type === "PyClass") return second ? void 0 : signatureOfClass(first);
  return functions.length === definitions.length ? signaturesOfFunctions(functions, 0) : void 0;
}
function signaturesOfFunctions(functions, own) {
  if (!functions.every(isPlain2)) return void 0;
  const overloads = functions.filter(({ decorators }) => decorators.some(({ expression }) => lastName(expression) === "overload"));
  const shown2 = overloads.length > 0 ? overloads : functions;
  if (shown2.length === 0 || overloads.length === 0 && shown2.length > 1) return void 0;
  return shown2.map(({ parameters }) => pythonSignature(parameters.slice(parameters[0]?.star === "" ? own : 0)));
}
function signatureOfClass(node) {
  const isAlone = node.arguments.every(({ name, value }) => !name && value.type === "PyName" && value.name === "object");
  if (!isPlain2(node) || node.arguments.some(({ name, star: star2 }) => name?.name === "metaclass" || star2 !== "")) return void 0;
  const variables = scopesOf(rootOf3(node)).of(node)?.variables;
  if (variables?.has("__new__") === true) return void 0;
  const bindings = variables?.get("__init__")?.bindings ?? [];
  if (bindings.length === 0) return isAlone ? [pythonSignature([])] : void 0;
  const functions = bindings.flatMap(({ node: { parent } }) => parent?.type === "PyFunction" ? [parent] : []);
  return functions.length === bindings.length ? signaturesOfFunctions(functions, 1) : void 0;
}
function rootOf3(node) {
  for (let at2 = node.parent; at2; at2 = at2.parent) if (at2.type === "PyModule") return at2;
  throw new TypeError("A class is outside of every module.");
}
function isPlain2({ decorators }) {
  return decorators.every(({ expression }) => harmless2.has(lastName(expression) ?? ""));
}
function lastName(expression) {
  const path3 = dottedName(expression.type === "PyCall" ? expression.callee : expression);
  return path3 && (path3.attributes.at(-1)?.attribute.name ?? path3.root.name);
}

// src/project/python/presence.ts
import { isAbsolute as isAbsolute8, posix as posix11 } from "node:path";
function presenceOfPython(key, disk) {
  if (!isAbsolute8(key)) return "unknown";
  if (disk.isFile(key) || disk.isFolder(key)) return "yes";
  let name = key;
  while (!disk.isFolder(posix11.dirname(name)) && posix11.dirname(name) !== name) name = posix11.dirname(name);
  const folder3 = posix11.dirname(name);
  const init = ["__init__.py", "__init__.pyi"].map((each) => posix11.join(folder3, each)).find((each) => disk.isFile(each));
  if (init === void 0 || /\b__path__\b/.test(readText(init) ?? "")) return "unknown";
  return disk.list(folder3).some((each) => each.startsWith(`${posix11.basename(name)}.`) && !/\.pyi?$/.test(each)) ? "unknown" : "no";
}

// src/project/manifest-code.ts
function createManifestCode(root, disk, resolver, graph) {
  const installed = (name) => {
    for (let at2 = root; ; at2 = posix12.dirname(at2)) {
      const folder3 = posix12.join(at2, "node_modules", name);
      if (disk.isFolder(folder3)) return folder3;
      if (posix12.dirname(at2) === at2) return void 0;
    }
  };
  const presenceOfPackage = (specifier) => {
    const parts2 = packageSpecifier(specifier);
    const folder3 = parts2 && installed(parts2.name);
    if (parts2 === void 0 || folder3 === void 0 || parts2.subpath === ".") return "unknown";
    const { exports } = readJsonObject(posix12.join(folder3, "package.json"));
    return exports === void 0 || targetsOf2(exports, parts2.subpath).length === 0 ? "no" : "unknown";
  };
  return {
    presenceOf(module, language) {
      if (language === "python") return presenceOfPython(resolver.manifestModule(module, language), disk);
      const key = resolver.manifestModule(module);
      if (!isAbsolute9(key)) return isBuiltin(module) || isBuiltin(key) ? "yes" : presenceOfPackage(key);
      if (disk.isFile(key)) return "yes";
      if (isRelative(module)) return "no";
      return packageSpecifier(module)?.subpath !== "." && disk.isFolder(posix12.dirname(key)) ? "no" : "unknown";
    },
    exportNames: (module) => graph.exportNames(module).names,
    callableOf(module, name) {
      const { module: file, name: inner } = graph.definedAt(module, name) ?? { module, name };
      if (isPython2(file)) return readPythonCallable(file, disk.size(file), inner);
      return isAbsolute9(file) ? readCallable(file, disk.size(file), inner) : {};
    },
    list(folder3) {
      const path3 = posix12.join(root, folder3);
      return disk.list(path3).map((name) => disk.isFolder(posix12.join(path3, name)) ? `${name}/` : name);
    }
  };
}

// src/project/python/both-languages.ts
function forBothLanguages(ecmascript2, python2) {
  return {
    ...ecmascript2,
    moduleKey: (fromFile, specifier) => (isPython2(fromFile) ? python2 : ecmascript2).moduleKey(fromFile, specifier),
    manifestModule: (module, language) => (language === "python" ? python2 : ecmascript2).manifestModule(module),
    fileKey: (file) => (isPython2(file) ? python2 : ecmascript2).fileKey(file),
    refresh() {
      ecmascript2.refresh();
      python2.refresh();
    }
  };
}

// src/project/python/public-entries.ts
import { posix as posix14 } from "node:path";

// src/project/python/specifier.ts
import { isAbsolute as isAbsolute10, posix as posix13 } from "node:path";
function pythonSpecifier(fromFile, replaced2, { module, manifestText }, resolver) {
  const leadsThere = (text2) => resolver.moduleKey(fromFile, text2) === module;
  if (!isAbsolute10(module)) return leadsThere(manifestText) ? manifestText : module;
  const absolute = dottedNames(module, resolver);
  const candidates = [...replaced2.startsWith(".") ? relativeText(fromFile, module, resolver) : [], manifestText, ...absolute];
  return candidates.find((text2) => !/^\d|[^\w.\x80-\uffff]/.test(text2) && leadsThere(text2));
}
function dottedNames(module, resolver) {
  const stem = pythonStem(module);
  const around2 = resolver.roots().filter((root) => stem.startsWith(root === "/" ? root : `${root}/`));
  return around2.sort((one, other) => other.length - one.length).map((root) => posix13.relative(root, stem).replaceAll("/", "."));
}
function relativeText(fromFile, module, resolver) {
  const file = resolver.fileKey(fromFile);
  const [own = "", target = ""] = [dottedNames(file, resolver)[0], dottedNames(module, resolver)[0]];
  const [top = ""] = own.split(".");
  if (top === "" || target.split(".")[0] !== top) return [];
  const folder3 = posix13.dirname(withSlashes(file === pythonStem(file) ? fromFile : file));
  const way = posix13.relative(folder3, pythonStem(module)).split("/").filter((part) => part !== "");
  const up = way.filter((part) => part === "..").length;
  return [".".repeat(up + 1) + way.slice(up).join(".")];
}

// src/project/python/public-entries.ts
function isPublicModule(module, resolver, disk) {
  const project = projectAround(module, disk);
  if (project === void 0 || !isPublished(project)) return false;
  const name = dottedNames(module, resolver)[0] ?? posix14.relative(project, pythonStem(module)).replaceAll("/", ".");
  return !/(?:^|\.)_/.test(name);
}
function projectAround(module, disk) {
  for (let folder3 = posix14.dirname(module); ; folder3 = posix14.dirname(folder3)) {
    if (["pyproject.toml", "setup.py", "setup.cfg"].some((name) => disk.isFile(posix14.join(folder3, name)))) return folder3;
    if (posix14.dirname(folder3) === folder3) return void 0;
  }
}
function isPublished(folder3) {
  const [pyproject = "", script, config = ""] = ["pyproject.toml", "setup.py", "setup.cfg"].map((name) => readText(posix14.join(folder3, name)));
  const isBuilt2 = tables(pyproject).has("build-system") || script !== void 0 || ["metadata", "options"].some((name) => tables(config).has(name));
  return isBuilt2 && ![pyproject, script ?? "", config].some((text2) => /^[^#\n]*\bPrivate ::/m.test(text2));
}
function tables(text2) {
  const plain = text2.replaceAll(/"""[^]*?"""|'''[^]*?'''/g, '""');
  return new Set([...plain.matchAll(/^[ \t]*\[[ \t]*["']?([\w.-]+)["']?[ \t]*\][ \t]*(?:[#;].*)?$/gm)].map(([, name = ""]) => name));
}

// src/project/python/resolver.ts
import { isAbsolute as isAbsolute11, posix as posix15, resolve as resolve4 } from "node:path";
var DEPTH = 3;
var LIMIT3 = 1e5;
var LONGEST = 4096;
function createPythonResolver(root, roots, disk) {
  const located = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  const holding = /* @__PURE__ */ new Map();
  const named2 = /* @__PURE__ */ new Set();
  let starts;
  const fileAt = (stem) => PYTHON_EXTENSIONS.map((extension2) => stem + extension2).find((path3) => disk.isFile(path3));
  const holdsPython = (folder3, depth = DEPTH) => {
    const known2 = holding.get(folder3);
    if (known2 !== void 0) return known2;
    const names = disk.list(folder3);
    const holds3 = names.some((name) => /\.pyi?$/.test(name)) || depth > 1 && names.some((name) => isWalked(name) && disk.isFolder(posix15.join(folder3, name)) && holdsPython(posix15.join(folder3, name), depth - 1));
    if (holds3 || depth === DEPTH) holding.set(folder3, holds3);
    return holds3;
  };
  const locateIn2 = (folders, name) => {
    const portions = [];
    for (const folder3 of folders) {
      const path3 = posix15.join(folder3, name);
      const init = fileAt(`${path3}/__init__`);
      if (init !== void 0) return { key: disk.realPath(init), folders: [disk.realPath(path3)] };
      const file = fileAt(path3);
      if (file !== void 0) return { key: disk.realPath(file), folders: [] };
      if (disk.isFolder(path3)) portions.push(disk.realPath(path3));
    }
    const [first] = portions;
    return first !== void 0 && portions.some((portion) => holdsPython(portion)) ? { key: first, folders: portions } : void 0;
  };
  const allRoots = () => {
    starts ??= [...new Set(roots.flatMap((each) => {
      const folder3 = disk.realPath(withSlashes(resolve4(root, each)));
      const source3 = posix15.join(folder3, "src");
      return disk.isFolder(source3) && fileAt(`${source3}/__init__`) === void 0 && holdsPython(source3) ? [folder3, source3] : [folder3];
    }))];
    return starts;
  };
  const walk3 = (folders, parts2) => {
    let at2;
    for (const [index, part] of parts2.entries()) {
      const next = locateIn2(at2?.folders ?? folders, part);
      if (next === void 0) return at2 === void 0 ? {} : { gone: posix15.join(at2.folders[0] ?? pythonStem(at2.key), ...parts2.slice(index)) };
      at2 = next;
    }
    return at2 === void 0 ? {} : { found: at2 };
  };
  const absolute = (parts2) => {
    const { found, gone } = walk3(allRoots(), parts2);
    return found?.key ?? gone ?? parts2.join(".");
  };
  const relative = (folder3, level2, parts2) => {
    let start = folder3;
    for (let up = 1; up < level2; up++) start = posix15.dirname(start);
    if (parts2.length === 0) return fileAt(`${start}/__init__`) ?? start;
    const { found, gone } = walk3([start], parts2);
    return found?.key ?? gone ?? posix15.join(start, ...parts2);
  };
  const kept3 = (question, work) => {
    let key = keys.get(question);
    if (key === void 0) {
      if (keys.size >= LIMIT3) keys.clear();
      keys.set(question, key = work());
    }
    return key;
  };
  const moduleKey = (fromFile, specifier) => {
    const text2 = specifier.length > LONGEST ? void 0 : dottedText(specifier);
    if (text2 === void 0) return specifier;
    if (text2.level === 0) return kept3(specifier, () => absolute(text2.parts));
    const folder3 = posix15.dirname(withSlashes(fromFile));
    return kept3(`${specifier}\0${folder3}`, () => relative(disk.realPath(withSlashes(resolve4(root, folder3))), text2.level, text2.parts));
  };
  const locatedBelow = (folder3, name) => {
    const question = `${folder3}\0${name}`;
    if (!located.has(question)) {
      if (located.size >= LIMIT3) located.clear();
      located.set(question, dottedText(name)?.parts.length === 1 ? locateIn2([folder3], name) : void 0);
    }
    return located.get(question);
  };
  const isThere = (key) => isPython2(key) || isAbsolute11(key) && posix15.extname(key) === "" && disk.isFolder(key) && holdsPython(key);
  return {
    moduleKey,
    manifestModule(module) {
      const key = moduleKey(posix15.join(root, "x.py"), module);
      named2.add(key);
      return key;
    },
    fileKey(file) {
      const path3 = withSlashes(resolve4(root, file));
      if (!disk.isFile(path3)) return disk.realPath(pythonStem(path3));
      const source3 = path3.endsWith(".pyi") ? path3.slice(0, -1) : path3;
      return disk.realPath(disk.isFile(source3) ? source3 : path3);
    },
    submodule(module, name) {
      if (isPackageFile(module)) return locatedBelow(posix15.dirname(module), name)?.key;
      return !/\.pyi?$/.test(module) && disk.isFolder(module) ? locatedBelow(module, name)?.key : void 0;
    },
    parentOf(module) {
      if (!isThere(module)) return void 0;
      const stem = pythonStem(module);
      const folder3 = posix15.dirname(stem);
      if (folder3 === stem || allRoots().includes(stem) || allRoots().includes(folder3)) return void 0;
      return { module: fileAt(`${folder3}/__init__`) ?? folder3, name: posix15.basename(stem) };
    },
    roots: allRoots,
    isForeign: (key) => !isAbsolute11(key) && named2.has(key),
    isModule: (key) => isThere(key) || named2.has(key),
    refresh() {
      located.clear();
      keys.clear();
      holding.clear();
      starts = void 0;
    }
  };
}
function isWalked(name) {
  return !name.startsWith(".") && name !== "node_modules" && !PYTHON_NEVER.has(name);
}

// src/project/resolver.ts
import { isBuiltin as isBuiltin2 } from "node:module";
import { isAbsolute as isAbsolute12, posix as posix18, dirname as dirname3, resolve as resolve5 } from "node:path";
import { fileURLToPath } from "node:url";

// src/project/lookups.ts
import { posix as posix16 } from "node:path";
function createLookups(disk, files2, workspaces) {
  const { locate } = files2;
  const subpaths = /* @__PURE__ */ new Map();
  const preferSource = (file) => {
    const owner = file.includes("/node_modules/") ? void 0 : workspaces.ownerOf(posix16.dirname(file));
    return owner === void 0 ? file : sourceOfFile(owner, file, layoutOf(owner.folder, disk), locate);
  };
  const packageNamed = (folder3, name) => {
    const own = workspaces.ownerOf(folder3);
    if (own?.name === name && own.content["exports"] !== void 0) return own;
    const member2 = workspaces.membersAround(folder3).get(name);
    if (member2 === void 0) return void 0;
    for (let at2 = folder3; ; at2 = posix16.dirname(at2)) {
      const installed = posix16.join(at2, "node_modules", name);
      if (disk.isFolder(installed)) return disk.realPath(installed) === member2.folder ? member2 : void 0;
      if (posix16.dirname(at2) === at2) return member2;
    }
  };
  const byConfig = (config, specifier) => {
    if (config === void 0) return {};
    const best = bestPattern(config.aliases.map((alias) => alias.pattern), specifier);
    const targets = config.aliases.find((alias) => alias.pattern === best?.pattern)?.targets ?? [];
    let gone;
    for (const target of targets) {
      const file = locate(target.replace("*", best?.star ?? ""));
      if (file !== void 0) return { file: preferSource(file) };
    }
    if (best !== void 0 && best.pattern !== "*") {
      const target = targets.find((each) => {
        const [before3 = "", after3 = ""] = each.split("*", 2);
        return disk.isFolder(posix16.dirname(`${before3}x`)) && (!after3.startsWith("/") || disk.isFolder(before3 + (best.star.split("/", 1)[0] ?? "")));
      });
      if (target !== void 0) gone = goneKey(target.replace("*", best.star));
    }
    const based = config.baseUrl === void 0 ? void 0 : locate(posix16.join(config.baseUrl, specifier));
    return { file: based === void 0 ? void 0 : preferSource(based), gone };
  };
  const byImports = (folder3, specifier) => {
    const owner = workspaces.ownerOf(folder3);
    const targets = owner === void 0 ? [] : targetsOf2(owner.content["imports"], specifier);
    for (const target of targets) {
      if (owner === void 0 || !target.startsWith("./")) continue;
      const path3 = posix16.join(owner.folder, target);
      const source3 = sourceOfFile(owner, path3, layoutOf(owner.folder, disk), locate);
      const file2 = source3 === path3 ? locate(path3) : source3;
      if (file2 !== void 0) return { file: file2 };
    }
    const file = files2.find(folder3, specifier);
    const inside = targets.find((target) => target.startsWith("./"));
    return { file: file === void 0 ? void 0 : preferSource(file), gone: inside === void 0 || owner === void 0 ? void 0 : goneKey(posix16.join(owner.folder, inside)) };
  };
  const behind3 = (own, subpath) => {
    const question = `${own.folder}\0${subpath}`;
    let answer = subpaths.get(question);
    if (answer === void 0) {
      const layout = layoutOf(own.folder, disk);
      const file = fileOfSubpath(own, subpath, layout, locate);
      const gone = file === void 0 ? goneFileOfSubpath(own, subpath, layout, disk.isFolder) : void 0;
      answer = { file, gone: gone === void 0 ? void 0 : goneKey(gone) };
      subpaths.set(question, answer);
    }
    return answer;
  };
  const byPackage = (folder3, specifier) => {
    const parts2 = packageSpecifier(specifier);
    if (parts2 === void 0) return {};
    const own = packageNamed(folder3, parts2.name);
    if (own !== void 0) return behind3(own, parts2.subpath);
    const file = files2.find(folder3, specifier) ?? files2.findTypes(folder3, specifier);
    if (file === void 0) return {};
    if (!file.includes("/node_modules/")) {
      const owner = workspaces.ownerOf(posix16.dirname(file));
      return { file: (owner?.name === parts2.name ? behind3(owner, parts2.subpath).file : void 0) ?? preferSource(file) };
    }
    return { file };
  };
  return { byConfig, byImports, byPackage, packageNamed, refresh: () => subpaths.clear() };
}

// src/project/module-files.ts
import { posix as posix17 } from "node:path";
import { ResolverFactory } from "oxc-resolver";
var EXTENSIONS = [...CODE_EXTENSIONS, ...DECLARATION_EXTENSIONS, ".json", ...COMPONENT_EXTENSIONS];
var RUNTIME = ["import", "module", "node", "module-sync", "require", "default"];
function findModuleFiles() {
  const runtime = new ResolverFactory({
    extensions: EXTENSIONS,
    // TypeScript first, as the compiler has it; `.d.ts` last, so that a hand-written one beside a `.js` is not taken.
    extensionAlias: {
      ".js": [".ts", ".tsx", ".js", ".jsx", ".d.ts"],
      ".jsx": [".tsx", ".jsx", ".d.ts"],
      ".mjs": [".mts", ".mjs", ".d.mts"],
      ".cjs": [".cts", ".cjs", ".d.cts"]
    },
    conditionNames: RUNTIME,
    mainFields: ["module", "main"],
    nodePath: false
  });
  const types2 = runtime.cloneWithOptions({
    extensions: [".d.ts", ...EXTENSIONS],
    conditionNames: ["types", ...RUNTIME],
    mainFields: ["types", "typings", "module", "main"],
    nodePath: false
  });
  const path3 = (answer) => answer.path === void 0 ? void 0 : withSlashes(answer.path);
  return {
    find: (folder3, specifier) => path3(runtime.sync(folder3, specifier)),
    locate: (absolute) => path3(runtime.sync(posix17.dirname(absolute), absolute)),
    findTypes: (folder3, specifier) => path3(types2.sync(folder3, specifier)),
    findDeclaration: (file, specifier) => path3(types2.resolveDtsSync(file, specifier)),
    refresh() {
      runtime.clearCache();
      types2.clearCache();
    }
  };
}

// src/project/resolver.ts
var SCOPE_LIMIT = 2e4;
var LONGEST_SPECIFIER = 4096;
function createResolver(root, disk, workspaces, configs) {
  const files2 = findModuleFiles();
  const { locate } = files2;
  const lookups = createLookups(disk, files2, workspaces);
  const foldersSeen = /* @__PURE__ */ new Map();
  const fileKeys = /* @__PURE__ */ new Map();
  const manifestKeys = /* @__PURE__ */ new Map();
  const origins = /* @__PURE__ */ new Map();
  let lastFile;
  let lastScope;
  const scopeOf = (file) => {
    if (file === lastFile && lastScope !== void 0) return lastScope;
    const written3 = dirname3(file);
    let seen = foldersSeen.get(written3);
    if (seen === void 0) {
      if (foldersSeen.size >= SCOPE_LIMIT) foldersSeen.clear();
      const folder3 = disk.realPath(withSlashes(resolve5(root, written3)));
      seen = { folder: folder3, configs: configs.around(folder3), scopes: /* @__PURE__ */ new Map() };
      foldersSeen.set(written3, seen);
    }
    const path3 = seen.configs.perFile ? posix18.join(seen.folder, posix18.basename(withSlashes(file))) : file;
    const config = seen.configs.configFor(path3);
    let scope2 = seen.scopes.get(config);
    if (scope2 === void 0) {
      scope2 = { folder: seen.folder, config, keys: /* @__PURE__ */ new Map() };
      seen.scopes.set(config, scope2);
    }
    lastFile = file;
    lastScope = scope2;
    return scope2;
  };
  const resolveAnew = (scope2, specifier) => {
    if (specifier === "" || specifier.includes("\0") || specifier.includes("!")) return specifier;
    const query = specifier.indexOf("?");
    if (query > 0) return identify(scope2, specifier.slice(0, query)) + specifier.slice(query);
    if (isRelative(specifier)) {
      const text2 = /(?:^|\/)\.\.?$/.test(specifier) ? `${specifier}/` : specifier;
      return preferExisting(files2.find(scope2.folder, text2), posix18.join(scope2.folder, text2));
    }
    if (isAbsolute12(specifier)) return preferExisting(locate(withSlashes(specifier)), disk.realPath(withSlashes(specifier)));
    if (/^file:/i.test(specifier)) return identify(scope2, withSlashes(fileURLToPath(specifier)));
    const alias = lookups.byConfig(scope2.config, specifier);
    if (alias.file !== void 0) return alias.file;
    if (isBuiltin2(specifier)) {
      const bare = specifier.replace(/^node:/, "");
      return isBuiltin2(bare) ? bare : specifier;
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return specifier;
    const other = specifier.startsWith("#") ? lookups.byImports(scope2.folder, specifier) : lookups.byPackage(scope2.folder, specifier);
    if (other.file?.includes("/node_modules/") === true && !origins.has(other.file)) {
      if (origins.size >= SCOPE_LIMIT) origins.clear();
      origins.set(other.file, { folder: scope2.folder, specifier });
    }
    return other.file ?? alias.gone ?? other.gone ?? (specifier.length > 1 ? specifier.replace(/\/$/, "") : specifier);
  };
  const preferExisting = (file, path3) => file ?? disk.realPath(goneKey(path3));
  const identify = (scope2, specifier) => {
    const known2 = scope2.keys.get(specifier);
    if (known2 !== void 0) return known2;
    if (specifier.length > LONGEST_SPECIFIER) return specifier;
    let key;
    try {
      key = resolveAnew(scope2, specifier);
    } catch {
      key = specifier;
    }
    scope2.keys.set(specifier, key);
    return key;
  };
  const manifestAnew = (module) => {
    if (isRelative(module) || isAbsolute12(module)) {
      const path3 = withSlashes(resolve5(root, module));
      return preferExisting(files2.find(root, isAbsolute12(module) ? path3 : module), path3);
    }
    const here = identify(scopeOf(posix18.join(root, "package.json")), module);
    if (here !== module || isBuiltin2(module)) return here;
    for (const each of workspaces.packagesBelow(root)) {
      const key = identify(scopeOf(posix18.join(each.folder, "package.json")), module);
      if (key !== module) return key;
    }
    return here;
  };
  return {
    scopeOf,
    identify,
    locate,
    packageNamed: lookups.packageNamed,
    moduleKey: (fromFile, specifier) => identify(scopeOf(fromFile), specifier),
    manifestModule(module) {
      const key = manifestKeys.get(module) ?? manifestAnew(module);
      manifestKeys.set(module, key);
      return key;
    },
    fileKey(file) {
      const known2 = fileKeys.get(file);
      if (known2 !== void 0) return known2;
      const path3 = withSlashes(resolve5(root, file));
      const key = disk.isFile(path3) ? disk.realPath(path3) : disk.realPath(goneKey(path3));
      if (fileKeys.size >= SCOPE_LIMIT) fileKeys.clear();
      fileKeys.set(file, key);
      return key;
    },
    typesOf(key) {
      if (isDeclaration(key)) return key;
      const origin = origins.get(key) ?? (isAbsolute12(key) ? void 0 : { folder: root, specifier: key });
      const declared2 = origin === void 0 ? void 0 : files2.findDeclaration(posix18.join(origin.folder, "x.ts"), origin.specifier);
      if (declared2 !== void 0 && isDeclaration(declared2)) return declared2;
      const [stem, extension2] = splitExtension(key);
      return [`${stem}.d${extension2.replace("j", "t").replace("x", "")}`, `${stem}.d.ts`].find((path3) => isDeclaration(path3) && disk.isFile(path3));
    },
    insidePackage: (file, specifier) => files2.findDeclaration(file, specifier) ?? files2.find(posix18.dirname(file), specifier),
    refresh() {
      foldersSeen.clear();
      fileKeys.clear();
      manifestKeys.clear();
      lastFile = void 0;
      lastScope = void 0;
      files2.refresh();
      lookups.refresh();
    }
  };
}

// src/project/specifier.ts
import { posix as posix20 } from "node:path";

// src/project/spelling.ts
import { posix as posix19 } from "node:path";
var BARE = { extension: "none", index: false, jsx: false };
function styleOf(specifier, isPackageName) {
  if (isPackageName) return void 0;
  const [stem, extension2] = splitExtension(specifier);
  if (extension2 === "") return { ...BARE, index: posix19.basename(stem) === "index" };
  if (isDeclaration(specifier) || /^\.[cm]?tsx?$/.test(extension2)) return { ...BARE, extension: "source" };
  return /^\.[cm]?jsx?$/.test(extension2) ? { ...BARE, extension: "script", jsx: extension2 === ".jsx" } : void 0;
}
function fileStyle(file, scope2, record) {
  for (const specifier of record?.imports ?? []) {
    const style = isRelative(specifier) ? styleOf(specifier, false) : void 0;
    if (style !== void 0) return style;
  }
  return scope2.config?.needsExtensions === true || /\.m[jt]s$/.test(file) ? { ...BARE, extension: "script" } : BARE;
}
function spellings(module, style) {
  const [stem, extension2] = splitExtension(module);
  if (!/^\.(?:d\.)?[cm]?[jt]sx?$/.test(extension2)) return [module];
  const script = stem + scriptExtension(extension2, style.jsx);
  if (style.extension === "source") return [module, script];
  if (style.extension === "script") return [script, module];
  if (/^\.(?:d\.)?[cm]/.test(extension2)) return [script, module];
  const folder3 = stem.endsWith("/index") ? [stem.slice(0, -"/index".length)] : [];
  return style.index ? [stem, ...folder3, script, module] : [...folder3, stem, script, module];
}
function scriptExtension(extension2, jsx) {
  if (extension2 === ".tsx") return jsx ? ".jsx" : ".js";
  return extension2.replace(".d", "").replace("t", "j");
}

// src/project/specifier.ts
function createSpecifierWriter(disk, resolver, workspaces, graph) {
  const ownerOf = (file) => workspaces.ownerOf(posix20.dirname(file));
  const aliasesTo = (scope2, module, spelled) => {
    const byConfig = (scope2.config?.aliases ?? []).filter((alias) => alias.pattern !== "*").flatMap(({ pattern, targets }) => targets.map((target) => ({ pattern, target, texts: spelled.flatMap((path3) => filled(pattern, target, path3)) }))).sort((a, b) => b.target.length - a.target.length);
    const owner = workspaces.ownerOf(scope2.folder);
    const entries = owner === void 0 ? [] : exportsEntries(owner.content["imports"]).filter((entry) => entry.key.startsWith("#"));
    const byImports = owner === void 0 ? [] : entries.map((entry) => ({ pattern: entry.key, texts: entryTexts(owner, layoutOf(owner.folder, disk), entry, module, spelled) }));
    return [...byConfig, ...byImports];
  };
  const publicTexts = (owner, module, replaced2, spelled) => {
    const name = owner?.name;
    if (owner === void 0 || name === void 0) return [];
    if (owner.content["exports"] !== void 0) {
      const entries = [...exportsEntries(owner.content["exports"])].sort((a, b) => Number(a.key.includes("*")) - Number(b.key.includes("*")));
      const inFull = isRelative(replaced2) ? [module, ...spelled] : spelled;
      const matched = entries.flatMap((entry) => entryTexts(owner, layoutOf(owner.folder, disk), entry, module, inFull));
      const exact = entries.map((entry) => entry.key).filter((key) => !key.includes("*"));
      return [...matched, ...exact].map((key) => name + key.slice(1));
    }
    const deep = spelled.map((path3) => `${name}/${posix20.relative(owner.folder, path3)}`);
    const built = replaced2.startsWith(`${name}/`) ? /^(?:dist|lib|build|out|esm|cjs|es)\//.exec(replaced2.slice(name.length + 1))?.[0] : void 0;
    const inBuilt = built === void 0 ? [] : deep.map((text2) => text2.replace(`${name}/src/`, `${name}/${built}`));
    return [name, ...inBuilt, ...deep];
  };
  const isHidden2 = (owner, text2) => {
    const parts2 = packageSpecifier(text2);
    const field = owner?.content["exports"];
    return owner !== void 0 && parts2?.name === owner.name && field !== void 0 && targetsOf2(field, parts2?.subpath ?? ".").length === 0;
  };
  const candidates = (fromFile, scope2, replaced2, target) => {
    const { module } = target;
    const own = workspaces.ownerOf(scope2.folder);
    const owner = ownerOf(module);
    const isNear = own?.folder === owner?.folder;
    const old = resolver.identify(scope2, replaced2);
    const oldOwner = isPackageKey(old) ? void 0 : ownerOf(old);
    const oldPackage = packageSpecifier(replaced2)?.name;
    const hasCrossed = oldOwner !== void 0 && oldOwner.folder !== own?.folder && oldPackage !== oldOwner.name;
    const oldPattern = isPackageKey(old) && !replaced2.startsWith("#") ? void 0 : bestPattern(patternsOf(scope2, own), replaced2)?.pattern;
    const namesPackage = oldPattern === void 0 && oldPackage !== void 0 && (isPackageKey(old) || resolver.packageNamed(scope2.folder, oldPackage) !== void 0);
    const style = styleOf(replaced2, namesPackage && oldPackage === replaced2) ?? fileStyle(fromFile, scope2, graph.recordOf(resolver.fileKey(fromFile)));
    const spelled = spellings(module, style);
    const relative = spelled.map((path3) => relativeSpecifier(scope2.folder, path3));
    const toPackage = isRelative(target.manifestText) || isHidden2(owner, target.manifestText) ? [] : [target.manifestText];
    const byPackage = [...toPackage, ...publicTexts(owner, module, replaced2, spelled)];
    if (isRelative(replaced2) || replaced2.startsWith("/")) return isNear ? relative : hasCrossed ? [...relative, ...byPackage] : byPackage;
    const open2 = (texts) => texts.filter((text2) => !isHidden2(owner, text2));
    const aliases = aliasesTo(scope2, module, spelled);
    const base = oldPattern === void 0 && !namesPackage ? scope2.config?.baseUrl : void 0;
    const based = base === void 0 ? [] : spelled.map((path3) => posix20.relative(base, path3)).filter((text2) => !isRelative(text2));
    const same = open2([...aliases.filter((alias) => alias.pattern === oldPattern).flatMap((alias) => alias.texts), ...based]);
    const others = open2(aliases.filter((alias) => alias.pattern !== oldPattern && (isNear || hasCrossed || !alias.pattern.includes("*"))).flatMap((alias) => alias.texts));
    if (isNear) return [...same, ...oldPackage === own?.name ? byPackage : [], ...others, ...relative];
    return hasCrossed ? [...same, ...byPackage, ...others] : [...byPackage, ...others];
  };
  return (fromFile, replaced2, target) => {
    const scope2 = resolver.scopeOf(fromFile);
    const leadsThere = (text2) => resolver.identify(scope2, text2) === target.module;
    if (isPackageKey(target.module)) return leadsThere(target.manifestText) ? target.manifestText : void 0;
    return candidates(fromFile, scope2, replaced2, target).find(leadsThere);
  };
}
function patternsOf(scope2, own) {
  return [...(scope2.config?.aliases ?? []).map((alias) => alias.pattern), ...exportsEntries(own?.content["imports"]).map((entry) => entry.key).filter((key) => key.startsWith("#"))];
}
function filled(pattern, target, path3) {
  const star2 = matchStar(target, path3);
  return star2 === void 0 || star2 === "" === target.includes("*") ? [] : [pattern.replace("*", star2)];
}
function entryTexts(owner, layout, entry, module, spelled) {
  const texts = [];
  for (const target of entry.targets) {
    if (!target.startsWith("./")) continue;
    const paths = splitExtension(target)[1] === "" ? spelled : [splitExtension(module)[0]];
    for (const source3 of sourceStems(posix20.normalize(target), layout)) {
      for (const path3 of paths) texts.push(...filled(entry.key, posix20.join(owner.folder, source3), path3));
    }
  }
  return [...new Set(texts)];
}

// src/project/config-facts.ts
import { posix as posix22 } from "node:path";

// src/project/workspace.ts
import { posix as posix21 } from "node:path";
import picomatch3 from "picomatch";
var SKIPPED = /^(?:node_modules|\..*|dist|coverage)$/;
function findWorkspaces(disk) {
  const readPackage = keptByFile(disk, 5e3, (path3) => {
    const content = readJsonObject(path3);
    const name = content["name"];
    return { folder: posix21.dirname(path3), name: typeof name === "string" && name !== "" ? name : void 0, content };
  });
  const pnpmPatterns = keptByFile(disk, 100, (path3) => pnpmPackages(readText(path3) ?? ""));
  const owners = /* @__PURE__ */ new Map();
  const memberships = /* @__PURE__ */ new Map();
  const members = /* @__PURE__ */ new Map();
  const ownerOf = (path3) => {
    if (owners.has(path3)) return owners.get(path3);
    const found = readPackage(posix21.join(path3, "package.json"));
    const parent = posix21.dirname(path3);
    const isPackage = found !== void 0 && (found.name ?? found.content["exports"] ?? found.content["imports"]) !== void 0;
    const owner = isPackage ? found : parent === path3 ? void 0 : ownerOf(parent);
    owners.set(path3, owner);
    return owner;
  };
  const declared2 = (folder3) => {
    const pnpm = pnpmPatterns(posix21.join(folder3, "pnpm-workspace.yaml"));
    const field = readPackage(posix21.join(folder3, "package.json"))?.content["workspaces"];
    const yarn = asStrings(Array.isArray(field) ? field : asObject(field)["packages"]);
    const patterns = [...pnpm ?? [], ...yarn];
    return patterns.length > 0 ? patterns : void 0;
  };
  const membersOf = (root, patterns) => {
    const known2 = members.get(root);
    if (known2 !== void 0) return known2;
    const found = /* @__PURE__ */ new Map();
    for (const folder3 of foldersMatching(disk, root, patterns)) {
      const member2 = readPackage(posix21.join(disk.realPath(folder3), "package.json"));
      if (member2?.name !== void 0 && !found.has(member2.name)) found.set(member2.name, member2);
    }
    members.set(root, found);
    return found;
  };
  const membersAround = (folder3) => {
    const known2 = memberships.get(folder3);
    if (known2 !== void 0) return known2;
    const patterns = declared2(folder3);
    const parent = posix21.dirname(folder3);
    const around2 = patterns !== void 0 ? membersOf(folder3, patterns) : parent === folder3 ? /* @__PURE__ */ new Map() : membersAround(parent);
    memberships.set(folder3, around2);
    return around2;
  };
  return {
    ownerOf,
    packageAt: (folder3) => readPackage(posix21.join(folder3, "package.json")),
    membersAround,
    packagesBelow(folder3) {
      const near = foldersMatching(disk, folder3, ["*", "*/*"]).map((path3) => readPackage(posix21.join(disk.realPath(path3), "package.json")));
      return [.../* @__PURE__ */ new Set([...membersAround(folder3).values(), ...near.filter((found) => found !== void 0)])];
    },
    refresh() {
      owners.clear();
      memberships.clear();
      members.clear();
    }
  };
}
function foldersMatching(disk, root, patterns) {
  const clean = patterns.map((pattern) => pattern.replace(/^(!?)(?:\.\/)?(.*?)\/*$/, "$1$2")).filter((pattern) => pattern !== "" && pattern !== ".");
  const wanted = clean.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = picomatch3(clean.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)));
  const found = /* @__PURE__ */ new Set();
  const walk3 = (folder3, path3, segments) => {
    const [first, ...rest] = segments;
    if (first === void 0) {
      if (path3 !== "" && !unwanted(path3)) found.add(folder3);
      return;
    }
    if (!/[*?{[(]/.test(first)) {
      walk3(posix21.join(folder3, first), posix21.join(path3, first), rest);
      return;
    }
    if (first === "**") walk3(folder3, path3, rest);
    const matches = first === "**" ? () => true : picomatch3(first);
    for (const name of disk.list(folder3)) {
      if (matches(name) && !SKIPPED.test(name) && disk.isFolder(posix21.join(folder3, name))) walk3(posix21.join(folder3, name), posix21.join(path3, name), first === "**" ? segments : rest);
    }
  };
  for (const pattern of wanted) walk3(root, "", pattern.split("/"));
  return [...found];
}
function pnpmPackages(yaml) {
  const lines = yaml.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "$1").trimEnd());
  const start = lines.findIndex((line) => /^(["']?)packages\1\s*:/.test(line));
  if (start < 0) return [];
  const unquoted = (text2) => text2.trim().replace(/^(["'])(.*)\1$/, "$2");
  const flow = /^[^:]*:\s*\[([^\]]*)\]/.exec(lines.slice(start).join(" "))?.[1];
  const items = flow?.split(",") ?? [];
  for (const line of flow === void 0 ? lines.slice(start + 1) : []) {
    if (/^[^\s-]/.test(line)) break;
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== void 0) items.push(item);
  }
  return items.map(unquoted).filter((item) => item !== "");
}

// src/project/config-facts.ts
function configFacts(path3) {
  if (path3.endsWith(".yaml")) return pnpmPackages(readText(path3) ?? "");
  const content = readJsonObject(path3);
  if (posix22.basename(path3) === "package.json") return picked(content, ["name", "private", "exports", "imports", "workspaces", ...MAIN_FIELDS]);
  const options = picked(asObject(content["compilerOptions"]), ["baseUrl", "paths", "module", "moduleResolution"]);
  return [picked(content, ["extends", "files", "include", "exclude", "references"]), options];
}
function picked(content, names) {
  return names.map((name) => content[name]);
}

// src/project/leaks.ts
function outletOf({ exports, stars: stars2, names }) {
  if (names) return pythonOutlet(names);
  const passings = [];
  for (const [as, { from, name }] of exports) if (from !== void 0) passings.push({ from, name, as, isStar: false, withDefault: true });
  for (const { from, withDefault } of stars2) passings.push({ from, name: "*", as: "*", isStar: true, withDefault });
  return { passings, own: new Set(exports.keys()) };
}
var ExportEdges = class {
  #into = /* @__PURE__ */ new Map();
  #edges = /* @__PURE__ */ new Map();
  #outlets = /* @__PURE__ */ new Map();
  #resolve;
  #read;
  /**
   * @param resolve gives the module behind a specifier of a file
   * @param read sets the outlets of all files that name a module, where that is not done yet
   */
  constructor(resolve7, read) {
    this.#resolve = resolve7;
    this.#read = read;
  }
  /** By file. */
  get outlets() {
    return this.#outlets;
  }
  set(file, outlet) {
    this.delete(file);
    const edges = outlet.passings.map((passing2) => ({ ...passing2, file, module: this.#resolve(file, passing2.from) }));
    this.#outlets.set(file, outlet);
    this.#edges.set(file, edges);
    for (const edge of edges) {
      const known2 = this.#into.get(edge.module) ?? /* @__PURE__ */ new Set();
      this.#into.set(edge.module, known2);
      known2.add(edge);
    }
  }
  delete(file) {
    for (const edge of this.#edges.get(file) ?? []) {
      const known2 = this.#into.get(edge.module);
      known2?.delete(edge);
      if (known2?.size === 0) this.#into.delete(edge.module);
    }
    this.#edges.delete(file);
    this.#outlets.delete(file);
  }
  /** To be called when specifiers may lead elsewhere than before. */
  resolveAnew() {
    for (const [file, outlet] of [...this.#outlets]) this.set(file, outlet);
  }
  /** Whether any file passes on something of the module. */
  isSource(module) {
    return this.#into.has(module);
  }
  /** Sets the outlets of all files that may name this; of Python what they ask for is no module alone. */
  read(asked) {
    this.#read(asked);
  }
  /** What files pass on of the module. */
  into(module) {
    this.#read(module);
    return this.known(module);
  }
  /** What the files that were read pass on of the module. */
  known(module) {
    return this.#into.get(module) ?? [];
  }
  /** Whether the file spells an export of that name, so that its stars do not let it through. */
  spells(file, name) {
    return this.#outlets.get(file)?.own.has(name) === true;
  }
};
function followLeaks(seeds, barriers, edges, graph) {
  const pairs = /* @__PURE__ */ new Map();
  const stops = new Set(barriers.map(({ module, name }) => `${name}\0${module}`));
  const interesting = /* @__PURE__ */ new Set();
  const queue = [];
  const add3 = (pair) => {
    const key = `${pair.name}\0${pair.module}`;
    const kept3 = "target" in pair.is ? `${key}\0` : key;
    if (pairs.has(kept3) || stops.has(key) && pair.through.length > 0) return;
    pairs.set(kept3, pair);
    queue.push(pair);
  };
  for (const { module, name } of seeds) for (const key of graph.askedBy(module, name)) edges.read(key);
  for (const seed of seeds)
    for (const name of namesOf2(seed, edges, graph))
      add3({ module: seed.module, name, is: { seed, original: name, home: graph.home(seed.module, name) ?? { module: seed.module, name } }, through: [] });
  const isStill = ({ is }, module, name) => {
    if (isPython2(module)) return graph.mayBe(module, name, "target" in is ? { module: is.target, name: "*" } : is.home);
    const found = graph.home(module, name);
    return "target" in is ? found?.module === is.target && found.name === "*" : found?.module === is.home.module && found.name === is.home.name;
  };
  const passOn = (pair, edge) => {
    const { file, as } = edge;
    const name = edge.isStar ? pair.name : as;
    if (edge.isStar ? name === "default" && !edge.withDefault || edges.spells(file, name) : edge.name !== pair.name) return;
    if (isStill(pair, file, name)) add3({ ...pair, module: file, name, through: [...pair.through, file] });
  };
  const passWhole = (module, through) => {
    if (interesting.has(module)) return;
    interesting.add(module);
    for (const edge of [...edges.into(module), ...belowPackage(module, graph)])
      if (!edge.isStar && edge.name === "*" && (!isPython2(edge.file) || isStill({ is: { target: module } }, edge.file, edge.as))) add3({ module: edge.file, name: edge.as, is: { target: module }, through: [...through, edge.file] });
  };
  for (const { module } of seeds) passWhole(module, []);
  for (const pair of queue) {
    const below = graph.askedBy(pair.module, pair.name);
    for (const key of below) edges.read(key);
    const isAttribute = "target" in pair.is && below.length > 0;
    if (!isAttribute) passWhole(pair.module, pair.through);
    for (const edge of isAttribute ? edges.known(pair.module) : edges.into(pair.module)) if (edge.isStar || edge.name !== "*") passOn(pair, edge);
  }
  const leaks = [];
  const namespaces = [];
  for (const { module, name, is, through } of pairs.values()) {
    if ("target" in is) namespaces.push({ module, name, target: is.target });
    else if (through.length > 0) leaks.push({ module, name, seed: is.seed, original: is.original, through });
  }
  return { leaks, namespaces };
}
function namesOf2({ module, name, except = [] }, edges, graph) {
  if (name !== "*") return [name];
  const known2 = graph.exportNames(module);
  const names = new Set(known2.names);
  const askedHere = new Set(known2.isAll ? [] : [module]);
  for (const each of askedHere) for (const edge of edges.into(each)) {
    if (edge.isStar) askedHere.add(edge.file);
    else if (edge.name !== "*") {
      const found = graph.home(each, edge.name);
      if (found?.module === module) names.add(found.name);
    }
  }
  return [...names].filter((each) => !except.includes(each));
}

// src/project/specifier-ends.ts
import { isAbsolute as isAbsolute13, posix as posix24 } from "node:path";

// src/project/python/specifier-ends.ts
import { posix as posix23 } from "node:path";
function endOfDotted(folder3, specifier, hasLinks) {
  const text2 = dottedText(specifier);
  const last = text2?.parts.findLast((part) => part !== "*" && part !== "?");
  if (!text2 || last !== void 0) return last;
  return hasLinks ? void 0 : posix23.basename(posix23.join(folder3, ...Array(text2.level - 1).fill("..")));
}

// src/project/specifier-ends.ts
function endOf2(specifier) {
  const trimmed = specifier.replace(/[?#!].*$/, "").replace(/\/+$/, "");
  const end = posix24.basename(trimmed === "" ? specifier : trimmed);
  return end === "." || end === ".." ? "" : splitExtension(end)[0];
}
function mayMeanAny(specifier, found) {
  return !isAbsolute13(found) && /[/~#@]/.test(specifier);
}
function pathEnds(module) {
  const segments = splitExtension(module)[0].split("/");
  const name = segments.at(-1) ?? "";
  const parts2 = name.split(".").map((_, index, all) => all.slice(0, index + 1).join("."));
  return [...segments, ...parts2, ""];
}
var OtherNames = class {
  #ends = /* @__PURE__ */ new Set();
  /** Patterns that put something beside their `*` on both sides: anything may be meant by them. */
  #prefixes = /* @__PURE__ */ new Set();
  #packages = /* @__PURE__ */ new Set();
  /** Whether a path may lead elsewhere than it says: there are links to sources. */
  hasLinks = false;
  /** Whether a specifier that ends in `end` may be such a name. */
  mayBe(specifier, end) {
    if (this.#ends.has(end)) return true;
    for (const prefix of this.#prefixes) if (specifier.startsWith(prefix)) return true;
    return false;
  }
  /** @param name a link's, or that of a folder whose package.json may send elsewhere */
  addName(name) {
    this.#ends.add(splitExtension(name)[0]);
  }
  /** Whether a folder is a package's: its path alone leads to whatever module its package.json says. */
  isPackage(folder3) {
    return this.#packages.has(folder3);
  }
  addPackage({ folder: folder3, name, content }) {
    this.#packages.add(folder3);
    if (name !== void 0) this.#ends.add(endOf2(name));
    for (const field of ["exports", "imports"]) {
      for (const [key, value] of Object.entries(asObject(content[field]))) this.#addPattern(key === "." ? name ?? "" : key.replace(/^\./, name ?? "."), JSON.stringify(value));
    }
    for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
      for (const [key, version] of Object.entries(asObject(content[field]))) if (typeof version === "string" && /^(?:workspace|link|file|portal):/.test(version)) this.#ends.add(endOf2(key));
    }
  }
  addAliases({ aliases }) {
    for (const { pattern, targets } of aliases) this.#addPattern(pattern, JSON.stringify(targets));
  }
  #addPattern(pattern, targets) {
    const [before3 = "", after3] = pattern.split("*", 2);
    if (after3 === void 0) this.#ends.add(endOf2(pattern));
    else if (/[^/"]\*|\*[^/".]/.test(targets) || after3 !== "" || !/(?:^|\/)$/.test(before3)) this.#prefixes.add(before3);
  }
};
var ModuleEnds = class {
  #keys = /* @__PURE__ */ new Set();
  #others;
  /** @param others names that any module may have besides its path, as of now */
  constructor(others, modules = []) {
    this.#others = others;
    for (const module of modules) this.add(module);
  }
  add(module) {
    for (const key of moduleKeys(module)) this.#keys.add(key);
  }
  /** Adds a specifier that is known to lead to one of the modules. */
  addSpecifier(specifier) {
    this.#keys.add(endKey(specifier));
  }
  /**
   * `false` only where that is certain.
   * @param file that writes the specifier; absolute real path
   */
  mayLead(file, specifier) {
    const key = specifierKey(file, specifier, this.#others());
    return key === void 0 || this.#keys.has(key);
  }
};
function specifierKey(file, specifier, others) {
  if (isPython2(file)) {
    const end = endOfDotted(posix24.dirname(file), specifier, others.hasLinks);
    return end === void 0 || others.mayBe(specifier, end) ? void 0 : keyOfEnd(end);
  }
  if (/[?#!%\\]/.test(specifier.slice(1))) return void 0;
  if (!isRelative(specifier) || others.hasLinks) {
    const end = endOf2(specifier);
    return others.mayBe(specifier, end) ? void 0 : keyOfEnd(end);
  }
  const path3 = posix24.join(posix24.dirname(file), specifier);
  const stem = splitExtension(path3.length > 1 && path3.endsWith("/") ? path3.slice(0, -1) : path3)[0];
  return others.isPackage(stem) ? void 0 : stem;
}
function moduleKeys(module) {
  const [path3] = splitExtension(module);
  const folder3 = path3.endsWith("/index") ? [path3.slice(0, -"/index".length)] : [];
  const dotted2 = isAbsolute13(module) ? [] : [keyOfEnd(module.slice(module.lastIndexOf(".") + 1))];
  return /* @__PURE__ */ new Set([path3, module, ...folder3, ...dotted2, ...pathEnds(module).map(keyOfEnd)]);
}
function endKey(specifier) {
  return keyOfEnd(endOf2(specifier));
}
function keyOfEnd(end) {
  return `end ${end}`;
}

// src/project/perhaps-index.ts
var PerhapsIndex = class {
  #waiting = /* @__PURE__ */ new Map();
  #files = /* @__PURE__ */ new Map();
  #byKey = /* @__PURE__ */ new Map();
  /** Modules that were asked about: of the files that were indexed by then all is said. */
  #asked = /* @__PURE__ */ new Set();
  #askedKeys = /* @__PURE__ */ new Set();
  #tools;
  constructor(tools) {
    this.#tools = tools;
  }
  set(file, specifiers) {
    this.delete(file);
    this.#waiting.set(file, specifiers);
  }
  delete(file) {
    this.#waiting.delete(file);
    for (const key of this.#files.get(file)?.keys ?? []) {
      const files2 = this.#byKey.get(key);
      files2?.delete(file);
      if (files2?.size === 0) this.#byKey.delete(key);
    }
    this.#files.delete(file);
  }
  /** To be called when specifiers may lead elsewhere than before. */
  indexAnew() {
    for (const [file, { specifiers }] of this.#files) this.#waiting.set(file, specifiers);
    this.#files.clear();
    this.#byKey.clear();
    this.#asked.clear();
    this.#askedKeys.clear();
  }
  /** Takes the waiting files in, and gives those that lead to a module which was asked about before. */
  #index() {
    const late = [];
    const names = this.#tools.otherNames();
    for (const [file, specifiers] of this.#waiting) {
      const keys = specifiers.map((specifier) => specifierKey(file, specifier, names) ?? `to ${this.#tools.resolve(file, specifier)}`);
      this.#files.set(file, { specifiers, keys });
      for (const key of keys) {
        const files2 = this.#byKey.get(key);
        if (files2) files2.add(file);
        else this.#byKey.set(key, /* @__PURE__ */ new Set([file]));
      }
      if (keys.some((key) => this.#askedKeys.has(key)) && this.#leads(file, this.#asked)) late.push(file);
    }
    this.#waiting.clear();
    return late;
  }
  #leads(file, modules) {
    return this.#files.get(file)?.specifiers.some((specifier) => modules.has(this.#tools.resolve(file, specifier))) === true;
  }
  /** The files of which a specifier leads to `module`, or to one that was asked about before; each is given once. */
  leadingTo(module) {
    const late = this.#waiting.size > 0 ? this.#index() : [];
    if (this.#asked.has(module)) return late;
    this.#asked.add(module);
    const found = new Set(late);
    const fresh = /* @__PURE__ */ new Set([module]);
    for (const key of [...moduleKeys(module), `to ${module}`]) {
      this.#askedKeys.add(key);
      for (const file of this.#byKey.get(key) ?? []) if (!found.has(file) && this.#leads(file, fresh)) found.add(file);
    }
    return found;
  }
};

// src/project/outlets.ts
var Outlets = class {
  #graph;
  #verdicts = /* @__PURE__ */ new Map();
  #perhaps;
  #edges;
  #notes = /* @__PURE__ */ new Map();
  constructor(graph, naming) {
    this.#graph = graph;
    this.#perhaps = new PerhapsIndex(naming);
    this.#edges = new ExportEdges((file, specifier) => naming.resolve(file, specifier), (module) => this.#readPerhaps(module));
  }
  /** Files that were passed over, and why. */
  get notes() {
    return this.#notes.values();
  }
  /** Whether the file was judged. */
  has(file) {
    return this.#verdicts.has(file);
  }
  get isEmpty() {
    return this.#verdicts.size === 0;
  }
  /** Whether the file passes something governed on, or somebody passes something of it on. */
  passes(file) {
    return this.#verdicts.get(file)?.kind === "parse" || this.#edges.isSource(file);
  }
  /** The specifiers of a file that may pass something on. */
  specifiersOf(file) {
    const verdict = this.#verdicts.get(file);
    return verdict?.kind === "perhaps" ? verdict.specifiers : [];
  }
  /** Reads the text of a file that is new, or has changed. */
  judge({ path: path3, size }) {
    this.forget(path3);
    this.#note(path3, judge2(path3, size));
  }
  #note(path3, verdict) {
    this.#verdicts.set(path3, verdict);
    if (verdict.kind === "perhaps") this.#perhaps.set(path3, verdict.specifiers);
    if (verdict.kind === "passed over") this.#notes.set(path3, { path: path3, reason: verdict.reason });
  }
  forget(path3) {
    this.#verdicts.delete(path3);
    this.#notes.delete(path3);
    this.#edges.delete(path3);
    this.#perhaps.delete(path3);
  }
  /** To be called when specifiers may lead elsewhere than before. */
  resolveAnew() {
    this.#edges.resolveAnew();
    this.#perhaps.indexAnew();
  }
  /** Where governed exports get out. */
  follow({ seeds, barriers }) {
    return followLeaks(seeds, barriers, this.#edges, this.#graph);
  }
  /** Reads the files that have the module by a specifier. */
  #readPerhaps(module) {
    for (const path3 of this.#perhaps.leadingTo(module)) {
      this.#verdicts.set(path3, { kind: "parse" });
      this.#perhaps.delete(path3);
      const record = this.#graph.recordOf(path3);
      if (record) this.#edges.set(path3, outletOf(record));
    }
  }
  saved() {
    return { verdicts: new Map([...this.#verdicts].filter(([, { kind }]) => kind !== "silent")), outlets: this.#edges.outlets };
  }
  restore({ verdicts, outlets }) {
    for (const [path3, verdict] of verdicts) this.#note(path3, verdict);
    for (const [path3, outlet] of outlets) this.#edges.set(path3, outlet);
  }
};

// src/project/python/takers.ts
import { isAbsolute as isAbsolute14 } from "node:path";
function* pythonTakes(file, { takes, mocks }, ports) {
  for (const { from, name, isStar = false } of takes) {
    const at2 = behind2(file, from, ports);
    if (at2?.rest.length === 0 && ports.isWanted(at2.module)) yield { module: at2.module, name, by: isStar ? "star" : "import" };
  }
  for (const text2 of mocks) {
    const at2 = behind2(file, text2, ports);
    if (at2 && ports.isWanted(at2.module)) yield { module: at2.module, name: at2.rest[0] ?? "*", by: "mock" };
  }
}
function behind2(file, text2, { graph, resolver, isWanted }) {
  const dotted2 = dottedText(text2);
  if (!dotted2) return void 0;
  const { level: level2, parts: parts2 } = dotted2;
  const first = level2 > 0 ? 0 : 1;
  let module = resolver.moduleKey(file, ".".repeat(level2) + parts2.slice(0, first).join("."));
  const wantedUpTo = (count) => {
    const key = resolver.moduleKey(file, ".".repeat(level2) + parts2.slice(0, count).join("."));
    return isWanted(key) ? key : void 0;
  };
  for (let index = first; index < parts2.length; index++) {
    const home = isAbsolute14(module) ? graph.home(module, parts2[index] ?? "") : void 0;
    if (home?.name === "*") {
      module = home.module;
      continue;
    }
    for (let count = parts2.length; count > index; count--) {
      const key = home && home.name !== parts2[index] ? void 0 : wantedUpTo(count);
      if (key !== void 0) return { module: key, rest: parts2.slice(count) };
    }
    return { module, rest: parts2.slice(index) };
  }
  return { module, rest: [] };
}
function dottedStringsIn(text2) {
  if (!/patch|mock|setattr|delattr|spy/i.test(text2)) return [];
  const found = /* @__PURE__ */ new Set();
  for (const [, , written3 = ""] of text2.matchAll(/(["'])([A-Za-z_\x80-\uffff][\w.\x80-\uffff]*)\1/g)) {
    for (let dot = written3.indexOf("."); dot > 0; dot = written3.indexOf(".", dot + 1)) found.add(written3.slice(0, dot));
    found.add(written3);
  }
  return [...found];
}

// src/project/shared-survey.ts
import { createHash as createHash3 } from "node:crypto";
import { getEnvironmentData, isMainThread, setEnvironmentData, workerData } from "node:worker_threads";

// src/project/saved-survey.ts
import { createHash as createHash2 } from "node:crypto";
import { deserialize, serialize } from "node:v8";
function savedFolders(listing) {
  return [...listing.folders.values()].map(({ path: path3, state, files: files2, folders }) => {
    const states = new Float64Array(files2.length * 5);
    for (const [index, { mtime, ctime, node, size, isYoung: isYoung2 }] of files2.entries()) states.set([mtime, ctime, node, size, Number(isYoung2)], index * 5);
    return { path: path3, state, files: files2.map((file) => file.path.slice(path3.length + 1)), states, folders };
  });
}
function restoredFolders(saved) {
  return new Map(saved.map(({ path: path3, state, files: files2, states, folders }) => {
    const own = files2.map((name, index) => {
      const [mtime = 0, ctime = 0, node = 0, size = 0, young = 0] = states.subarray(index * 5, index * 5 + 5);
      return { path: `${path3}/${name}`, mtime, ctime, node, size, isYoung: young === 1 };
    });
    return [path3, { path: path3, state, files: own, folders }];
  }));
}
function toBytes(value) {
  const body = serialize(value);
  return Buffer.concat([digest(body), body]);
}
function fromBytes(bytes) {
  const body = bytes.subarray(digestLength);
  if (!digest(body).equals(bytes.subarray(0, digestLength))) return void 0;
  return deserialize(body);
}
var digestLength = 20;
function digest(body) {
  return createHash2("sha1").update(body).digest();
}

// src/project/shared-survey.ts
var isThreadOfRun = !isMainThread && typeof workerData === "object" && workerData !== null && "filePathIndexArray" in workerData;
var most = 256 * 1024 * 1024;
var digestAt = 12;
var header = digestAt + 20;
var FREE = 0;
var BUSY = 1;
var DONE = 2;
var patience = 5e3;
function shared(share, question, make) {
  const memory = memoryOf(share);
  if (!memory) return void 0;
  const state = stateOf(memory);
  if (isMainThread && Atomics.load(state, 0) !== DONE) return void 0;
  const asked = createHash3("sha1").update(question()).digest();
  if (!isMainThread && Atomics.compareExchange(state, 0, FREE, BUSY) === FREE) {
    working = state;
    try {
      const value2 = make();
      publish(memory, state, asked, toBytes(value2));
      return { value: value2, isOwn: true };
    } finally {
      working = void 0;
      Atomics.compareExchange(state, 0, BUSY, FREE);
      Atomics.notify(state, 0);
    }
  }
  if (!isMainThread) wait(state);
  if (Atomics.load(state, 0) !== DONE || !Buffer.from(memory, digestAt, asked.length).equals(asked)) return void 0;
  const value = fromBytes(Buffer.from(memory, header, Atomics.load(state, 1)));
  return value === void 0 ? void 0 : { value, isOwn: false };
}
var working;
function beat() {
  if (working) Atomics.add(working, 2, 1);
}
function wait(state) {
  for (let before3 = -1; Atomics.load(state, 0) === BUSY; ) {
    const now = Atomics.load(state, 2);
    if (now === before3) return void Atomics.compareExchange(state, 0, BUSY, FREE);
    before3 = now;
    Atomics.wait(state, 0, BUSY, patience);
  }
}
function publish(memory, state, asked, bytes) {
  try {
    memory.grow(header + bytes.length);
  } catch {
    return;
  }
  Buffer.from(memory, header, bytes.length).set(bytes);
  Buffer.from(memory, digestAt, asked.length).set(asked);
  Atomics.store(state, 1, bytes.length);
  Atomics.store(state, 0, DONE);
}
function nameOf3(share) {
  return `eslint-plugin-ssot/${share}`;
}
function memoryOf(share) {
  const memory = getEnvironmentData(nameOf3(share));
  return memory instanceof SharedArrayBuffer ? memory : void 0;
}
function stateOf(memory) {
  return new Int32Array(memory, 0, 3);
}

// src/project/import-rows.ts
var resolved = 0;
var any = 1;
var nothing3 = { keys: new Int32Array(), mocks: new Int32Array(), targets: new Int32Array() };
var ImportRows = class {
  #tools;
  #numbers = /* @__PURE__ */ new Map();
  #paths = [];
  #rows = [];
  #scanned = 0;
  #isWhole = false;
  constructor(tools) {
    this.#tools = tools;
  }
  /** Counts the files that were read for their rows. */
  get scanned() {
    return this.#scanned;
  }
  /** The number of a module. */
  numberOf(module) {
    const known2 = this.#numbers.get(module);
    if (known2 !== void 0) return known2;
    const number = this.#paths.push(module) - 1;
    this.#numbers.set(module, number);
    return number;
  }
  moduleAt(number) {
    return this.#paths[number] ?? "";
  }
  /** The project files that a listed file may run with it, by number; `undefined` where it is not listed. */
  targetsOf(number) {
    const known2 = this.#rows[number];
    if (known2?.targets) return known2.targets;
    const file = this.#tools.files().get(this.moduleAt(number));
    if (!file) return void 0;
    const { row, runs } = this.#scan(file);
    const targets = runs.map((specifier) => this.#tools.resolve(file.path, specifier)).filter((target) => !isPackageKey(target));
    row.targets = Int32Array.from(new Set(targets.map((target) => this.numberOf(target))));
    this.#rows[number] = row;
    return row.targets;
  }
  /** The listed files of which a specifier may lead to one of `modules`. */
  mayName(modules) {
    return this.#found(modules, ({ keys, mocks }, wanted) => keys.some((key) => wanted.has(key)) || mocks.some((key) => wanted.has(key)));
  }
  /** The listed files that may mock `module`. */
  mayMock(module) {
    return this.#found([module], ({ mocks }, wanted) => mocks.some((key) => wanted.has(key)));
  }
  #found(modules, isFound) {
    this.scanAll();
    const wanted = wantedKeys(modules);
    const found = [];
    for (const file of this.#tools.files().values()) {
      const row = this.#rows[this.numberOf(file.path)];
      if (row && isFound(row, wanted)) found.push(file);
    }
    return found;
  }
  /** Whether every listed file has a row, since `scanAll`. */
  get isWhole() {
    return this.#isWhole;
  }
  /** Reads every listed file that has no row yet. */
  scanAll() {
    if (this.#isWhole) return;
    this.#isWhole = true;
    for (const file of this.#tools.files().values()) {
      const number = this.numberOf(file.path);
      this.#rows[number] ??= this.#scan(file).row;
    }
  }
  #scan({ path: path3, size }) {
    beat();
    this.#scanned += 1;
    const bytes = size > SIZE_LIMIT ? void 0 : readBytes2(path3, size);
    if (bytes === void 0) return { row: { ...nothing3 }, runs: [] };
    const text2 = decoded(bytes);
    if (isPython2(path3)) return { row: this.#pythonRow(path3, text2), runs: [] };
    const specifiers = [...specifiersIn(text2), ...scriptSourcesIn(path3, text2)];
    const erased = erasedIn(text2);
    const row = { keys: this.#keysOf(path3, specifiers), mocks: this.#keysOf(path3, mocksIn(text2)), targets: void 0 };
    return { row, runs: specifiers.filter((specifier) => !erased.has(specifier)) };
  }
  /** Where a text of Python leads is cheap to know, and many begin with a package that a module is in. */
  #pythonRow(file, text2) {
    const keysOf2 = (specifiers2) => Int32Array.from(/* @__PURE__ */ new Set([resolved, ...specifiers2.map((specifier) => hashOf2(leadsTo(this.#tools.resolve(file, specifier))))]));
    const specifiers = pythonSpecifiersIn(text2);
    return { keys: specifiers ? keysOf2(specifiers) : Int32Array.of(any), mocks: keysOf2(dottedStringsIn(text2)), targets: void 0 };
  }
  #keysOf(file, specifiers) {
    const names = this.#tools.otherNames();
    const keys = specifiers.flatMap((specifier) => {
      const key = specifierKey(file, specifier, names);
      if (key !== void 0) return [hashOf2(key)];
      const found = this.#tools.resolve(file, specifier);
      return [resolved, hashOf2(leadsTo(found)), ...mayMeanAny(specifier, found) ? [hashOf2(endKey(specifier))] : []];
    });
    return Int32Array.from(new Set(keys));
  }
  /** To be called when a file has changed or is gone. */
  forget(file) {
    const number = this.#numbers.get(file);
    if (number !== void 0) this.#rows[number] = void 0;
    this.#isWhole = false;
  }
  /** To be called when files have come or gone: what may lead to them is to be resolved anew. */
  resolveAnew(modules) {
    const wanted = wantedKeys(modules);
    for (const [number, row] of this.#rows.entries()) {
      if (row?.keys.includes(resolved) === true || row?.mocks.includes(resolved) === true) {
        this.#rows[number] = void 0;
        this.#isWhole = false;
      } else if (row?.targets && row.keys.some((key) => wanted.has(key))) row.targets = void 0;
    }
  }
  /** To be called when any specifier may lead elsewhere than before. */
  clear() {
    this.#rows.fill(void 0);
    this.#isWhole = false;
  }
  packed() {
    const files2 = [...this.#tools.files().keys()];
    const places = new Map(files2.map((path3, place) => [this.numberOf(path3), place]));
    const starts = new Int32Array(files2.length).fill(-1);
    const data = [];
    for (const [place, path3] of files2.entries()) {
      const row = this.#rows[this.numberOf(path3)];
      if (!row) continue;
      starts[place] = data.length;
      const targets = row.targets && Array.from(row.targets, (number) => places.get(number));
      const isWhole3 = targets?.every((target) => target !== void 0) === true;
      data.push(row.keys.length, row.mocks.length, isWhole3 ? targets.length : -1, ...row.keys, ...row.mocks);
      if (isWhole3) for (const target of targets) data.push(target ?? -1);
    }
    return { starts, data: Int32Array.from(data) };
  }
  /** Takes rows over that were packed with the same listing. */
  restore({ starts, data }) {
    const numbers = Array.from(this.#tools.files().keys(), (path3) => this.numberOf(path3));
    for (const [place, number] of numbers.entries()) {
      const start = starts[place] ?? -1;
      if (start < 0) continue;
      const [keys = 0, mocks = 0, targets = -1] = data.subarray(start, start + 3);
      const at2 = start + 3;
      this.#rows[number] = {
        keys: data.subarray(at2, at2 + keys),
        mocks: data.subarray(at2 + keys, at2 + keys + mocks),
        targets: targets < 0 ? void 0 : data.subarray(at2 + keys + mocks, at2 + keys + mocks + targets).map((target) => numbers[target] ?? -1)
      };
    }
  }
};
function wantedKeys(modules) {
  const wanted = /* @__PURE__ */ new Set([any]);
  for (const module of modules) for (const key of [...moduleKeys(module), leadsTo(module)]) wanted.add(hashOf2(key));
  return wanted;
}
function hashOf2(key) {
  let hash = 2166136261 | 0;
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 16777619);
  return hash === resolved || hash === any ? 2 : hash;
}
function leadsTo(module) {
  return `to ${module}`;
}

// src/project/reach.ts
var most2 = 64;
var Reach = class {
  #tools;
  #searches = /* @__PURE__ */ new Map();
  #answers = /* @__PURE__ */ new Map();
  /** Of files that were parsed: what they really import. */
  #exact = /* @__PURE__ */ new Map();
  constructor(tools) {
    this.#tools = tools;
  }
  /** Whether `module` is `target`, or needs it. */
  needs(module, target) {
    if (module === target) return true;
    if (isPackageKey(module) || isPackageKey(target)) return false;
    const question = `${module}\0${target}`;
    let answer = this.#answers.get(question);
    if (answer === void 0) {
      answer = this.#search(module, this.#tools.rows.numberOf(target));
      this.#answers.set(question, answer);
    }
    return answer;
  }
  /** To be called when any file has changed. */
  refresh() {
    this.#searches.clear();
    this.#answers.clear();
    this.#exact.clear();
  }
  #search(module, target) {
    for (; ; ) {
      const search = this.#searches.get(module) ?? this.#open(module);
      if (!this.#extend(search, target)) return false;
      if (this.#isReal(search, target)) return true;
      this.#searches.delete(module);
    }
  }
  #open(module) {
    const start = this.#tools.rows.numberOf(module);
    const search = { from: /* @__PURE__ */ new Map([[start, start]]), found: [start], next: 0 };
    if (this.#searches.size >= most2) this.#searches.clear();
    this.#searches.set(module, search);
    return search;
  }
  /** Walks on until `target` is found, or there is nothing more to find. */
  #extend(search, target) {
    while (!search.from.has(target)) {
      const file = search.found[search.next];
      if (file === void 0) return false;
      search.next += 1;
      for (const each of this.#targetsOf(file)) {
        if (search.from.has(each)) continue;
        if (each === target && !this.#exactOf(file).has(each)) continue;
        search.from.set(each, file);
        search.found.push(each);
      }
    }
    return true;
  }
  #targetsOf(file) {
    return this.#exact.get(file) ?? this.#tools.rows.targetsOf(file) ?? this.#exactOf(file);
  }
  #isReal({ from }, target) {
    for (let at2 = target; ; ) {
      const before3 = from.get(at2) ?? at2;
      if (before3 === at2) return true;
      if (!this.#exactOf(before3).has(at2)) return false;
      at2 = before3;
    }
  }
  #exactOf(file) {
    let exact = this.#exact.get(file);
    if (!exact) {
      const { rows, importsOf: importsOf2 } = this.#tools;
      exact = new Set(importsOf2(rows.moduleAt(file)).map((module) => rows.numberOf(module)));
      this.#exact.set(file, exact);
    }
    return exact;
  }
};

// src/project/takers.ts
var Takers = class {
  #tools;
  #takers = /* @__PURE__ */ new Map();
  #mockers = /* @__PURE__ */ new Map();
  constructor(tools) {
    this.#tools = tools;
  }
  /** To be called when any file has changed. */
  refresh() {
    this.#takers.clear();
    this.#mockers.clear();
  }
  /**
   * Everybody who takes something of `module`, in the order of their paths.
   * @param names where only these matter: who takes others alone may be left out
   */
  of(module, names = ["*"]) {
    const question = [module, ...names].join("\0");
    let takers = this.#takers.get(question);
    if (!takers) {
      const target = this.#target(module);
      const isMeant = spelling(names);
      const modules = isPython2(module) ? [module, ...this.#tools.governed()] : [module];
      takers = this.#tools.rows.mayName(modules).filter(isMeant).flatMap(({ path: path3 }) => [...this.#taken(path3, target)]).sort(byFile);
      this.#takers.set(question, takers);
    }
    return takers;
  }
  /** The files that mock `module`, in the order of their paths. */
  mockersOf(module) {
    let mockers = this.#mockers.get(module);
    if (!mockers && isPython2(module)) mockers = [...new Set(this.of(module).flatMap(({ file, by }) => by === "mock" ? file : []))];
    if (!mockers) {
      const target = this.#target(module);
      mockers = this.#tools.rows.mayMock(module).filter((file) => mocksOf2(file).some((specifier) => this.#isBehind(file.path, specifier, target))).map(({ path: path3 }) => path3).sort();
      this.#mockers.set(module, mockers);
    }
    return mockers;
  }
  #target(module) {
    return { module, ends: new ModuleEnds(() => this.#tools.otherNames(), [module]), lastEnds: lastEnds(module) };
  }
  /** What one file takes of the module, each take once, however often it is written. */
  #taken(file, target) {
    beat();
    const taken = /* @__PURE__ */ new Map();
    const record = this.#tools.graph.recordOf(file);
    const add3 = (from, name, by) => {
      const key = `${by} ${name}`;
      if (!taken.has(key) && this.#isBehind(file, from, target)) taken.set(key, { file, name, by });
    };
    if (record?.names) {
      for (const { name, by } of pythonTakes(file, record, { ...this.#tools, isWanted: (module) => module === target.module })) taken.set(`${by} ${name}`, { file, name, by });
      return taken.values();
    }
    for (const { from, name, isStar = false } of record?.takes ?? []) add3(from, name, isStar ? "star" : "import");
    for (const from of record?.mocks ?? []) add3(from, "*", "mock");
    return taken.values();
  }
  /** Whether a specifier leads to the module; one that leads nowhere counts for every module that it might be meant for. */
  #isBehind(file, specifier, { module, ends, lastEnds: wanted }) {
    if (!ends.mayLead(file, specifier)) return false;
    const found = this.#tools.resolver.moduleKey(file, specifier);
    if (found === module) return true;
    return mayMeanAny(specifier, found) && wanted.has(endOf2(specifier));
  }
};
function byFile(one, other) {
  if (one.file === other.file) return 0;
  return one.file < other.file ? -1 : 1;
}
var wholly2 = new RegExp(String.raw`\b(?:im|ex)port${gap}(?:type${gap})?(?:[\w$\x80-\uffff]+${gap},${gap})?\*|\bimport${gap}\(|\brequire\b|[mM]ock|[aA]ctual|<script|\\[ux]`);
function spelling(names) {
  if (names.some((name) => name === "*" || name === "default")) return () => true;
  const spelled = names.map(asBytes);
  return ({ path: path3, size }) => {
    if (isPython2(path3)) return true;
    const bytes = readBytes2(path3, size);
    return bytes === void 0 || spelled.some((name) => bytes.includes(name)) || wholly2.test(bytes);
  };
}
function mocksOf2({ path: path3, size }) {
  const bytes = readBytes2(path3, size);
  return bytes === void 0 ? [] : mocksIn(decoded(bytes));
}
function lastEnds(module) {
  const ends = pathEnds(module);
  const segments = module.split("/");
  const name = endOf2(module);
  const last = name === "index" ? [segments.at(-2) ?? "", "index"] : [name, ...ends.slice(segments.length)];
  return new Set(last.filter((end) => end !== ""));
}

// src/project/importers.ts
var Importers = class {
  #tools;
  #rows;
  #reach;
  #takers;
  /** Of modules of Python. */
  #closures = /* @__PURE__ */ new Map();
  constructor(tools) {
    this.#tools = tools;
    const rows = new ImportRows(tools);
    this.#rows = rows;
    this.#reach = new Reach({ rows, importsOf: (module) => tools.graph.importsOf(module) });
    this.#takers = new Takers({ ...tools, rows });
  }
  /** Counts the files that were read. */
  get scanned() {
    return this.#rows.scanned;
  }
  /** Everybody who takes something of `module`; with `names`, who takes others alone may be left out. */
  takersOf(module, names) {
    this.#readAll();
    return this.#takers.of(module, names);
  }
  /** The files that mock `module`. */
  mockersOf(module) {
    this.#readAll();
    return this.#takers.mockersOf(module);
  }
  /** Whether `module` is `target`, or needs it by imports that run, however far. */
  needs(module, target) {
    if (isPython2(module)) {
      let closure = this.#closures.get(module);
      if (!closure) this.#closures.set(module, closure = this.#tools.graph.pythonClosure(module));
      return closure.has(target);
    }
    return this.#reach.needs(module, target);
  }
  /** Of the threads of one run the first reads the rows of all files as they are. */
  #readAll() {
    if (this.#rows.isWhole) return;
    const stateOf2 = ({ path: path3, mtime, ctime, size }) => `${path3} ${String(mtime)} ${String(ctime)} ${String(size)}`;
    const rows = shared("rows", () => Array.from(this.#tools.files().values(), stateOf2).join("\n"), () => {
      this.#rows.scanAll();
      return this.packed();
    });
    if (rows?.isOwn === false) this.restore(rows.value);
    this.#rows.scanAll();
  }
  /** To be called when any file may have changed, one that is not listed too. */
  refresh() {
    this.#reach.refresh();
    this.#takers.refresh();
    this.#closures.clear();
  }
  /** To be called when a file has changed or is gone. */
  forget(file) {
    this.#rows.forget(file);
  }
  /** To be called when files have come or gone. */
  resolveAnew(modules) {
    this.#rows.resolveAnew(modules);
  }
  /** To be called when any specifier may lead elsewhere than before. */
  clear() {
    this.#rows.clear();
  }
  /** What the next process need not read. */
  packed() {
    return this.#rows.packed();
  }
  /** Takes over what was packed with the same listing. */
  restore(rows) {
    this.#rows.restore(rows);
  }
};

// src/project/collect-names.ts
import { posix as posix25 } from "node:path";
function collectNames({ listing, workspaces, configs }) {
  const names = new OtherNames();
  for (const path3 of listing.links.keys()) names.addName(posix25.basename(path3));
  names.hasLinks = [...listing.links].some(([path3, target]) => mayBeSource(path3, target));
  for (const folder3 of /* @__PURE__ */ new Set([listing.root, ...[...listing.configFiles.keys()].map((path3) => posix25.dirname(path3))])) {
    const owner = workspaces.packageAt(folder3);
    if (owner) {
      names.addPackage(owner);
      names.addName(posix25.basename(folder3));
    }
    for (const config of configs.around(folder3).all) {
      names.addAliases(config);
      for (const path3 of config.sources) listing.watch(path3);
    }
  }
  return names;
}

// src/project/survey-file.ts
import { createHash as createHash4 } from "node:crypto";
import { mkdirSync, readdirSync as readdirSync3, readFileSync as readFileSync3, renameSync, rmSync, statSync as statSync4, writeFileSync } from "node:fs";
import { posix as posix26 } from "node:path";
import { threadId } from "node:worker_threads";

// package.json
var package_default = {
  name: "eslint-plugin-ssot",
  version: "0.1.0",
  description: "Carries a code base from deprecated factories, modules and import paths to the single source of truth: reports, rewrites and guards every import, use, mock and re-export",
  keywords: [
    "eslint",
    "eslintplugin",
    "eslint-plugin",
    "deprecated",
    "migration",
    "codemod",
    "refactoring",
    "single-source-of-truth",
    "typescript"
  ],
  license: "MIT",
  type: "module",
  sideEffects: false,
  engines: {
    node: "^20.19.0 || ^22.13.0 || >=24"
  },
  files: [
    "dist",
    "docs",
    "schema.json"
  ],
  scripts: {
    build: "tsdown",
    types: "tsc -p .",
    lint: "node node_modules/eslint/bin/eslint.js .",
    test: "vitest run",
    demo: "npm run --silent build -- --logLevel error && tsx tools/demo.ts",
    docs: "tsx tools/write-schema.ts && tsx tools/write-docs.ts",
    "docs:check": "tsx tools/write-docs.ts --check",
    soak: "node --expose-gc --import tsx tools/soak.ts",
    bench: "npm run --silent build && tsx tools/bench/bench.ts",
    "bench:graph": "npm run --silent build && tsx tools/bench/graph.ts",
    prepack: "npm run --silent build"
  },
  peerDependencies: {
    eslint: "^9.39.0 || ^10.0.0"
  },
  dependencies: {
    "@eslint/core": "^1.2.1",
    "@eslint/plugin-kit": "^0.7.3",
    "@typescript-eslint/parser": "^8.73.0",
    "@typescript-eslint/utils": "^8.73.0",
    ignore: "^7.0.16",
    "jsonc-parser": "^3.3.1",
    "oxc-parser": "^0.154.0",
    "oxc-resolver": "^11.24.2",
    picomatch: "^4.0.7",
    zod: "^4.6.7"
  },
  devDependencies: {
    "@arethetypeswrong/cli": "^0.18.5",
    "@eslint/js": "^10.0.1",
    "@eslint/json": "^2.1.1",
    "@types/node": "^20.19.43",
    "@types/picomatch": "^4.0.3",
    "@zzzen/pyright-internal": "1.2.0-dev.20260920",
    eslint: "^10.15.0",
    "eslint-plugin-import-x": "^4.18.1",
    eslint9: "npm:eslint@^9.39.5",
    "fast-check": "^4.10.2",
    knip: "^6.44.2",
    oxlint: "~1.89.0",
    publint: "^0.3.25",
    tsdown: "^0.21.10",
    tsx: "^4.23.15",
    typescript: "6.0",
    "typescript-eslint": "^8.73.0",
    vitest: "^4.1.12",
    "vscode-langservers-extracted": "^4.10.0",
    "vue-eslint-parser": "^10.4.2"
  },
  main: "./dist/index.cjs",
  types: "./dist/index.d.cts",
  exports: {
    ".": {
      import: {
        types: "./dist/index.d.ts",
        default: "./dist/index.js"
      },
      require: {
        types: "./dist/index.d.cts",
        default: "./dist/index.cjs"
      }
    },
    "./schema.json": "./schema.json",
    "./package.json": "./package.json"
  },
  overrides: {
    "unrs-resolver": "1.12.2",
    knip: {
      "oxc-parser": "0.154.0"
    }
  }
};

// src/project/survey-file.ts
var kept = 4;
var installs = [".package-lock.json", ".modules.yaml", ".yarn-integrity", ".yarn-state.yml"];
function surveyFile(root, question) {
  for (let folder3 = root; ; folder3 = posix26.dirname(folder3)) {
    if (statOf2(posix26.join(folder3, "node_modules"))?.isDirectory() === true) {
      const installed = installs.map((name2) => String(statOf2(posix26.join(folder3, "node_modules", name2))?.mtimeMs));
      const name = createHash4("sha1").update([package_default.version, process.version, root, question, ...installed].join("\0")).digest("hex");
      return posix26.join(folder3, "node_modules/.cache/eslint-plugin-ssot", `${name}.survey`);
    }
    if (posix26.dirname(folder3) === folder3) return void 0;
  }
}
function readSurvey(file) {
  try {
    return fromBytes(readFileSync3(file));
  } catch {
    return void 0;
  }
}
function writeSurvey(file, survey) {
  const folder3 = posix26.dirname(file);
  const written3 = `${file}.${String(process.pid)}.${String(threadId)}`;
  try {
    mkdirSync(folder3, { recursive: true });
    writeFileSync(written3, toBytes(survey));
    renameSync(written3, file);
    const others = readdirSync3(folder3).map((name) => posix26.join(folder3, name)).sort((one, other) => statSync4(other).mtimeMs - statSync4(one).mtimeMs);
    for (const old of others.slice(kept)) rmSync(old, { force: true });
    return true;
  } catch {
    try {
      rmSync(written3, { force: true });
    } catch {
    }
    return false;
  }
}

// src/project/young-contents.ts
import { createHash as createHash5 } from "node:crypto";
var YoungContents = class {
  #hashes = /* @__PURE__ */ new Map();
  /** By file. */
  get hashes() {
    return this.#hashes;
  }
  restore(hashes) {
    for (const [path3, hash] of hashes) this.#hashes.set(path3, hash);
  }
  forget(path3) {
    this.#hashes.delete(path3);
  }
  /** Whether a file that is listed as changed is: a young one is listed so each time. */
  isDifferent(file) {
    const before3 = this.#hashes.get(file.path);
    const hash = file.isYoung || before3 !== void 0 ? hashOf3(file) : void 0;
    if (file.isYoung && hash !== void 0) this.#hashes.set(file.path, hash);
    else this.#hashes.delete(file.path);
    return before3 === void 0 || before3 !== hash;
  }
};
function hashOf3({ path: path3, size }) {
  const text2 = readBytes2(path3, size);
  return text2 === void 0 ? void 0 : createHash5("sha1").update(text2, "latin1").digest("base64");
}

// src/project/survey.ts
var worthKeeping = 500;
var most3 = 8;
var Survey = class {
  #tools;
  #outlets;
  #contents = new YoungContents();
  #names = new OtherNames();
  /** By request. */
  #ways = /* @__PURE__ */ new Map();
  /** Every module that was found to let a governed export out, or to be asked about. */
  #modules = /* @__PURE__ */ new Set();
  /** What specifiers lead to that are on the way of one. */
  #asked = /* @__PURE__ */ new Set();
  /** How specifiers of those modules may end. */
  #ends = new ModuleEnds(() => this.#names);
  #isOpen = false;
  #importers;
  /** Identifies the files, among all surveys of all projects. */
  #name;
  #judged = 0;
  /** Files judged and rows read that the disk knows of. */
  #kept = 0;
  #version = 0;
  /** @param name another text for another project, or for other files of it */
  constructor(name, tools) {
    this.#name = name;
    this.#tools = tools;
    const naming = { otherNames: () => this.#names, resolve: (file, specifier) => tools.resolver.moduleKey(file, specifier) };
    this.#outlets = new Outlets(tools.graph, naming);
    this.#importers = new Importers({ ...tools, ...naming, files: () => tools.listing.files, governed: () => this.#modules });
  }
  /** What was passed over, and why. */
  get notes() {
    return [...this.#tools.listing.notes, ...this.#outlets.notes];
  }
  /** What the files say that name modules, by their absolute paths. */
  get configs() {
    return [...this.#tools.listing.configFiles].flatMap(([path3, state]) => state === "" ? [] : [[path3, configFacts(path3)]]);
  }
  /** Counts the looks that have found something: who has derived something from an answer knows by it whether that holds. */
  get version() {
    return this.#version;
  }
  /** Where governed exports get out, as of the last look. */
  ways(request) {
    if (!this.#isOpen) this.look();
    const asked = JSON.stringify(request);
    const known2 = this.#ways.get(asked);
    const ways = known2 ?? this.#sharedWays(asked, request);
    if (this.#ways.size >= most3) this.#ways.clear();
    this.#ways.set(asked, ways);
    this.#governAll(request, ways);
    this.#keep();
    return ways;
  }
  #governAll({ seeds, barriers, texts }, ways) {
    for (const { module } of [...seeds, ...barriers, ...ways.leaks, ...ways.namespaces]) this.#govern(module);
    for (const text2 of texts) this.#ends.addSpecifier(text2);
    for (const key of askedFor(seeds, ways, this.#tools.graph)) {
      this.#asked.add(key);
      this.#ends.add(key);
    }
  }
  /** Of the threads of one run the first follows for all. One that has seen a change since follows for itself. */
  #sharedWays(asked, request) {
    const made = this.#version <= 1 ? shared("ways", () => `${this.#name}\0${asked}`, () => this.#outlets.follow(request)) : void 0;
    return made?.value ?? this.#outlets.follow(request);
  }
  /**
   * Whether a specifier may lead to a module that a governed export is to be had from; `false` is certain.
   * @param file that writes the specifier; absolute real path
   */
  mayLead(file, specifier) {
    return this.#ends.mayLead(file, specifier);
  }
  /** Everybody who takes something of `module`; with `names`, who takes others alone may be left out. */
  takersOf(module, names) {
    return this.#ask(() => this.#importers.takersOf(module, names));
  }
  /** The files that mock `module`. */
  mockersOf(module) {
    return this.#ask(() => this.#importers.mockersOf(module));
  }
  /** Whether `module` is `target`, or needs it by imports that run, however far. */
  needs(module, target) {
    return this.#ask(() => this.#importers.needs(module, target));
  }
  #ask(question) {
    if (!this.#isOpen) this.look();
    const answer = question();
    this.#keep();
    return answer;
  }
  /** To be called when anything may have changed that is not listed. */
  refresh() {
    this.#importers.refresh();
  }
  /** Looks at the disk, and reads what has changed; `version` tells whether that matters. */
  look() {
    if (this.#isOpen) return this.#take(this.#tools.listing.look());
    this.#isOpen = true;
    const survey = shared("survey", () => this.#name, () => {
      this.#openAlone();
      return this.#saved();
    });
    if (!survey) this.#openAlone();
    else if (!survey.isOwn) {
      this.#restore(survey.value);
      this.#take(this.#tools.listing.look());
    }
  }
  /** The first look of a process: what an earlier one saw is only checked. */
  #openAlone() {
    const file = surveyFile(this.#tools.listing.root, this.#name);
    const saved = file === void 0 ? void 0 : readSurvey(file);
    if (saved) this.#restore(saved);
    this.#take(this.#tools.listing.look());
  }
  /** Puts what is known on disk, where that has grown. */
  #keep() {
    const read = this.#judged + this.#importers.scanned;
    if (read - this.#kept <= worthKeeping) return;
    this.#kept = read;
    const file = surveyFile(this.#tools.listing.root, this.#name);
    if (file !== void 0 && !writeSurvey(file, this.#saved())) this.#kept = Infinity;
  }
  /** Looks at one file (absolute real path), sooner than at all of them. */
  lookAt(file) {
    if (this.#isOpen && this.#tools.listing.files.has(file)) this.#take(this.#tools.listing.lookAt(file));
  }
  #take({ changed, removed, isMoved, isRenamed }) {
    const { disk, graph, forgetPaths } = this.#tools;
    for (const { path: path3 } of removed) this.#contents.forget(path3);
    const different = changed.filter((file) => this.#contents.isDifferent(file));
    if (different.length === 0 && !isMoved) return;
    if (!this.#outlets.isEmpty) for (const { path: path3 } of different) disk.touch(path3);
    graph.refresh(isMoved ? void 0 : different.map(({ path: path3 }) => path3));
    this.refresh();
    if (isRenamed) this.#importers.clear();
    else if (isMoved) this.#importers.resolveAnew([...removed, ...different.filter((file) => !this.#outlets.has(file.path))].map(({ path: path3 }) => path3));
    if (isMoved) {
      disk.refresh();
      forgetPaths();
      this.#names = collectNames(this.#tools);
      this.#outlets.resolveAnew();
    }
    const before3 = different.some(({ path: path3 }) => this.#matters(path3));
    for (const { path: path3 } of removed) this.#forget(path3);
    for (const file of different) this.#judge(file);
    if (!isMoved && !before3 && !different.some(({ path: path3 }) => this.#matters(path3))) return;
    this.#version += 1;
    this.#ways.clear();
  }
  #restore(saved) {
    this.#tools.listing.restore({ ...saved, folders: restoredFolders(saved.folders) });
    this.#names = collectNames(this.#tools);
    this.#outlets.restore(saved);
    this.#contents.restore(saved.hashes);
    this.#importers.restore(saved.rows);
    for (const [asked, ways] of saved.ways) {
      this.#ways.set(asked, ways);
      this.#governAll(JSON.parse(asked), ways);
    }
  }
  #saved() {
    const { listing } = this.#tools;
    const { configFiles, ignoreFiles, links } = listing;
    return { folders: savedFolders(listing), configFiles, ignoreFiles, links, ...this.#outlets.saved(), hashes: this.#contents.hashes, ways: this.#ways, rows: this.#importers.packed() };
  }
  /** Whether ways may lead through a file, or end at what it defines. */
  #matters(file) {
    if (this.#modules.has(file) || this.#outlets.passes(file)) return true;
    const leadsTo2 = (module) => this.#asked.has(module) || this.#modules.has(module);
    return this.#outlets.specifiersOf(file).some((specifier) => this.#ends.mayLead(file, specifier) && leadsTo2(this.#tools.resolver.moduleKey(file, specifier)));
  }
  #judge(file) {
    this.#judged += 1;
    beat();
    this.#importers.forget(file.path);
    this.#outlets.judge(file);
  }
  #forget(path3) {
    this.#importers.forget(path3);
    this.#outlets.forget(path3);
  }
  #govern(module) {
    if (this.#modules.has(module)) return;
    this.#modules.add(module);
    this.#ends.add(module);
  }
};

// src/project/tsconfig.ts
import { isAbsolute as isAbsolute15, posix as posix27 } from "node:path";
import { ResolverFactory as ResolverFactory2 } from "oxc-resolver";
import picomatch4 from "picomatch";
var NAMES = ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"];
function readPathConfigs(disk) {
  const json = keptByFile(disk, 2e3, readJsonObject);
  const extended = new ResolverFactory2({ extensions: [".json"], mainFields: ["tsconfig"], mainFiles: ["tsconfig"], conditionNames: ["node", "require", "import"] });
  const loaded3 = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  const pathOf = (folder3, specifier) => {
    if (isRelative(specifier) || isAbsolute15(specifier)) {
      const path3 = posix27.resolve(folder3, withSlashes(specifier));
      return [path3, `${path3}.json`, `${path3}/tsconfig.json`].find((candidate) => disk.isFile(candidate));
    }
    const found = extended.sync(folder3, specifier).path;
    return found === void 0 ? void 0 : withSlashes(found);
  };
  const settingsOf = (file, leaf, seen) => {
    const raw = json(file) ?? {};
    const folder3 = posix27.dirname(file);
    const options = asObject(raw["compilerOptions"]);
    const here = (text2) => posix27.resolve(folder3, withSlashes(text2.replace("${configDir}", leaf)));
    let settings = { sources: [] };
    const sources = [file];
    for (const specifier of asStrings(raw["extends"])) {
      const base = pathOf(folder3, specifier);
      if (base === void 0 || seen.has(base)) continue;
      settings = { ...settings, ...settingsOf(base, leaf, /* @__PURE__ */ new Set([...seen, base])) };
      sources.push(...settings.sources);
    }
    const { baseUrl, paths, moduleResolution = options["module"] } = options;
    return {
      ...settings,
      sources,
      ...typeof baseUrl === "string" && { baseUrl: here(baseUrl) },
      ...paths !== void 0 && { paths: asObject(paths), pathsFolder: folder3 },
      ...typeof moduleResolution === "string" && { module: moduleResolution.toLowerCase() },
      ...Array.isArray(raw["files"]) && { files: asStrings(raw["files"]).map(here) },
      ...Array.isArray(raw["include"]) && { include: asStrings(raw["include"]).map(here) },
      ...Array.isArray(raw["exclude"]) && { exclude: asStrings(raw["exclude"]).map(here) }
    };
  };
  const load = (file) => {
    if (loaded3.has(file)) return loaded3.get(file);
    const folder3 = posix27.dirname(file);
    const settings = settingsOf(file, folder3, /* @__PURE__ */ new Set([file]));
    const from = settings.baseUrl ?? settings.pathsFolder ?? folder3;
    const target = (text2) => posix27.resolve(from, withSlashes(text2.replace("${configDir}", folder3)));
    const config = {
      file,
      sources: settings.sources,
      aliases: Object.entries(settings.paths ?? {}).map(([pattern, targets]) => ({ pattern, targets: asStrings(targets).map(target) })),
      baseUrl: settings.baseUrl,
      needsExtensions: /^node(?:16|18|20|next)$/.test(settings.module ?? ""),
      references: references(json(file)?.["references"]).map((path3) => posix27.resolve(folder3, withSlashes(path3))).map((path3) => disk.isFolder(path3) ? `${path3}/tsconfig.json` : path3).filter((path3) => disk.isFile(path3)),
      covers: coverage(folder3, settings)
    };
    loaded3.set(file, config);
    return config;
  };
  const withReferences = (config) => {
    const all = /* @__PURE__ */ new Set([config]);
    for (const each of all) for (const path3 of each.references) {
      const found = load(path3);
      if (found !== void 0) all.add(found);
    }
    return [...all];
  };
  const around2 = (folder3) => {
    const known2 = folders.get(folder3);
    if (known2 !== void 0) return known2;
    const file = NAMES.map((name) => posix27.join(folder3, name)).find((path3) => disk.isFile(path3));
    const parent = posix27.dirname(folder3);
    const config = file === void 0 ? void 0 : load(file);
    let found;
    if (config === void 0) found = parent === folder3 ? { perFile: false, all: [], configFor: () => void 0 } : around2(parent);
    else if (config.references.length === 0) found = { perFile: false, all: [config], configFor: () => config };
    else {
      const candidates = withReferences(config);
      found = { perFile: true, all: candidates, configFor: (path3) => candidates.find((each) => each.covers(path3)) ?? config };
    }
    folders.set(folder3, found);
    return found;
  };
  return {
    around: around2,
    refresh() {
      loaded3.clear();
      folders.clear();
      extended.clearCache();
    }
  };
}
function references(value) {
  return Array.isArray(value) ? value.flatMap((item) => asStrings(asObject(item)["path"])) : [];
}
function coverage(folder3, settings) {
  const files2 = new Set(settings.files ?? []);
  const include = settings.include ?? (settings.files === void 0 ? [folder3] : []);
  const test = (patterns) => {
    const globs = patterns.map((pattern) => posix27.relative(folder3, pattern)).map((pattern) => /\*|\.\w+$/.test(posix27.basename(pattern)) ? pattern : posix27.join(pattern, "**"));
    const matches = picomatch4([...globs], { dot: true });
    return (file) => matches(posix27.relative(folder3, file));
  };
  let included;
  let excluded;
  return (file) => {
    if (files2.has(file)) return true;
    included ??= test(include);
    excluded ??= test(settings.exclude ?? [posix27.join(folder3, "**/node_modules")]);
    return included(file) && !excluded(file);
  };
}

// src/project/project.ts
var source = new RegExp(`(?:${[...CODE_EXTENSIONS, ...COMPONENT_EXTENSIONS].map((extension2) => extension2.replace(".", "\\.")).join("|")})$`);
var sourceOrPython = new RegExp(`${source.source}|\\.pyi?$`);
function createProject(root, python2) {
  const disk = openDisk();
  const realRoot = disk.realPath(withSlashes(resolve6(root)));
  const workspaces = findWorkspaces(disk);
  const configs = readPathConfigs(disk);
  const pythonResolver = createPythonResolver(realRoot, python2?.roots ?? ["."], disk);
  const resolver = forBothLanguages(createResolver(realRoot, disk, workspaces, configs), pythonResolver);
  const graph = createGraph(disk, resolver, pythonResolver);
  const specifierFor = createSpecifierWriter(disk, resolver, workspaces, graph);
  let survey;
  let surveyed = "";
  const forgetPaths = () => {
    workspaces.refresh();
    configs.refresh();
    resolver.refresh();
  };
  const surveyOf = (exclude) => {
    const asked = JSON.stringify(exclude);
    if (!survey || surveyed !== asked) {
      const listing = new DiskListing({ root: realRoot, ...sourcesBut(exclude, python2 !== void 0) });
      survey = new Survey([realRoot, asked, ...python2?.roots ?? []].join("\0"), { disk, resolver, graph, workspaces, configs, listing, forgetPaths });
      surveyed = asked;
    }
    return survey;
  };
  return {
    root: realRoot,
    moduleKey: resolver.moduleKey,
    manifestModule: resolver.manifestModule,
    fileKey: resolver.fileKey,
    exportOf: graph.exportOf,
    exportNames: graph.exportNames,
    home: graph.home,
    mayReexport: graph.mayReexport,
    specifierFor: (fromFile, replaced2, target) => isPython2(fromFile) ? pythonSpecifier(fromFile, replaced2, target, pythonResolver) : specifierFor(fromFile, replaced2, target),
    get surveyed() {
      return survey;
    },
    isPublicEntry: (module) => isPython2(module) ? isPublicModule(module, pythonResolver, disk) : isPublicEntry(module, workspaces, disk, resolver.locate),
    survey: surveyOf,
    needs: (module, target) => (survey ?? surveyOf([])).needs(module, target),
    code: createManifestCode(realRoot, disk, resolver, graph),
    refresh() {
      disk.refresh();
      forgetPaths();
      graph.refresh();
      survey?.refresh();
    }
  };
}
function sourcesBut(exclude, withPython) {
  const whole = exclude.filter((glob2) => glob2.endsWith("/**")).map((glob2) => glob2.slice(0, -"/**".length));
  const isExcluded = exclude.length > 0 ? picomatch5([...exclude], { dot: true }) : () => false;
  const isExcludedFolder = whole.length > 0 ? picomatch5(whole, { dot: true }) : () => false;
  if (!withPython) return { isSource: (path3) => source.test(path3) && !isExcluded(path3), isExcludedFolder };
  return {
    isSource: (path3) => sourceOrPython.test(path3) && !isExcluded(path3),
    isExcludedFolder: (path3) => PYTHON_NEVER.has(posix28.basename(path3)) || isExcludedFolder(path3)
  };
}

// src/rule-kit/freshness.ts
var idle = 1e3;
var dear = 25;
var dearShare = 1 / 4;
var large = 32;
var step = 8;
var Freshness = class {
  #settings = /* @__PURE__ */ new WeakSet();
  /** Of the run. */
  #files = /* @__PURE__ */ new Set();
  /** Whether the lint that has begun goes on: passes of a fix follow each other without a break. */
  #isWithin = false;
  /** Whether the latest lint was its run's last, as far as that can be told. */
  #wasLast = false;
  #lastUse = performance.now();
  #lastLook = performance.now();
  #cost = 0;
  /** To be called when a file's lint begins. */
  begin(file, settings) {
    const now = performance.now();
    const isKnown = this.#settings.has(settings);
    if (isKnown && this.#isWithin) return "nothing";
    const isIdle = now - this.#lastUse > idle;
    const wasAlone = this.#wasLast && (this.#cost < dear || now - this.#lastLook > this.#cost / dearShare);
    const isNewRun = !isKnown || this.#files.has(file) || wasAlone;
    if (isNewRun) this.#files.clear();
    this.#lastUse = now;
    this.#settings.add(settings);
    this.#files.add(file);
    const { size } = this.#files;
    if (size < large || size % step === 0) this.#wasLast = !isThreadOfRun && !isReading();
    this.#isWithin = true;
    queueMicrotask(() => {
      this.#isWithin = false;
    });
    if (isIdle) return "everything";
    if (isNewRun) return "sources";
    return this.#wasLast ? "file" : "nothing";
  }
  /** @param cost of the look, in milliseconds */
  looked(cost) {
    this.#cost = cost;
    this.#lastLook = performance.now();
  }
};
function isReading() {
  let requests2 = 0;
  for (const name of process.getActiveResourcesInfo()) if (/^(?:FS|Close|FileHandle)/.test(name)) requests2 += 1;
  return requests2 > 1;
}

// src/rule-kit/fingerprint.ts
import { createHash as createHash6 } from "node:crypto";
import path from "node:path";
function fingerprintOf(project, symbols) {
  const short = (module) => path.isAbsolute(module) ? path.posix.relative(project.root, module) : module;
  const lines = [];
  const note = (...parts2) => void lines.push(JSON.stringify(parts2));
  const shortened = (definition) => definition && [short(definition.module), definition.name];
  const modules = /* @__PURE__ */ new Map();
  const noteModule = (module, ...instead) => {
    const known2 = modules.get(module) ?? /* @__PURE__ */ new Set();
    modules.set(module, known2);
    for (const each of instead) known2.add(each);
  };
  const noteExport = (module, name) => note(short(module), name, project.exportOf(module, name), shortened(project.home(module, name)));
  for (const { module, name, through, canonical, origin } of [...symbols.governed(), ...symbols.exclusive.all]) {
    noteModule(module, origin.module, ...canonical ? [canonical.module] : []);
    note(short(module), name, through.map(short), project.exportOf(module, name), shortened(origin));
    if (name === "*") note(short(module), project.exportNames(module));
    if (!canonical) continue;
    noteExport(canonical.module, canonical.name);
    if (canonical.name === "*") note(short(canonical.module), project.exportNames(canonical.module));
  }
  for (const { module, name, target } of symbols.namespaces()) {
    noteModule(module);
    note(short(module), name, short(target));
  }
  for (const [module, instead] of modules) {
    const takers = project.surveyed?.takersOf(module) ?? [];
    note(short(module), takers.map(({ file, name, by }) => [short(file), name, by]), project.isPublicEntry(module));
    const files2 = [...new Set(takers.map(({ file }) => file))];
    for (const each of [...instead, ...project.surveyed?.mockersOf(module) ?? []]) note(short(each), short(module), files2.filter((file) => project.needs(each, file)).map(short));
  }
  for (const [file, facts] of project.surveyed?.configs ?? []) note(short(file), facts);
  return createHash6("sha1").update(lines.sort().join("\n")).digest("base64");
}

// src/rule-kit/session.ts
var kept2 = 8;
var Session = class {
  manifest;
  project;
  #freshness = new Freshness();
  #realms = /* @__PURE__ */ new Map();
  /** What the realms were derived from. */
  #survey;
  #version;
  constructor(manifest, project) {
    this.manifest = manifest;
    this.project = project;
  }
  /**
   * To be called when a file's lint begins: looks at the disk where something may have changed.
   * @param file its path
   * @param settings the configuration's, the same object for all files of one run and one configuration
   */
  begin(file, settings) {
    const due = this.#freshness.begin(file, settings);
    if (due === "file") this.project.surveyed?.lookAt(this.project.fileKey(file));
    if (due === "file" || due === "nothing") return this.#compare();
    if (due === "everything") {
      this.project.refresh();
      this.#realms.clear();
    }
    const start = performance.now();
    this.project.surveyed?.look();
    this.#compare();
    this.#freshness.looked(performance.now() - start);
  }
  /** Another manifest's session may have looked, or made another survey, since this one's symbols were derived. */
  #compare() {
    const { surveyed } = this.project;
    if (surveyed !== this.#survey || surveyed?.version !== this.#version) this.#realms.clear();
  }
  /** What reports depend on in other files, as of now. */
  fingerprint() {
    this.project.refresh();
    this.#realms.clear();
    this.project.surveyed?.look();
    return languages2.map((language) => fingerprintOf(this.project, this.realm(language).symbols)).join("\n");
  }
  /** Symbols and policy for files of `language`. */
  realm({ name }) {
    const known2 = this.#realms.get(name);
    if (known2) return known2;
    const { project, manifest } = this;
    const symbols = new SymbolTable(manifest, name, {
      manifestModule: (module) => project.manifestModule(module, name),
      home: (module, exported) => project.mayReexport(module, exported) ? project.home(module, exported) : void 0,
      ways: (seeds, barriers) => project.survey(manifest.exclude).ways({ seeds, barriers, texts: modulesIn(manifest) })
    });
    const realm = { symbols, policy: new Policy(manifest, symbols) };
    this.#realms.set(name, realm);
    this.#survey = project.surveyed;
    this.#version = project.surveyed?.version;
    return realm;
  }
};
function modulesIn({ migrations }) {
  return migrations.flatMap(({ canonical, deprecated }) => [...canonical ? [canonical] : [], ...deprecated].map(({ module }) => module));
}
var sessions = /* @__PURE__ */ new Map();
var projects = /* @__PURE__ */ new Map();
function sessionOf({ manifest, root, version }) {
  const python2 = pythonOf(manifest);
  return latest(sessions, `${root}\0${version}`, () => new Session(manifest, latest(projects, JSON.stringify([root, python2?.roots]), () => createProject(root, python2))));
}
function pythonOf({ migrations, python: python2 }) {
  return migrations.some(({ language }) => language === "python") ? python2 : void 0;
}
function latest(map, key, make) {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= kept2) break;
    map.delete(oldest);
  }
  return value;
}

// tools/monorepo/random.ts
function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296;
  };
}
function createRandom(seed) {
  const next = mulberry32(Math.imul(seed ^ 2654435769, 2246822507));
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[below(items.length)];
      if (item === void 0) throw new Error("There is nothing to pick from.");
      return item;
    },
    // Box and Muller; `1 - next()` is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  };
}

// tools/bench/graph-child.ts
var EDITS = 200;
var source2 = /\.[cm]?tsx?$/;
function readAll(folder3) {
  let count = 0;
  for (const entry of readdirSync4(folder3, { withFileTypes: true })) {
    if (entry.name === "node_modules" || entry.name === ".git") continue;
    const full = `${folder3}/${entry.name}`;
    if (entry.isDirectory()) count += readAll(full);
    else if (source2.test(entry.name)) {
      readFileSync4(full);
      count++;
    }
  }
  return count;
}
function openGraph(folder3) {
  const settings = {};
  const session = () => sessionOf(loadManifest({ cwd: folder3, checkRewrite: checkRewrites2 }));
  const count = (of) => languages2.reduce((sum, language) => sum + [...of.realm(language).symbols.governed()].length, 0);
  return {
    first: () => count(session()),
    again(file) {
      const of = session();
      of.begin(file, settings);
      return count(of);
    }
  };
}
function expectedOf(folder3) {
  return JSON.parse(readFileSync4(path2.join(folder3, "expected.json"), "utf8"));
}
function measured(work) {
  const before3 = process.cpuUsage();
  const start = performance.now();
  const count = work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before3);
  return { ms, cpu: (user + system) / 1e3, count, peak: process.resourceUsage().maxRSS / 1024 };
}
function update(folder3) {
  const graph = openGraph(folder3);
  const first = measured(graph.first);
  const files2 = readdirSync4(path2.join(folder3, "packages"), { recursive: true, encoding: "utf8" }).filter((name) => source2.test(name) && !/(?:^|\/)(?:generated|index|compat)\b|\.test\./.test(name));
  const { symbols } = expectedOf(folder3);
  const random = createRandom(7);
  const updates = [];
  for (let edit = 0; edit < EDITS; edit++) {
    const file = path2.join(folder3, "packages", random.pick(files2));
    const home = random.pick(symbols);
    const specifier = home.file.replace(/^packages\//, "@app/").replace(/\.tsx?$/, "");
    const leaks = edit % 3 === 2 && !file.endsWith(home.file);
    const added = leaks ? `export { ${home.name} as leaked${String(edit)} } from "${specifier}";
` : edit % 3 === 1 ? `export const edited${String(edit)} = 1;
` : "// Edited.\n";
    const text2 = readFileSync4(file, "utf8");
    try {
      writeFileSync2(file, `${text2}
${added}`);
      const start = performance.now();
      const count = graph.again(file);
      updates.push(performance.now() - start);
      if (leaks ? count <= first.count : count !== first.count) throw new Error(`After an edit of ${file} there are ${String(count)} leaks instead of ${String(first.count)}: ${added}`);
    } finally {
      writeFileSync2(file, text2);
    }
    graph.again(file);
  }
  return { ...first, updates };
}
var [what = "", folder2 = ""] = process.argv.slice(2);
var result = what === "update" ? update(folder2) : { ...measured(what === "read" ? () => readAll(folder2) : openGraph(folder2).first), updates: [] };
console.log(JSON.stringify(result));
