import { configCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/fastify: reads the environment by the core's rule. */
export const authFastify: Framework = {
  ...CORE_FACTS,
  id: "auth-fastify",
  name: "Auth.js for Fastify",
  packages: ["@auth/fastify"],
  entryPoints: [configCall(["@auth/fastify"], ["FastifyAuth", "getSession"], { isLazy: false })],
  setups: [{ modules: ["@auth/fastify"], names: ["FastifyAuth"] }],
  optionTypes: [{ modules: ["@auth/fastify"], names: ["FastifyAuthConfig"] }],
  providerModules: ["@auth/fastify/providers/*", "@auth/core/providers/*"],
  starters: [],
};
