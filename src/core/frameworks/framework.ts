/** Facts of one auth library, as far as secrets go. */
export interface Framework {
  /** Kebab-case, the file's name in kebab-case. */
  readonly id: string;
  /** For people: "Auth.js v5 (next-auth)". */
  readonly name: string;
  /** The variable to write a secret to: `AUTH_SECRET`. */
  readonly variable: string;
  /** Every variable that can hold this library's secret, `variable` included. */
  readonly variables: readonly string[];
}
