import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Cookie, parseCookies } from "../../../src/core/session/cookies.ts";

const cookie = (name: string | undefined, value: string): Cookie => ({
  name,
  value,
  missingParts: [],
});

const JWE = "eyJhbGciOiJkaXIifQ..aXY.Y2lwaGVy.dGFn";
const SIGNED = "abcdefgh.k+/3==";

describe("parseCookies", () => {
  for (const [what, pasted, expected] of [
    ["a bare token", ` ${JWE}\n`, [cookie(undefined, JWE)]],
    ["a bare token in lines", `${JWE.slice(0, 20)}\n  ${JWE.slice(20)}`, [cookie(undefined, JWE)]],
    ["a bare value that ends with =", SIGNED, [cookie(undefined, SIGNED)]],
    ["a quoted value", `'${JWE}'`, [cookie(undefined, JWE)]],
    ["a percent-encoded value", encodeURIComponent(SIGNED), [cookie(undefined, SIGNED)]],
    [
      "a value encoded twice",
      encodeURIComponent(encodeURIComponent(SIGNED)),
      [cookie(undefined, SIGNED)],
    ],
    ["a broken percent sign", "a%zz%41;b=1", [cookie(undefined, "a%zz%41"), cookie("b", "1")]],
    ["name=value", `s.id=${JWE}`, [cookie("s.id", JWE)]],
    ["name: value", `s.id: "${JWE}"`, [cookie("s.id", JWE)]],
    ["a header", `Cookie: a=1; b=${SIGNED};`, [cookie("a", "1"), cookie("b", SIGNED)]],
    ["a header without its label", "a=1; b=2", [cookie("a", "1"), cookie("b", "2")]],
    [
      "Set-Cookie lines",
      `set-cookie: a=1; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; HttpOnly\r\nSet-Cookie: b=2; Secure; SameSite=Lax`,
      [cookie("a", "1"), cookie("b", "2")],
    ],
    ["a row of the browser's table", "s.id\teyJh\tlocalhost\t/\tSession", [cookie("s.id", "eyJh")]],
    [
      "a curl command",
      `curl 'http://localhost:3000/' -H 'Accept: a=b' -H 'Cookie: a=1; b="2"' --compressed`,
      [cookie("a", "1"), cookie("b", "2")],
    ],
    ["a bearer token", `Authorization: Bearer ${JWE}`, [cookie(undefined, JWE)]],
    ["parts in any order", "s.1=b; t=x; s.0=a; s.2=c", [cookie("t", "x"), cookie("s", "abc")]],
    ["parts with gaps", "s.3=d; s.1=b", [{ name: "s", value: "bd", missingParts: [0, 2] }]],
    ["nothing", "  \n ", []],
  ] as const) {
    it(`reads ${what}`, () => {
      assert.deepEqual(parseCookies(pasted), expected);
    });
  }

  it("reads any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "Cookie:",
        "a.0=",
        "a.99=",
        ";",
        "=",
        "\t",
        '"',
        "'",
        "%E0%A4%A",
        "eyJ",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const { value } of parseCookies(pieces.join(""))) assert.equal(typeof value, "string");
      }),
      { numRuns: 5_000 },
    );
  });

  it("takes no quadratic time", () => {
    for (const text of [
      "Cookie:".repeat(50_000),
      "'cookie:".repeat(50_000),
      "a=;".repeat(100_000),
    ]) {
      assert.ok(Array.isArray(parseCookies(text)));
    }
  });
});
