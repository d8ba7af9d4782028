import { analyze, fixesOf } from "../../../src/core/analyze.ts";
import { parseEntries } from "../../../src/core/dotenv/parse.ts";
import { isIgnoredBy } from "../../../src/core/gitignore/isIgnored.ts";
import { gitFolderIn, trackedEnvFiles } from "../../../src/core/gitignore/trackedFiles.ts";
import { hiddenSpans } from "../../../src/core/hiddenSpans.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { everyReader } from "../../../src/core/loaders/index.ts";
import { judge } from "../../../src/core/secret/judge.ts";
import { secretLines } from "../../../src/core/secretLines.ts";
import { candidatesIn } from "../../../src/core/session/candidates.ts";
import { parseCookies } from "../../../src/core/session/cookies.ts";
import { spellingsOf } from "../../../src/core/session/spellings.ts";
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
  /**
   * What stands before a text and behind it where much is made of what is between: much of a file is
   * only looked at where it names a secret.
   */
  readonly frames?: readonly Frame[];
  read(text: string): unknown;
}

export type Frame = readonly [before: string, behind: string];

/**
 * All that the product makes of a file while somebody looks at it: what is found, what is hidden,
 * what stands above a line, what a pointer in its midst is told, and what a light bulb offers.
 */
function analysis(path: string, seeds: RegExp, ...frames: readonly Frame[]): TextReader {
  return {
    name: `analyze ${path}`,
    seeds,
    frames,
    read(text) {
      const snapshot = project({ ...V5, [path]: text });
      hiddenSpans(snapshot, path);
      secretLines(snapshot, path);
      inspect(snapshot, path, text.length >> 1);
      const findings = analyze(snapshot);
      for (const finding of findings.slice(0, 1)) {
        for (const fix of fixesOf(finding, snapshot)) fix.edits({ mint: () => MINTED });
      }
    },
  };
}

/** Of the form of a secret, and plainly none. */
const MINTED = `FAKE${"Ab3".repeat(13)}=`;

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

/** Whatever a session may have been signed with, and what may have become of that on its way. */
function readCandidates(text: string): unknown {
  const candidates = candidatesIn([project({ ...V5, ".env": text })]);
  return candidates.flatMap(({ value, written }) => spellingsOf(value, written)).length;
}

const VALUE: Frame = ['AUTH_SECRET="x', 'y"\n'];
const COMMENT: Frame = ["AUTH_SECRET=hunter2#", "~\n"];
const CUT_OFF: Frame = ["AUTH_SECRET=hunter2", "#Ab~\n"];
const REMINDER: Frame = ["# auth-secret: drop after 2027-01-31\nAUTH_SECRET=x\n", ""];
const IMPORT = 'import NextAuth from "next-auth"\n';
const SOURCE: readonly Frame[] = [
  [`${IMPORT}export default NextAuth({ secret: "`, '" })\n'],
  [`${IMPORT}export default NextAuth({ secret: process.env.AUTH_SECRET `, " })\n"],
  [`${IMPORT}export default NextAuth({ secret: process.env.AUTH_SECRET })\n`, ""],
];
const JSX: Frame = [
  `${IMPORT}export const a = <a b="`,
  '">{process.env.AUTH_SECRET ?? "x"}</a>\nexport default NextAuth({ secret: "x" })\n',
];
const DEPENDENCY = '{ "dependencies": { "next-auth": "5.0.0-beta.29" }, ';
const SERVICE = "services:\n  web:\n    environment:\n      AUTH_SECRET: ";
const STEP = "on: push\nenv:\n  AUTH_SECRET: x\njobs:\n  a:\n    steps:\n      - run: ";
const MANIFEST = "apiVersion: v1\nkind: Secret\nstringData:\n  AUTH_SECRET: ";

/** Every reader of the core. */
export const readers: readonly TextReader[] = [
  { name: "env parser", seeds: ENV, frames: [VALUE], read: parseEntries },
  ...everyReader.map(({ read }, index) => ({
    name: `loader ${index + 1}`,
    seeds: ENV,
    frames: [VALUE],
    read,
  })),
  analysis(".env.local", ENV, VALUE, COMMENT, CUT_OFF, REMINDER),
  { name: "candidates", seeds: ENV, frames: [VALUE, COMMENT], read: readCandidates },
  analysis("auth.ts", SCRIPT, ...SOURCE),
  analysis("auth.jsx", SCRIPT, ...SOURCE, JSX),
  analysis("compose.yml", YAML, [`${SERVICE}"`, '"\n'], [`${SERVICE}x\n`, ""]),
  analysis(".github/workflows/a.yml", YAML, [`${STEP}"`, '"\n'], [`${STEP}|\n          `, "\n"]),
  analysis("k8s.yaml", YAML, [`${MANIFEST}"`, '"\n']),
  analysis("wrangler.toml", TOML, ['[vars]\nAUTH_SECRET = "', '"\n']),
  analysis("vercel.json", JSON_FILE, ['{ "env": { "AUTH_SECRET": "', '" } }\n']),
  analysis(
    "package.json",
    JSON_FILE,
    [`${DEPENDENCY}"scripts": { "dev": "AUTH_SECRET=x `, '$" } }\n'],
    ['{ "scripts": { "start": "AUTH_SECRET=x a" }, "dependencies": { "next-auth": "', '" } }\n'],
  ),
  analysis(
    "Dockerfile",
    DOCKER,
    ['FROM node\nENV AUTH_SECRET="', '"\n'],
    ["FROM node\nENV AUTH_SECRET=x\n", ""],
    ["FROM node AS a\nENV AUTH_SECRET=x ", "\nFROM a\n"],
    ["FROM node\nENV AUTH_SECRET ", "\n"],
  ),
  analysis(
    "README.md",
    /\.md$/,
    ["npx auth secret\n", ""],
    ["npx ", " auth secret\n"],
    ["<!-- auth-secret-ignore ", " -->\nnpx auth secret\n"],
  ),
  analysis("setup.sh", /\.sh$/, ["npx auth secret\nexport AUTH_SECRET=", "\n"]),
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
  {
    name: "session token",
    seeds: /token$/,
    frames: [
      ["eyJhbGciOiJkaXIifQ.", ""],
      // A signed value, and JSON that is signed, from within its session on.
      ["aaaaaaaa", ".AAAA"],
      [btoa('{"session":{"a":"bcde'), btoa('"},"expiresAt":1,"signature":"AAAA"}')],
    ],
    read: readToken,
  },
  {
    name: "cookies",
    seeds: /token$/,
    frames: [
      ["Cookie: a=", ""],
      ['curl -H "Cookie: ', '=b"'],
      ["a.0=", "; a.1=b"],
    ],
    read: parseCookies,
  },
  suppressions(".env", "# auth-secret-ignore", ENV),
  suppressions("auth.ts", "// auth-secret-ignore", SCRIPT),
  suppressions("compose.yml", "# auth-secret-ignore", YAML),
  suppressions("wrangler.toml", "# auth-secret-ignore", TOML),
  suppressions("README.md", "<!-- auth-secret-ignore -->", /\.md$/),
];
