import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DockerfileParser, type PropertyInstruction } from "dockerfile-ast";
import fc from "fast-check";
import { parse as parseSmolToml } from "smol-toml";
import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import { dockerfile } from "../../src/core/config/dockerfile.ts";
import type { ConfigNode } from "../../src/core/config/syntax/node.ts";
import { parseToml } from "../../src/core/config/syntax/toml.ts";
import { parseYaml } from "../../src/core/config/syntax/yaml.ts";
import { dockerTexts, tomlTexts, yamlTexts } from "../support/configTexts.ts";

/** A tree as plain data, every scalar as text, what is null left out. */
function dataOf(node: ConfigNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(dataOf);
  return Object.fromEntries(
    node.pairs.flatMap(({ key, value }) =>
      value === undefined || key === "<<" ? [] : [[key, dataOf(value)]],
    ),
  );
}

function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(asTexts);
  if (typeof value !== "object" || value === null) return String(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([key, each]) => [key, asTexts(each)]),
  );
}

const RUNS = { numRuns: 3000 };

function yamlOf(text: string): unknown {
  return parseAllDocuments(text)
    .map((document) => asText(document.contents, document))
    .filter((data) => data !== undefined);
}

/** A node of the yaml package as plain data, in the same way. */
function asText(node: unknown, document: Document): unknown {
  if (isAlias(node)) return asText(node.resolve(document), document);
  if (isSeq(node))
    return node.items.map((item) => asText(item, document)).filter((data) => data !== undefined);
  if (isScalar(node)) {
    if (node.value === null) return undefined;
    return node.type === "PLAIN" ? (node.source ?? "") : String(node.value);
  }
  if (!isMap(node)) return undefined;
  const pairs = node.items.flatMap(({ key, value }): readonly (readonly [string, unknown])[] => {
    const name = String(asText(key, document));
    const data = asText(value, document);
    if (name !== "<<") return data === undefined ? [] : [[name, data]];
    return [data].flat().flatMap((merged) => Object.entries(merged ?? {}));
  });
  return Object.fromEntries(pairs);
}

describe("YAML", () => {
  it("is read as the yaml package reads it", () => {
    fc.assert(
      fc.property(yamlTexts, (text) => {
        const expected = yamlOf(text);
        assert.deepEqual(parseYaml(text).map(dataOf), expected, text);
      }),
      RUNS,
    );
  });

  it("has its aliases, merges and folded texts read alike", () => {
    for (const text of [
      "x: &a\n  A: b\n  B: c\ny:\n  <<: *a\n  B: d\nz: *a\n",
      "x: &a { A: b }\nw: &b { C: d }\ny:\n  <<: [*a, *b]\n",
      "a: one\n  two\n\n  three\nb: 'x\n\n  y'\nc: \"x \\\n  y\\u0041\\x42\"\n",
      "a: |\n  one\n    two\n\nb: >\n  one\n  two\n\n  three\nc: |-\n    x\n",
      "a: !!str abc\nb: !custom 'x'\n",
      "- a\n- - b\n  - c\n- d: e\n  f: g\n",
      "? a\n: b\n",
      "a: 'it''s'\r\nb: \"x\"\r\nc: |\r\n  one\r\n  two\r\n",
    ]) {
      const expected = yamlOf(text);
      assert.deepEqual(parseYaml(text).map(dataOf), expected, text);
    }
  });
});

describe("TOML", () => {
  it("is read as smol-toml reads it", () => {
    let valid = 0;
    fc.assert(
      fc.property(tomlTexts, (text) => {
        let expected: unknown;
        try {
          expected = asTexts(parseSmolToml(text));
        } catch {
          // Tables that are defined twice: no file at all.
          return;
        }
        valid++;
        assert.deepEqual(dataOf(parseToml(text)), expected, text);
      }),
      RUNS,
    );
    assert.ok(valid > RUNS.numRuns / 2, String(valid));
  });
});

describe("Dockerfiles", () => {
  it("are read as dockerfile-ast reads them", () => {
    fc.assert(
      fc.property(dockerTexts, (text) => {
        const expected = DockerfileParser.parse(text)
          .getInstructions()
          .filter((instruction) => /^(?:ENV|ARG)$/i.test(instruction.getKeyword()))
          .flatMap((instruction) => (instruction as PropertyInstruction).getProperties())
          .map((property) => [property.getName(), property.getValue()]);
        const found = dockerfile.read("Dockerfile", text).map(({ name, value }) => [name, value]);
        assert.deepEqual(found, expected, text);
      }),
      RUNS,
    );
  });
});
