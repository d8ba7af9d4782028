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

/** @auth/qwik: the options are what a function of the request event returns. */
export const authQwik: Framework = {
  id: "auth-qwik",
  name: "Auth.js for Qwik",
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  skipsEmpty: true,
  session: CORE_SESSION,
  legacyVariables: [],
  packages: ["@auth/qwik", "@builder.io/qwik-auth"],
  entryPoints: [
    configCall(["@auth/qwik"], ["QwikAuth$", "getSession"], { isLazy: true }),
    configCall(["@builder.io/qwik-auth"], ["serverAuth$"], { isLazy: true }),
  ],
  setups: [
    { modules: ["@auth/qwik"], names: ["QwikAuth$"] },
    { modules: ["@builder.io/qwik-auth"], names: ["serverAuth$"] },
  ],
  optionTypes: [{ modules: ["@auth/qwik"], names: ["QwikAuthConfig"] }],
  providerModules: ["@auth/qwik/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
  rotation: NUMBERED_ROTATION,
  lookup: CORE_LOOKUP,
  starters: [],
};
