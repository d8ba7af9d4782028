import { build } from "esbuild";
import type { Row } from "./measure.ts";
import { PEERS } from "./peers.ts";

/** Bytes that the judge adds to a bundle, all and the published hashes alone. */
export async function sizeRows(): Promise<readonly Row[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: ["src/core/secret/judge.ts"],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    charset: "utf8",
  });
  const all = outputFiles[0]?.contents.length ?? 0;
  const [output] = Object.values(metafile.outputs);
  const hashes = output?.inputs["src/core/secret/model/published.ts"]?.bytesInOutput ?? 0;
  const row = (measure: string, bytes: number, most: number): Row => ({
    measure,
    goal: `≤ ${most} KB`,
    ours: `${(bytes / 1000).toFixed(1)} KB`,
    peers: PEERS.map(({ name }) => (name === "zxcvbn-ts" && most > 100 ? "1,665 KB" : "–")),
    isReached: bytes <= most * 1000,
  });
  return [
    row("added to each bundle, minified", all, 120),
    row("of it the hashes of published values", hashes, 60),
  ];
}
