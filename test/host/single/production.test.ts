import { CancellationTokenSource, commands, env, Uri } from "vscode";
import { type Answer, answering, type Shown } from "../support/answers.ts";
import { asked } from "../support/asked.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { replacingProgress } from "../support/cancelling.ts";
import { readingChannels } from "../support/channels.ts";
import { exists, folderWith, openFile, textOnDisk } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";
import {
  isRunning,
  makeLocal,
  type Recorded,
  withoutPrograms,
  withPrograms,
} from "../support/standIns.ts";

const V4 = JSON.stringify({ dependencies: { "next-auth": "^4.24.0" } });
const SECRET = /^[A-Za-z0-9+/]{43}=$/;

const setInProduction = () => commands.executeCommand("authSecret.setInProduction");

async function inPackage(files: Readonly<Record<string, string>>): Promise<Uri> {
  const folder = await folderWith({ "package.json": MANIFEST, ".gitignore": ".env*\n", ...files });
  await openFile(Uri.joinPath(folder, "package.json"));
  return folder;
}

/** Picks the target, these environments where it has any, and goes on wherever it is asked. */
const choosing =
  (target: string, ...environments: readonly string[]): Answer =>
  ({ choices, isModal }) => {
    if (isModal) return choices[0];
    return choices.some((each) => each.startsWith(target)) ? target : listed(choices, environments);
  };

const listed = (choices: readonly string[], wanted: readonly string[]) =>
  wanted.filter((each) => choices.some((choice) => choice.startsWith(each)));

/** Nothing that was shown, no argument and no environment variable holds the secret. */
function assertHidden(secret: string, runs: readonly Recorded[], shown: readonly Shown[]): void {
  ok(!JSON.stringify(shown).includes(secret), "a message holds the secret");
  for (const { argv, environment } of runs) {
    ok(!JSON.stringify([argv, environment]).includes(secret), "its surroundings hold the secret");
  }
}

const TOOLS: readonly (readonly [target: string, program: string, files: string, argv: string])[] =
  [
    ["Fly.io", "fly", "fly.toml", "secrets import"],
    ["Railway", "railway", "railway.json", "variable set AUTH_SECRET --stdin"],
    ["Cloudflare Workers", "wrangler", "wrangler.jsonc", "secret put AUTH_SECRET"],
    ["GitHub Actions", "gh", ".github/workflows/a.yml", "secret set AUTH_SECRET"],
  ];

/** What Vercel's says when it has done its work. */
const ADDED = 'console.error("✓ Added  AUTH_SECRET");';

