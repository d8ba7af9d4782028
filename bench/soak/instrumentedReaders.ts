import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { buildSync } from "esbuild";
import type { TextReader } from "../../test/support/soak/readers.ts";
import { COUNTERS, instrumented } from "./instrument.ts";
import { type Novelty, novelty } from "./novelty.ts";

/** The readers in a build that tells which of its blocks an input reaches. */
export interface InstrumentedReaders {
  readonly readers: readonly TextReader[];
  /** Starts to look from here on, for one reader. */
  watch(): Novelty;
}

export function instrumentedReaders(): InstrumentedReaders {
  const { code, blocks } = instrumented(bundle());
  const counters = new Uint32Array(blocks);
  const load = runInThisContext(
    `(${COUNTERS}, require) => {${code}\nreturn bundled.readers;\n}`,
  ) as (counters: Uint32Array, require: NodeJS.Require) => readonly TextReader[];
  return {
    readers: load(counters, createRequire(import.meta.url)),
    watch: () => novelty(counters),
  };
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: ["test/support/soak/readers.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bundled",
    platform: "node",
    mainFields: ["module", "main"],
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}
