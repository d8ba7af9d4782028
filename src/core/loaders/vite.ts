import { dependsOn, type Loader, type Manifest, type Mode, majorOf } from "./loader.ts";
import { dotenvReader } from "./readers/dotenv.ts";
import { expanding } from "./readers/expand.ts";
import { parseEnvReader } from "./readers/parseEnv.ts";

/** The middle two stand the other way round than Next's, and `.env.local` is read by tests too. */
const filesIn = (mode: Mode) => [`.env.${mode}.local`, `.env.${mode}`, ".env.local", ".env"];

const reader = expanding(parseEnvReader);
const readerBefore8 = expanding(dotenvReader);

/** Vite 8 (8.3.8 in the tests), `loadEnv`: Node's parser and an expander. */
const vite: Loader = {
  id: "vite",
  name: "Vite",
  files: {
    development: filesIn("development"),
    production: filesIn("production"),
    test: filesIn("test"),
  },
  isBuildOnly: true,
  localFile: ".env.local",
  readerOf: () => reader,
};

/** Vite 6 and 7 (7.3.8 read): dotenv's parser and the same expander. */
const viteBefore8: Loader = { ...vite, readerOf: () => readerBefore8 };

/** What reads a server's variables through Vite's `loadEnv`. */
const FRAMEWORKS = [
  "@sveltejs/kit",
  "astro",
  "@solidjs/start",
  "@react-router/dev",
  "@remix-run/dev",
  "@tanstack/react-start",
  "@builder.io/qwik-city",
  "@qwik.dev/router",
];

export function detectViteFramework(manifest: Manifest): Loader | undefined {
  return dependsOn(manifest, ...FRAMEWORKS) ? inItsVersion(manifest) : undefined;
}

/** Vite alone may be there for a client or for tests only, so what else loads comes first. */
export function detectVite(manifest: Manifest): Loader | undefined {
  return dependsOn(manifest, "vite") ? inItsVersion(manifest) : undefined;
}

/** The older one where the version is not told: it reads all that the newer one reads. */
function inItsVersion(manifest: Manifest): Loader {
  return (majorOf(manifest, "vite") ?? 0) >= 8 ? vite : viteBefore8;
}
