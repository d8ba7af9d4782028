import { configCall } from "./authjs.ts";
import { CORE_FACTS } from "./authjsCore.ts";
import type { Framework } from "./framework.ts";

/** @auth/qwik: the options are what a function of the request event returns. */
export const authQwik: Framework = {
  ...CORE_FACTS,
  id: "auth-qwik",
  name: "Auth.js for Qwik",
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
  starters: [],
};
