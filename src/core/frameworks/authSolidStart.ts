import {
  CORE_LOOKUP,
  CORE_VARIABLES,
  clientVariable,
  configCall,
  NUMBERED_ROTATION,
  OPTIONS,
} from "./authjs.ts";
import { CORE_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/** @auth/solid-start: hands its options to `Auth` of the core after `setEnvDefaults`. */
export const authSolidStart: Framework = {
  id: "auth-solid-start",
  name: "Auth.js for SolidStart",
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  skipsEmpty: true,
  session: CORE_SESSION,
  legacyVariables: [],
  packages: ["@auth/solid-start"],
  entryPoints: [configCall(["@auth/solid-start"], ["SolidAuth", "getSession"], { isLazy: true })],
  setups: [{ modules: ["@auth/solid-start"], names: ["SolidAuth"] }],
  optionTypes: [{ modules: ["@auth/solid-start"], names: ["SolidAuthConfig"] }],
  providerModules: ["@auth/solid-start/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
  rotation: NUMBERED_ROTATION,
  lookup: CORE_LOOKUP,
  starters: [],
};
