import { CORE_VARIABLES, clientVariable, configCall, OPTIONS } from "./authjs.ts";
import { CORE_SESSION } from "./authjsSession.ts";
import type { Framework } from "./framework.ts";

/** @auth/sveltekit 1.11.3: `dist/env.js` reads `$env/dynamic/private` by the core's rule. */
export const authSveltekit: Framework = {
  id: "auth-sveltekit",
  name: "Auth.js for SvelteKit",
  variable: "AUTH_SECRET",
  variables: CORE_VARIABLES,
  session: CORE_SESSION,
  legacyVariables: [],
  packages: ["@auth/sveltekit"],
  entryPoints: [configCall(["@auth/sveltekit"], ["SvelteKitAuth", "default"], { isLazy: true })],
  setups: [{ modules: ["@auth/sveltekit"], names: ["SvelteKitAuth", "default"] }],
  optionTypes: [{ modules: ["@auth/sveltekit"], names: ["SvelteKitAuthConfig"] }],
  providerModules: ["@auth/sveltekit/providers/*", "@auth/core/providers/*"],
  clientVariable,
  options: OPTIONS,
  environmentModule: { module: "$env/dynamic/private", name: "env" },
};
