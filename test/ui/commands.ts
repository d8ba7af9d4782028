import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { authjsToken } from "../host/support/sessionTokens.ts";
import type { Desk, Window } from "./support/window.ts";

const COOKIE = "authjs.session-token";

const AUTH = `import NextAuth from "next-auth";
import GitHub from "next-auth/providers/github";

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
});
`;

const COMPOSE = `services:
  web:
    image: example/web
    ports: ["3000:3000"]
    environment:
      AUTH_SECRET: my-super-secret-app-key
      AUTH_TRUST_HOST: "true"
`;

/** What the commands ask and answer, as a person sees it. */
export function describeCommands(desk: () => Desk): void {
  describe("commands", () => {
    it("rotate a secret, after saying who is logged out", async () => {
      const secret = random();
      const window = await opened(desk(), { ".env.local": `AUTH_SECRET="${secret}"\n` });
      await window.run("Auth Secret: Rotate AUTH_SECRET…");
      await row(window, "recommended").waitFor();
      await window.picture("rotate");
      await hidden(window, secret);
      await window.page.keyboard.press("Enter");
      const dialog = window.page.locator(".monaco-dialog-box", { hasText: "Nobody is logged out" });
      await dialog.waitFor();
      await window.look("rotate-confirm");
      await dialog.getByText("Rotate", { exact: true }).click();
      await window.page.locator(".notification-toast", { hasText: "was rotated" }).waitFor();
      assert.match(window.read("auth.ts"), /AUTH_SECRET_OLD/);
    });

    it("set a fresh project up, from a list", async () => {
      const window = await opened(desk(), {
        ".env.local": "AUTH_GITHUB_ID=example-client-id\n",
        ".gitignore": "node_modules\n.next\n",
      });
      await window.run("Auth Secret: Set Up AUTH_SECRET");
      await row(window, ".env.local").first().waitFor();
      await row(window, ".env.example").first().waitFor();
      await window.picture("set-up");
      await window.page.keyboard.press("Escape");
    });

    it("find a secret in configuration that is committed", async () => {
      const window = await opened(desk(), { "compose.yaml": COMPOSE });
      await window.open("compose.yaml");
      await window.squiggles("error").first().waitFor();
      await window.settle();
      await window.goTo(6, 22);
      await window.openQuickFixes("Ignore committed-secret");
      await window.picture("compose");
      await window.page.keyboard.press("Escape");
    });

    it("ask where the app is deployed, the targets of the project first", async () => {
      const window = await opened(desk(), {
        "vercel.json": "{}\n",
        "fly.toml": 'app = "next-app"\n',
      });
      await window.run("Auth Secret: Set in Production…");
      await row(window, "set up in this project").nth(1).waitFor();
      await window.picture("production");
      await row(window, "Vercel").click();
      await row(window, "preview").waitFor();
      await window.look("production-environments");
    });

    it("tell where the secret comes from", async () => {
      const secret = random();
      const window = await opened(desk(), {
        ".env": "AUTH_SECRET=\n",
        ".env.local": `AUTH_SECRET="${secret}"\n`,
        ".env.production": "AUTH_SECRET=correct-horse-battery-staple\n",
      });
      await window.run("Auth Secret: Show Where AUTH_SECRET Comes From");
      await row(window, ".env.local").first().waitFor();
      await window.picture("origin");
      await hidden(window, secret);
    });

    it("tell which secret made a session token", async () => {
      const secret = random();
      const window = await opened(desk(), { ".env.local": `AUTH_SECRET="${secret}"\n` });
      await window.run("Auth Secret: Verify a Session Token…");
      const box = window.page.locator('.quick-input-box input[type="password"]');
      await box.waitFor();
      await box.fill(`${COOKIE}=${await authjsToken(secret, COOKIE)}`);
      await window.page.keyboard.press("Enter");
      await row(window, "It was made with AUTH_SECRET in .env.local").waitFor();
      await window.picture("verify");
      await hidden(window, secret);
    });
  });
}

/** The sample with these files and nothing wrong in its source, which is what is open. */
async function opened(desk: Desk, files: Readonly<Record<string, string>>): Promise<Window> {
  const ignored = { ".gitignore": "node_modules\n.next\n.env*\n" };
  const window = await desk.open({ files: { ...ignored, "auth.ts": AUTH, ...files } });
  await window.open("auth.ts");
  await window.settle();
  return window;
}

function row({ page }: Window, text: string) {
  return page.locator(".quick-input-list .monaco-list-row", { hasText: text });
}

async function hidden(window: Window, secret: string): Promise<void> {
  const text = await window.page.locator(".quick-input-widget").textContent();
  assert.ok(text && !text.includes(secret), "the list holds the value");
}

function random(): string {
  return randomBytes(32).toString("base64");
}