if (asked.host === "node") {
  describe("Set in Production", () => {
    for (const [target, program, file, argv] of TOOLS) {
      it(`hands a new secret to ${program} through standard input, and nowhere else`, async () => {
        const folder = await inPackage({ [file]: "" });
        await withPrograms({ [program]: "" }, async ({ runsOf }) => {
          const { shown } = await answering(choosing(target), setInProduction);
          const runs = runsOf(program);
          equal(runs.length, 1, "the number of runs");
          equal(runs[0]?.argv.join(" "), argv, "the arguments");
          equal(nameOf(runs[0]?.folder ?? ""), nameOf(folder.fsPath), "the folder");
          const value = runs[0]?.input.replace(/^AUTH_SECRET=(.+)\n$/, "$1") ?? "";
          ok(SECRET.test(value), "standard input is no secret");
          equal(runs[0]?.first, runs[0]?.input, "the piece that came in time");
          ok(shown[0]?.choices[0]?.startsWith(target), "the target is not listed first");
          ok(shown.at(-1)?.text.startsWith(`AUTH_SECRET is set on ${target}.`), "no success");
          assertHidden(value, runs, shown);
        });
      });
    }

    it("makes another secret for each environment of Vercel", async () => {
      await inPackage({ "vercel.json": "{}", ".env.local": "AUTH_SECRET=hunter2\n" });
      await withPrograms({ vercel: ADDED }, async ({ runsOf }) => {
        const { shown } = await answering(
          choosing("Vercel", "production", "preview"),
          setInProduction,
        );
        const runs = runsOf("vercel");
        deepEqual(
          runs.map(({ argv }) => argv),
          [
            ["env", "add", "AUTH_SECRET", "production"],
            ["env", "add", "AUTH_SECRET", "preview", ""],
          ],
        );
        const values = runs.map(({ input }) => input);
        ok(
          values.every((value) => SECRET.test(value)),
          "standard input is no secret",
        );
        equal(new Set(values).size, 2, "the number of secrets");
        deepEqual(
          runs.map(({ first }) => first),
          values,
          "the pieces that came in time",
        );
        for (const value of values) assertHidden(value, runs, shown);
        ok(shown.at(-1)?.choices.includes("Copy vercel deploy --prod"), "no way to redeploy");
      });
    });

    it("uses the name that the project's library reads", async () => {
      await inPackage({ "package.json": V4, "wrangler.toml": "" });
      await withPrograms({ wrangler: "" }, async ({ runsOf }) => {
        await answering(choosing("Cloudflare"), setInProduction);
        deepEqual(runsOf("wrangler")[0]?.argv, ["secret", "put", "NEXTAUTH_SECRET"]);
      });
    });

    it("runs nothing where the answer is no", async () => {
      await inPackage({ "fly.toml": "" });
      await withPrograms({ fly: "" }, async ({ runsOf }) => {
        const { shown } = await answering(
          ({ choices, isModal }) => (isModal ? undefined : choices[0]),
          setInProduction,
        );
        equal(shown.filter(({ isModal }) => isModal).length, 1, "the number of questions");
        equal(runsOf("fly").length, 0, "the number of runs");
      });
    });

    const TAKEN = `if (!run.argv.includes("--force")) {
      console.error("Error: A variable with the name \`AUTH_SECRET\` already exists");
      process.exitCode = 1;
    } else console.error("✓ Overrode  AUTH_SECRET");`;

    it("asks before it replaces a value that the tool knows of", async () => {
      await inPackage({ "vercel.json": "{}" });
      await withPrograms({ vercel: TAKEN }, async ({ runsOf }) => {
        const { shown } = await answering(choosing("Vercel", "production"), setInProduction);
        deepEqual(runsOf("vercel")[1]?.argv, [
          "env",
          "add",
          "AUTH_SECRET",
          "production",
          "--force",
        ]);
        ok(
          shown.some(({ text, isModal }) => isModal && /Replace it/.test(text)),
          "it did not ask",
        );
      });
      await withPrograms({ vercel: TAKEN }, async ({ runsOf }) => {
        const yes = choosing("Vercel", "production");
        await answering(
          (shown) => (/Replace it/.test(shown.text) ? undefined : yes(shown)),
          setInProduction,
        );
        equal(runsOf("vercel").length, 1, "the number of runs after a no");
      });
    });

    it("does not take for success what ended at a question that nobody answered", async () => {
      await inPackage({ "vercel.json": "{}" });
      await withPrograms({ vercel: 'console.error("? Git branch?");' }, async () => {
        const { shown } = await answering(choosing("Vercel", "production"), setInProduction);
        ok(/without saying/.test(shown.at(-1)?.text ?? ""), "it takes that for success");
      });
    });

    it("speaks to an older Railway in its own words", async () => {
      await inPackage({ "railway.json": "{}" });
      const script = `if (run.argv[0] === "variable") {
        console.error("error: unrecognized subcommand 'variable'");
        process.exitCode = 2;
      }`;
      await withPrograms({ railway: script }, async ({ runsOf }) => {
        await answering(choosing("Railway"), setInProduction);
        const runs = runsOf("railway");
        deepEqual(runs[1]?.argv, ["variables", "--set-from-stdin", "AUTH_SECRET"]);
        equal(runs[1]?.input, runs[0]?.input, "standard input");
      });
    });

    it("takes the secret out of what the tool prints, piece by piece", async () => {
      await inPackage({ "fly.toml": "" });
      const script = `const value = run.input.trim().split("=").slice(1).join("=");
        process.stdout.write("half " + value.slice(0, 20));
        setImmediate(() => {
          process.stdout.write(value.slice(20) + " done\\n");
          console.error("stderr-mark \\u001b[31m" + JSON.stringify({ value }) + "\\u001b[0m");
          console.log(encodeURIComponent(value), Buffer.from(value).toString("base64"));
          process.exitCode = 3;
        });`;
      await withPrograms({ fly: script }, async ({ runsOf }) => {
        const shown: Shown[] = [];
        const output = await readingChannels(async () => {
          const conversation = await answering(choosing("Fly.io"), setInProduction);
          shown.push(...conversation.shown);
        });
        const runs = runsOf("fly");
        const value = runs[0]?.input.slice("AUTH_SECRET=".length).trim() ?? "";
        ok(/^half •{8} done$/m.test(output), "the output is not shown");
        ok(/^stderr-mark \{"value":"•{8}"\}$/m.test(output), "errors are not shown");
        ok(/^exit code: 3$/m.test(output), "the exit code is not shown");
        for (const form of [value, value.slice(0, 20), encodeURIComponent(value)]) {
          ok(!output.includes(form), "the output holds the secret");
        }
        ok(!output.includes(Buffer.from(value).toString("base64").slice(0, 40)), "as base64");
        ok(/did not set the secret/.test(shown.at(-1)?.text ?? ""), "the failure is not told");
        assertHidden(value, runs, shown);
      });
    });

    it("stops a tool that hangs when it is cancelled, and says that nobody knows", async () => {
      await inPackage({ "fly.toml": "" });
      const script = "setInterval(() => {}, 1000);";
      await withPrograms({ fly: script }, async ({ runsOf, untilRun }) => {
        const cancelling = new CancellationTokenSource();
        void untilRun.then(() => cancelling.cancel());
        const { shown } = await replacingProgress(
          (_options, task) => task({ report: () => {} }, cancelling.token),
          () => answering(choosing("Fly.io"), setInProduction),
        );
        const [run] = runsOf("fly");
        ok(run && !isRunning(run.pid), "it still runs");
        ok(/was stopped/.test(shown.at(-1)?.text ?? ""), "it does not say that it was stopped");
      });
    });

    it("finds the project's own tool first", async () => {
      const folder = await inPackage({ "wrangler.toml": "" });
      await withPrograms({ wrangler: "" }, async ({ runsOf }) => {
        await makeLocal("wrangler", Uri.joinPath(folder, "node_modules/.bin").fsPath);
        const { shown } = await answering(choosing("Cloudflare"), setInProduction);
        equal(runsOf("wrangler").length, 1, "the number of runs");
        ok(shown.at(-1)?.text.startsWith("AUTH_SECRET is set"), "no success");
      });
    });
  });
}

