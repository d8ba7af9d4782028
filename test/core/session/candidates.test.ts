import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { candidatesIn } from "../../../src/core/session/candidates.ts";
import { spellingsOf } from "../../../src/core/session/spellings.ts";
import { BETTER_AUTH, V5 } from "../../support/manifests.ts";
import { project } from "../../support/project.ts";

function usesIn(manifest: typeof V5 | typeof BETTER_AUTH, text: string) {
  return candidatesIn([project({ ...manifest, ".env": text })])
    .filter(({ place }) => place !== undefined)
    .map(({ variable, use, written }) => [variable, use, written]);
}

/** The command that verifies a session token holds what comes of them; here is how many they may be. */
describe("candidatesIn", () => {
  it("tells apart what is in use, listed behind it and commented out", () => {
    assert.deepEqual(
      usesIn(BETTER_AUTH, "BETTER_AUTH_SECRETS=2:fake-two,1:fake-one # note\n# OLD_SECRET=fake\n"),
      [
        ["BETTER_AUTH_SECRETS", "current", "2:fake-two,1:fake-one # note"],
        ["BETTER_AUTH_SECRETS", "shadowed", "2:fake-two,1:fake-one # note"],
        ["OLD_SECRET", "commentedOut", "fake"],
      ],
    );
  });

  it("looks at a list of many, and at many lines, once each", () => {
    const list = Array.from({ length: 20_000 }, (_, index) => `${index}:fake`).join(",");
    assert.equal(usesIn(BETTER_AUTH, `BETTER_AUTH_SECRETS=${list}\n`).length, 20_000);
    assert.equal(usesIn(V5, "MY_SECRET=fake\n".repeat(20_000)).length, 20_000);
  });

  it("reads a commented line of any length", () => {
    assert.deepEqual(usesIn(V5, `# ${"SECRET".repeat(100_000)}\n`), []);
  });
});

describe("spellingsOf", () => {
  it("spells nothing otherwise that is longer than any secret", () => {
    assert.deepEqual(spellingsOf("${".repeat(2 ** 20), ""), []);
    assert.deepEqual(spellingsOf("fake", `fake${" ".repeat(2 ** 20)}#`), []);
  });
});
