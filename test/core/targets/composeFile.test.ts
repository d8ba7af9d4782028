import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../src/core/edit.ts";
import { composeEdit, composeServices } from "../../../src/core/targets/composeFile.ts";

const LINE = `\${AUTH_SECRET:?set AUTH_SECRET}`;

function edited(text: string, service = "web"): string | undefined {
  const edits = composeEdit(text, service, "AUTH_SECRET");
  return edits && applyEdits(text, edits);
}

describe("composeEdit", () => {
  it("adds a line to the environment that is there, in its form", () => {
    assert.equal(
      edited("services:\n  web:\n    environment:\n      A: 1 # note\n    ports: []\n"),
      `services:\n  web:\n    environment:\n      A: 1 # note\n      AUTH_SECRET: ${LINE}\n    ports: []\n`,
    );
    assert.equal(
      edited('services:\n  web:\n    environment:\n    - A=1\n    - "B=2"\n  db: {}\n'),
      `services:\n  web:\n    environment:\n    - A=1\n    - "B=2"\n    - AUTH_SECRET=${LINE}\n  db: {}\n`,
    );
  });

  it("adds an environment where there is none", () => {
    assert.equal(
      edited("services:\n  web:\n    build: .\n    # below\n\n  db:\n    image: postgres\n"),
      `services:\n  web:\n    build: .\n    environment:\n      AUTH_SECRET: ${LINE}\n    # below\n\n  db:\n    image: postgres\n`,
    );
  });

  it("replaces what the variable is given, a literal or a reference that may be empty", () => {
    for (const value of ["hunter2", '"hunter2"', `\${AUTH_SECRET}`, `\${AUTH_SECRET:-dev}`]) {
      assert.equal(
        edited(
          `services:\n  web:\n    environment:\n      AUTH_SECRET: ${value} # here\n      B: 2\n`,
        ),
        `services:\n  web:\n    environment:\n      AUTH_SECRET: ${LINE} # here\n      B: 2\n`,
      );
      assert.equal(
        edited(
          `services:\n  web:\n    environment:\n      - A\n      - AUTH_SECRET=${value.replaceAll('"', "")}\n`,
        ),
        `services:\n  web:\n    environment:\n      - A\n      - AUTH_SECRET=${LINE}\n`,
      );
    }
  });

  it("takes a name without a value, which hands on what may not be set", () => {
    assert.equal(
      edited("services:\n  web:\n    environment:\n      - AUTH_SECRET\n"),
      `services:\n  web:\n    environment:\n      - AUTH_SECRET=${LINE}\n`,
    );
  });

  it("changes no other byte: line breaks, comments, a missing last newline, a byte order mark", () => {
    const text = "\uFEFF# top\r\nservices:\r\n  web:\r\n    environment:\r\n      A: 'x'  # y";
    assert.equal(edited(text), `${text}\r\n      AUTH_SECRET: ${LINE}`);
    const [edit] = composeEdit("services:\n  web:\n    image: a", "web", "AUTH_SECRET") ?? [];
    assert.equal(edit?.start, edit?.end);
  });

  it("keeps a value of several lines whole", () => {
    const text = "services:\n  web:\n    environment:\n      A: |\n        one\n        two\n";
    assert.equal(edited(text), `${text.slice(0, -1)}\n      AUTH_SECRET: ${LINE}\n`);
  });

  it("makes no edit that it is not sure of", () => {
    for (const environment of ["{ A: 1 }", "[A=1]", "*shared", "&x { A: 1 }", "null", ""]) {
      const text = `x: &shared\n  A: 1\nservices:\n  web:\n    environment: ${environment}\n`;
      assert.equal(edited(text), undefined, environment);
    }
    for (const text of ["", "services:\n", "services: { web: { image: a } }\n", "services: [\n"]) {
      assert.equal(edited(text), undefined, text);
    }
    assert.equal(edited("services:\n  web:\n    image: a\n", "db"), undefined);
  });

  it("says the same again where it stands already", () => {
    const text = `services:\n  web:\n    environment:\n      AUTH_SECRET: ${LINE}\n`;
    assert.equal(edited(text), text);
  });
});

describe("composeServices", () => {
  it("names those that are built first", () => {
    const text = "services:\n  db:\n    image: postgres\n  web:\n    build: .\n";
    assert.deepEqual(composeServices(text), ["web", "db"]);
    assert.deepEqual(composeServices("a: 1\n"), []);
    assert.deepEqual(composeServices("services: [\n"), []);
  });
});
