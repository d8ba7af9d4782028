import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseDocument } from "yaml";
import { applyEdits } from "../../src/core/edit.ts";
import { composeEdit, composeReference } from "../../src/core/targets/composeFile.ts";

const VARIABLE = "AUTH_SECRET";
const RUNS = { numRuns: 2000 };

const value = fc.constantFrom(
  " 1",
  " hunter2 # note",
  ' "a: b"',
  " 'it''s'",
  " |\n        one\n        two",
  " >-\n        one\n\n        two",
  " &anchor x",
  " !!str x",
  " plain\n        goes on",
  "",
);
const name = fc.constantFrom("A", "B", VARIABLE, `"${VARIABLE}"`, "AUTH_SECRET_1");
const comment = fc.constantFrom("", "      # note\n", "\n", "# far left\n");

const asMap = fc
  .uniqueArray(fc.tuple(name, value, comment), {
    minLength: 1,
    maxLength: 4,
    selector: ([key]) => key.replaceAll('"', ""),
  })
  .map((pairs) => pairs.map(([key, text, note]) => `      ${key}:${text}\n${note}`).join(""));

const asList = fc
  .array(
    fc.tuple(name, fc.constantFrom("", "=x", "=x # note"), fc.constantFrom("", '"'), comment),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((items) =>
    items
      .map(
        ([key, text, quote, note]) =>
          `      - ${quote}${key.replaceAll('"', "")}${text}${quote}\n${note}`,
      )
      .join(""),
  );

const environment = fc.oneof(
  fc
    .tuple(fc.constantFrom("", " # note", " &env", " &env # note"), fc.oneof(asMap, asList))
    .map(([behind, lines]) => `    environment:${behind}\n${lines}`),
  fc.constantFrom(
    "",
    "    environment: *shared\n",
    "    environment: { A: 1 }\n",
    "    <<: *service\n",
  ),
);

const composeTexts = fc
  .record({
    top: fc.constantFrom("", "# top\n", "\uFEFF# top\n", "\uFEFF"),
    before: fc.constantFrom("", "    image: a # note\n", "    build:\n      context: .\n"),
    environment,
    after: fc.constantFrom(
      "",
      "    ports: ['1:1']\n",
      "    # below\n",
      "    command: |\n      a\n      b\n",
    ),
    others: fc.constantFrom(
      "",
      "  db:\n    image: postgres\n",
      "  db:\n    environment: *env\n",
      "  db:\n    environment:\n      <<: *env\n",
    ),
    isCrlf: fc.boolean(),
    isEnded: fc.boolean(),
  })
  .map(({ top, before, environment, after, others, isCrlf, isEnded }) => {
    const shared = "x-shared: &shared\n  A: 1\nx-service: &service\n  environment:\n    A: 1\n";
    const web = `${top}services:\n  web:\n${before}${environment}${after}`;
    const text = others.includes("*env") && !web.includes("&env") ? web : `${web}${others}`;
    const whole = text.includes("*s") ? text.replace("services:", `${shared}services:`) : text;
    const ended = isEnded ? whole : whole.trimEnd();
    return isCrlf ? ended.replaceAll("\n", "\r\n") : ended;
  });

describe("composeEdit, read by the yaml package", () => {
  it("sets the variable of the service and changes nothing else", () => {
    let edited = 0;
    fc.assert(
      fc.property(composeTexts, (text) => {
        const edits = composeEdit(text, "web", VARIABLE);
        if (edits === undefined) return;
        edited++;
        const [before, after] = [text, applyEdits(text, edits)].map(environmentAndRest);
        assert.equal(after?.variables.get(VARIABLE), composeReference(VARIABLE));
        before?.variables.delete(VARIABLE);
        after?.variables.delete(VARIABLE);
        assert.deepEqual(after, before);
      }),
      RUNS,
    );
    assert.ok(edited > RUNS.numRuns / 4, `${edited} edits`);
  });
});

function environmentAndRest(text: string) {
  const document = parseDocument(text.replace(/^\uFEFF/, ""));
  assert.deepEqual(document.errors, []);
  const place = ["services", "web", "environment"];
  const data = document.toJS();
  const environment = data.services.web?.environment ?? {};
  if (document.hasIn(place)) delete data.services.web.environment;
  const variables = Array.isArray(environment)
    ? environment.map((item): [string, unknown] => {
        const [, key = "", assigned] = /^([^=]*)(?:=(.*))?$/s.exec(String(item)) ?? [];
        return [key, assigned];
      })
    : Object.entries<unknown>(environment);
  return { variables: new Map(variables), rest: data };
}
