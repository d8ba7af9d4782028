import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { format } from "../../../src/core/message.ts";
import { describeToken } from "../../../src/core/session/describeToken.ts";
import { verifyTokens } from "../../../src/core/session/verifyToken.ts";
import { project } from "../../support/project.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const NOW = 1_800_000_000;
const app = project({ ".env": `AUTH_SECRET=${strongSecret()}\n` });

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** Every sentence on a pasted text. */
async function said(pasted: string, projects = [app]): Promise<readonly string[]> {
  const reports = await verifyTokens(pasted, projects, crypto.subtle);
  return reports.flatMap((report) =>
    describeToken(report, NOW).flatMap(({ text, detail }) =>
      [text, ...(detail ? [detail] : [])].map((each) => format(each)),
    ),
  );
}

/** What looks like a token without being one, so that every reader is reached. */
const pieces = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.json().map(base64url),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
  fc.constantFrom(
    base64url('{"alg":"dir","enc":"A256GCM"}'),
    base64url('{"alg":"dir","enc":"A256CBC-HS512"}'),
    base64url('{"alg":"dir","enc":"A256CBC-HS512","kid":"x"}'),
    base64url('{"alg":"HS256"}'),
    base64url('{"session":{},"expiresAt":1,"signature":"AAAA"}'),
    "authjs.session-token=",
    "; ",
  ),
);

describe("verifyTokens", () => {
  it("says something of any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces), fc.constantFrom("", "."), async (parts, separator) => {
        assert.notEqual((await said(parts.join(separator))).length, 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is silent on the rest of a header", async () => {
    const header = `_ga=GA1.1.123; authjs.csrf-token=${"a".repeat(64)}|${"b".repeat(64)}; authjs.session-token=x`;
    assert.deepEqual(await said(`Cookie: ${header}`), [
      "authjs.session-token is an identifier: a database holds the session.",
      "No secret is in it, and a new secret does not end it.",
    ]);
  });

  it("asks for the cookie where there is no token", async () => {
    assert.match((await said("hello world")).join(" "), /no session token .* Paste the value/);
  });

  it("says where there is nothing to try", async () => {
    const token = `${base64url('{"alg":"dir","enc":"A256GCM"}')}..aXY.YQ.dGFn`;
    assert.match(
      (await said(token, [project({})])).join(" "),
      /no secret in this workspace to try/,
    );
    assert.match((await said(token)).join(" "), /made it \(1 tried\)\..*\(JWEDecryptionFailed/);
  });
});