/** The last part of a path of this machine. */
function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? "";
}

/** The addresses that are opened meanwhile, which a test must not open. */
async function opening(action: () => Thenable<unknown>): Promise<readonly string[]> {
  const opened: string[] = [];
  const original = env.openExternal;
  Object.assign(env, {
    openExternal: async (uri: Uri) => opened.push(uri.toString(true)) > 0,
  });
  try {
    await action();
  } finally {
    Object.assign(env, { openExternal: original });
  }
  return opened;
}

describe("Set in Production, by hand", () => {
  it("copies a secret for a dashboard, and opens its page only when asked to", async () => {
    await inPackage({ "netlify.toml": "" });
    const shown: Shown[] = [];
    const opened = await opening(async () => {
      const { shown: all } = await answering(choosing("Netlify"), setInProduction);
      shown.push(...all);
    });
    const value = await env.clipboard.readText();
    ok(SECRET.test(value), "the clipboard holds no secret");
    assertHidden(value, [], shown);
    deepEqual(opened, []);
    const later = await opening(async () => {
      await answering(
        ({ choices }) =>
          choices.find((each) => each.startsWith("Netlify") || each === "Open Dashboard"),
        setInProduction,
      );
    });
    deepEqual(later, ["https://app.netlify.com/"]);
    ok((await env.clipboard.readText()) !== value, "the secret is the same");
  });

  it("copies where the tool cannot be run, and shows a command without the value", async () => {
    await inPackage({ "fly.toml": "" });
    const { shown } = await withoutPrograms(() => answering(choosing("Fly.io"), setInProduction));
    const value = await env.clipboard.readText();
    ok(SECRET.test(value), "the clipboard holds no secret");
    ok(shown.at(-1)?.text.includes("fly secrets set AUTH_SECRET=-"), "no command is shown");
    assertHidden(value, [], shown);
  });

  it("copies one secret after the other for several environments", async () => {
    await inPackage({ "vercel.json": "{}" });
    const values: Thenable<string>[] = [];
    const answer: Answer = (shown) => {
      if (!shown.text.includes("on the clipboard")) {
        return choosing("Vercel", "production", "preview")(shown);
      }
      values.push(env.clipboard.readText());
      return shown.choices.find((each) => each.startsWith("Copy One for"));
    };
    await withoutPrograms(() => answering(answer, setInProduction));
    const copied = await Promise.all(values);
    equal(copied.length, 2, "the number of secrets");
    equal(new Set(copied).size, 2, "the number of different ones");
    ok(
      copied.every((value) => SECRET.test(value)),
      "the clipboard holds no secret",
    );
  });

  it("has a Compose service demand the variable, and writes the ignored env file", async () => {
    const text = "services:\r\n  db:\r\n    image: postgres\r\n  web:\r\n    build: . # here\r\n";
    const folder = await folderWith({ "package.json": MANIFEST, "compose.yaml": text });
    await openFile(Uri.joinPath(folder, "package.json"));
    const { shown } = await answering(
      ({ choices, isModal }) =>
        isModal
          ? choices[0]
          : choices.find((each) => each.startsWith("Docker") || each.startsWith("web")),
      setInProduction,
    );
    equal(
      await textOnDisk(Uri.joinPath(folder, "compose.yaml")),
      `${text}    environment:\r\n      AUTH_SECRET: \${AUTH_SECRET:?set AUTH_SECRET}\r\n`,
      "the Compose file",
    );
    const [, value = ""] =
      /^AUTH_SECRET=(.+)\n$/.exec(await textOnDisk(Uri.joinPath(folder, ".env"))) ?? [];
    ok(SECRET.test(value), "the env file holds no secret");
    assertHidden(value, [], shown);
    ok(shown.at(-1)?.choices.includes("Copy docker compose up -d"), "nothing comes next");
  });

  it("leaves a Compose file alone that it cannot edit for sure", async () => {
    const text = "services: { web: { build: . } }\n";
    const folder = await inPackage({ "compose.yaml": text });
    const { shown } = await answering(choosing("Docker"), setInProduction);
    equal(await textOnDisk(Uri.joinPath(folder, "compose.yaml")), text, "the Compose file");
    equal(await exists(Uri.joinPath(folder, ".env")), false, ".env exists");
    ok(shown.at(-1)?.text.includes("left to you"), "it does not say so");
  });
});
