import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fallbackSecret } from "../src/core/rules/fallback-secret.ts";
import { hardcodedClientSecret } from "../src/core/rules/hardcoded-client-secret.ts";
import { hardcodedSecret } from "../src/core/rules/hardcoded-secret.ts";
import { legacyVariable } from "../src/core/rules/legacy-variable.ts";
import { perProcessSecret } from "../src/core/rules/per-process-secret.ts";
import { publicSecret } from "../src/core/rules/public-secret.ts";
import { redundantSecret } from "../src/core/rules/redundant-secret.ts";
import { type Files, project } from "../test/support/project.ts";

const rules = {
  hardcoded: hardcodedSecret,
  fallback: fallbackSecret,
  "public-env": publicSecret,
  "per-process": perProcessSecret,
  "hardcoded-client-secret": hardcodedClientSecret,
  redundant: redundantSecret,
  "legacy-env": legacyVariable,
};
interface Target {
  readonly target: string;
  readonly occurrence: number;
}
interface Expected extends Target {
  readonly code: string;
  readonly optional?: boolean;
  readonly alt?: readonly string[];
  readonly altTargets?: readonly Target[];
}
interface Expectation {
  readonly file: string;
  readonly library: string;
  readonly findings: readonly Expected[];
  readonly broken?: boolean;
  readonly tier?: string;
}
interface Found {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

const folder = process.argv[2] ?? "../shared/corpus/auth.train";
if (!existsSync(folder)) {
  console.error(`The corpus is not there: ${folder}. Name its folder.`);
  process.exit(2);
}

export function manifestFor(library: string): string {
  const [name, version] = library.split(/(?<=.)@/);
  const range = version === "5" ? "5.0.0-beta.25" : version === "4" ? "^4.24.11" : "*";
  return JSON.stringify({
    name: "case",
    dependencies: library === "none" || name === undefined ? {} : { [name]: range },
  });
}
function findingsIn(files: Files): Found[] {
  const snapshot = project(files);
  return Object.entries(rules).flatMap(([code, rule]) =>
    rule.check(snapshot).map(({ span }) => ({ code, ...span })),
  );
}
function spanOf(text: string, { target, occurrence }: Target) {
  let at = -1;
  for (let i = 0; i < occurrence; i++) at = text.indexOf(target, at + 1);
  return { start: at, end: at + target.length };
}
let exact = 0,
  total = 0,
  alarms = 0,
  brokenOk = 0,
  broken = 0;
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".expect.json"))
  .map((n) => n.slice(0, -".expect.json".length));
const all = readdirSync(folder);
for (const name of names) {
  const expected = JSON.parse(
    readFileSync(join(folder, `${name}.expect.json`), "utf8"),
  ) as Expectation;
  const source =
    all.find((file) => file.startsWith(`${name}.`) && !file.endsWith(".expect.json")) ?? "";
  const text = readFileSync(join(folder, source), "utf8");
  const found = findingsIn({
    "package.json": manifestFor(expected.library),
    [expected.file]: text,
  });
  const left = [...found];
  const missed = expected.findings.filter((finding) => {
    const codes = [finding.code, ...(finding.alt ?? [])];
    const spans = [finding, ...(finding.altTargets ?? [])].map((target) => spanOf(text, target));
    const at = left.findIndex(
      (one) =>
        codes.includes(one.code) &&
        spans.some(({ start, end }) => start === one.start && end === one.end),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0 && finding.optional !== true;
  });
  total++;
  if (expected.broken) broken++;
  if (missed.length === 0 && left.length === 0) {
    exact++;
    if (expected.broken) brokenOk++;
  } else
    console.log(
      name,
      missed.map((m) => `MISS ${m.code} ${m.target}`),
      left.map((f) => `EXTRA ${f.code} ${text.slice(f.start, f.end)}`),
    );
  if (expected.findings.length === 0 && found.length > 0) alarms++;
}
console.log({ exact, total, alarms, brokenOk, broken });
