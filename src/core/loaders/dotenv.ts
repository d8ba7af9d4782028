import { dependsOn, type Loader, type Manifest } from "./loader.ts";
import { dotenvReader } from "./readers/dotenv.ts";

/** dotenv 16–18, `config()` without a path: `.env` in the working directory, in every mode. */
const dotenv: Loader = {
  id: "dotenv",
  name: "dotenv",
  files: { development: [".env"], production: [".env"], test: [".env"] },
  localFile: ".env",
  readerOf: () => dotenvReader,
};

/** They load other files, or look into the values. */
const COMPANIONS = [
  "dotenv-cli",
  "dotenv-expand",
  "dotenv-flow",
  "dotenv-mono",
  "@dotenvx/dotenvx",
  "env-cmd",
];

export function detectDotenv(manifest: Manifest): Loader | undefined {
  if (!dependsOn(manifest, "dotenv") || dependsOn(manifest, ...COMPANIONS)) return undefined;
  const hasPath = Object.values(manifest.scripts).some((line) => /dotenv_config_path/i.test(line));
  return hasPath ? undefined : dotenv;
}
