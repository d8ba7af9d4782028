import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { filesLoadedIn } from "../../src/core/dotenv/loadOrder.ts";
import { MODES, type Mode } from "../../src/core/loaders/index.ts";
import { type Files, project } from "../support/project.ts";
import { loadByNext, loadByNode, loadByVite } from "./support/realLoaders.ts";

const NAMES = [
  ".env",
  ".env.local",
  ...MODES.flatMap((mode) => [`.env.${mode}`, `.env.${mode}.local`]),
  ".env.staging",
  ".dev.vars",
];

/** Every folder that has some of the files; each of them sets its own name. */
function folders(names: readonly string[]): readonly Files[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    Object.fromEntries(
      names
        .filter((_name, index) => (bits >> index) % 2 === 1)
        .map((name) => [name, `AUTH_SECRET=${name}\n`]),
    ),
  );
}

/** The files of one mode, and one of another. */
const namesFor = (mode: Mode) =>
  NAMES.filter((name) => !MODES.some((other) => other !== mode && name.includes(other))).concat(
    mode === "test" ? ".env.production" : ".env.test",
  );

const winner = (files: Files, mode: Mode, manifest: object) =>
  filesLoadedIn(project({ ...files, "package.json": JSON.stringify(manifest) }), mode)[0]?.path;

describe("filesLoadedIn and the real loaders", () => {
  for (const mode of MODES) {
    it(`agree on which file wins: Next, ${mode}`, () => {
      for (const files of folders(namesFor(mode))) {
        const own = winner(files, mode, { dependencies: { next: "16" } });
        assert.equal(own, loadByNext(files, mode), Object.keys(files).join(" "));
      }
    });

    it(`agree on which file wins: Vite, ${mode}`, () => {
      for (const files of folders(namesFor(mode))) {
        const own = winner(files, mode, { dependencies: { vite: "8" } });
        assert.equal(own, loadByVite(files, mode), Object.keys(files).join(" "));
      }
    });
  }

  it("agree on which file wins: node --env-file", () => {
    const files = { ".env": "AUTH_SECRET=.env\n", ".env.local": "AUTH_SECRET=.env.local\n" };
    for (const named of [[".env"], [".env", ".env.local"], [".env.local", ".env"]]) {
      const line = `node ${named.map((file) => `--env-file=${file}`).join(" ")} main.js`;
      const own = winner(files, "development", { scripts: { dev: line } });
      assert.equal(own, loadByNode(files, named), line);
    }
  });
});
