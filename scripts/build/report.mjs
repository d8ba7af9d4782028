import { mkdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";

/**
 * Prints what the editor's `$esbuild-watch` problem matcher reads, and keeps the metafiles for the
 * tests over what each bundle holds.
 *
 * @param {readonly string[]} bundles
 * @param {boolean} watch
 */
export function reporter(bundles, watch) {
  const running = new Set(bundles);
  // Bundles share files: what is wrong in one is said once.
  const said = new Set();
  if (watch) console.log("[watch] build started");

  /** @param {import("esbuild").Message} message */
  function say({ text, location }) {
    const lines = [`✘ [ERROR] ${text}`];
    if (location) {
      const { file, line, column } = location;
      lines.push(`    ${relative(".", file)}:${line}:${column + 1}:`);
    }
    const message = lines.join("\n");
    if (!said.has(message)) console.error(message);
    said.add(message);
  }

  /**
   * @param {string} name
   * @returns {import("esbuild").Plugin}
   */
  return (name) => ({
    name: "report",
    setup(build) {
      build.onStart(() => {
        if (watch && running.size === 0) console.log("[watch] build started");
        running.add(name);
      });
      build.onEnd(({ errors, warnings, metafile }) => {
        for (const message of [...errors, ...warnings]) say(message);
        if (metafile) {
          mkdirSync("dist/meta", { recursive: true });
          writeFileSync(`dist/meta/${name}.json`, JSON.stringify(metafile));
        }
        running.delete(name);
        if (running.size > 0) return;
        said.clear();
        if (watch) console.log("[watch] build finished");
      });
    },
  });
}
