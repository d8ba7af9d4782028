import { configCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/sveltekit 1.11.3: `dist/env.js` reads `$env/dynamic/private` by the core's rule. */
export const authSveltekit: Framework = {
  ...CORE_FACTS,
  id: "auth-sveltekit",
  name: "Auth.js for SvelteKit",
  packages: ["@auth/sveltekit"],
  entryPoints: [configCall(["@auth/sveltekit"], ["SvelteKitAuth", "default"], { isLazy: true })],
  setups: [{ modules: ["@auth/sveltekit"], names: ["SvelteKitAuth", "default"] }],
  optionTypes: [{ modules: ["@auth/sveltekit"], names: ["SvelteKitAuthConfig"] }],
  providerModules: ["@auth/sveltekit/providers/*", "@auth/core/providers/*"],
  environmentModule: { module: "$env/dynamic/private", name: "env" },
  starters: [
    {
      path: "auth",
      instead: ["lib/auth", "lib/server/auth"],
      folder: "src",
      text: `import { SvelteKitAuth } from "@auth/sveltekit";

export const { handle, signIn, signOut } = SvelteKitAuth({
  // Add one: https://authjs.dev/getting-started/authentication
  providers: [],
});
`,
    },
    {
      path: "hooks.server",
      instead: ["hooks.server/index"],
      folder: "src",
      text: `export { handle } from "./auth";
`,
    },
  ],
};
