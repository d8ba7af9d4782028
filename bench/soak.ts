/**
 * The property tests with many runs, the readers under input that coverage guides, and how time
 * grows with the length of hostile files. Prints Markdown, keeps it in bench/results with the same
 * as JSON, and exits 1 where something failed.
 *
 * npm run soak -- [--runs 20000] [--minutes 10] [--seed N] [--only properties,fuzz,growth]
 *   [--readers Dockerfile,token] the growth of those alone in whose name one of these stands
 *   [--megabytes 8] to which texts grow at most
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzz } from "./soak/fuzz.ts";
import { growth } from "./soak/growth.ts";
import { checkProperties } from "./soak/properties.ts";
import { failureList, type Row, tableOf } from "./soak/report.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    minutes: { type: "string", default: "10" },
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

const PARTS: Readonly<Record<string, () => readonly Row[]>> = {
  properties: () => checkProperties({ runs, seed }),
  fuzz: () => fuzz({ minutes, seed }),
  growth: () => growth({ names: values.readers.split(","), longest: megabytes * 2 ** 20 }),
};

const results: (readonly [string, readonly Row[]])[] = [];
for (const name of values.only.split(",")) {
  console.error(`${name} …`);
  results.push([name, PARTS[name]?.() ?? []]);
}
const failures = results.flatMap(([, rows]) => rows.filter(({ failure }) => failure !== undefined));
const [cpu] = cpus();
const cpuMinutes = (process.cpuUsage().user + process.cpuUsage().system) / 60e6;
const report = [
  "# Soak",
  `${cpu?.model.trim()}, ${process.platform}, Node ${process.versions.node}; seed ${seed}; ${cpuMinutes.toFixed(1)} CPU minutes.`,
  ...results.map(([name, rows]) => `## ${name}\n\n${tableOf(rows)}`),
  failureList(failures),
].join("\n\n");
console.log(report);
const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "soak.md"), `${report}\n`);
const data = { node: process.versions.node, seed, cpuMinutes, ...Object.fromEntries(results) };
writeFileSync(join(folder, "soak.json"), `${JSON.stringify(data, null, 2)}\n`);
process.exit(failures.length > 0 ? 1 : 0);
