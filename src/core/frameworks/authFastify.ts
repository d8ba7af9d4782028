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

/** @auth/fastify: reads the environment by the core's rule. */
export const authFastify: Framework = {
  id: "auth-fastify",
  name: "Auth.js for Fastify",
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  skipsEmpty: true,
  session: CORE_SESSION,
  legacyVariables: [],
  packages: ["@auth/fastify"],
  entryPoints: [configCall(["@auth/fastify"], ["FastifyAuth", "getSession"], { isLazy: false })],
  setups: [{ modules: ["@auth/fastify"], names: ["FastifyAuth"] }],
  optionTypes: [{ modules: ["@auth/fastify"], names: ["FastifyAuthConfig"] }],
  providerModules: ["@auth/fastify/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
  rotation: NUMBERED_ROTATION,
  lookup: CORE_LOOKUP,
  starters: [],
};
