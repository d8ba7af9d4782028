/** The package's own types are where TypeScript does not look for them: 1.0.0 `exports`. */
declare module "lezer-toml" {
  export const parser: import("@lezer/common").Parser;
}
