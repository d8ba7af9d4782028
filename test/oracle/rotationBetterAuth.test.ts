import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BETTER_AUTH } from "../support/manifests.ts";
import type { Files } from "../support/project.ts";
import { strongSecret } from "../support/ruleCheck.ts";
import { imported } from "./support/imported.ts";
import { rotate } from "./support/rotate.ts";
import { runSource, variablesOf, withVariables } from "./support/runSource.ts";

const crypto = (await imported("better-auth/crypto")) as {
  symmetricEncrypt(input: { key: unknown; data: string }): Promise<string>;
  symmetricDecrypt(input: { key: unknown; data: string }): Promise<string>;
};
const { memoryAdapter } = (await imported("better-auth/adapters/memory")) as {
  memoryAdapter(tables: object): unknown;
};

const packages = {
  "better-auth": await imported("better-auth"),
  "a-database": {
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  },
};

const FILES: Files = {
  ...BETTER_AUTH,
  ".env.local": `BETTER_AUTH_SECRET="${strongSecret()}"\n`,
  "auth.ts": `import { betterAuth } from "better-auth";
import { database } from "a-database";
export const auth = betterAuth({
  database,
  emailAndPassword: { enabled: true },
  baseURL: "http://localhost:3000",
  logger: { disabled: true },
});
`,
};

interface BetterAuth {
  handler(request: Request): Promise<Response>;
  readonly $context: Promise<{ readonly secretConfig: unknown }>;
}

const inApp = <Result>(files: Files, action: (auth: BetterAuth) => Promise<Result>) =>
  withVariables(variablesOf(files), async () => {
    const { auth } = await runSource(files, "auth.ts", packages);
    return await action(auth as BetterAuth);
  });

/** The cookie of somebody who has just signed up. */
const signUp = (files: Files, name: string) =>
  inApp(files, async ({ handler }) => {
    const response = await handler(
      new Request("http://localhost:3000/api/auth/sign-up/email", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://localhost:3000" },
        body: JSON.stringify({ name, email: `${name}@example.com`, password: strongSecret() }),
      }),
    );
    return response.headers
      .getSetCookie()
      .map((one) => one.split(";", 1)[0])
      .join("; ");
  });

const nameOf = (files: Files, cookie: string) =>
  inApp(files, async ({ handler }) => {
    const url = "http://localhost:3000/api/auth/get-session";
    const response = await handler(new Request(url, { headers: { cookie } }));
    return (await response.json())?.user?.name as string | undefined;
  });

const encrypted = (files: Files) =>
  inApp(files, async ({ $context }) => {
    const { secretConfig: key } = await $context;
    return await crypto.symmetricEncrypt({ key, data: "kept" });
  });

const decrypted = (files: Files, data: string) =>
  inApp(files, async ({ $context }) => {
    const { secretConfig: key } = await $context;
    return await crypto.symmetricDecrypt({ key, data }).catch(() => "lost");
  });

describe("a rotation with better-auth", () => {
  for (const mode of ["graceful", "plain", "leaked"] as const) {
    it(`ends every session where it is ${mode}`, async () => {
      const cookie = await signUp(FILES, `before-${mode}`);
      assert.equal(await nameOf(FILES, cookie), `before-${mode}`);
      const rotated = rotate(FILES, mode);
      assert.equal(await nameOf(rotated, cookie), undefined);
      const own = await signUp(rotated, `after-${mode}`);
      assert.equal(await nameOf(rotated, own), `after-${mode}`);
    });
  }

  it("keeps what was encrypted readable where the old secret is kept, also the second time", async () => {
    const first = await encrypted(FILES);
    const once = rotate(FILES, "graceful");
    const second = await encrypted(once);
    const twice = rotate(once, "graceful");
    const third = await encrypted(twice);
    const read = [];
    for (const data of [first, second, third]) read.push(await decrypted(twice, data));
    assert.deepEqual(read, ["kept", "kept", "kept"]);
    assert.match(variablesOf(twice)["BETTER_AUTH_SECRETS"] ?? "", /^2:[^,]+,1:[^,]+$/);
  });

  it("loses what was encrypted where it is not", async () => {
    const data = await encrypted(FILES);
    assert.equal(await decrypted(FILES, data), "kept");
    assert.equal(await decrypted(rotate(FILES, "plain"), data), "lost");
    const versioned = rotate(FILES, "graceful");
    assert.equal(await decrypted(rotate(versioned, "leaked"), await encrypted(versioned)), "lost");
  });
});
