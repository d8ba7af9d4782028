import { commandSecret } from "./command-secret.ts";
import { committedSecret } from "./committed-secret.ts";
import { conflictingVariables } from "./conflicting-variables.ts";
import { debugRoute } from "./debug-route.ts";
import { emptySecret } from "./empty-secret.ts";
import { envNotIgnored } from "./env-not-ignored.ts";
import { envTracked } from "./env-tracked.ts";
import { fallbackSecret } from "./fallback-secret.ts";
import { hardcodedClientSecret } from "./hardcoded-client-secret.ts";
import { hardcodedSecret } from "./hardcoded-secret.ts";
import { ignoredVariable } from "./ignored-variable.ts";
import { legacyUrl } from "./legacy-url.ts";
import { legacyVariable } from "./legacy-variable.ts";
import { malformedSecrets } from "./malformed-secrets.ts";
import { mangledSecret } from "./mangled-secret.ts";
import { missingSecret } from "./missing-secret.ts";
import { missingTokenSecret } from "./missing-token-secret.ts";
import { outdatedCommand } from "./outdated-command.ts";
import { passphraseSecret } from "./passphrase-secret.ts";
import { perProcessSecret } from "./per-process-secret.ts";
import { placeholderSecret } from "./placeholder-secret.ts";
import { publicSecret } from "./public-secret.ts";
import { publishedSecret } from "./published-secret.ts";
import { realSecretInExample } from "./real-secret-in-example.ts";
import { redundantSecret } from "./redundant-secret.ts";
import { retiredSecret } from "./retired-secret.ts";
import { reusedSecret } from "./reused-secret.ts";
import type { Rule } from "./rule.ts";
import { shortSecret } from "./short-secret.ts";
import { unsetSecret } from "./unset-secret.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { uploadedEnv } from "./uploaded-env.ts";
import { wrongVariable } from "./wrong-variable.ts";

/** Every rule, in the order in which tables list them. */
export const rules: readonly Rule[] = [
  publishedSecret,
  passphraseSecret,
  placeholderSecret,
  commandSecret,
  shortSecret,
  emptySecret,
  envNotIgnored,
  realSecretInExample,
  hardcodedSecret,
  fallbackSecret,
  publicSecret,
  perProcessSecret,
  hardcodedClientSecret,
  redundantSecret,
  legacyVariable,
  missingSecret,
  mangledSecret,
  retiredSecret,
  wrongVariable,
  conflictingVariables,
  ignoredVariable,
  missingTokenSecret,
  legacyUrl,
  reusedSecret,
  committedSecret,
  unsetSecret,
  uploadedEnv,
  outdatedCommand,
  envTracked,
  debugRoute,
  malformedSecrets,
  unusedSuppression,
];
