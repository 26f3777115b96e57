/** Files that are loaded though no import names them: what they export is taken by somebody who cannot be asked. */
import { posix } from "node:path";
import type { ModuleKey } from "../../policy/facts.ts";
import { asObject, type Disk } from "../files/disk.ts";
import { matchStar, splitExtension } from "../modules/module-path.ts";
import { targetsOfAllPlatforms } from "../modules/package-exports.ts";
import { layoutOf, PLATFORM_FIELDS, sourceStems } from "../modules/sources.ts";
import type { ProjectPackage, Workspaces } from "../modules/workspace.ts";

/** `./button` is `button.ios.tsx` for React Native's bundler, `button.web.tsx` for others: whatever `resolve.extensions` says. */
const PLATFORM = /\.(?:android|browser|desktop|edge|electron|ios|mobile|native|node|server|client|web|windows|macos|worker)$/;

/** What Next.js, Remix, SvelteKit, Nuxt, Storybook and tools with a configuration file look for. */
const BY_PATH = [
  /(?:^|\/)app\/(?:.+\/)?(?:page|layout|route|template|loading|error|global-error|not-found|default|sitemap|robots|manifest)$/,
  /(?:^|\/)app\/(?:routes\/.+|root|entry\.\w+)$/,
  /(?:^|\/)pages\/.+$/,
  /(?:^|\/)(?:middleware|instrumentation)$/,
  /(?:^|\/)\+(?:page|layout|server|error)(?:\.\w+)?$/,
  /(?:^|\/)server\/(?:api|routes|plugins|middleware)\/.+$/,
  /\.(?:config|stories)$/,
];

/** Whether something may load the module by its path, or in another one's place. */
export function mayBeLoadedUnseen(module: ModuleKey, root: string, workspaces: Workspaces, disk: Disk): boolean {
  const [stem] = splitExtension(module);
  if (PLATFORM.test(stem)) return true;
  const path = posix.relative(root, stem);
  if (BY_PATH.some((shape) => shape.test(path))) return true;
  const owner = workspaces.ownerOf(posix.dirname(module));
  return owner !== undefined && isNamedFor(stem, owner, disk);
}

/** Whether the package puts the file in the place of another on some platform, or gives it to its own imports. */
function isNamedFor(stem: string, { folder, content }: ProjectPackage, disk: Disk): boolean {
  const inPlace = PLATFORM_FIELDS.flatMap((name) => Object.values(asObject(content[name]))).filter((value) => typeof value === "string");
  const targets = [...inPlace, ...targetsOfAllPlatforms(content["imports"]).map(({ target }) => target)].filter((target) => target.startsWith("."));
  if (targets.length === 0) return false;
  const layout = layoutOf(folder, disk);
  return targets.some((target) => sourceStems(posix.normalize(target), layout).some((source) => matchStar(posix.join(folder, source), stem) !== undefined));
}
