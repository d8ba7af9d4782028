import { commands, env, Uri } from "vscode";
import { type Answer, answering, type Shown } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { applyAction } from "../support/codeActions.ts";
import { untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll, textOnDisk } from "../support/files.ts";

type Files = Readonly<Record<string, string>>;

const NEW = "[A-Za-z0-9+/]{43}=";
const DUE = "# auth-secret: drop after \\d{4}-\\d\\d-\\d\\d\n";
const LIST = "[process.env.AUTH_SECRET!, process.env.AUTH_SECRET_OLD!].filter(Boolean)";

const random = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const OLD = random();

const setup = (options: string) =>
  `import NextAuth from "next-auth";\nexport const { auth } = NextAuth(${options});\n`;

const depends = (name: string, version: string): Files => ({
  "package.json": JSON.stringify({ dependencies: { [name]: version } }),
  ".gitignore": ".env*\n",
});
const V5 = depends("next-auth", "5.0.0-beta.30");

const V5_APP: Files = {
  ...V5,
  ".env.local": `# mine\nAUTH_SECRET="${OLD}" # signs\nA=1\n`,
  "auth.ts": setup("{\n  providers: [],\n}"),
};

/** Takes a choice of the list, and says yes. */
const taking =
  (choice: string): Answer =>
  ({ choices, isModal }) =>
    isModal ? "Rotate" : choices.find((each) => each.includes(choice));

