import nextEnv from "@next/env";
import type { NextAuthConfig } from "next-auth";
import { encode, getToken } from "next-auth/jwt";
import v4 from "next-auth-v4/jwt";
import { describeFailures, type Failure, fresh, IGNORED } from "./support/failures.ts";
import { memoryAdapter } from "./support/memoryAdapter.ts";
import { ask, cookiesOf, nextAuthV5, post, signIn } from "./support/signIn.ts";

const MANIFEST = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.32" } });
const PLAIN =
  'import NextAuth from "next-auth";\nexport const { auth } = NextAuth({ providers: [] });\n';
const COOKIE = "authjs.session-token";

const NEXT_MANIFEST = JSON.stringify({
  dependencies: { next: "16.4.6", "next-auth": "5.0.0-beta.32" },
});

const app = (env: string, source = PLAIN) => ({
  "package.json": MANIFEST,
  "auth.ts": source,
  ".env.local": env,
  ...IGNORED,
});

/** Each process has a secret of its own: what one made, the next does not accept. */
const PER_PROCESS = app(
  "A=1\n",
  'import NextAuth from "next-auth";\nNextAuth({ secret: crypto.randomUUID(), providers: [] });\n',
);
const perProcess = { files: PER_PROCESS, rule: "per-process-secret" };

const withSecret = (config: Partial<NextAuthConfig> = {}) =>
  nextAuthV5({ secret: fresh(), ...config });

/** GitHub's own endpoints are not asked: what fails does so before. */
const github: NonNullable<NextAuthConfig["providers"]>[number] = {
  id: "github",
  name: "GitHub",
  type: "oauth",
  clientId: "app",
  clientSecret: "none",
  checks: ["state"],
  authorization: "https://github.com/login/oauth/authorize",
  token: "https://github.com/login/oauth/access_token",
  userinfo: "https://api.github.com/user",
};

/** Sends the session's cookie to an app and says what it was. */
async function askSession(config: Partial<NextAuthConfig>, token: string) {
  const handler = await nextAuthV5(config);
  await handler(ask("session", `${COOKIE}=${token}`));
  return { token: `${COOKIE}=${token}` };
}

const token = (secret: string, salt = COOKIE) => encode({ token: { name: "Ann" }, secret, salt });

const secret = fresh();

