/** Names that mean the same in every file, as long as nothing there declares them. */

const values = [
  "AggregateError", "Array", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean", "DataView",
  "Date", "Error", "EvalError", "FinalizationRegistry", "Float32Array", "Float64Array", "Function", "Infinity",
  "Int16Array", "Int32Array", "Int8Array", "Intl", "Iterator", "JSON", "Map", "Math", "NaN", "Number", "Object", "Promise",
  "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp", "Set", "SharedArrayBuffer", "String", "Symbol",
  "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap",
  "WeakRef", "WeakSet", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "globalThis", "isFinite",
  "isNaN", "parseFloat", "parseInt", "undefined",
];

/** Of TypeScript's own library; `const` is how `as const` is read. */
const types = [
  "Awaited", "ConstructorParameters", "Exclude", "Extract", "InstanceType", "NonNullable", "Omit", "Parameters", "Partial",
  "Pick", "PromiseLike", "Readonly", "ReadonlyArray", "ReadonlyMap", "ReadonlySet", "Record", "Required", "ReturnType",
  "const",
];

/** The values and types of ECMA-262 and of TypeScript's library for it. */
export const languageGlobals: ReadonlySet<string> = new Set([...values, ...types]);
