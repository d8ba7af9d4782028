import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze, fixesOf, type RuleSettings } from "../../../src/core/analyze.ts";
import { V5 } from "../../support/manifests.ts";
import { mark, marks } from "../../support/marks.ts";
import { editFiles, project } from "../../support/project.ts";

const files = (path: string, text: string) => ({ ...V5, ".gitignore": ".env*\n", [path]: text });

/** The file with marks round what the rule flags. */
function flagged(path: string, text: string, settings: RuleSettings = {}): string {
  const findings = analyze(project(files(path, text)), settings);
  return mark(
    text,
    findings.filter(({ rule }) => rule === "unused-suppression").map(({ span }) => span),
  );
}

/** The file after the rule's fix. */
function fixed(path: string, text: string): string {
  const before = project(files(path, text));
  const [finding] = analyze(before).filter(({ rule }) => rule === "unused-suppression");
  assert.ok(finding, "nothing was found");
  const [fix] = fixesOf(finding, before);
  assert.ok(fix, "there is no fix");
  const after = editFiles(files(path, text), fix.edits({ mint: () => "" }));
  assert.deepEqual(analyze(project(after)), []);
  return after[path] ?? "";
}

const GOOD = "AUTH_SECRET=$SECRET_FROM_ELSEWHERE\n";

describe("unused-suppression", () => {
  it("flags comments that silence nothing, as a hint", () => {
    for (const marked of [
      `# «auth-secret-ignore-next-line passphrase-secret -- was a sample»\n${GOOD}`,
      `# «auth-secret-ignore-next-line»\r\n${GOOD}`,
    ]) {
      assert.equal(flagged(".env", marks(marked).text), marked);
    }
    const source =
      'import NextAuth from "next-auth";\n/* «auth-secret-ignore hardcoded-secret» */\n';
    assert.equal(flagged("auth.ts", marks(source).text), source);
  });

  it("says nothing of comments that silence something", () => {
    for (const text of [
      "# auth-secret-ignore-next-line passphrase-secret\nAUTH_SECRET=hunter2\n",
      "# auth-secret-ignore-next-line\nAUTH_SECRET=hunter2\n",
      "AUTH_SECRET=hunter2 # auth-secret-ignore\n",
      '# auth-secret-ignore-next-line\nBETTER_AUTH_SECRETS="2:hunter2,\n1:hunter3"\n',
    ]) {
      assert.equal(flagged(".env", text), text);
    }
  });

  it("says nothing of values", () => {
    for (const text of [
      'X="a # auth-secret-ignore"\n',
      'X="a\n# auth-secret-ignore-next-line\nb"\n',
    ]) {
      assert.equal(flagged(".env", text), text);
    }
  });

  it("says nothing where the rule to silence was not run", () => {
    const named = `# auth-secret-ignore-next-line short-secret\n${GOOD}`;
    assert.equal(flagged(".env", named, { "short-secret": "off" }), named);
    const all = `# auth-secret-ignore-next-line\n${GOOD}`;
    assert.equal(flagged(".env", all, { "short-secret": "off" }), all);
  });

  it("takes the comment away, and its line if nothing else stands there", () => {
    assert.equal(
      fixed(".env", `A=1\r\n  # auth-secret-ignore-next-line\r\n${GOOD}`),
      `A=1\r\n${GOOD}`,
    );
    assert.equal(fixed(".env", "A=1 # auth-secret-ignore short-secret\nB=2\n"), "A=1\nB=2\n");
    const source = 'import NextAuth from "next-auth";\n';
    assert.equal(
      fixed("auth.ts", `${source}export {}; /* auth-secret-ignore */ // mine\n`),
      `${source}export {}; // mine\n`,
    );
  });
});
