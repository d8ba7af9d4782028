import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createContext, runInContext } from "node:vm";
import { analyze, fixesOf } from "../../../src/core/analyze.ts";
import { V4 } from "../../support/manifests.ts";
import { editFiles, project } from "../../support/project.ts";
import { MINTED } from "../../support/ruleCheck.ts";

const IMPORT = 'import NextAuth from "next-auth";\n';
const READ = "let key = process.env.APP_KEY;\n";
const USE = "NextAuth({ secret: key });\n";

/** Programs that go on until there is a value, or that may: without the text they would never end. */
const WAITING: Readonly<Record<string, string>> = {
  "do … while": `${READ}do { key = key || "weekday"; } while (!key);\n${USE}`,
  "while with a fallback": `${READ}while (!key) { tick(); key = key ?? "weekday"; }\n${USE}`,
  "while, all of it for the value": `${READ}while (!key) key = key || "weekday";\n${USE}`,
  "while with an assignment": `${READ}while (!key) { tick(); key = "weekday"; }\n${USE}`,
  "while with ??=": `${READ}while (!key) { tick(); key ??= "weekday"; }\n${USE}`,
  "while that reads in its condition": `${READ}while (!(key = process.env.APP_KEY)) { tick(); key = "weekday"; break; }\n${USE}`,
  "for without a condition": `${READ}for (;;) { key = key || "weekday"; if (key) break; }\n${USE}`,
  "for with one": `${READ}for (; !key; ) { tick(); key = "weekday"; }\n${USE}`,
  "if, and a loop behind": `${READ}if (!key) key = "weekday";\nwhile (!key) tick();\n${USE}`,
  "a loop that asks for a flag": `${READ}key = key || "weekday";\nlet done = false;\nwhile (!done) { if (key) done = true; }\n${USE}`,
  "a loop that asks for a list": `${READ}key ??= "weekday";\nconst keys = [];\nif (key) keys.push(key);\nwhile (keys.length === 0) tick();\n${USE}`,
  "a loop that asks for a member": `const config = { key: process.env.APP_KEY ?? "weekday" };\nwhile (!config.key) tick();\nNextAuth({ secret: config.key });\n`,
  "a loop that asks a function": `function keyOf() { return process.env.APP_KEY || "weekday"; }\nwhile (!keyOf()) tick();\nNextAuth({ secret: keyOf() });\n`,
  "a loop in a function that is given it": `${READ}key = key || "weekday";\nfunction wait(value) { while (!value) tick(); }\nwait(key);\n${USE}`,
  "a loop behind a default of destructuring": `const { APP_KEY = "weekday" } = process.env;\nwhile (!APP_KEY) tick();\nNextAuth({ secret: APP_KEY });\n`,
  "a loop behind a default parameter": `function start(key = "weekday") { while (!key) tick(); NextAuth({ secret: key }); }\nstart(process.env.APP_KEY);\n`,
  "a loop behind a getter": `const config = { get key() { return process.env.APP_KEY ?? "weekday"; } };\nwhile (!config.key) tick();\nNextAuth({ secret: config.key });\n`,
  "a generator": `function* keys() { while (true) yield process.env.APP_KEY || "weekday"; }\nfor (const key of keys()) { if (key) { NextAuth({ secret: process.env.APP_KEY || "weekday" }); break; } }\n`,
  "a walk over what never ends": `function* ticks() { for (;;) yield 1; }\n${READ}key ??= "weekday";\nfor (const each of ticks()) { if (key) break; }\n${USE}`,
  "a function that calls itself": `${READ}function take() { key = key || "weekday"; return key ? key : take(); }\ntake();\n${USE}`,
  "functions that call each other": `${READ}function take() { key ||= "weekday"; return key ?? again(); }\nfunction again() { tick(); return take(); }\ntake();\n${USE}`,
  "an arrow that calls itself": `${READ}const take = () => { key = key || "weekday"; return key ? key : take(); };\ntake();\n${USE}`,
  "an interval": `${READ}const timer = setInterval(() => { key ??= "weekday"; if (key) clearInterval(timer); }, 1);\n${USE}`,
  "the variable itself": `while (!process.env.NEXTAUTH_SECRET) { tick(); process.env.NEXTAUTH_SECRET ||= "weekday"; }\nNextAuth({});\n`,
  "the variable, and a loop behind": `process.env.NEXTAUTH_SECRET ??= "weekday";\nwhile (!process.env["NEXTAUTH_SECRET"]) tick();\nNextAuth({});\n`,
  "a text that is no fallback": `const key = "weekday";\nwhile (!key) tick();\n${USE}`,
};

