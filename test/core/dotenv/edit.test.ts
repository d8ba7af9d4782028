import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setEntry, setVariable } from "../../../src/core/dotenv/edit.ts";
import { applyEdits } from "../../../src/core/edit.ts";
import { editFiles, type Files, project } from "../../support/project.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

function set(text: string, name = "AUTH_SECRET", value = "NEW+/="): string | undefined {
  const edits = setEntry(text, name, value);
  return edits && applyEdits(text, edits);
}

describe("setEntry", () => {
  it("replaces the value in place and keeps all else", () => {
    const cases: readonly (readonly [string, string])[] = [
      ["AUTH_SECRET=old\nB=2\n", "AUTH_SECRET=NEW+/=\nB=2\n"],
      ["export AUTH_SECRET = 'old' # c\r\nB=2", "export AUTH_SECRET = 'NEW+/=' # c\r\nB=2"],
      ["\uFEFFAUTH_SECRET: old", "\uFEFFAUTH_SECRET: NEW+/="],
      ['AUTH_SECRET="old\nold"\nB=2', 'AUTH_SECRET="NEW+/="\nB=2'],
      ['AUTH_SECRET="old\nB=2', "AUTH_SECRET=NEW+/=\nB=2"],
      ["AUTH_SECRET=\nB=2", "AUTH_SECRET=NEW+/=\nB=2"],
      ["AUTH_SECRET=old # c", "AUTH_SECRET=NEW+/= # c"],
      ["AUTH_SECRET=old# c", "AUTH_SECRET=NEW+/= # c"],
    ];
    for (const [before, after] of cases) assert.equal(set(before), after);
  });

  it("replaces the assignment that counts", () => {
    assert.equal(set("AUTH_SECRET=1\nAUTH_SECRET=2\n"), "AUTH_SECRET=1\nAUTH_SECRET=NEW+/=\n");
  });

  it("takes no other name for it", () => {
    const text = "NEXTAUTH_SECRET=old\nAUTH_SECRET_1=old\n# AUTH_SECRET=old\n";
    assert.equal(set(text), `${text}AUTH_SECRET=NEW+/=\n`);
  });

  it("adds a line in the style of the text's end", () => {
    assert.equal(set(""), "AUTH_SECRET=NEW+/=\n");
    assert.equal(set("\uFEFF"), "\uFEFFAUTH_SECRET=NEW+/=\n");
    assert.equal(set("A=1\n"), "A=1\nAUTH_SECRET=NEW+/=\n");
    assert.equal(set("A=1\r\n"), "A=1\r\nAUTH_SECRET=NEW+/=\r\n");
    assert.equal(set("A=1"), "A=1\nAUTH_SECRET=NEW+/=");
    assert.equal(set("A=1\r\nB=2"), "A=1\r\nB=2\r\nAUTH_SECRET=NEW+/=");
    assert.equal(set("export A=1\n"), "export A=1\nexport AUTH_SECRET=NEW+/=\n");
  });

  it("goes to the start where the end would swallow it", () => {
    assert.equal(set("A:\n"), "AUTH_SECRET=NEW+/=\nA:\n");
    assert.equal(set('A="open\n'), 'A="open\nAUTH_SECRET=NEW+/=\n');
  });

  it("quotes what needs quotes, and refuses what no quotes can hold", () => {
    assert.equal(set("AUTH_SECRET=old\n", "AUTH_SECRET", "a # b"), 'AUTH_SECRET="a # b"\n');
    assert.equal(set("AUTH_SECRET='old'\n", "AUTH_SECRET", "it's"), "AUTH_SECRET=it's\n");
    assert.equal(set("A=1\n", "AUTH SECRET", "x"), undefined);
    assert.equal(set("A=1\n", "AUTH_SECRET", "a\rb"), undefined);
  });
});

describe("setVariable", () => {
  const IGNORED = { ".gitignore": ".env*\n" };
  const apply = (files: Files, directory = "") =>
    editFiles(files, [setVariable(project(files, { directory }), "AUTH_SECRET", "NEW")]);

  it("writes to the project's .env.local, new or not", () => {
    assert.equal(apply({})[".env.local"], "AUTH_SECRET=NEW\n");
    assert.equal(apply({ ".env.local": "A=1\n" })[".env.local"], "A=1\nAUTH_SECRET=NEW\n");
    assert.equal(apply({}, "apps/web")["apps/web/.env.local"], "AUTH_SECRET=NEW\n");
  });

  it("fills the entry that counts", () => {
    const files = { ...IGNORED, ".env": "AUTH_SECRET=\n", ".env.example": "AUTH_SECRET=\n" };
    assert.deepEqual(apply(files), { ...files, ".env": "AUTH_SECRET=NEW\n" });
    const real = {
      ".env": `AUTH_SECRET=${strongSecret()}\n`,
      ".env.local": "AUTH_SECRET=changeme\n",
    };
    assert.deepEqual(apply(real), { ...real, ".env.local": "AUTH_SECRET=NEW\n" });
  });

  it("leaves a placeholder that is committed, and wins over it", () => {
    const files = { ".env": "AUTH_SECRET=changeme\n" };
    assert.deepEqual(apply(files), { ...files, ".env.local": "AUTH_SECRET=NEW\n" });
  });

  it("never overwrites a real value", () => {
    const files = { ".env": `AUTH_SECRET=${strongSecret()}\n` };
    assert.deepEqual(apply(files), files);
  });
});
