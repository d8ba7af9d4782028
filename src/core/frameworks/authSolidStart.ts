import { configCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/solid-start: hands its options to `Auth` of the core after `setEnvDefaults`. */
export const authSolidStart: Framework = {
  ...CORE_FACTS,
  id: "auth-solid-start",
  name: "Auth.js for SolidStart",
  packages: ["@auth/solid-start"],
  entryPoints: [configCall(["@auth/solid-start"], ["SolidAuth", "getSession"], { isLazy: true })],
  setups: [{ modules: ["@auth/solid-start"], names: ["SolidAuth"] }],
  optionTypes: [{ modules: ["@auth/solid-start"], names: ["SolidAuthConfig"] }],
  providerModules: ["@auth/solid-start/providers/*", "@auth/core/providers/*"],
  starters: [],
};
