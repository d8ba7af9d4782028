import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { analyze } from "../../../src/core/analyze.ts";
import { type Cause, causesOf } from "../../../src/core/session/causes.ts";
import { verifyTokens } from "../../../src/core/session/verifyToken.ts";
import { type Files, project } from "../../support/project.ts";

/** One row of docs/failures.md. */
export interface Failure {
  /** The first cell of the row. */
  readonly row: string;
  /** Makes the real package fail; what it prints or throws is the error text. */
  provoke(): Promise<Provoked>;
  /** Everything that the text must hold. */
  readonly says: readonly string[];
  /** The same project as files, and the rule that finds it there. */
  readonly found?: { readonly files: Files; readonly rule: string };
  /** What the pasted token tells, with these files. */
  readonly verified?: { readonly files: Files; readonly cause: Cause };
}

interface Provoked {
  /** What is not printed but thrown or answered. */
  readonly text?: string;
  /** The token to verify. */
  readonly token?: string;
}

const page = readFileSync(join(import.meta.dirname, "../../../docs/failures.md"), "utf8");

/** Sets each failure up, hears what the package says, and looks where the product catches it. */
export function describeFailures(library: string, failures: readonly Failure[]): void {
  describe(`failures of ${library}`, () => {
    const environment = { ...process.env };
    const restore = () => {
      for (const name of Object.keys(process.env)) delete process.env[name];
      Object.assign(process.env, environment);
    };
    beforeEach(restore);
    afterEach(restore);
    for (const failure of failures) {
      it(failure.row, async () => {
        await check(failure);
      });
    }
  });
}

async function check({ row, provoke, says, found, verified }: Failure): Promise<void> {
  const { text, token } = await listening(provoke);
  for (const part of says) assert.ok(text.includes(part), `it does not say ${part}:\n${text}`);
  const line = page.split("\n").find((each) => each.startsWith(`| ${row} |`));
  assert.ok(line, "docs/failures.md has no such row");
  if (found) {
    const rules = analyze(project(found.files)).map(({ rule }) => rule);
    assert.ok(rules.includes(found.rule), `found are ${rules.join(", ")}`);
    assert.ok(
      line.includes(`[\`${found.rule}\`](rules/${found.rule}.md)`),
      "the rule is not named",
    );
  }
  if (verified) {
    const reports = await verifyTokens(token ?? "", [project(verified.files)], crypto.subtle);
    const causes = reports.flatMap((report) => causesOf(report, Date.now() / 1000));
    assert.deepEqual(causes, [verified.cause]);
    assert.ok(line.includes("**Verify a Session Token…**"), "the command is not named");
  }
}

/** What is printed while something runs, and what it throws. */
async function listening(
  action: Failure["provoke"],
): Promise<{ readonly text: string; readonly token: string | undefined }> {
  const heard: string[] = [];
  const hear = (...words: readonly unknown[]) => {
    heard.push(words.map((word) => describeWord(word)).join(" "));
  };
  const { error, warn, log } = console;
  Object.assign(console, { error: hear, warn: hear, log: hear });
  let token: string | undefined;
  try {
    const provoked = await action();
    token = provoked.token;
    if (provoked.text !== undefined) heard.push(provoked.text);
  } catch (thrown) {
    heard.push(describeWord(thrown));
  } finally {
    Object.assign(console, { error, warn, log });
  }
  return { text: stripVTControlCharacters(heard.join("\n")), token };
}

function describeWord(word: unknown): string {
  if (word instanceof Error) return `${word.name}: ${word.message}`;
  return typeof word === "string" ? word : JSON.stringify(word);
}

/** A random secret of this run. */
export const fresh = (): string => randomBytes(32).toString("base64");

export const IGNORED = { ".gitignore": ".env*\n" };
