/** Every rule by its name. */
import { canonicalImportPath } from "./canonical-import-path.ts";
import { noDeprecatedDefinition } from "./no-deprecated-definition.ts";
import { noDeprecatedImport } from "./no-deprecated-import.ts";
import { noDeprecatedMock } from "./no-deprecated-mock.ts";
import { noDeprecatedReexport } from "./no-deprecated-reexport.ts";
import { noDeprecatedUse } from "./no-deprecated-use.ts";
import { noDuplicateDefinition } from "./no-duplicate-definition.ts";
import { requireDeprecationNotice } from "./require-deprecation-notice.ts";
import { validManifest } from "./valid-manifest.ts";

export const rules = {
  "canonical-import-path": canonicalImportPath,
  "no-deprecated-definition": noDeprecatedDefinition,
  "no-deprecated-import": noDeprecatedImport,
  "no-deprecated-mock": noDeprecatedMock,
  "no-deprecated-reexport": noDeprecatedReexport,
  "no-deprecated-use": noDeprecatedUse,
  "no-duplicate-definition": noDuplicateDefinition,
  "require-deprecation-notice": requireDeprecationNotice,
  "valid-manifest": validManifest,
} as const;
