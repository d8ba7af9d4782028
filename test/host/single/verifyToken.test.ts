import { commands, Uri, window, workspace } from "vscode";
import { answering, type Conversation } from "../support/answers.ts";
import { equal, ok } from "../support/assert.ts";
import { folderWith, openFile } from "../support/files.ts";
import { authjsToken, betterAuthToken } from "../support/sessionTokens.ts";

const V5 = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.32" } });
const BETTER = JSON.stringify({ dependencies: { "better-auth": "1.7.25" } });
const COOKIE = "authjs.session-token";

const fresh = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));

/** Pastes a text and picks the line that holds a part. */
async function verify(pasted: string | undefined, line?: string): Promise<Conversation> {
  return await answering(
    ({ choices }) => (choices.length === 0 ? pasted : line),
    () => commands.executeCommand("authSecret.verifyToken"),
  );
}

function saysNothingOf({ shown }: Conversation, ...secrets: readonly string[]): void {
  const text = JSON.stringify(shown);
  for (const secret of secrets) ok(!text.includes(secret), "it shows a secret or the token");
  ok(!/Ann|ann@/.test(text), "it shows what the token says of a person");
}

describe("Verify a Session Token", () => {
  it("names the variable and file that made it, and opens them", async () => {
    const secret = fresh();
    const folder = await folderWith({
      "package.json": V5,
      ".env": `AUTH_SECRET=${fresh()}\n`,
      ".env.local": `A=1\nAUTH_SECRET="${secret}"\n`,
    });
    // What is open is known at once.
    await openFile(Uri.joinPath(folder, ".env.local"));
    await openFile(Uri.joinPath(folder, "package.json"));
    const token = await authjsToken(secret, COOKIE);
    const conversation = await verify(`Cookie: theme=dark; ${COOKIE}=${token}`, "It was made with");
    const [, list] = conversation.shown;
    const path = workspace.asRelativePath(Uri.joinPath(folder, ".env.local"), false);
    ok(
      list?.choices.some((each) => each.includes(`AUTH_SECRET in ${path}`)),
      `it does not name the file: ${list?.choices.join("; ")}`,
    );
    ok(
      list?.choices.some((each) => /Expires in 30 days/.test(each)),
      "it does not say when the session ends",
    );
    saysNothingOf(conversation, secret, token);
    const editor = window.activeTextEditor;
    equal(editor?.document.uri.path, Uri.joinPath(folder, ".env.local").path, "the file");
    equal(editor?.document.getText(editor.selection), secret, "what is selected");
  });

  it("tries the secrets of all packages, and tells a secret that is not there", async () => {
    const secret = fresh();
    const folder = await folderWith({
      "web/package.json": V5,
      "web/.env": `AUTH_SECRET=${fresh()}\n`,
      "api/package.json": BETTER,
      "api/.env": `BETTER_AUTH_SECRET=${secret}\n`,
    });
    for (const name of ["web/package.json", "web/.env", "api/package.json", "api/.env"]) {
      await openFile(Uri.joinPath(folder, name));
    }
    const found = await verify(await betterAuthToken(secret));
    ok(/BETTER_AUTH_SECRET in [^"]*api\/\.env/.test(JSON.stringify(found.shown)), "not found");
    const other = await verify(await authjsToken(fresh(), COOKIE));
    ok(
      /No secret of this workspace made it.*no matching decryption secret/.test(
        JSON.stringify(other.shown),
      ),
      "it does not say that no secret fits",
    );
  });

  it("asks for nothing more where nothing is pasted", async () => {
    equal((await verify(undefined)).shown.length, 1, "the number of questions");
    equal((await verify("  ")).shown.length, 1, "the number of questions");
  });
});
