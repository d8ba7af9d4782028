import { spawnSync } from "node:child_process";
import type { BetterAuthOptions } from "better-auth";
import { getCookieCache } from "better-auth/cookies";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { describeFailures, type Failure, fresh, IGNORED } from "./support/failures.ts";
import { betterAuthApp, signUp } from "./support/signIn.ts";

const MANIFEST = JSON.stringify({ dependencies: { "better-auth": "1.7.25" } });

const app = (env: string, secret = "") => ({
  "package.json": MANIFEST,
  "auth.ts": `import { betterAuth } from "better-auth";\nexport const auth = betterAuth({ ${secret} });\n`,
  ".env.local": env,
  ...IGNORED,
});

/** What the library says while it starts. */
async function start(options: BetterAuthOptions): Promise<Record<string, never>> {
  await betterAuthApp({ logger: {}, ...options }).$context;
  return {};
}

/** The mode is read once, when the library is loaded: it takes a process of its own. */
async function startInProduction() {
  const source = `import { betterAuth } from "better-auth";
    await betterAuth({ baseURL: "http://localhost:3000" }).$context.catch((error) => console.log(String(error)));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", source], {
    cwd: import.meta.dirname,
    env: { PATH: process.env["PATH"], NODE_ENV: "production" },
    encoding: "utf8",
  });
  return { text: stdout };
}

/** Asks for the session that another app's cookie stands for. */
async function askSession(options: BetterAuthOptions, lines: readonly string[]) {
  const cookie = lines.map((line) => line.split(";")[0]).join("; ");
  const url = "http://localhost:3000/api/auth/get-session";
  const answer = await betterAuthApp(options).handler(new Request(url, { headers: { cookie } }));
  return { text: `${answer.status} ${await answer.text()}`, token: cookie };
}

const PHRASE = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const SHORT = fresh().slice(0, 20);

const failures: readonly Failure[] = [
  {
    row: "`You are using the default secret`",
    says: ["BetterAuthError: You are using the default secret. Please set `BETTER_AUTH_SECRET`"],
    provoke: startInProduction,
    found: { files: app("A=1\n"), rule: "missing-secret" },
  },
  {
    row: "Signed in as anyone: the default secret in development",
    says: ["set-cookie better-auth.session_token="],
    provoke: async () => {
      const lines = await signUp();
      return { text: `set-cookie ${lines[0]}`, token: lines.join("\n") };
    },
    verified: { files: app("A=1\n"), cause: "library" },
  },
  {
    row: "`should be at least 32 characters long`",
    says: ["should be at least 32 characters long"],
    provoke: () => start({ secret: SHORT }),
    found: { files: app(`BETTER_AUTH_SECRET=${SHORT}\n`), rule: "short-secret" },
  },
  {
    row: "`appears low-entropy`",
    says: ["appears low-entropy"],
    provoke: () => start({ secret: PHRASE }),
    found: { files: app(`BETTER_AUTH_SECRET=${PHRASE}\n`), rule: "passphrase-secret" },
  },
  {
    row: "Signed out; `get-session` answers `null`, at each start",
    says: ["200 null"],
    provoke: async () => askSession({ secret: fresh() }, await signUp({ secret: fresh() })),
    found: { files: app("A=1\n", "secret: crypto.randomUUID()"), rule: "per-process-secret" },
  },
  {
    row: "Signed out; `get-session` answers `null`, another secret",
    says: ["200 null"],
    provoke: async () => askSession({ secret: fresh() }, await signUp({ secret: fresh() })),
    verified: { files: app(`BETTER_AUTH_SECRET=${fresh()}\n`), cause: "noSecret" },
  },
  {
    row: "`Invalid BETTER_AUTH_SECRETS entry at position`",
    says: [
      'Invalid BETTER_AUTH_SECRETS entry at position 2. Expected format: "<version>:<secret>"',
    ],
    provoke: () => {
      Object.assign(process.env, { BETTER_AUTH_SECRETS: `2:${fresh()},${fresh()}` });
      return start({});
    },
    found: {
      files: app(`BETTER_AUTH_SECRETS=2:${fresh()},${fresh()}\n`),
      rule: "malformed-secrets",
    },
  },
  {
    row: "`Duplicate version`",
    says: ["Duplicate version 1 in `secrets`. Each version must be unique."],
    provoke: () => {
      Object.assign(process.env, { BETTER_AUTH_SECRETS: `1:${fresh()},1:${fresh()}` });
      return start({});
    },
    found: {
      files: app(`BETTER_AUTH_SECRETS=1:${fresh()},1:${fresh()}\n`),
      rule: "malformed-secrets",
    },
  },
  {
    row: "`getCookieCache requires a secret to be provided`",
    says: ["getCookieCache requires a secret to be provided"],
    provoke: async () => {
      Object.assign(process.env, { AUTH_SECRET: fresh() });
      const lines = await signUp({ session: { cookieCache: { enabled: true } } });
      const cookie = lines.map((line) => line.split(";")[0]).join("; ");
      await getCookieCache(new Headers({ cookie }));
      return {};
    },
  },
  {
    row: "`Secret version N not found in keys (key may have been retired)`",
    says: ["Secret version 1 not found in keys (key may have been retired)"],
    provoke: async () => {
      const config = (version: number) => ({
        keys: new Map([[version, fresh()]]),
        currentVersion: version,
      });
      const data = await symmetricEncrypt({ key: config(1), data: "mine" });
      await symmetricDecrypt({ key: config(2), data });
      return {};
    },
  },
  {
    row: "`Cannot decrypt legacy bare-hex payload`",
    says: ["Cannot decrypt legacy bare-hex payload: no legacy secret available."],
    provoke: async () => {
      const data = await symmetricEncrypt({ key: fresh(), data: "mine" });
      const key = { keys: new Map([[1, fresh()]]), currentVersion: 1 };
      await symmetricDecrypt({ key, data });
      return {};
    },
  },
];

describeFailures("Better Auth", failures);