const failures: readonly Failure[] = [
  {
    row: "`MissingSecret: Please define a secret`, no secret is set",
    says: [
      "[auth][error] MissingSecret: Please define a `secret`",
      "errors.authjs.dev#missingsecret",
    ],
    provoke: async () => {
      await (await nextAuthV5())(ask("session"));
      return {};
    },
    found: { files: app("A=1\n"), rule: "missing-secret" },
  },
  {
    row: "`MissingSecret: Please define a secret`, the variable is empty",
    says: ["[auth][error] MissingSecret: Please define a `secret`"],
    provoke: async () => {
      // Also with a good value under the old name: the empty one hides it.
      Object.assign(process.env, { AUTH_SECRET: "", NEXTAUTH_SECRET: fresh() });
      await (await nextAuthV5())(ask("session"));
      return {};
    },
    found: { files: app(`AUTH_SECRET=\nNEXTAUTH_SECRET=${fresh()}\n`), rule: "empty-secret" },
  },
  {
    row: "`JWTSessionError` … `no matching decryption secret`, at each start",
    says: ["[auth][error] JWTSessionError", "[auth][cause]: Error: no matching decryption secret"],
    provoke: async () => {
      const cookie = await signIn(await withSecret());
      await (await withSecret())(ask("session", cookie));
      return {};
    },
    found: perProcess,
  },
  {
    row: "`JWTSessionError` … `no matching decryption secret`, another secret",
    says: ["[auth][error] JWTSessionError", "no matching decryption secret"],
    provoke: async () => askSession({ secret: fresh() }, await token(fresh())),
    verified: { files: app(`AUTH_SECRET=${fresh()}\n`), cause: "noSecret" },
  },
  ...(() => {
    const secret = fresh();
    return [
      {
        row: "`JWTSessionError` … `no matching decryption secret`, another cookie name",
        says: ["no matching decryption secret"],
        provoke: async () => askSession({ secret }, await token(secret, `__Secure-${COOKIE}`)),
        verified: { files: app(`AUTH_SECRET=${secret}\n`), cause: "otherCookie" as const },
      },
      {
        row: "`JWTSessionError` … `no matching decryption secret`, another spelling",
        says: ["no matching decryption secret"],
        provoke: async () => askSession({ secret }, await token(`${secret}\n`)),
        verified: { files: app(`AUTH_SECRET=${secret}\n`), cause: "spelling" as const },
      },
      {
        row: "`JWTSessionError` … `decryption operation failed`",
        says: ["[auth][error] JWTSessionError", "decryption operation failed"],
        provoke: async () => askSession({ secret }, await v4.encode({ token: {}, secret })),
        verified: { files: app(`AUTH_SECRET=${secret}\n`), cause: "otherVersion" as const },
      },
      {
        row: "`JWTSessionError` … `Invalid Compact JWE`",
        says: ["[auth][error] JWTSessionError", "Invalid Compact JWE"],
        provoke: async () => {
          const made = await token(secret);
          return askSession({ secret }, made.slice(0, made.lastIndexOf(".") - 8));
        },
        verified: { files: app(`AUTH_SECRET=${secret}\n`), cause: "truncated" as const },
      },
      {
        row: "Signed out; `getToken` gives null, nothing is logged",
        says: ["null"],
        provoke: async () => {
          const made = `${COOKIE}=${await token(fresh())}`;
          const req = new Request("http://localhost:3000", { headers: { cookie: made } });
          return { text: JSON.stringify(await getToken({ req, secret })), token: made };
        },
        verified: { files: app(`AUTH_SECRET=${secret}\n`), cause: "noSecret" as const },
      },
    ];
  })(),
  {
    row: "`InvalidCheck: state value could not be parsed`",
    says: ["[auth][error] InvalidCheck: state value could not be parsed"],
    provoke: async () => {
      const providers = [github];
      const first = await withSecret({ providers });
      const csrf = await first(ask("csrf"));
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const started = await first(post("signin/github", cookiesOf(csrf), { csrfToken }));
      const state = new URL(started.headers.get("location") ?? "").searchParams.get("state");
      const second = await withSecret({ providers });
      await second(ask(`callback/github?code=1&state=${state}`, cookiesOf(started)));
      const cookie = cookiesOf(started)
        .split("; ")
        .find((each) => each.startsWith("authjs.state="));
      return cookie === undefined ? {} : { token: cookie };
    },
    found: perProcess,
    verified: { files: app(`AUTH_SECRET=${fresh()}\n`), cause: "noSecret" },
  },
  {
    row: "`MissingCSRF`",
    says: ["[auth][error] MissingCSRF: CSRF token was missing during an action callback"],
    provoke: async () => {
      const csrf = await (await withSecret())(ask("csrf"));
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      await (await withSecret())(post("callback/credentials", cookiesOf(csrf), { csrfToken }));
      return {};
    },
    found: perProcess,
  },
  {
    row: '`"ikm" must be at least one byte in length`',
    says: ['"ikm" must be at least one byte in length'],
    provoke: async () => {
      await signIn(await nextAuthV5({ secret: [""] }));
      return {};
    },
    found: {
      files: app(
        "A=1\n",
        'import NextAuth from "next-auth";\nNextAuth({ secret: [process.env.AUTH_SECRET ?? ""], providers: [] });\n',
      ),
      rule: "missing-secret",
    },
  },
  {
    row: '`"ikm"" must be an instance of Uint8Array or a string`',
    says: ['"ikm"" must be an instance of Uint8Array or a string'],
    provoke: async () => {
      const secrets: readonly (string | undefined)[] = [fresh(), undefined];
      // Their types forbid it; JavaScript does not.
      const secret = secrets as string[];
      await askSession({ secret }, await token(fresh()));
      return {};
    },
  },
  {
    row: "`UntrustedHost`",
    says: ["[auth][error] UntrustedHost: Host must be trusted. URL was: http://localhost:3000/"],
    provoke: async () => {
      // NEXTAUTH_URL of v4 does not help.
      Object.assign(process.env, { NODE_ENV: "production", NEXTAUTH_URL: "http://localhost:3000" });
      await (await withSecret({ trustHost: false }))(ask("session"));
      return {};
    },
    found: {
      files: app(`AUTH_SECRET=${fresh()}\nNEXTAUTH_URL=https://example.org\n`),
      rule: "legacy-url",
    },
  },
  {
    row: "`MissingSecret: Must pass secret if not set to JWT getToken()`",
    says: ["MissingSecret: Must pass `secret` if not set to JWT getToken()"],
    provoke: async () => {
      Object.assign(process.env, { AUTH_SECRET: fresh() });
      const cookie = `${COOKIE}=${await token(fresh())}`;
      const req = new Request("http://localhost:3000", { headers: { cookie } });
      await getToken({ req });
      return {};
    },
    found: {
      files: {
        ...app(`AUTH_SECRET=${fresh()}\n`),
        "proxy.ts":
          'import { getToken } from "next-auth/jwt";\nexport const proxy = (req: Request) => getToken({ req });\n',
      },
      rule: "missing-token-secret",
    },
  },
  {
    row: "`MissingSecret: Please define a secret`, the variable is another library's",
    says: ["[auth][error] MissingSecret: Please define a `secret`"],
    provoke: async () => {
      Object.assign(process.env, { BETTER_AUTH_SECRET: fresh() });
      await (await nextAuthV5())(ask("session"));
      return {};
    },
    found: { files: app(`BETTER_AUTH_SECRET=${fresh()}\n`), rule: "wrong-variable" },
  },
  {
    row: "`JWTSessionError` … `no matching decryption secret`, two variables",
    says: ["no matching decryption secret"],
    provoke: async () => {
      // What still reads the old name signs with another key.
      Object.assign(process.env, { AUTH_SECRET: fresh(), NEXTAUTH_SECRET: secret });
      return askSession({}, await token(secret));
    },
    found: {
      files: app(`AUTH_SECRET=${fresh()}\nNEXTAUTH_SECRET=${secret}\n`),
      rule: "conflicting-variables",
    },
  },
  {
    row: "`JWTSessionError` … `no matching decryption secret`, a numbered variable",
    says: ["no matching decryption secret"],
    provoke: async () => {
      // next-auth does not get as far as @auth/core's own variables.
      Object.assign(process.env, { AUTH_SECRET: fresh(), AUTH_SECRET_1: secret });
      return askSession({}, await token(secret));
    },
    found: {
      files: app(`AUTH_SECRET=${fresh()}\nAUTH_SECRET_1=${secret}\n`),
      rule: "ignored-variable",
    },
  },
  {
    row: "`JWTSessionError` … `no matching decryption secret`, a $ in the value",
    says: ["no matching decryption secret"],
    provoke: async () => {
      const contents = `AUTH_SECRET='ab$cd-${secret}'\n`;
      nextEnv.resetEnv();
      nextEnv.processEnv([{ path: ".env.local", contents, env: {} }], undefined, undefined, true);
      return askSession({}, await token(`ab$cd-${secret}`));
    },
    found: {
      files: { ...app(`AUTH_SECRET='ab$cd-${secret}'\n`), "package.json": NEXT_MANIFEST },
      rule: "mangled-secret",
    },
  },
  // Last: @auth/core 0.41 keeps in its module that it has seen an e-mail provider.
  {
    row: "`Verification`",
    says: ["[auth][error] Verification"],
    provoke: async () => {
      const adapter = memoryAdapter();
      let link = "";
      const email: NonNullable<NextAuthConfig["providers"]>[number] = {
        id: "email",
        name: "Email",
        type: "email",
        maxAge: 3600,
        options: {},
        sendVerificationRequest: ({ url }) => {
          link = url;
        },
      };
      const config = { adapter, session: { strategy: "jwt" as const }, providers: [email] };
      const first = await withSecret(config);
      const csrf = await first(ask("csrf"));
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const form = { csrfToken, email: "ann@example.org" };
      await first(post("signin/email", cookiesOf(csrf), form));
      await (await withSecret(config))(new Request(link));
      return {};
    },
    found: perProcess,
  },
];

describeFailures("Auth.js v5", failures);
