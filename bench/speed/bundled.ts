import { resolve } from "node:path";
import { build } from "esbuild";

/** Bundles a module, given as text with its imports from the project's root, and gives its file. */
export async function bundled(outfile: string, contents: string): Promise<string> {
  await build({
    stdin: { contents, resolveDir: resolve("."), loader: "ts" },
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
  });
  return outfile;
}

/** The expression that loads a file. */
export function required(file: string): string {
  return `require(${JSON.stringify(file)})`;
}
