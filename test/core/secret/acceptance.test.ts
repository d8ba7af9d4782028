import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { format } from "../../../src/core/message.ts";
import { acceptanceOf } from "../../../src/core/secret/acceptance.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const kindOf = (value: string) => acceptanceOf(value, 256).kind;

describe("acceptanceOf", () => {
  it("accepts strong secrets, however they are written, and references", () => {
    for (const value of [
      strongSecret(),
      randomBytes(32).toString("hex"),
      randomBytes(32).toString("base64url"),
      `${randomBytes(30).toString("base64")}#%&!@, ${randomBytes(12).toString("base64")}`,
      "op://vault/auth/secret",
      "encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hmLXPXRuDBXaJi",
      "$AUTH_SECRET_OF_MINE",
    ]) {
      assert.equal(kindOf(value), "accepted");
    }
  });

  it("asks about what is weak", () => {
    for (const value of [
      "correct horse battery staple",
      randomBytes(16).toString("hex"),
      // The digest of a common word.
      "5ebe2294ecd0e0f08eab7690d2a6ee69",
    ]) {
      assert.equal(kindOf(value), "weak");
    }
  });

  it("refuses what is none, or none alone", () => {
    for (const value of [
      "",
      "changeme",
      "openssl rand -base64 32",
      `AUTH_SECRET=${strongSecret()}`,
      `"${strongSecret()}"`,
      ` ${strongSecret()}`,
    ]) {
      assert.equal(kindOf(value), "refused");
    }
  });

  it("refuses what programs would read in different ways", () => {
    for (const part of [
      "$abc",
      "$1",
      "$$",
      "$\u007bX}",
      "\\n",
      "'",
      '"',
      "`",
      "\u200b",
      "\u00a0",
    ]) {
      assert.equal(kindOf(`${strongSecret()}${part}${strongSecret()}`), "refused", part);
    }
  });

  it("never repeats the value", () => {
    for (const value of [strongSecret(), "correct horse", "changeme", `'${strongSecret()}'`]) {
      assert.ok(!format(acceptanceOf(value, 256).reason).includes(value));
    }
  });
});
