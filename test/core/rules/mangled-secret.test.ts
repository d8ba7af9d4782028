import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import { detectLoader } from "../../../src/core/loaders/index.ts";
import { format } from "../../../src/core/message.ts";
import { mangledSecret } from "../../../src/core/rules/mangled-secret.ts";
import { editFiles, type Files, project } from "../../support/project.ts";
import {
  assertFixes,
  assertFlags,
  assertSilent,
  MINTED,
  strongSecret,
} from "../../support/ruleCheck.ts";

/** What people write behind a value, with and without the space that would make it a comment. */
const COMMENTS = [
  " # note",
  "#note",
  "#TODO",
  "#not-used",
  "# k9X",
  " #k9X",
  "#v2",
  "#123",
  "#Rotated!",
  "#made with openssl rand -base64 32",
];

const IGNORED: Files = { ".gitignore": ".env*\n" };
const using = (name: string, range: string, scripts = {}): Files => ({
  ...IGNORED,
  "package.json": JSON.stringify({ dependencies: { [name]: range }, scripts }),
});

const NEXT = using("next", "16.4.6");
const VITE = using("vite", "^8.3.0");
const DOTENV = using("dotenv", "^18.0.0");
const NODE = using("express", "5", { dev: "node --env-file=.env main.js" });
const ALL = { NEXT, VITE, DOTENV, NODE };

/** 24 random hexadecimal digits: long enough to be taken for a secret. */
const hex = () => randomBytes(12).toString("hex");
const [A, B] = [hex(), hex()];

const messageOf = (files: Files) => {
  const [problem] = mangledSecret.check(project(files));
  return format(problem?.message ?? assert.fail("nothing was found"));
};

/** What the project's loader makes of the file. */
const read = (files: Files, key = "AUTH_SECRET") =>
  detectLoader(files["package.json"])
    .readerOf(".env")
    ?.read(files[".env"] ?? "")
    .get(key);

