/**
 * The property tests with many runs, the readers under input that coverage guides, and how time
 * grows with the length of hostile files. After each part prints Markdown and keeps it in bench/results
 * with the same as JSON, beside what was found of the other parts before. Exits 1 where something failed.
 *
 * npm run soak -- [--runs 100000] [--seed N] [--only properties,fuzz,growth]
 *   [--minutes 30] of CPU time for the input that coverage guides
 *   [--readers Dockerfile,token] the growth of those alone in whose name one of these stands: their rows
 *   take the place of earlier ones from such a machine, and are only printed where there are none
 *   [--megabytes 8] to which texts grow at most
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./soak/fuzz.ts";
import { growth } from "./soak/growth.ts";
import { checkProperties } from "./soak/properties.ts";
import { failureList, type Row, tableOf } from "./soak/report.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "100000" },
    minutes: { type: "string", default: "30" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    only: { type: "string", default: "properties,fuzz,growth" },
    readers: { type: "string", default: "" },
    megabytes: { type: "string", default: "8" },
  },
});
const [runs, minutes, seed, megabytes] = [
  values.runs,
  values.minutes,
  values.seed,
  values.megabytes,
].map(Number);
if (!runs || !minutes || !seed || !megabytes)
  throw new Error("--runs, --minutes, --seed and --megabytes are numbers above 0.");

/** What was found of one part, and by which run. */
interface Part {
  readonly machine: string;
  readonly seed: number;
  readonly cpuMinutes: number;
  readonly rows: readonly Row[];
}

const PARTS: Readonly<Record<string, () => readonly Row[]>> = {
  properties: () => checkProperties({ runs, seed }),
  fuzz: () => fuzz({ minutes, seed }),
  growth: () => growth({ names: values.readers.split(","), longest: megabytes * 2 ** 20 }),
};

const file = join(import.meta.dirname, "results/soak.json");
const [cpu] = cpus();
const machine = `${cpu?.model.trim()}, ${process.platform}, Node ${process.versions.node}`;
const failures: Row[] = [];
for (const name of values.only.split(",")) {
  console.error(`${name} …`);
  const before = process.cpuUsage();
  const rows = PARTS[name]?.();
  if (!rows) throw new Error(`--only knows ${Object.keys(PARTS).join(", ")}`);
  const { user, system } = process.cpuUsage(before);
  failures.push(...rows.filter(({ failure }) => failure !== undefined));
  // At once: the next part takes long, and another run may be at it already.
  const part = { machine, seed, cpuMinutes: (user + system) / 60e6, rows };
  const whole = values.readers === "" ? part : among(kept()[name], part);
  if (whole) keep({ ...kept(), [name]: whole });
  else console.log(section(name, part));
}
process.exit(failures.length > 0 ? 1 : 0);

function kept(): Readonly<Record<string, Part>> {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** Some rows anew among the others, which were measured before; undefined where there are no others. */
function among(before: Part | undefined, anew: Part): Part | undefined {
  if (before?.machine !== anew.machine) return undefined;
  const rows = before.rows.map((row) => anew.rows.find(({ name }) => name === row.name) ?? row);
  return { ...anew, cpuMinutes: before.cpuMinutes + anew.cpuMinutes, rows };
}

function keep(report: Readonly<Record<string, Part>>): void {
  const parts = Object.keys(PARTS).flatMap((name) => {
    const part = report[name];
    return part ? [section(name, part)] : [];
  });
  const text = ["# Soak", ...parts].join("\n\n");
  console.log(text);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file.replace(/json$/, "md"), `${text}\n`);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}

function section(name: string, { machine: where, seed: source, cpuMinutes, rows }: Part): string {
  const facts = `${where}; seed ${source}; ${cpuMinutes.toFixed(1)} CPU minutes.`;
  const failed = rows.filter(({ failure }) => failure !== undefined);
  return [`## ${name}`, facts, tableOf(rows), failureList(failed)].join("\n\n");
}
