import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { filesBelow } from "../support/leftFiles.ts";
import type { Desk } from "./support/window.ts";

const OLD = "correct horse battery staple";

/** Nothing of it is to be told from what a careless write would make of it. */
const ENV = `# Für uns.\r\nOTHER='a # b'  # ©\r\nAUTH_SECRET="${OLD}"\r\n\r\nexport  LAST=x y\r\n# No end of line`;

const FRESH = /^[A-Za-z0-9+/]{43}=$/;

/** So many kills at least, and no more than so many where none comes before the write, or after it. */
const [FEWEST, MOST] = [5, 10];

/** Milliseconds that the write is expected to take no longer than. */
const LONG = 200;

interface Kill {
  /** Milliseconds after the person said yes. */
  readonly delay: number;
  readonly isWritten: boolean;
}

/** What is left when the program that runs the extension dies. */
export function describeCrash(desk: () => Desk): void {
  describe("an extension host that is killed while it writes", () => {
    it("leaves every file as it was or wholly written, and works when it is started again", async () => {
      const kills: Kill[] = [];
      while (kills.length < FEWEST || (!isOnBothSides(kills) && kills.length < MOST)) {
        kills.push(await killDuringWrite(desk(), nextDelay(kills)));
      }
      assert.ok(isOnBothSides(kills), `all came on one side: ${JSON.stringify(kills)}`);
    });
  });
}

function isOnBothSides(kills: readonly Kill[]): boolean {
  return new Set(kills.map(({ isWritten }) => isWritten)).size === 2;
}

/** At once, then late, then ever closer to the moment of the write. */
function nextDelay(kills: readonly Kill[]): number {
  const delays = (isWanted: boolean) =>
    kills.filter(({ isWritten }) => isWritten === isWanted).map(({ delay }) => delay);
  const [before, after] = [delays(false), delays(true)];
  if (before.length === 0) return 0;
  if (after.length === 0) return Math.max(LONG, 2 * Math.max(...before));
  return Math.round((Math.max(...before) + Math.min(...after)) / 2);
}

async function killDuringWrite(desk: Desk, delay: number): Promise<Kill> {
  const window = await desk.open({ files: { ".env.local": ENV } });
  await window.open(".env.local");
  await window.lens("Replace").waitFor();
  await window.settle();
  const before = filesOf(window.folder);
  await window.lens("Replace").click();
  const dialog = window.page.locator(".monaco-dialog-box");
  await dialog.getByText("Replace", { exact: true }).waitFor();
  const kill = await desk.aimAtExtensionHosts();
  const click = dialog.getByText("Replace", { exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await setTimeout(delay);
  kill();
  await click;
  // Nobody but a new host can tell of it.
  writeFileSync(join(window.folder, ".env.staging"), "AUTH_SECRET=changeme\n");
  await window.run("Problems: Focus on Problems View");
  const found = window.page.locator(".markers-panel .monaco-list-row", {
    hasText: "placeholder-secret",
  });
  await found.first().waitFor({ timeout: 60_000 });
  await desk.failOnUnhandled(window);
  const { [".env.staging"]: _, ...after } = filesOf(window.folder);
  assert.deepEqual(Object.keys(after), Object.keys(before), "files came or went");
  for (const [path, text] of Object.entries(before)) {
    if (path !== ".env.local") assert.ok(after[path] === text, `${path} was changed`);
  }
  return { delay, isWritten: isWritten(after[".env.local"] ?? "") };
}

/** False where a text is the old one; fails for another than that with a whole new secret in it. */
function isWritten(text: string): boolean {
  const old = Buffer.from(ENV).toString("latin1");
  if (text === old) return false;
  const [head = "", tail = ""] = old.split(OLD);
  const secret = text.slice(head.length, text.length - tail.length);
  const isWhole = text === `${head}${secret}${tail}` && FRESH.test(secret);
  assert.ok(isWhole, "the env file is neither the old one nor wholly written");
  return true;
}

/** The bytes of a project's files; git's own change as it is asked. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = [...filesBelow(folder)].filter(([path]) => !path.startsWith(".git/"));
  return Object.fromEntries(files.sort());
}
