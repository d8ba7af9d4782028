import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import {
  assertSame,
  checkIgnoreFix,
  checkIgnoreReading,
  ENV,
  ignoredByGit,
  type Repository,
  TEMPLATES,
} from "../support/soak/ignoreProperties.ts";

const NESTED = [...ENV, ...TEMPLATES].flatMap((name) => [name, `web/${name}`, `web/api/${name}`]);

const TRICKY: readonly Repository[] = [
  [{ ".gitignore": ".env*\n!.env.example\n" }, NESTED],
  [{ ".gitignore": "!.env.example\n.env*\n" }, NESTED],
  [{ ".gitignore": "/.env*\n" }, NESTED],
  [{ ".gitignore": ".env.local/\n.env # note\n.env\t\n" }, NESTED],
  [{ ".gitignore": ".env   \n.env.local\\ \n" }, [...NESTED, ".env.local "]],
  [{ ".gitignore": "\uFEFF.env\r\n.env.local\r\n" }, NESTED],
  [{ ".gitignore": ".env\r" }, NESTED],
  [{ ".gitignore": "**/.env\nweb/**/.env.local\nweb/**\n!web/api/\n" }, NESTED],
  [{ ".gitignore": "/**/.env\n/web/*/.env.bak\n**\n!**/\n!.env.local\n" }, NESTED],
  [{ ".gitignore": ".env", "web/.gitignore": "!.env", "web/api/.gitignore": ".env" }, NESTED],
  [{ ".gitignore": "web/\n", "web/.gitignore": "!.env\n" }, NESTED],
  [{ ".gitignore": "web/api/\n", "web/.gitignore": "!api/\n!/api\n" }, NESTED],
  [{ ".gitignore": "web/*\n!web/api\n" }, NESTED],
  [{ ".gitignore": "*\n!.gitignore\n!web\n!web/.env\n" }, NESTED],
  [{ ".gitignore": "[.]env\n.env.[!l]*\n.en[a-z].local\n.env.[[:alpha:]]ak\n" }, NESTED],
  [{ ".gitignore": ".env[\n.en]v\n.env.[]l]ocal\n.env.[^a]ak\n" }, NESTED],
  [
    { ".gitignore": "\\.env\n\\!x\n\\#x\n#x\n!x\n\\\n.env.local\\\n" },
    [...NESTED, "!x", "#x", "x"],
  ],
  [{ ".gitignore": ".ENV\n.Env.Local\n" }, [...NESTED, ".ENV", ".Env.Local"]],
  [{ ".gitignore": "?env\n.env.????l\n.env.*l\n" }, NESTED],
  [{ ".gitignore": "é.env\n?.env\n??.env\n" }, ["é.env", "☃.env", "e.env", "web/é.env"]],
  [{ ".gitignore": "/web/.env\nweb/.env.local\n./.env\n//.env.bak\n" }, NESTED],
  [{ ".gitignore": "!\n/\n\n   \n.env\n" }, NESTED],
];

describe("isIgnoredBy, ignoreEdit and git", () => {
  let top = "";
  before(() => {
    top = mkdtempSync(path.join(tmpdir(), "auth-secret-git-"));
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  it("agree on tricky patterns", () => {
    for (const [index, [files, paths]] of TRICKY.entries()) {
      const folder = path.join(top, `tricky-${index}`);
      assertSame(files, ignoredByGit(folder, [[files, paths]])[0] ?? [], paths);
    }
  });

  it("agree on generated patterns", () => {
    checkIgnoreReading({ folder: path.join(top, "generated"), count: 2_000 });
  });

  it("agree where names that differ in case are one", () => {
    const folder = path.join(top, "cases");
    const ignored = ignoredByGit(path.join(folder, "tricky"), TRICKY, { ignoresCase: true });
    for (const [index, [files, paths]] of TRICKY.entries()) {
      assertSame(files, ignored[index] ?? [], paths, { ignoresCase: true });
    }
    checkIgnoreReading({ folder: path.join(folder, "generated"), count: 1_000, ignoresCase: true });
  });

  it("agree that a fix leaves out the files, and nothing else that was not", () => {
    checkIgnoreFix({ folder: path.join(top, "fixed"), count: 1_000 });
  });
});
