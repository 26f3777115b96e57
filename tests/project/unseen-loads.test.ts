import { expect, test } from "vitest";
import { fixture } from "./fixture.ts";

const packageJson = {
  name: "shop",
  browser: { "./src/socket.ts": "./src/socket-for-pages.ts", "./dist/built.js": "./dist/built-for-pages.js", fs: false },
  imports: { "#env": { browser: "./src/env/pages.ts", default: "./src/env/node-side.ts" }, "#theme/*": { "react-native": "./src/themes/*.ts" }, "#pkg": "other-package" },
};
const { project, at } = fixture({ "package.json": packageJson, "packages/mobile/package.json": { name: "mobile" }, "shop/server/api/orders.py": "" });

test.each([
  "src/button.ios.tsx", "src/button.web.ts", "src/session.server.ts",
  "app/page.tsx", "src/app/orders/[id]/route.ts", "app/orders/layout.jsx", "app/root.tsx", "app/routes/orders.$id.tsx", "app/entry.client.tsx",
  "pages/_app.tsx", "src/pages/orders.ts", "src/pages/orders/[id].tsx", "pages/api/orders.ts", "packages/web/pages/index.tsx",
  "src/middleware.ts", "instrumentation.ts", "src/routes/orders/+page.server.ts", "src/routes/+layout.ts", "server/api/orders.get.ts", "server/plugins/auth.ts",
  "vite.config.mts", "src/button.stories.tsx",
  "src/socket-for-pages.ts", "src/built-for-pages.ts", "src/env/pages.ts", "src/env/node-side.ts", "src/themes/dark.ts",
])("%s may be loaded though nobody imports it", (path) => expect(project.mayBeLoadedUnseen(at(path))).toBe(true));

test.each([
  "src/socket.ts", "src/index.ts", "src/page.ts", "src/user.service.ts", "src/pages.ts", "src/routes/index.ts", "src/env/index.ts", "src/server/index.ts", "packages/mobile/src/themes/dark.ts", "src/configuration.ts", "shop/server/api/orders.py",
])("%s is not", (path) => expect(project.mayBeLoadedUnseen(at(path))).toBe(false));
