import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { ungrouped } from "../../../src/core/secret/groups.ts";
import { judge } from "../../../src/core/secret/judge.ts";

const ROUNDS = 40;

function inGroups(text: string, size: number, separator: string): string {
  return text.match(new RegExp(`.{${size}}`, "g"))?.join(separator) ?? text;
}

/** Every way in which people write random bytes in groups. */
function spellings(bytes: Uint8Array): string[] {
  const hex = Buffer.from(bytes).toString("hex");
  return [
    inGroups(hex, 2, ":"),
    inGroups(hex.toUpperCase(), 2, " "),
    inGroups(hex, 4, "-"),
    inGroups(hex, 8, "_"),
    [...bytes].join(","),
    `[${[...bytes].join(", ")}]`,
    `{ 0x${inGroups(hex, 2, ", 0x")} }`,
    hex.replace(/../g, "\\x$&"),
  ];
}

describe("random content in groups", () => {
  it("has the bits of its bytes", () => {
    for (const [size, kind] of [
      [16, "short"],
      [24, "short"],
      [32, "strong"],
    ] as const) {
      for (let round = 0; round < ROUNDS; round++) {
        for (const value of spellings(randomBytes(size))) {
          const verdict = judge(value);
          assert.equal(verdict.kind, kind, value);
          assert.equal(verdict.bits, size * 8, value);
        }
      }
    }
  });

  it("counts what UUIDs and license keys hold", () => {
    for (let round = 0; round < ROUNDS; round++) {
      for (const separator of ["", "-", "_", ":", " "]) {
        const two = [randomUUID(), randomUUID()];
        assert.equal(judge(two.join(separator)).bits, 244, two.join(separator));
        assert.equal(judge([...two, randomUUID()].join(separator)).kind, "strong");
      }
      const key = inGroups(
        randomBytes(40).toString("base64").replace(/\W/g, "").slice(0, 25),
        5,
        "-",
      );
      assert.equal(judge(key).kind, "short", key);
      assert.equal(judge(`prod-${randomUUID()}`).bits, 122);
    }
  });

  it("is seen through where people made it", () => {
    const phrase = Buffer.from("my super secret key for this app");
    for (const value of [
      ...spellings(phrase),
      ...spellings(new Uint8Array(32)),
      ...spellings(Uint8Array.from({ length: 32 }, (_, at) => at)),
      "12345678-1234-1234-1234-123456789012",
      "1234-5678-9012-3456",
      "love-hate-cats-dogs-fish",
      "aaaa-bbbb-cccc-dddd",
    ]) {
      assert.equal(judge(value).kind, "passphrase", value);
    }
  });
});

describe("ungrouped", () => {
  it("joins groups of one length, and bytes", () => {
    assert.deepEqual(ungrouped("AB12-CD34-EF56"), { text: "AB12CD34EF56", isList: false });
    assert.deepEqual(ungrouped("[1, 2, 3, 4, 5, 6, 7, 255]"), {
      text: "01020304050607ff",
      isList: true,
    });
  });

  it("leaves everything else alone", () => {
    for (const value of ["2024-01-01", "a.b.c", "ab-cd", "192.168.1.1", "1,2,3,4,5,6,7,256", ""]) {
      assert.equal(ungrouped(value), undefined, value);
    }
  });
});
