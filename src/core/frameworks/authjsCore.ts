import {
  CORE_LOOKUP,
  CORE_VARIABLES,
  clientVariable,
  NUMBERED_ROTATION,
  OPTIONS,
} from "./authjs.ts";
import { CORE_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/** What holds for every package that reads the environment by `setEnvDefaults` of @auth/core 0.41. */
export const CORE_FACTS = {
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  legacyVariables: [],
  clientVariable,
  options: OPTIONS,
  session: CORE_SESSION,
  rotation: NUMBERED_ROTATION,
  lookup: CORE_LOOKUP,
} satisfies Partial<Framework>;
