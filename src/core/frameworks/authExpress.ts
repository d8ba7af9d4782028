import { CORE_VARIABLES, clientVariable, configCall, OPTIONS } from "./authjs.ts";
import { CORE_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/** @auth/express 0.12.3: reads the environment at the first request by the core's rule (`index.js`). */
export const authExpress: Framework = {
  id: "auth-express",
  name: "Auth.js for Express",
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  session: CORE_SESSION,
  legacyVariables: [],
  packages: ["@auth/express"],
  entryPoints: [configCall(["@auth/express"], ["ExpressAuth", "getSession"], { isLazy: false })],
  setups: [{ modules: ["@auth/express"], names: ["ExpressAuth"] }],
  optionTypes: [{ modules: ["@auth/express"], names: ["ExpressAuthConfig"] }],
  providerModules: ["@auth/express/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
};
