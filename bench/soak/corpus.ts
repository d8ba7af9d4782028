import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Seed } from "../../test/support/soak/mutations.ts";

const CORPUS = "../shared/corpus";

/** The files of a corpus beside the checkout; none where there is no such folder. */
export function corpusSeeds(): readonly Seed[] {
  if (!existsSync(CORPUS)) return [];
  const sources = join(CORPUS, "auth.train");
  const scripts = readdirSync(sources)
    .filter((name) => /\.[cm]?[jt]sx?$/.test(name))
    .map((path) => ({ path, text: readFileSync(join(sources, path), "utf8") }));
  return [...scripts, ...envSeeds(readFileSync(join(CORPUS, "env.train.jsonl"), "utf8"))];
}

function envSeeds(lines: string): readonly Seed[] {
  return (
    lines
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { readonly raw: string; readonly source: string })
      // What was somebody's is not to stand in a report.
      .filter(({ source }) => source !== "real")
      .map(({ raw }) => ({ path: ".env", text: raw }))
  );
}
