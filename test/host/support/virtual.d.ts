// esbuild.mjs answers these imports.
declare module "virtual:*" {
  /** From the path of each file that matches to what loads it. */
  export const modules: Readonly<Record<string, () => void>>;
}
declare module "mocha/mocha.js";
