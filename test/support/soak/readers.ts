import { analyze } from "../../../src/core/analyze.ts";
import { parseEntries } from "../../../src/core/dotenv/parse.ts";
import { isIgnoredBy } from "../../../src/core/gitignore/isIgnored.ts";
import { gitFolderIn, trackedEnvFiles } from "../../../src/core/gitignore/trackedFiles.ts";
import { hiddenSpans } from "../../../src/core/hiddenSpans.ts";
import { everyReader } from "../../../src/core/loaders/index.ts";
import { judge } from "../../../src/core/secret/judge.ts";
import { parseCookies } from "../../../src/core/session/cookies.ts";
import { readToken } from "../../../src/core/session/token.ts";
import { readSuppressions } from "../../../src/core/suppression.ts";
import { composeServices } from "../../../src/core/targets/composeFile.ts";
import { V5 } from "../manifests.ts";
import { project } from "../project.ts";

/** Something that reads text that anybody may have written, and must never fail. */
export interface TextReader {
  readonly name: string;
  /** Which seeds are of its language, by the ending of their path; it gets others as well. */
  readonly seeds: RegExp;
  read(text: string): unknown;
}

/** All that the product makes of a file, whatever its rules: reading, analysing, what to hide. */
function analysis(path: string, seeds: RegExp): TextReader {
  return {
    name: `analyze ${path}`,
    seeds,
    read(text) {
      const snapshot = project({ ...V5, [path]: text });
      hiddenSpans(snapshot, path);
      return analyze(snapshot);
    },
  };
}

function suppressions(path: string, comment: string, seeds: RegExp): TextReader {
  return {
    name: `suppressions ${path}`,
    seeds,
    read: (text) => readSuppressions(path, `${text}\n${comment}`),
  };
}

const ENV = /\.env/;
const SCRIPT = /\.[cm]?[jt]sx?$/;
const YAML = /\.ya?ml$/;
const TOML = /\.toml$/;
const JSON_FILE = /\.jsonc?$/;
const DOCKER = /Dockerfile$/;

/** Every reader of the core. */
export const readers: readonly TextReader[] = [
  { name: "env parser", seeds: ENV, read: parseEntries },
  ...everyReader.map(({ read }, index) => ({ name: `loader ${index + 1}`, seeds: ENV, read })),
  analysis(".env.local", ENV),
  analysis("auth.ts", SCRIPT),
  analysis("auth.jsx", SCRIPT),
  analysis("compose.yml", YAML),
  analysis(".github/workflows/a.yml", YAML),
  analysis("k8s.yaml", YAML),
  analysis("wrangler.toml", TOML),
  analysis("vercel.json", JSON_FILE),
  analysis("package.json", JSON_FILE),
  analysis("Dockerfile", DOCKER),
  analysis("README.md", /\.md$/),
  analysis("setup.sh", /\.sh$/),
  { name: "compose services", seeds: YAML, read: composeServices },
  {
    name: ".gitignore",
    seeds: /gitignore$/,
    read: (text) => isIgnoredBy("web/.env.local", new Map([["web/.gitignore", text]])),
  },
  {
    name: "git index",
    seeds: /index$/,
    read: (text) => trackedEnvFiles(Buffer.from(text, "latin1")),
  },
  { name: "git file", seeds: /index$/, read: gitFolderIn },
  { name: "judge", seeds: ENV, read: judge },
  { name: "session token", seeds: /token$/, read: readToken },
  { name: "cookies", seeds: /token$/, read: parseCookies },
  suppressions(".env", "# auth-secret-ignore", ENV),
  suppressions("auth.ts", "// auth-secret-ignore", SCRIPT),
  suppressions("compose.yml", "# auth-secret-ignore", YAML),
  suppressions("wrangler.toml", "# auth-secret-ignore", TOML),
  suppressions("README.md", "<!-- auth-secret-ignore -->", /\.md$/),
];
