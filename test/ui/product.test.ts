import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { describeCanary } from "./canary.ts";
import { describeCommands } from "./commands.ts";
import { describeCrash } from "./crash.ts";
import { describeGit } from "./git.ts";
import { describeSession } from "./session.ts";
import { installPackaged } from "./support/packaged.ts";
import { type Desk, openDesk } from "./support/window.ts";
import { describeSurfaces } from "./surfaces.ts";

const SECRET = /^AUTH_SECRET="[A-Za-z0-9+/]{43}="$/m;

describe("the packaged extension", () => {
  let desk: Desk;
  let bytes = 0;

  before(async () => {
    const installed = await installPackaged();
    bytes = installed.bytes;
    desk = await openDesk(installed);
  });

  after(async () => {
    await desk?.close();
  });

  it("is small", () => {
    assert.ok(bytes > 0 && bytes <= 800_000, `the package has ${bytes} bytes`);
  });

  it("underlines what is wrong and lists it in Problems", async () => {
    const window = await desk.open();
    await window.page.setViewportSize({ width: 1100, height: 540 });
    await window.open(".env.local");
    await window.squiggles("warning").first().waitFor();
    await window.run("View: Split Editor Right");
    await window.open("auth.ts");
    await window.squiggles("error").first().waitFor();
    await window.run("Problems: Focus on Problems View");
    const problems = window.page.locator(".markers-panel .monaco-list-row");
    for (const rule of ["hardcoded-secret", "passphrase-secret", "env-not-ignored"]) {
      await problems.filter({ hasText: rule }).first().waitFor();
    }
    await window.settle();
    await window.picture("problems");
    const said = await problems.allInnerTexts();
    assert.ok(!said.join().includes("my-super-secret"), "a message holds the value");
  });

  it("tells on hover how good a secret is", async () => {
    const window = await desk.open();
    await window.open(".env.local");
    await window.squiggles("warning").nth(1).waitFor();
    await window.lens("Rotate").waitFor();
    await window.goTo(2, 20);
    await window.page.keyboard.press("Control+K");
    await window.page.keyboard.press("Control+I");
    const hover = window.page.locator(".monaco-hover:visible", { hasText: "of 256 bits" });
    await hover.first().waitFor();
    await window.picture("hover");
    assert.doesNotMatch((await hover.allInnerTexts()).join(), /horse/);
  });

  it("generates a secret from the palette at Enter, after asking", async () => {
    const window = await desk.open();
    await window.open(".env.local");
    await window.lens("Rotate").waitFor();
    await window.run("Auth Secret: Generate AUTH_SECRET");
    const rows = window.page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: ".env.local" }).first().waitFor();
    await window.picture("generate");
    await window.page.keyboard.press("Enter");
    const dialog = window.page.locator(".monaco-dialog-box");
    await dialog.waitFor();
    await dialog.getByText("Replace", { exact: true }).click();
    await window.page.locator(".notification-toast", { hasText: "was written" }).waitFor();
    assert.match(window.read(".env.local"), SECRET);
  });

  it("moves a hardcoded secret out with the light bulb", async () => {
    const window = await desk.open();
    await window.open("auth.ts");
    await window.squiggles("error").first().waitFor();
    await window.settle();
    await window.goTo(6, 14);
    await window.openQuickFixes("Ignore hardcoded-secret");
    await window.picture("fix");
    await window.page.keyboard.press("Enter");
    await window.squiggles("error").first().waitFor({ state: "detached" });
    await window.save("auth.ts", (text) => !text.includes("my-super-secret-app-key"));
    await window.look("fixed");
    assert.doesNotMatch(window.read("auth.ts"), /secret:/);
  });

  it("mends .gitignore when the env file is saved", async () => {
    const window = await desk.open({
      settings: { "editor.codeActionsOnSave": { "source.fixAll.authSecret": "explicit" } },
    });
    await window.open(".env.local");
    await window.squiggles("warning").nth(1).waitFor();
    await window.settle();
    await window.goTo(1, 1);
    await window.page.keyboard.type("# Mine.\n");
    await window.page.locator(".view-line", { hasText: "Mine." }).waitFor();
    await window.save(".gitignore", (text) => text.includes(".env"));
    await window.run("View: Split Editor Right");
    await window.open(".gitignore");
    await window.page.locator(".view-line", { hasText: "hold secrets" }).first().waitFor();
    await window.picture("on-save");
    assert.match(window.read(".gitignore"), /^node_modules\n\.next\n\n# .*secrets\n\.env/);
  });

  describeSession(() => desk);
  describeSurfaces(() => desk);
  describeCommands(() => desk);
  describeCanary(() => desk);
  describeGit(() => desk);
  describeCrash(() => desk);
});
