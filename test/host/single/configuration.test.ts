import { commands, type Hover, MarkdownString, Uri, workspace } from "vscode";
import { marks } from "../../support/marks.ts";
import { answering } from "../support/answers.ts";
import { deepEqual, equal, ok } from "../support/assert.ts";
import { actionsAt, applyAction, applyPreferred, isOurs } from "../support/codeActions.ts";
import { place, untilRules } from "../support/diagnostics.ts";
import { folderWith, openFile, replaceAll, textOnDisk, writeText } from "../support/files.ts";
import { MANIFEST } from "../support/samples.ts";

const PROJECT = {
  "package.json": MANIFEST,
  ".gitignore": ".env*\n",
};

const random = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

const compose = (value: string) =>
  `services:\n  web:\n    environment:\n      AUTH_SECRET: ${value}\n`;

describe("configuration", () => {
  it("is judged without being open, in folders with a dot too", async () => {
    const secret = random();
    const files = {
      ".github/workflows/deploy.yml": `env:\n  AUTH_SECRET: ${secret}\n`,
      "deploy/compose.yaml": compose("hunter2"),
      "fly.toml": `[env]\nAUTH_SECRET = "${secret}"\n`,
      "wrangler.jsonc": `{ "vars": { "AUTH_SECRET": "${secret}" } }\n`,
      "web.Dockerfile": `FROM node\nENV AUTH_SECRET=${secret}\n`,
    };
    const folder = await folderWith({ ...PROJECT, ...files });
    for (const path of Object.keys(files)) {
      const [found] = await untilRules(Uri.joinPath(folder, path), ["committed-secret"]);
      ok(found && !found.message.includes(secret.slice(0, 8)), `${path}: the value is in the text`);
    }
    const file = Uri.joinPath(folder, "deploy/compose.yaml");
    await writeText(file, compose("$" + "{AUTH_SECRET:?set it}"));
    await untilRules(file, []);
    await workspace.fs.delete(Uri.joinPath(folder, "fly.toml"));
    await untilRules(Uri.joinPath(folder, "fly.toml"), []);
  });

  it("is judged as it is typed, and fixed with a new secret beside it", async () => {
    const folder = await folderWith({ ...PROJECT, "compose.yml": compose("") });
    const editor = await openFile(Uri.joinPath(folder, "compose.yml"));
    const { uri } = editor.document;
    const { text } = marks(compose("«hunter2» # note"));
    await replaceAll(editor, text);
    const [found] = await untilRules(uri, ["committed-secret"]);
    ok(found, "nothing was found");
    equal(place(found), "4:20-4:27", "the place");
    await applyPreferred(uri, found.range);
    await untilRules(uri, []);
    ok(editor.document.getText().endsWith("{AUTH_SECRET:?set AUTH_SECRET} # note\n"), "the line");
    const env = await textOnDisk(Uri.joinPath(folder, ".env"));
    ok(/^AUTH_SECRET=[A-Za-z0-9+/]{43}=\n$/.test(env), "the .env beside it");
  });

  it("is a manifest's script too, once one holds a secret", async () => {
    const folder = await folderWith({ ...PROJECT });
    const editor = await openFile(Uri.joinPath(folder, "package.json"));
    const { uri } = editor.document;
    const scripts = (dev: string) =>
      JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" }, scripts: { dev } });
    await replaceAll(editor, scripts("AUTH_SECRET=hunter2 next dev"));
    const [found] = await untilRules(uri, ["committed-secret"]);
    ok(found, "nothing was found");
    await applyPreferred(uri, found.range);
    await untilRules(uri, []);
    equal(editor.document.getText(), scripts("next dev"), "the manifest");
  });

  it("is silenced where its language has comments, and only there", async () => {
    const folder = await folderWith({
      ...PROJECT,
      "compose.yml": compose("hunter2"),
      "vercel.json": '{ "env": { "AUTH_SECRET": "hunter2" } }\n',
    });
    const [yaml, json] = ["compose.yml", "vercel.json"].map((name) => Uri.joinPath(folder, name));
    ok(yaml && json, "no files");
    const editor = await openFile(yaml);
    const [inYaml] = await untilRules(yaml, ["committed-secret"]);
    ok(inYaml, "nothing was found");
    await applyAction(yaml, inYaml.range, "Ignore committed-secret on this line");
    await untilRules(yaml, []);
    ok(
      editor.document
        .getText()
        .includes(
          "      # auth-secret-ignore-next-line committed-secret\n      AUTH_SECRET: hunter2",
        ),
      "the comment",
    );
    await openFile(json);
    const [inJson] = await untilRules(json, ["committed-secret"]);
    ok(inJson, "nothing was found");
    const titles = (await actionsAt(json, inJson.range)).filter(isOurs).map(({ title }) => title);
    deepEqual(titles, [
      "Take AUTH_SECRET out of this file",
      "Turn off committed-secret in this workspace",
    ]);
  });

  it("of the repository's top is judged for the packages below it", async () => {
    const folder = await folderWith({
      ".gitignore": ".env*\n",
      "package.json": "{}",
      Dockerfile: "FROM node\nCOPY . .\n",
      "apps/web/package.json": PROJECT["package.json"],
      "apps/web/.env.local": `AUTH_SECRET=${random()}\n`,
      "README.md": "npx auth secret\n",
    });
    const file = Uri.joinPath(folder, "Dockerfile");
    const [found] = await untilRules(file, ["uploaded-env"]);
    ok(found, "nothing was found");
    await untilRules(Uri.joinPath(folder, "README.md"), ["outdated-command"]);
    await openFile(file);
    await applyPreferred(file, found.range);
    await untilRules(file, []);
    const ignored = await textOnDisk(Uri.joinPath(folder, ".dockerignore"));
    equal(ignored, "apps/web/.env.local\n", "the ignore file");
  });

  it("generates the secret where a text tells how to", async () => {
    const path = ".github/workflows/setup.yml";
    const text = "jobs:\n  a:\n    steps:\n      - run: npx auth secret\n";
    const folder = await folderWith({ ...PROJECT, [path]: text });
    const file = Uri.joinPath(folder, path);
    // An open manifest is known at once; of a closed one the file system tells when it comes to it.
    await openFile(Uri.joinPath(folder, "package.json"));
    await openFile(file);
    const [found] = await untilRules(file, ["outdated-command"]);
    ok(found, "nothing was found");
    equal(place(found), "4:14-4:29", "the place");
    const { shown } = await answering(
      ({ choices }) => choices.find((choice) => choice.includes(".env.local")),
      () => applyAction(file, found.range, "Generate AUTH_SECRET here and now"),
    );
    ok(shown.length > 0, "nothing was asked");
    const env = await textOnDisk(Uri.joinPath(folder, ".env.local"));
    ok(/^AUTH_SECRET=[A-Za-z0-9+/]{43}=\n$/.test(env), "the env file");
  });

  it("has a hover that says how good a secret is", async () => {
    const folder = await folderWith({ ...PROJECT, "compose.yml": compose("correct horse") });
    const file = Uri.joinPath(folder, "compose.yml");
    await openFile(file);
    const [found] = await untilRules(file, ["committed-secret"]);
    ok(found, "nothing was found");
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      file,
      found.range.start,
    );
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
      .join();
    ok(said.includes("**AUTH_SECRET**: a passphrase"), said);
    ok(!/correct|horse/.test(said), "the hover holds a part of the value");
  });
});
