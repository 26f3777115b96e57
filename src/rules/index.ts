/** Every rule by its name. */
import { noDeprecatedImport } from "./no-deprecated-import.ts";
import { noDeprecatedMock } from "./no-deprecated-mock.ts";
import { noDeprecatedReexport } from "./no-deprecated-reexport.ts";
import { noDeprecatedUse } from "./no-deprecated-use.ts";
import { requireDeprecationNotice } from "./require-deprecation-notice.ts";
import { validManifest } from "./valid-manifest.ts";

export const rules = {
  "no-deprecated-import": noDeprecatedImport,
  "no-deprecated-mock": noDeprecatedMock,
  "no-deprecated-reexport": noDeprecatedReexport,
  "no-deprecated-use": noDeprecatedUse,
  "require-deprecation-notice": requireDeprecationNotice,
  "valid-manifest": validManifest,
} as const;
