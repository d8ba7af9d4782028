import { existsSync, readFileSync } from "node:fs";
import type { Report } from "../../bench/speed/figure.ts";
import { table } from "./tables.ts";

/** The figures of the last `npm run bench`, in words that need no other row. */
const SHOWN: Readonly<Record<string, string>> = {
  "Generate AUTH_SECRET: accepted until saved": "**Generate AUTH_SECRET**, chosen until saved",
  "keystroke to findings, auth.ts of 500 lines": "keystroke to findings, `auth.ts` of 500 lines",
  "keystroke to findings, .env of 2,000 lines": "keystroke to findings, `.env` of 2,000 lines",
  "activate() in the Node extension host": "activating",
  "memory that activating takes, garbage collected": "memory that activating takes",
  "a folder of 20,000 files added: first finding in Problems":
    "first finding of a folder of 20,000 files, from adding it",
  "… with Node's start in it": "`check` on 20,000 files, 300 MB",
  VSIX: "what is downloaded",
};

export function speedTable(file: string): string {
  if (!existsSync(file)) return "\nNo report yet: `npm run bench` writes it.\n";
  const { machine, groups }: Report = JSON.parse(readFileSync(file, "utf8"));
  const figures = Object.values(groups).flat();
  const renamed = Object.keys(SHOWN).find((name) =>
    figures.every(({ measure }) => measure !== name),
  );
  if (renamed !== undefined) throw new Error(`bench/results has no "${renamed}".`);
  const rows = figures.flatMap(({ measure, ours, peer }) => {
    const title = SHOWN[measure];
    return title === undefined ? [] : [[title, ours, peer]];
  });
  return `${table(["What", "Takes", "Beside"], rows)}\nOn ${machine}\n`;
}
