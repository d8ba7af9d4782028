import { configCall, TOKEN_NAMES, tokenCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/core 0.41.3: `Auth(request, config)` reads no variable unless `setEnvDefaults` ran. */
export const authCore: Framework = {
  ...CORE_FACTS,
  id: "auth-core",
  name: "Auth.js (@auth/core)",
  packages: ["@auth/core", "auth-astro", "@hono/auth-js"],
  entryPoints: [
    configCall(["@auth/core"], ["Auth", "default"], { readsVariable: false }),
    configCall(["auth-astro"], ["defineConfig", "default"], { readsVariable: false }),
    configCall(["auth-astro/server"], ["AstroAuth", "getSession"], { readsVariable: false }),
    configCall(["@hono/auth-js"], ["initAuthConfig"], { isLazy: true }),
    tokenCall(["@auth/core/jwt"], TOKEN_NAMES),
  ],
  setups: [{ modules: ["@hono/auth-js"], names: ["initAuthConfig"] }],
  optionTypes: [
    { modules: ["@auth/core", "@auth/core/types"], names: ["AuthConfig"] },
    {
      modules: ["auth-astro", "auth-astro/src/config"],
      names: ["AstroAuthConfig", "FullAuthConfig"],
    },
    { modules: ["@hono/auth-js"], names: ["AuthConfig"] },
  ],
  providerModules: ["@auth/core/providers/*"],
  starters: [],
};
