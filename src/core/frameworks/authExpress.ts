import { configCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/express 0.12.3: reads the environment at the first request by the core's rule (`index.js`). */
export const authExpress: Framework = {
  ...CORE_FACTS,
  id: "auth-express",
  name: "Auth.js for Express",
  packages: ["@auth/express"],
  entryPoints: [configCall(["@auth/express"], ["ExpressAuth", "getSession"], { isLazy: false })],
  setups: [{ modules: ["@auth/express"], names: ["ExpressAuth"] }],
  optionTypes: [{ modules: ["@auth/express"], names: ["ExpressAuthConfig"] }],
  providerModules: ["@auth/express/providers/*", "@auth/core/providers/*"],
  starters: [
    {
      path: "auth",
      instead: ["config/auth", "config/auth.config", "auth.config", "lib/auth"],
      text: `import { ExpressAuth } from "@auth/express";

// In the app: app.set("trust proxy", true); app.use("/auth", authHandler);
export const authHandler = ExpressAuth({
  // Add one: https://authjs.dev/getting-started/authentication
  providers: [],
});
`,
    },
  ],
};