/** Programs that end with the text and without, and what of them is to be seen afterwards. */
const ENDING: Readonly<Record<string, string>> = {
  "a loop for it alone": `${READ}while (!key) key = "weekday";\n${USE}`,
  "a loop about something else": `let at = 0;\nwhile (at < 3) at++;\nNextAuth({ secret: process.env.APP_KEY || "weekday" });\n`,
  "a walk over a list": `${READ}key = key || "weekday";\nfor (const start of [tick, tick]) start(key);\n${USE}`,
  "a function that calls itself": `function count(to) { return to > 0 ? count(to - 1) : 0; }\ncount(3);\nNextAuth({ secret: process.env.APP_KEY || "weekday" });\n`,
  "a getter that fills it in": `const config = { get key() { let key = process.env.APP_KEY; key ??= "weekday"; return key; } };\nNextAuth({ secret: config.key });\n`,
  "a getter of the same name elsewhere": `const base = { secret: process.env.APP_KEY };\nconst config = { get secret() { return base.secret ?? "weekday"; } };\nNextAuth({ secret: config.secret });\n`,
  "a generator without a loop": `function* keys() { yield process.env.APP_KEY || "weekday"; }\nkeys().next();\nNextAuth({ secret: process.env.APP_KEY || "weekday" });\n`,
  "a default parameter": `function start(key = "weekday") { NextAuth({ secret: key }); }\nstart(process.env.APP_KEY);\n`,
  "a default of destructuring": `const { APP_KEY = "weekday" } = process.env;\nNextAuth({ secret: APP_KEY });\n`,
  "a default of destructuring arguments": `function start({ key = "weekday" }) { NextAuth({ secret: key }); }\nstart({ key: process.env.APP_KEY });\n`,
  "a condition that does something": `let key;\nif (!(key = tick(process.env.APP_KEY))) key = "weekday";\n${USE}`,
  "a condition that calls": `let key = process.env.APP_KEY;\nif (!tick(1)) key = "weekday";\n${USE}`,
  "a choice that does something": `let at = 0;\nNextAuth({ secret: at++ > 0 ? process.env.APP_KEY : "weekday" });\ntick(at);\n`,
  "what throws where there is nothing": `${READ}try { if (!key) throw new Error("none"); } catch { key = "weekday"; }\n${USE}`,
  "a switch": `${READ}switch (key) { case undefined: key = "weekday"; break; default: tick(key); }\n${USE}`,
};

/** The text with the best fix of everything that is found in it, one by one. */
function fixed(text: string): { readonly found: number; readonly text: string } {
  let files = { ...V4, ".gitignore": ".env*\n", "auth.js": IMPORT + text };
  const first = problemsOf(files).length;
  for (let rounds = 0; rounds < 5; rounds++) {
    const before = project(files);
    const edits = problemsOf(files)
      .flatMap((finding) => fixesOf(finding, before).slice(0, 1))
      .map((fix) => fix.edits({ mint: () => MINTED }))
      .find((some) => some.some(({ file }) => file === "auth.js"));
    if (edits === undefined) break;
    files = { ...files, ...editFiles(files, edits) };
  }
  return { found: first, text: files["auth.js"].slice(IMPORT.length) };
}

function problemsOf(files: Readonly<Record<string, string>>) {
  return analyze(project(files)).filter(({ rule }) =>
    ["fallback-secret", "hardcoded-secret"].includes(rule),
  );
}

/** A program that does not end by itself is stopped after so long; the others take next to nothing. */
const STOPPED_AFTER_MILLISECONDS = 10_000;

/** How often the program calls `tick` until it ends, whatever it ends with. */
function run(text: string): number {
  let ticks = 0;
  const tick = (value: unknown) => {
    ticks++;
    return value;
  };
  const context = createContext({ NextAuth: () => undefined, process: { env: {} }, tick });
  runInContext(text, context, { timeout: STOPPED_AFTER_MILLISECONDS });
  return ticks;
}

describe("a fix of a text in the place of a secret", () => {
  for (const [name, text] of Object.entries(WAITING)) {
    it(`is not offered where a program may wait for it: ${name}`, () => {
      const { found, text: after } = fixed(text);
      assert.ok(found > 0, "nothing was found");
      assert.equal(after, text);
    });
  }

  for (const [name, text] of Object.entries(ENDING)) {
    it(`leaves a program that ends and does the same: ${name}`, () => {
      const { found, text: after } = fixed(text);
      assert.ok(found > 0, "nothing was found");
      assert.notEqual(after, text, "no fix");
      assert.equal(problemsOf({ ...V4, "auth.js": IMPORT + after }).length, 0, after);
      assert.equal(run(after), run(text), after);
    });
  }
});