/** A folder with these files, which the extension knows since they are open. */
async function opened(files: Files): Promise<Uri> {
  const folder = await folderWith(files);
  for (const path of Object.keys(files)) await openFile(Uri.joinPath(folder, path));
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

async function rotateIn(files: Files, answer: Answer) {
  const folder = await opened(files);
  const { shown } = await answering(answer, () => commands.executeCommand("authSecret.rotate"));
  ok(!JSON.stringify(shown).includes(OLD), "the old value is shown");
  return { folder, shown, at: (path: string) => Uri.joinPath(folder, path) };
}

async function matches(uri: Uri, pattern: string): Promise<void> {
  const text = await textOnDisk(uri);
  ok(new RegExp(`^${pattern}$`).test(text), `${uri.path} does not look like ${pattern}`);
}

const quoted = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

/** What is told before anything is written: the list, and the question behind it. */
const told = (shown: readonly Shown[]) =>
  shown
    .slice(0, 2)
    .map(({ text, detail }) => `${text}\n${detail}`)
    .join("\n");

/** A project of each library, what is recommended there, and what becomes of its files. */
const CASES: readonly {
  readonly name: string;
  readonly files: Files;
  readonly told: RegExp;
  readonly written: Files;
}[] = [
  {
    name: "Auth.js v5 with both secrets in the source",
    files: V5_APP,
    told: /Nobody is logged out: sessions made with the old secret stay valid until[\s\S]*MissingCSRF/,
    written: {
      ".env.local": `# mine\nAUTH_SECRET="${NEW}" # signs\n${DUE}AUTH_SECRET_OLD="${OLD}"\nA=1\n`,
      "auth.ts": quoted(setup(`{\n  providers: [],\n  secret: ${LIST},\n}`)),
    },
  },
  {
    name: "Auth.js v5 with sessions in a database",
    files: {
      ...V5,
      ".env": `AUTH_SECRET=${OLD}\n`,
      "auth.ts": setup("{ providers: [], adapter: Adapter() }"),
    },
    told: /sessions are in the database[\s\S]*Nobody is logged out\./,
    written: { ".env": `AUTH_SECRET=${NEW}\n` },
  },
  {
    name: "Auth.js for Express by numbers",
    files: {
      ...depends("@auth/express", "^0.12.0"),
      ".env": `AUTH_SECRET=${OLD}\n`,
      "auth.ts":
        'import { ExpressAuth } from "@auth/express";\nexport const auth = ExpressAuth({ providers: [] });\n',
    },
    told: /Nobody is logged out[\s\S]*highest number is the newest/,
    written: { ".env": `${DUE}AUTH_SECRET=${OLD}\nAUTH_SECRET_1=${NEW}\n` },
  },
  {
    name: "Auth.js for SvelteKit by the list that it is handed",
    files: {
      ...depends("@auth/sveltekit", "^1.11.0"),
      ".env": `AUTH_SECRET=${OLD}\n`,
      "src/auth.ts":
        'import { SvelteKitAuth } from "@auth/sveltekit";\nimport { env } from "$env/dynamic/private";\nSvelteKitAuth({ providers: [], secret: env.AUTH_SECRET });\n',
    },
    told: /Nobody is logged out/,
    written: {
      ".env": `AUTH_SECRET=${NEW}\n${DUE}AUTH_SECRET_OLD=${OLD}\n`,
      "src/auth.ts": quoted(
        'import { SvelteKitAuth } from "@auth/sveltekit";\nimport { env } from "$env/dynamic/private";\nSvelteKitAuth({ providers: [], secret: [env.AUTH_SECRET!, env.AUTH_SECRET_OLD!].filter(Boolean) });\n',
      ),
    },
  },
  {
    name: "NextAuth 4 with the secret replaced",
    files: {
      ...depends("next-auth", "^4.24.0"),
      ".env.local": `NEXTAUTH_SECRET=${OLD}\n`,
      "auth.ts": setup("{ providers: [], secret: process.env.NEXTAUTH_SECRET }"),
    },
    told: /Everybody is logged out/,
    written: { ".env.local": `NEXTAUTH_SECRET=${NEW}\n` },
  },
  {
    name: "Better Auth with its data kept readable",
    files: {
      ...depends("better-auth", "^1.7.0"),
      ".env": `BETTER_AUTH_SECRET=${OLD}\n`,
      "auth.ts":
        'import { betterAuth } from "better-auth";\nexport const auth = betterAuth({ database });\n',
    },
    told: /Everybody is logged out[\s\S]*stays readable/,
    written: { ".env": `BETTER_AUTH_SECRET=${OLD}\nBETTER_AUTH_SECRETS=1:${NEW}\n` },
  },
];

describe("Rotate AUTH_SECRET", () => {
  it("leads to the source where the secret is written there", async () => {
    const files = { ...V5_APP, "auth.ts": setup('{\n  providers: [],\n  secret: "hunter2",\n}') };
    const { shown, at } = await rotateIn(files, () => undefined);
    equal(shown.length, 1, "the number of messages");
    ok(shown[0]?.text.includes("auth.ts"), `it says: ${shown[0]?.text}`);
    equal(await textOnDisk(at(".env.local")), V5_APP[".env.local"], "the env file");
  });

  for (const { name, files, told: expected, written } of CASES) {
    it(`tells who is logged out, and rotates ${name}`, async () => {
      const { at, shown } = await rotateIn(files, taking("recommended"));
      ok(expected.test(told(shown)), `it tells\n${told(shown)}`);
      for (const [path, pattern] of Object.entries(written)) await matches(at(path), pattern);
      for (const [path, text] of Object.entries(files)) {
        if (!(path in written)) equal(await textOnDisk(at(path)), text, path);
      }
      ok(/Where the app is deployed/.test(shown.at(-1)?.text ?? ""), "no word on what is next");
    });
  }

  it("writes nothing where either question is turned away", async () => {
    const answers: readonly Answer[] = [
      () => undefined,
      ({ choices, isModal }) => (isModal ? undefined : choices[0]),
    ];
    for (const answer of answers) {
      const { at } = await rotateIn(V5_APP, answer);
      for (const path of [".env.local", "auth.ts"]) {
        equal(await textOnDisk(at(path)), V5_APP[path], path);
      }
    }
  });

  it("is taken back from env file and source by one undo", async () => {
    const folder = await opened(V5_APP);
    const source = await openFile(Uri.joinPath(folder, "auth.ts"));
    const { document } = await openFile(Uri.joinPath(folder, ".env.local"));
    await answering(taking("recommended"), () => commands.executeCommand("authSecret.rotate"));
    ok(document.getText().includes("AUTH_SECRET_OLD"), "nothing was written");
    equal(document.isDirty, false, "unsaved changes");
    await commands.executeCommand("undo");
    equal(document.getText(), V5_APP[".env.local"], "the env file");
    equal(source.document.getText(), V5_APP["auth.ts"], "the source");
  });

  it("works on unsaved text, and does not save it", async () => {
    const folder = await opened(V5_APP);
    const editor = await openFile(Uri.joinPath(folder, ".env.local"));
    const document = await replaceAll(editor, `B=2\nAUTH_SECRET=${OLD}\n`);
    await answering(taking("recommended"), () => commands.executeCommand("authSecret.rotate"));
    ok(
      new RegExp(`^B=2\nAUTH_SECRET=${NEW}\n${DUE}AUTH_SECRET_OLD=${OLD}\n$`).test(
        document.getText(),
      ),
      "the text looks otherwise",
    );
    equal(document.isDirty, true, "dirty");
    equal(await textOnDisk(document.uri), V5_APP[".env.local"], "the file");
  });

  it("keeps nothing of a secret that leaked, in any env file", async () => {
    const { at, shown } = await rotateIn(
      { ...V5_APP, ".env.production.local": `AUTH_SECRET=${OLD}\n` },
      taking("leaked"),
    );
    await matches(at(".env.local"), `# mine\nAUTH_SECRET="${NEW}" # signs\nA=1\n`);
    await matches(at(".env.production.local"), `AUTH_SECRET=${NEW}\n`);
    equal(await textOnDisk(at("auth.ts")), V5_APP["auth.ts"], "the source");
    ok(/Nothing of the old secret is kept/.test(told(shown)), "it does not say so");
  });

  it("keeps the env file out of git", async () => {
    const { at } = await rotateIn({ ...V5_APP, ".gitignore": "dist\n" }, taking("recommended"));
    ok((await textOnDisk(at(".gitignore"))).includes(".env"), "no entry was added");
  });

  it("hands out the code that v4 needs, on the clipboard and without a value", async () => {
    const { at, shown } = await rotateIn(
      {
        ...depends("next-auth", "^4.24.0"),
        ".env.local": `NEXTAUTH_SECRET=${OLD}\n`,
        "auth.ts": setup("{ providers: [], secret: process.env.NEXTAUTH_SECRET }"),
      },
      taking("Keep the old secret"),
    );
    await matches(at(".env.local"), `NEXTAUTH_SECRET=${NEW}\n${DUE}NEXTAUTH_SECRET_OLD=${OLD}\n`);
    const code = await env.clipboard.readText();
    ok(code.includes("process.env.NEXTAUTH_SECRET_OLD"), "the code does not read the old secret");
    ok(!code.includes(OLD), "the code holds the value");
    ok(/clipboard/.test(shown.at(-1)?.text ?? ""), "it does not say where the code is");
  });

  it("hands out what to write where the source cannot be edited for certain", async () => {
    const files = { ...V5_APP, "auth.ts": setup("options") };
    const { at } = await rotateIn(files, taking("Keep the old secret"));
    equal(await textOnDisk(at("auth.ts")), files["auth.ts"], "the source");
    equal(await env.clipboard.readText(), `secret: ${LIST},\n`, "the clipboard");
  });

  it("reminds of the old secret, and drops it again", async () => {
    const { at } = await rotateIn(V5_APP, taking("recommended"));
    const uri = at(".env.local");
    const { document } = await openFile(uri);
    const [hint] = await untilRules(uri, ["retired-secret"]);
    ok(hint && /stay valid until \d{4}-\d\d-\d\d/.test(hint.message), "no hint with a date");
    equal(document.getText(hint.range), "AUTH_SECRET_OLD", "the place");
    await applyAction(uri, hint.range, /^Drop AUTH_SECRET_OLD now/);
    await untilRules(uri, []);
    ok(
      new RegExp(`^# mine\nAUTH_SECRET="${NEW}" # signs\nA=1\n$`).test(document.getText()),
      "the env file looks otherwise",
    );
    equal(await textOnDisk(at("auth.ts")), V5_APP["auth.ts"], "the source");
  });

  it("offers to generate where there is nothing to rotate", async () => {
    const { at } = await rotateIn(V5, ({ choices }) =>
      choices.find((each) => /Generate|\.env\.local/.test(each)),
    );
    await matches(at(".env.local"), `AUTH_SECRET=${NEW}\n`);
  });
});