describe("mangled-secret", () => {
  it("flags what Next and Vite take for a variable, whatever the quotes", () => {
    for (const quote of ["", "'", '"', "`"]) {
      const env = `AUTH_SECRET=${quote}${A}«$cd»-${B}${quote}\n`;
      assertFlags(mangledSecret, { ...NEXT, ".env": env });
      assertFlags(mangledSecret, { ...VITE, ".env": env });
      assertSilent(mangledSecret, { ...DOTENV, ".env": env.replace(/[«»]/g, "") });
      assertSilent(mangledSecret, { ...NODE, ".env": env.replace(/[«»]/g, "") });
    }
  });

  it("knows where the two differ", () => {
    assertFlags(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=${A}«$1b»\n` });
    assertSilent(mangledSecret, { ...VITE, ".env": `AUTH_SECRET=${A}$1b\n` });
    assertFlags(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=«$2b$10$${A}»\n` });
    assertFlags(mangledSecret, { ...VITE, ".env": `AUTH_SECRET=$2b$10«$x${A}»\n` });
    assertFlags(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=${A}$«$b»\n` });
  });

  it("says which loader it is, and how much is left", () => {
    const env = `AUTH_SECRET='${A}$${"cd".repeat(3)}'\n`;
    assert.match(messageOf({ ...NEXT, ".env": env }), /Next\.js .* 24 of 31 characters\.$/);
    assert.match(messageOf({ ...VITE, ".env": env }), /Vite .* 24 of 31 characters\.$/);
    assert.match(messageOf({ ...NEXT, ".env": `AUTH_SECRET=$1${A}\n` }), /an empty value\.$/);
    assert.match(messageOf({ ...VITE, ".env": `AUTH_SECRET: ${A}\n` }), /is not set\.$/);
    assert.match(
      messageOf({ ...DOTENV, ".env": `AUTH_SECRET="${A}\n` }),
      /25 .* in place of 24\.$/,
    );
  });

  it("says nothing of a dollar sign that survives", () => {
    for (const value of [`${A}$`, `${A}$-${B}`, `${A}\\$cd-${B}`]) {
      for (const files of [NEXT, VITE]) {
        assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${value}\n` });
      }
    }
  });

  it("says nothing of references that are meant", () => {
    for (const value of [`$\{OTHER}`, "$OTHER", `${A}$OTHER`, `${A}-$npm_package_name`, "$other"]) {
      for (const files of [NEXT, VITE]) {
        assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${value}\n` });
      }
    }
    assertSilent(mangledSecret, { ...NEXT, ".env": `cd=1\nAUTH_SECRET=${A}$cd\n` });
    assertSilent(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=${A}$cd\n`, ".env.local": "cd=1" });
    assertSilent(
      mangledSecret,
      { ...NEXT, ".env": `AUTH_SECRET=${A}$cd\n` },
      { inheritedVariables: new Set(["cd"]) },
    );
  });

  it("flags what an unquoted # cuts off, and no comment", () => {
    for (const files of Object.values(ALL)) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=${A}«#k9${B}»\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=${A}«#k9X!» # note\n` });
      for (const comment of COMMENTS) {
        assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${A}${comment}\n` });
      }
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${strongSecret()}#k9X\n` });
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}#k9${B}" # note\n` });
    }
  });

  it("flags quotes that become a part of the value", () => {
    for (const files of Object.values(ALL)) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=«"»${A}\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=«'»${A}\nB=2\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="«'»${A}'"\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="«"»${A}""\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=«“»${A}”\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET='«‘»${A}’'\n` });
    }
  });

  it("flags text behind the closing quote where the loader does not drop it", () => {
    for (const files of [NEXT, DOTENV]) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}"«;»\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET='${A}' «// mine»\n` });
    }
    for (const files of [VITE, NODE]) {
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}";\n` });
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET='${A}' // mine\n` });
    }
    for (const files of Object.values(ALL)) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}"«${B}»\n` });
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}"#note\n` });
    }
  });

  it("flags characters that nobody sees, but not in writing that needs them", () => {
    for (const files of Object.values(ALL)) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=${A}«\u200b»${B}\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="«\u2060\u200b»${A}"\n` });
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${A}👩\u200d💻${B}\n` });
    }
  });

  it("flags a value that is broken over lines", () => {
    const long = randomBytes(64).toString("base64");
    const [first, rest] = [long.slice(0, 64), long.slice(64)];
    for (const files of Object.values(ALL)) {
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="${first}«\n»${rest}"\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET=${first}\n«${rest}»\nB=1\n` });
      assertFlags(mangledSecret, { ...files, ".env": `AUTH_SECRET="${A}«\\n»"\n` });
      assertSilent(mangledSecret, { ...files, ".env": `AUTH_SECRET=${first}\nABC=\n` });
    }
    const pem = "-----BEGIN KEY-----\nplainly fake\n-----END KEY-----";
    assertSilent(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET="${pem}"\n` });
  });

  it("flags what Vite and Node do not read", () => {
    const [mark, colon] = [`\uFEFF«AUTH_SECRET»=${A}\n`, `B=1\n«AUTH_SECRET:» ${A}\n`];
    for (const files of [VITE, NODE]) {
      assertFlags(mangledSecret, { ...files, ".env": mark });
      assertFlags(mangledSecret, { ...files, ".env": colon });
      assertFlags(mangledSecret, { ...files, ".env": `export\t«AUTH_SECRET»=${A}\n` });
      assertSilent(mangledSecret, { ...files, ".env": `\uFEFF\nAUTH_SECRET=${A}\n` });
    }
    for (const files of [NEXT, DOTENV, using("vite", "^7.3.0")]) {
      assertSilent(mangledSecret, { ...files, ".env": mark.replace(/[«»]/g, "") });
      assertSilent(mangledSecret, { ...files, ".env": colon.replace(/[«»]/g, "") });
    }
  });

  it("says nothing of ordinary values", () => {
    const values = [strongSecret(), randomBytes(32).toString("hex"), "correct horse", "pässwörd ☃"];
    for (const files of Object.values(ALL)) {
      for (const value of values) {
        for (const quote of ["", "'", '"']) {
          const line = `AUTH_SECRET=${quote}${value}${quote}`;
          assertSilent(mangledSecret, { ...files, ".env": `${line} # note\r\nB=1` });
          assertSilent(mangledSecret, { ...files, ".env": `export ${line}` });
        }
      }
    }
  });

  it("says nothing where the loader is not known or reads no such file", () => {
    const env = `AUTH_SECRET=${A}$cd\n`;
    assertSilent(mangledSecret, { ...IGNORED, ".env": env });
    assertSilent(mangledSecret, { ...using("next", "^13.5.0"), ".env": env });
    assertSilent(mangledSecret, { ...NEXT, ".env.staging": env, "config/.env": env });
    assertSilent(mangledSecret, { ...NEXT, ".envrc": env, ".env.example": env, ".env.test": env });
    assertSilent(mangledSecret, { ...DOTENV, ".env.local": `AUTH_SECRET="${A}\n` });
  });

  it("leaves to other rules what they report, and values that a later line replaces", () => {
    for (const value of ['"your-secret-here', '"$(openssl rand -base64 32)";', "#abc"]) {
      assertSilent(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=${value}\n` });
    }
    assertSilent(mangledSecret, { ...NEXT, ".env": `AUTH_SECRET=${A}$cd\nAUTH_SECRET=${B}\n` });
  });
});

describe("mangled-secret's fix", () => {
  const fixes = (files: Files, env: string, fixed: string) =>
    assertFixes(mangledSecret, { ...files, ".env": env }, { ".env": fixed });

  it("escapes what would be a variable", () => {
    for (const files of [NEXT, VITE]) {
      fixes(
        files,
        `A=1\r\nAUTH_SECRET='${A}$cd-${B}' # mine\r\n`,
        `A=1\r\nAUTH_SECRET='${A}\\$cd-${B}' # mine\r\n`,
      );
    }
    fixes(NEXT, `AUTH_SECRET=$2b$10$${A}`, `AUTH_SECRET=\\$2b\\$10\\$${A}`);
  });

  it("puts quotes where they are needed and takes away those that are too many", () => {
    for (const files of Object.values(ALL)) {
      fixes(files, `AUTH_SECRET=${A}#k9${B} # mine\n`, `AUTH_SECRET="${A}#k9${B}" # mine\n`);
      fixes(files, `AUTH_SECRET="${A}\nB=1\n`, `AUTH_SECRET=${A}\nB=1\n`);
      fixes(files, `AUTH_SECRET=""${A}""\n`, `AUTH_SECRET=${A}\n`);
      fixes(files, `export AUTH_SECRET=“${A}”\n`, `export AUTH_SECRET=${A}\n`);
    }
    fixes(DOTENV, `AUTH_SECRET="${A}";\n`, `AUTH_SECRET=${A}\n`);
    fixes(NEXT, `AUTH_SECRET="${A}" // mine\n`, `AUTH_SECRET=${A} # mine\n`);
  });

  it("drops what nobody sees, and joins what was broken", () => {
    const long = randomBytes(64).toString("base64");
    const [first, rest] = [long.slice(0, 64), long.slice(64)];
    for (const files of Object.values(ALL)) {
      fixes(files, `AUTH_SECRET="${A}\u200b${B}"\n`, `AUTH_SECRET="${A}${B}"\n`);
      fixes(files, `AUTH_SECRET=${first}\n${rest}\nB=1\n`, `AUTH_SECRET=${long}\nB=1\n`);
      fixes(files, `AUTH_SECRET="${first}\n${rest}"\nB=1\n`, `AUTH_SECRET="${long}"\nB=1\n`);
    }
  });

  it("makes readable what was not read", () => {
    for (const files of [VITE, NODE]) {
      fixes(files, `AUTH_SECRET: ${A}\n`, `AUTH_SECRET=${A}\n`);
      fixes(files, `export\tAUTH_SECRET='${A}'\n`, `export AUTH_SECRET='${A}'\n`);
      fixes(files, `\uFEFFAUTH_SECRET=${A}\n`, `\uFEFF\nAUTH_SECRET=${A}\n`);
    }
  });

  it("gives the program what was meant", () => {
    for (const quote of ["'", "`"]) {
      const meant = `${A}$cd#k9"${quote === "'" ? "`" : "'"}${B}`;
      const files = { ...VITE, ".env": `AUTH_SECRET=${quote}${meant}${quote}` };
      const own = project(files);
      const [problem] = mangledSecret.check(own);
      assert.ok(problem);
      const [fix] = mangledSecret.fixes?.(problem, own) ?? [];
      const after = editFiles(files, fix?.edits({ mint: () => MINTED }) ?? []);
      assert.equal(read(after), meant);
      assert.equal(fix?.preferred, true);
    }
  });

  it("offers a fresh value too, which alone is left where nobody can tell what was meant", () => {
    const files = { ...NEXT, ".gitignore": "", ".env": `A=1\nAUTH_SECRET="${A}"${B}\n` };
    const own = project(files);
    const [problem] = mangledSecret.check(own);
    assert.ok(problem);
    const all = mangledSecret.fixes?.(problem, own) ?? [];
    assert.deepEqual(
      all.map(({ preferred, timing }) => [preferred, timing]),
      [[false, "manual"]],
    );
    const after = editFiles(files, all[0]?.edits({ mint: () => MINTED }) ?? []);
    assert.equal(after[".env"], `A=1\nAUTH_SECRET=${MINTED}\n`);
    assert.match(after[".gitignore"] ?? "", /\.env/);
    assert.deepEqual(mangledSecret.check(project(after)), []);
  });
});
