import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pick, type RandomSource, randomSource, text } from "../judge/random.ts";

/** How large a monorepo is to be. */
export interface Size {
  readonly packages: number;
  /** All files together: what the packages' own do not fill is source, styles and prose. */
  readonly files: number;
  /** Bytes of all files together, about. */
  readonly bytes: number;
}

/** The size that the figures are given for. */
export const MONOREPO: Size = { packages: 400, files: 20_000, bytes: 300_000_000 };

/** Files of each package that the product has to look into. */
const ENV_FILES = [".env.local", ".env.production.local", ".env.example"];

/** What the other files end in, as often as in repositories of web apps. */
const ENDINGS: readonly string[] = [
  ..."tsx tsx tsx tsx tsx tsx tsx ts ts ts ts ts".split(" "),
  ..."css css json md svg".split(" "),
];

/**
 * Writes a monorepo of that size into an empty folder, the same for the same seed. Its secrets are
 * made up on the spot.
 */
export function writeMonorepo(folder: string, size: Size, seed: string): void {
  const source = randomSource(seed);
  const own = size.packages * (ENV_FILES.length + 3);
  const rest = Math.max(0, size.files - own);
  const length = Math.floor(size.bytes / Math.max(1, rest));
  const lines = Array.from({ length: 5_000 }, () => lineOf(source));
  for (let at = 0; at < size.packages; at++) {
    const home = join(folder, `packages/app-${at}`);
    for (const [path, text] of packageFiles(source)) write(join(home, path), text);
  }
  for (let at = 0; at < rest; at++) {
    const home = `packages/app-${at % size.packages}/src/part-${at % 17}`;
    const name = `file-${at}.${pick(source, ENDINGS)}`;
    write(join(folder, home, name), textOf(source, lines, length));
  }
  settle();
}

/** Where there is such a program, waits until all is on the disk: else the system writes meanwhile. */
function settle(): void {
  spawnSync("sync");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function packageFiles(source: RandomSource): readonly (readonly [string, string])[] {
  const manifest = { dependencies: { next: "^16.0.0", "next-auth": "5.0.0-beta.30" } };
  const auth = [
    'import NextAuth from "next-auth";',
    'import GitHub from "next-auth/providers/github";',
    "",
    "export const { handlers, auth } = NextAuth({ providers: [GitHub] });",
    "",
  ];
  return [
    ["package.json", JSON.stringify(manifest, undefined, 2)],
    [".gitignore", ".env*\n!.env.example\n"],
    ["auth.ts", auth.join("\n")],
    ...ENV_FILES.map((name): readonly [string, string] => [
      name,
      `DATABASE_URL=postgres://localhost/app\nAUTH_SECRET=${valueFor(name, source)}\n`,
    ]),
  ];
}

function valueFor(name: string, source: RandomSource): string {
  return name.endsWith("example") ? "" : text(source, "0123456789abcdef", 64);
}

/** From half as long to one and a half times. */
function textOf(source: RandomSource, lines: readonly string[], length: number): string {
  const wanted = length / 2 + source.below(Math.max(1, length));
  const chosen: string[] = [];
  for (let size = 0; size < wanted; ) {
    const line = pick(source, lines);
    chosen.push(line);
    size += line.length + 1;
  }
  return chosen.join("\n");
}

const WORDS =
  "const return function export import value state props data user theme error session token label key id name index list item route page query cache event handler style color width type".split(
    " ",
  );

function lineOf(source: RandomSource): string {
  const [a, b, c, d, e] = Array.from({ length: 5 }, () => pick(source, WORDS));
  return `  const ${a}${source.below(1000)} = ${b}.${c}(${d}, "${e} ${a}");`;
}
