import { Uri } from "vscode";
import { rules } from "../../../src/core/index.ts";
import { marks } from "../../support/marks.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { applyPreferred } from "../support/codeActions.ts";
import { diagnosticsOf, ruleOf, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

/** A project with one fault, and the text that the preferred fix leaves. */
interface Case {
  readonly rule: string;
  /** The file at fault, its fault between `«` and `»`. */
  readonly file: string;
  readonly text: string;
  /** What the file looks like after the fix. */
  readonly fixed: RegExp;
  readonly others?: Readonly<Record<string, string>>;
}

const SECRET = "[A-Za-z0-9+/]{43}=";

const random = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const env = (rule: string, value: string, file = ".env.local"): Case => ({
  rule,
  file,
  text: `# mine\nAUTH_SECRET="«${value}»" # here\nA=1\n`,
  fixed: new RegExp(`^# mine\nAUTH_SECRET="${SECRET}" # here\nA=1\n$`),
});

const source = (rule: string, secret: string, fixed: RegExp, more = ""): Case => ({
  rule,
  file: "auth.ts",
  text: `import NextAuth from "next-auth";\n\nexport const { auth } = NextAuth({\n  providers: [${more}],\n  secret: ${secret},\n});\n`,
  fixed,
});

const SHARED = random(32);

const CASES: readonly Case[] = [
  env("passphrase-secret", "correct horse battery staple"),
  env("placeholder-secret", "your-secret-here"),
  env("command-secret", "openssl rand -base64 32"),
  env("short-secret", random(16)),
  // The digest of a common word: it looks random, and everybody has it.
  env("published-secret", "5ebe2294ecd0e0f08eab7690d2a6ee69"),
  {
    rule: "empty-secret",
    file: ".env.local",
    text: "AUTH_SECRET=«»\nA=1\n",
    fixed: new RegExp(`^AUTH_SECRET=${SECRET}\nA=1\n$`),
  },
  {
    rule: "env-not-ignored",
    file: ".env.local",
    text: `«AUTH_SECRET»=${random(32)}\n`,
    fixed: /^AUTH_SECRET=[0-9a-f]{64}\n$/,
    others: { ".gitignore": "node_modules\n" },
  },
  {
    rule: "real-secret-in-example",
    file: ".env.example",
    text: `AUTH_SECRET=«${random(32)}» # run the command\n`,
    fixed: /^AUTH_SECRET= # run the command\n$/,
  },
  source("hardcoded-secret", '«"hunter2"»', /NextAuth\(\{\n {2}providers: \[\],\n\}\);\n$/),
  source(
    "fallback-secret",
    'process.env.AUTH_SECRET ?? «"dev"»',
    /NextAuth\(\{\n {2}providers: \[\],\n\}\);\n$/,
  ),
  source(
    "public-secret",
    "«process.env.NEXT_PUBLIC_AUTH_SECRET»",
    /NextAuth\(\{\n {2}providers: \[\],\n|secret: process\.env\.AUTH_SECRET,/,
  ),
  source(
    "per-process-secret",
    "«crypto.randomUUID()»",
    /NextAuth\(\{\n {2}providers: \[\],\n|secret: process\.env\.AUTH_SECRET,/,
  ),
  source(
    "redundant-secret",
    "«process.env.AUTH_SECRET»",
    /NextAuth\(\{\n {2}providers: \[\],\n\}\);\n$/,
  ),
  source(
    "legacy-variable",
    "«process.env.NEXTAUTH_SECRET»",
    /AUTH_SECRET|NextAuth\(\{\n {2}providers: \[\],\n\}/,
  ),
  {
    rule: "hardcoded-client-secret",
    file: "auth.ts",
    text: `import NextAuth from "next-auth";\nimport GitHub from "next-auth/providers/github";\n\nexport const { auth } = NextAuth({\n  providers: [GitHub({ clientId: "app", clientSecret: «"hunter2"» })],\n});\n`,
    fixed: /clientSecret: process\.env\.AUTH_GITHUB_SECRET/,
    others: { ".env": "AUTH_SECRET=$FROM_ELSEWHERE\n" },
  },
  {
    rule: "missing-secret",
    file: "auth.ts",
    text: 'import NextAuth from "next-auth";\n\nexport const { auth } = «NextAuth»({ providers: [] });\n',
    fixed: /NextAuth\(\{ providers: \[\] \}\);\n$/,
    others: { ".env.example": "AUTH_SECRET=\n" },
  },
  {
    rule: "mangled-secret",
    file: ".env.local",
    text: `AUTH_SECRET='${random(32)}«$cd»-${random(32)}' # here\nA=1\n`,
    fixed: /^AUTH_SECRET='[0-9a-f]{64}\\\$cd-[0-9a-f]{64}' # here\nA=1\n$/,
    others: {
      "package.json": JSON.stringify({
        dependencies: { next: "16.4.6", "next-auth": "5.0.0-beta.30" },
      }),
    },
  },
  {
    rule: "retired-secret",
    file: ".env.local",
    text: `AUTH_SECRET=$FROM_ELSEWHERE\n# auth-secret: drop after 2020-01-31\n«AUTH_SECRET_OLD»=${random(32)}\n`,
    fixed: /^AUTH_SECRET=\$FROM_ELSEWHERE\n$/,
  },
  {
    rule: "wrong-variable",
    file: ".env.local",
    text: `«BETTER_AUTH_SECRET»=${random(32)}\n`,
    fixed: /^AUTH_SECRET=[0-9a-f]{64}\n$/,
  },
  {
    rule: "conflicting-variables",
    file: ".env.local",
    text: `AUTH_SECRET=${random(32)}\n«NEXTAUTH_SECRET»=${random(32)}\n`,
    fixed: /^AUTH_SECRET=[0-9a-f]{64}\n# NEXTAUTH_SECRET=[0-9a-f]{64}\n$/,
  },
  {
    rule: "ignored-variable",
    file: ".env.local",
    text: `AUTH_SECRET=${random(32)}\n«AUTH_SECRET_1»=${random(32)}\n`,
    fixed: /^AUTH_SECRET=[0-9a-f]{64}\n# AUTH_SECRET_1=[0-9a-f]{64}\n$/,
  },
  {
    rule: "missing-token-secret",
    file: "proxy.ts",
    text: 'import { getToken } from "next-auth/jwt";\n\nexport const proxy = (req: Request) => «getToken»({ req });\n',
    fixed: /getToken\(\{ req, secret: process\.env\.AUTH_SECRET \}\)/,
  },
  {
    rule: "legacy-url",
    file: ".env.local",
    text: "«NEXTAUTH_URL»=https://example.com\n",
    fixed: /^AUTH_URL=https:\/\/example\.com\n$/,
  },
  {
    rule: "reused-secret",
    file: ".env.production",
    text: `AUTH_SECRET=«${SHARED}»\n`,
    fixed: new RegExp(`^AUTH_SECRET=${SECRET}\n$`),
    others: { ".env.local": `AUTH_SECRET=${SHARED}\n` },
  },
  {
    rule: "committed-secret",
    file: "compose.yml",
    text: 'services:\n  web:\n    environment:\n      AUTH_SECRET: "«hunter2»" # here\n',
    fixed: /AUTH_SECRET: "\$\{AUTH_SECRET:\?set AUTH_SECRET\}" # here\n$/,
  },
  {
    rule: "unset-secret",
    file: "compose.yml",
    text: "services:\n  web:\n    environment:\n      - AUTH_SECRET=«$AUTH_SECRET»\n",
    fixed: / - AUTH_SECRET=\$\{AUTH_SECRET:\?set AUTH_SECRET\}\n$/,
  },
  {
    rule: "uploaded-env",
    file: "Dockerfile",
    text: "FROM node\n«COPY . .»\n",
    fixed: /^FROM node\nCOPY \. \.\n$/,
    others: { ".env.local": `AUTH_SECRET=${random(32)}\n`, ".dockerignore": "node_modules\n" },
  },
  {
    rule: "outdated-command",
    file: "README.md",
    text: "Run `«npx auth secret»` first.\n",
    fixed: /^Run `npx auth@1\.2\.3 secret` first\.\n$/,
  },
  {
    rule: "unused-suppression",
    file: ".env.local",
    text: "# «auth-secret-ignore-next-line»\nA=1\n",
    fixed: /^A=1\n$/,
  },
  {
    rule: "debug-route",
    file: "app/api/debug-auth/route.ts",
    text: "// «auth-secret-debug-route»: delete this file\nexport const names = ['AUTH_SECRET'];\n",
    // The file goes, and with it its diagnostics; the text of its last editor stays as it was.
    fixed: /AUTH_SECRET/,
  },
  {
    rule: "malformed-secrets",
    file: ".env.local",
    text: `BETTER_AUTH_SECRETS=1:${random(32)}«,»\n`,
    fixed: /^BETTER_AUTH_SECRETS=1:[0-9a-f]{64}\n$/,
    others: { "package.json": JSON.stringify({ dependencies: { "better-auth": "^1.7.0" } }) },
  },
];

/** What only a program can set up: test/host/single/git.test.ts has these. */
const ELSEWHERE = ["env-tracked"];

const PROJECT = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n!.env.example\n",
};

describe("each rule", () => {
  for (const { rule, file, text: marked, fixed, others } of CASES) {
    it(`${rule} underlines exactly its place, and its fix ends it`, async () => {
      const { text, spans } = marks(marked);
      const folder = await folderWith({ ...PROJECT, ...others, [file]: text });
      const uri = Uri.joinPath(folder, file);
      const { document } = await openFile(uri);
      const [diagnostic] = await untilRules(uri, [rule]);
      ok(diagnostic, "nothing was found");
      const [start, end] = [diagnostic.range.start, diagnostic.range.end].map((position) =>
        document.offsetAt(position),
      );
      deepEqual({ start, end }, spans[0], "the place");
      await applyPreferred(uri, diagnostic.range);
      await untilRules(uri, []);
      ok(fixed.test(document.getText()), `the fix left something else than ${fixed}`);
    });
  }

  it("is among these cases", () => {
    deepEqual(
      [...new Set([...CASES.map(({ rule }) => rule), ...ELSEWHERE])].sort(),
      rules.map(({ id }) => id).sort(),
      "the rules",
    );
  });

  it("has a page behind its code, and says nothing of the value", async () => {
    const value = "correct horse battery staple";
    const folder = await folderWith({ ...PROJECT, ".env": `AUTH_SECRET=${value}\n` });
    const [diagnostic] = await untilRules(Uri.joinPath(folder, ".env"), ["passphrase-secret"]);
    ok(diagnostic && typeof diagnostic.code === "object", "the code is no link");
    ok(diagnostic.code.target.path.endsWith("/passphrase-secret.md"), "it leads elsewhere");
    ok(!diagnostic.message.includes("horse"), "the message holds a part of the value");
  });

  it("is silent on what is right", async () => {
    const folder = await folderWith({
      ...PROJECT,
      ".env.local": `AUTH_SECRET=${random(32)}\n`,
      ".env.example": "AUTH_SECRET=your-secret-here\n",
      "session.ts":
        'import session from "express-session";\nsession({ secret: "keyboard cat" });\n',
      "auth.test.ts": 'import NextAuth from "next-auth";\nNextAuth({ secret: "test" });\n',
      "auth.ts": 'import NextAuth from "next-auth";\nNextAuth({ secret: "hunter2" });\n',
    });
    const at = (name: string) => Uri.joinPath(folder, name);
    await untilRules(at("auth.ts"), ["hardcoded-secret"]);
    for (const name of [".env.local", ".env.example", "session.ts", "auth.test.ts"]) {
      equal(diagnosticsOf(at(name)).map(ruleOf).join(), "", name);
    }
  });
});
