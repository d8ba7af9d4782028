import { message } from "../message.ts";
import type {
  EntryPoint,
  OptionPath,
  OptionsShape,
  RotationFacts,
  VariableLookup,
} from "./framework.ts";

/** Options of every Auth.js package: `secret`, and `jwt.secret`, which overrides it at run time. */
const SECRETS: readonly OptionPath[] = [["secret"], ["jwt", "secret"]];

const CLIENT_SECRETS: readonly OptionPath[] = [
  ["providers", "*", "clientSecret"],
  ["providers", "*", "options", "clientSecret"],
];

/** A call that takes the whole configuration. */
export function configCall(
  modules: readonly string[],
  names: readonly string[],
  facts: Partial<EntryPoint> = {},
): EntryPoint {
  return {
    modules,
    names,
    secrets: SECRETS,
    clientSecrets: CLIENT_SECRETS,
    isLazy: false,
    readsVariable: true,
    isRequired: false,
    isVariableRedundant: false,
    ...facts,
  };
}

/** A call that takes a secret of its own: `getToken({ req, secret })`. */
export function tokenCall(
  modules: readonly string[],
  names: readonly string[],
  facts: Partial<EntryPoint> = {},
): EntryPoint {
  return configCall(modules, names, {
    secrets: [["secret"]],
    clientSecrets: [],
    readsVariable: false,
    isRequired: true,
    ...facts,
  });
}

export const TOKEN_NAMES: readonly string[] = ["getToken", "encode", "decode"];

export const OPTIONS: OptionsShape = {
  name: /^(next)?_?auth_?(js)?_?(options?|config|opts|configuration)$/i,
  keys: ["providers", "adapter", "callbacks", "pages", "session", "trustHost", "events"],
};

/** The secrets of `@auth/core` 0.41 `setEnvDefaults`; the highest number is the newest. */
export const CORE_VARIABLES: readonly string[] = [
  "AUTH_SECRET_3",
  "AUTH_SECRET_2",
  "AUTH_SECRET_1",
  "AUTH_SECRET",
];

/**
 * `@auth/core` 0.41.3 `setEnvDefaults`: every variable that has a value becomes one of the secrets,
 * empty ones are dropped. It counts to 3, and no Auth.js package reads a `…_FILE`.
 */
export const CORE_LOOKUP: VariableLookup = {
  names: ["AUTH_SECRET"],
  isEmptyTaken: false,
  lastResort: [],
  neverRead: /^AUTH_SECRET_(?:0|[4-9]|\d{2,}|FILE)$/,
};

/** `@auth/core` 0.41 `lib/utils/env.js` reads `AUTH_<PROVIDER>_SECRET` by itself. */
export function clientVariable(provider: string): string {
  return `AUTH_${provider}_SECRET`;
}

/** Sessions of next-auth 4 and 5 and `@auth/core`: `session.maxAge` is 30 days in all of them. */
const SESSIONS = {
  adapter: ["adapter"],
  strategy: ["session", "strategy"],
  maxAge: ["session", "maxAge"],
  defaultMaxAge: 30 * 24 * 60 * 60,
} as const;

/** Hashes of form and e-mail tokens are made with the whole list as one text (`String(secret)`). */
const HASHES_LOST = message(
  "Not saved: pages that are open send their form in vain once (MissingCSRF), and e-mail links sent before stop working. The same again when the old secret goes.",
);

const FLOWS_LOST = message(
  "Not saved: sign-ins and e-mail links that are under way fail, and pages that are open send their form in vain once.",
);

/** `@auth/core` 0.41 `jwt.js`: the first secret encrypts, all are tried by the token's key id. */
export const LIST_ROTATION: RotationFacts = {
  takesList: true,
  numbered: [],
  versions: undefined,
  sessions: SESSIONS,
  losses: { kept: HASHES_LOST, replaced: FLOWS_LOST },
};

/** The same where `setEnvDefaults` gathers the variables: the highest number is the newest. */
export const NUMBERED_ROTATION: RotationFacts = {
  ...LIST_ROTATION,
  numbered: [...CORE_VARIABLES].reverse(),
};

/** next-auth 4.24 `jwt/index.js`: one secret only. */
export const SINGLE_ROTATION: RotationFacts = {
  ...LIST_ROTATION,
  takesList: false,
  losses: { kept: FLOWS_LOST, replaced: FLOWS_LOST },
};
