import { manifestOf } from "../frameworks/detect.ts";
import { assumedLoader } from "./assumed.ts";
import { detectDotenv } from "./dotenv.ts";
import type { Detector, Loader, Reader } from "./loader.ts";
import { detectNext } from "./next.ts";
import { detectNodeEnvFile } from "./nodeEnvFile.ts";
import { detectNuxt } from "./nuxt.ts";
import { dotenvReader } from "./readers/dotenv.ts";
import { nextEnvReader } from "./readers/nextEnv.ts";
import { parseEnvReader } from "./readers/parseEnv.ts";
import { detectVite, detectViteFramework } from "./vite.ts";
import { detectWrangler, detectWranglerInVite } from "./wrangler.ts";

export { type Loader, MODES, type Mode } from "./loader.ts";

/** In the order in which they decide: a framework loads before the app can, the app's own next. */
const DETECTORS: readonly Detector[] = [
  detectNext,
  detectNuxt,
  detectWranglerInVite,
  detectViteFramework,
  detectNodeEnvFile,
  detectWrangler,
  detectDotenv,
  detectVite,
];

/** Every way to read that is known; Vite's are two of these with an expander like the third's. */
export const everyReader: readonly Reader[] = [dotenvReader, parseEnvReader, nextEnvReader];

/** What loads the env files of a package, from the text of its `package.json`. */
export function detectLoader(manifest?: string): Loader {
  if (manifest === undefined) return assumedLoader;
  const told = manifestOf(manifest);
  for (const detect of DETECTORS) {
    const loader = detect(told);
    if (loader !== undefined) return loader;
  }
  return assumedLoader;
}
