import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import fc from "fast-check";
import { parseEntries } from "../../src/core/dotenv/parse.ts";
import { faultsIn } from "../../src/core/dotenv/secretList.ts";
import { betterAuthApp } from "./support/signIn.ts";

const before = process.env["BETTER_AUTH_SECRETS"];
after(() => {
  if (before === undefined) delete process.env["BETTER_AUTH_SECRETS"];
  else process.env["BETTER_AUTH_SECRETS"] = before;
});

/** True where Better Auth starts with the list. */
async function isAccepted(list: string): Promise<boolean> {
  process.env["BETTER_AUTH_SECRETS"] = list;
  return await betterAuthApp().$context.then(
    () => true,
    () => false,
  );
}

const items = fc
  .tuple(
    fc.constantFrom("", " ", "1", "2", "1x", "x", "-1", "01", " 3 ", "1.5", "+4"),
    fc.constantFrom("", ":", " : ", "::"),
    fc.constantFrom("", " ", "a", "secret-value", "a:b"),
  )
  .map((parts) => parts.join(""));

describe("a list of versions and better-auth 1.7", () => {
  it("is found faulty exactly where the library does not start with it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(items, { minLength: 1, maxLength: 4 }), async (parts) => {
        const list = parts.join(",");
        const text = `BETTER_AUTH_SECRETS='${list}'\n`;
        const [entry] = parseEntries(text);
        assert.ok(entry);
        if (entry.value !== "") {
          assert.equal(faultsIn(text, entry).length === 0, await isAccepted(entry.value), list);
        }
      }),
      { numRuns: 400 },
    );
  });
});
