/** Functions that are given to a loader, which takes the default export of the module that they load when it is asked for. */
import { functionThatGives, keyName, memberName, Type } from "./syntax.ts";
import type { Node } from "./syntax.ts";

/** React's and Preact's `lazy`, Next's `dynamic`, Vue's `defineAsyncComponent`, `@loadable/component`. */
const loaders = new Set(["lazy", "dynamic", "defineAsyncComponent", "loadable"]);
/** The options of these that hold the function, and those of Vue's and Angular's routers. */
const options = new Set(["loader", "component", "loadComponent"]);

/** Whether a value is what such a function gives back: `lazy(() => import("m"))`, `{ component: () => import("m") }`. */
export function isForLoader(value: Node): boolean {
  const made = functionThatGives(value);
  const holder = made?.parent;
  if (holder?.type === Type.Property) return holder.value === made && options.has(keyName(holder.key, holder.computed) ?? "");
  if (holder?.type !== Type.CallExpression || holder.arguments[0] !== made) return false;
  return loaders.has(holder.callee.type === Type.Identifier ? holder.callee.name : (memberName(holder.callee) ?? ""));
}
