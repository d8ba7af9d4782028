import v4 from "next-auth-v4/jwt";
import { describeFailures, type Failure, fresh, IGNORED } from "./support/failures.ts";
import { nextAuthV4 } from "./support/nextAuthV4.ts";
import { ask, cookiesOf, post, signIn } from "./support/signIn.ts";

const MANIFEST = JSON.stringify({ dependencies: { "next-auth": "4.24.15" } });
const PLAIN = 'import NextAuth from "next-auth";\nexport default NextAuth({ providers: [] });\n';
const COOKIE = "next-auth.session-token";

const app = (env: string, source = PLAIN) => ({
  "package.json": MANIFEST,
  "pages/api/auth/[...nextauth].ts": source,
  ".env.local": env,
  ...IGNORED,
});

const perProcess = {
  files: app(
    "A=1\n",
    'import NextAuth from "next-auth";\nexport default NextAuth({ secret: crypto.randomUUID(), providers: [] });\n',
  ),
  rule: "per-process-secret",
};

/** Sends the session's cookie to an app with a secret of its own. */
async function askSession(secret: string, token: string) {
  await (await nextAuthV4({ secret }))(ask("session", `${COOKIE}=${token}`));
  return { token: `${COOKIE}=${token}` };
}

const secret = fresh();

const failures: readonly Failure[] = [
  {
    row: "`NO_SECRET`, in production",
    says: ["[next-auth][error][NO_SECRET]", "Please define a `secret` in production."],
    provoke: async () => {
      Object.assign(process.env, { NODE_ENV: "production" });
      await (await nextAuthV4())(ask("session"));
      return {};
    },
    found: { files: app("A=1\n"), rule: "missing-secret" },
  },
  {
    row: "`NO_SECRET`, the variable is empty",
    says: ["[next-auth][error][NO_SECRET]"],
    provoke: async () => {
      // Also with a good value under the other name: the empty one hides it.
      const variables = { NODE_ENV: "production", NEXTAUTH_SECRET: "", AUTH_SECRET: fresh() };
      Object.assign(process.env, variables);
      await (await nextAuthV4())(ask("session"));
      return {};
    },
    found: { files: app("NEXTAUTH_SECRET=\n"), rule: "empty-secret" },
  },
  {
    row: "`NO_SECRET`, a warning in development",
    says: ["[next-auth][warn][NO_SECRET]"],
    provoke: async () => {
      Object.assign(process.env, { NODE_ENV: "development" });
      await (await nextAuthV4())(ask("session"));
      return {};
    },
    found: { files: app("A=1\n"), rule: "missing-secret" },
  },
  {
    row: "`JWT_SESSION_ERROR` … `decryption operation failed`, at each start",
    says: ["[next-auth][error][JWT_SESSION_ERROR]", "decryption operation failed"],
    provoke: async () => {
      const cookie = await signIn(await nextAuthV4({ secret: fresh() }));
      await (await nextAuthV4({ secret: fresh() }))(ask("session", cookie));
      return {};
    },
    found: perProcess,
  },
  {
    row: "`JWT_SESSION_ERROR` … `decryption operation failed`, another secret",
    says: ["[next-auth][error][JWT_SESSION_ERROR]", "decryption operation failed"],
    provoke: async () =>
      askSession(secret, await v4.encode({ token: { name: "Ann" }, secret: fresh() })),
    verified: { files: app(`NEXTAUTH_SECRET=${secret}\n`), cause: "noSecret" },
  },
  {
    row: "`JWT_SESSION_ERROR` … `Invalid Compact JWE`",
    says: ["[next-auth][error][JWT_SESSION_ERROR]", "Invalid Compact JWE"],
    provoke: async () => {
      const made = await v4.encode({ token: { name: "Ann" }, secret });
      return askSession(secret, made.slice(0, made.lastIndexOf(".") - 4));
    },
    verified: { files: app(`NEXTAUTH_SECRET=${secret}\n`), cause: "truncated" },
  },
  {
    row: "The sign-in page comes again after signing in",
    says: ["302 http://localhost:3000/api/auth/signin?csrf=true"],
    provoke: async () => {
      Object.assign(process.env, { NEXTAUTH_URL: "http://localhost:3000" });
      const csrf = await (await nextAuthV4({ secret: fresh() }))(ask("csrf"));
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      const second = await nextAuthV4({ secret: fresh() });
      const answer = await second(post("callback/credentials", cookiesOf(csrf), { csrfToken }));
      return { text: `${answer.status} ${answer.headers.get("location")}` };
    },
    found: perProcess,
  },
  {
    row: '`"ikm"" must be an instance of Uint8Array or a string`, in v4',
    says: ["JWT_SESSION_ERROR", '"ikm"" must be an instance of Uint8Array or a string'],
    provoke: async () => {
      const list: unknown = [fresh(), fresh()];
      // Their types forbid it; JavaScript does not.
      return askSession(list as string, await v4.encode({ token: {}, secret }));
    },
  },
];

describeFailures("NextAuth v4", failures);
