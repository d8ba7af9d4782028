import { pathToFileURL } from "node:url";

/** One thing that was tried, how often, and what came of it. */
export interface Row {
  readonly name: string;
  readonly runs: number;
  /** Milliseconds. */
  readonly time: number;
  /** What was asked of it. */
  readonly limit: string;
  /** What it reached. */
  readonly note: string;
  /** The smallest input that was found to fail, and how; undefined where none did. */
  readonly failure: string | undefined;
}

export function tableOf(rows: readonly Row[]): string {
  return [
    "| what | runs | a second | limit | reached | |",
    "| --- | ---: | ---: | --- | --- | --- |",
    ...rows.map(
      ({ name, runs, time, limit, note, failure }) =>
        `| ${name} | ${runs.toLocaleString("en")} | ${perSecond(runs, time)} | ${limit} | ${note} | ${failure === undefined ? "✓" : "✗"} |`,
    ),
  ].join("\n");
}

function perSecond(runs: number, time: number): string {
  return time > 0 ? Math.round((runs * 1000) / time).toLocaleString("en") : "–";
}

export function failureList(rows: readonly Row[]): string {
  if (rows.length === 0) return "No failures.";
  return rows
    .map(({ name, failure }) => `### ${name}\n\n\`\`\`\n${failure ?? ""}\n\`\`\``)
    .join("\n\n");
}

const LONGEST = 2000;

/** An input as it can be pasted into a test, cut where it is long. */
export function shown(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

/** Where the checkout is on this machine is nobody's business. */
const ROOT = `${process.cwd()}/`;
const ROOT_URL = pathToFileURL(ROOT).href;

/** What was thrown, and where it came from. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const places = (error.stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  const message = error.message.split("\n").slice(0, 12).join("\n");
  return [`${error.name}: ${message}`, ...places.slice(0, 4)]
    .join("\n")
    .replaceAll(ROOT_URL, "")
    .replaceAll(ROOT, "")
    .slice(0, LONGEST);
}
