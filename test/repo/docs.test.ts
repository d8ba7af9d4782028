import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { describe, it } from "node:test";
import { generatedFiles } from "../../scripts/docs/generatedFiles.ts";
import { rules } from "../../src/core/index.ts";

describe("generated docs", () => {
  for (const [path, text] of generatedFiles()) {
    const name = relative(process.cwd(), path);
    it(`${name} is what npm run docs writes`, () => {
      // Compared by content, not by layout: the formatter may fold the manifest's lists.
      const [have, want] = [readFileSync(path, "utf8"), text].map((content) =>
        name.endsWith(".json") ? JSON.parse(content) : content,
      );
      assert.deepEqual(have, want);
    });
  }

  for (const { id } of rules) {
    it(`${id} has a page with more than its header`, () => {
      const page = readFileSync(`docs/rules/${id}.md`, "utf8");
      const prose = page.slice(page.indexOf("<!-- /header -->"));
      for (const heading of ["## Why", "## Bad", "## Good", "## How to fix"]) {
        assert.ok(prose.includes(heading), `${heading} is missing`);
      }
    });
  }
});
