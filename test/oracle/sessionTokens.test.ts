import assert from "node:assert/strict";
import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { encode as encodeV5 } from "next-auth/jwt";
import v4 from "next-auth-v4/jwt";
import { format } from "../../src/core/message.ts";
import { causesOf } from "../../src/core/session/causes.ts";
import { describeToken } from "../../src/core/session/describeToken.ts";
import { verifyTokens } from "../../src/core/session/verifyToken.ts";
import { type Files, project } from "../support/project.ts";
import { authCore, nextAuthV5, signIn, signUp } from "./support/signIn.ts";

const V5 = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.32" } });
const V4 = JSON.stringify({ dependencies: { "next-auth": "4.24.15" } });
const CORE = JSON.stringify({ dependencies: { "@auth/core": "0.41.3" } });
const BETTER = JSON.stringify({ dependencies: { "better-auth": "1.7.25" } });

const COOKIE = "authjs.session-token";
const SECURE = `__Secure-${COOKIE}`;

const fresh = () => randomBytes(32).toString("base64");
const seconds = () => Date.now() / 1000;

interface Seen {
  readonly format: string | undefined;
  readonly madeWith: string | undefined;
  readonly cookie: string | undefined;
  readonly causes: readonly string[];
}

/** What is said of each cookie in a pasted text, for a project of these files. */
async function look(pasted: string, files: Files): Promise<readonly Seen[]> {
  const read = project(files);
  const reports = await verifyTokens(pasted, [read], crypto.subtle);
  return reports.map((report) => {
    const { format: made, match } = report;
    const said = describeToken(report, seconds())
      .flatMap(({ text, detail }) => [text, ...(detail ? [detail] : [])])
      .map((text) => format(text))
      .join("\n");
    for (const value of Object.values(files).flatMap(valuesIn)) {
      assert.ok(!said.includes(value), "a sentence holds a secret");
    }
    assert.doesNotMatch(said, /Ann|eyJ/, "a sentence holds a part of the token");
    return {
      format: made?.id,
      madeWith: match && `${match.candidate.variable} in ${match.candidate.place?.file}`,
      cookie: match?.cookie,
      causes: causesOf(report, seconds()),
    };
  });
}

function valuesIn(text: string): readonly string[] {
  return [...text.matchAll(/SECRET\w*="?([^"\n]{12,})"?/g)].flatMap((match) => match[1] ?? []);
}

const token = (secret: string | string[], salt = COOKIE, maxAge?: number) =>
  encodeV5({ token: { name: "Ann" }, secret, salt, ...(maxAge !== undefined && { maxAge }) });

describe("a session of next-auth v5", () => {
  it("is found in the Cookie header after a real sign-in", async () => {
    const secret = fresh();
    const header = await signIn(await nextAuthV5({ secret }));
    assert.deepEqual(
      await look(`Cookie: theme=dark; ${header}`, {
        "package.json": V5,
        ".env.local": `A=1\nAUTH_SECRET=${secret}\n`,
      }),
      [{ format: "authjs-v5", madeWith: "AUTH_SECRET in .env.local", cookie: COOKIE, causes: [] }],
    );
  });

  it("is put together from the parts of a large one, and the missing part is named", async () => {
    const secret = fresh();
    const header = await signIn(await nextAuthV5({ secret }, `Ann ${"x".repeat(9000)}`));
    const files = { "package.json": V5, ".env": `AUTH_SECRET="${secret}"\n` };
    assert.match(header, /session-token\.2=/);
    const [whole] = await look(header, files);
    assert.deepEqual([whole?.madeWith, whole?.causes], ["AUTH_SECRET in .env", []]);
    const without = header.replace(/authjs\.session-token\.1=[^;]*;/, "");
    const [broken] = await look(without, files);
    assert.deepEqual(broken?.causes, ["missingPart"]);
  });

  it("is found by encode's token with nothing around it, and without a name", async () => {
    const secret = fresh();
    const files = { "package.json": V5, ".env.local": `AUTH_SECRET=${secret}\n` };
    const made = await token(secret);
    for (const pasted of [
      made,
      `${COOKIE}=${made}`,
      `"${made}"`,
      made.replace(/(.{70})/g, "$1\n"),
    ]) {
      const [seen] = await look(pasted, files);
      assert.deepEqual([seen?.madeWith, seen?.causes], ["AUTH_SECRET in .env.local", []], pasted);
    }
  });

  it("tells http from https by the salt", async () => {
    const secret = fresh();
    const files = { "package.json": V5, ".env.local": `AUTH_SECRET=${secret}\n` };
    const made = await token(secret, SECURE);
    const [seen] = await look(made, files);
    assert.deepEqual([seen?.cookie, seen?.causes], [SECURE, []]);
    const [moved] = await look(`${COOKIE}=${made}`, files);
    assert.deepEqual([moved?.cookie, moved?.causes], [SECURE, ["otherCookie"]]);
  });

  it("takes a cookie's own name for the salt", async () => {
    const secret = fresh();
    const [seen] = await look(`my.session=${await token(secret, "my.session")}`, {
      "package.json": V5,
      ".env.local": `AUTH_SECRET=${secret}\n`,
    });
    assert.deepEqual([seen?.cookie, seen?.causes], ["my.session", []]);
  });

  it("names the secret that made it also where the token was cut off or changed", async () => {
    const secret = fresh();
    const files = { "package.json": V5, ".env.local": `AUTH_SECRET=${secret}\n` };
    const made = await token(secret);
    const [cut] = await look(made.slice(0, made.lastIndexOf(".") - 5), files);
    assert.deepEqual([cut?.madeWith, cut?.causes], ["AUTH_SECRET in .env.local", ["truncated"]]);
    const [short] = await look(made.slice(0, -4), files);
    assert.deepEqual(short?.causes, ["changed"]);
  });

  it("says that it has expired, and which other secret made it", async () => {
    const files = { "package.json": V5, ".env.local": `AUTH_SECRET=${fresh()}\n` };
    const [other] = await look(await token(fresh()), files);
    assert.deepEqual(other, {
      format: "authjs-v5",
      madeWith: undefined,
      cookie: undefined,
      causes: ["noSecret"],
    });
    const secret = fresh();
    const [old] = await look(await token(secret, COOKIE, -60), {
      "package.json": V5,
      ".env": `AUTH_SECRET=${secret}\n`,
    });
    assert.deepEqual(old?.causes, ["expired"]);
  });

  it("is told from one of the secret in use where another file, line or variable has it", async () => {
    const secret = fresh();
    const made = await token([secret, fresh()]);
    const now = `AUTH_SECRET=${fresh()}\n`;
    const cases: readonly (readonly [Files, string, string])[] = [
      [{ ".env.local": now, ".env": `AUTH_SECRET=${secret}\n` }, "AUTH_SECRET in .env", "shadowed"],
      [{ ".env": `${now}# AUTH_SECRET=${secret}\n` }, "AUTH_SECRET in .env", "commentedOut"],
      [{ ".env": `${now}OLD_SECRET=${secret}\n` }, "OLD_SECRET in .env", "otherVariable"],
      [{ ".env": `${now}AUTH_SECRET_1=${secret}\n` }, "AUTH_SECRET_1 in .env", "shadowed"],
      [{ ".env.staging": `AUTH_SECRET=${secret}\n` }, "AUTH_SECRET in .env.staging", "shadowed"],
    ];
    for (const [files, madeWith, cause] of cases) {
      const [seen] = await look(made, { "package.json": V5, ...files });
      assert.deepEqual([seen?.madeWith, seen?.causes], [madeWith, [cause]]);
    }
  });

  it("is found where the secret stands in source, or is handed over from other variables", async () => {
    const secret = fresh();
    const made = await token(secret);
    const auth = (value: string) =>
      `import NextAuth from "next-auth";\nNextAuth({ secret: ${value} });\n`;
    const [literal] = await look(made, { "package.json": V5, "auth.ts": auth(`"${secret}"`) });
    assert.deepEqual([literal?.madeWith, literal?.causes], ["undefined in auth.ts", []]);
    const [handed] = await look(made, {
      "package.json": V5,
      "auth.ts": auth("[process.env.AUTH_SECRET, process.env.AUTH_SECRET_OLD]"),
      ".env": `AUTH_SECRET=${fresh()}\nAUTH_SECRET_OLD=${secret}\n`,
    });
    assert.deepEqual([handed?.madeWith, handed?.causes], ["AUTH_SECRET_OLD in .env", []]);
  });

  for (const [name, change, line] of [
    ["with its quotes", (value: string) => `"${value}"`, (value: string) => `"${value}"`],
    ["with a line break behind it", (value: string) => `${value}\n`, (value: string) => value],
    ["without its =", (value: string) => value.slice(0, -1), (value: string) => value],
    [
      "with the comment behind it",
      (value: string) => `${value} # mine`,
      (value: string) => `${value} # mine`,
    ],
    [
      "in base64url",
      (value: string) => Buffer.from(value, "base64").toString("base64url"),
      (value: string) => value,
    ],
  ] as const) {
    it(`is found where the app had the value ${name}`, async () => {
      const secret = fresh();
      const [seen] = await look(await token(change(secret)), {
        "package.json": V5,
        ".env": `AUTH_SECRET=${line(secret)}\n`,
      });
      assert.deepEqual([seen?.madeWith, seen?.causes], ["AUTH_SECRET in .env", ["spelling"]]);
    });
  }
});

describe("a session of NextAuth v4", () => {
  it("is told by its form and found by decrypting it", async () => {
    const secret = fresh();
    const made = await v4.encode({ token: { name: "Ann" }, secret });
    const [seen] = await look(`next-auth.session-token=${made}`, {
      "package.json": V4,
      ".env.local": `NEXTAUTH_SECRET=${secret}\n`,
    });
    assert.deepEqual(seen, {
      format: "next-auth-v4",
      madeWith: "NEXTAUTH_SECRET in .env.local",
      cookie: undefined,
      causes: [],
    });
  });

  it("is said to be of another version in a v5 project, also with the same secret", async () => {
    const secret = fresh();
    const made = await v4.encode({ token: {}, secret });
    const [seen] = await look(made, { "package.json": V5, ".env": `AUTH_SECRET=${secret}\n` });
    assert.deepEqual([seen?.format, seen?.causes], ["next-auth-v4", ["otherVersion"]]);
  });

  it("is not said to be of another version where the library is not known", async () => {
    const secret = fresh();
    const made = await v4.encode({ token: {}, secret });
    // The env file of a repository's root, whose packages lie below.
    const [seen] = await look(made, {
      "package.json": "{}",
      ".env": `NEXTAUTH_SECRET=${secret}\n`,
    });
    assert.deepEqual([seen?.madeWith, seen?.causes], ["NEXTAUTH_SECRET in .env", []]);
  });

  it("is found under no other secret", async () => {
    const made = await v4.encode({ token: {}, secret: fresh() });
    const [seen] = await look(made, { "package.json": V4, ".env": `NEXTAUTH_SECRET=${fresh()}\n` });
    assert.deepEqual([seen?.madeWith, seen?.causes], [undefined, ["noSecret"]]);
  });
});

describe("a session of @auth/core", () => {
  it("is made with the first of several secrets, and read with each numbered variable", async () => {
    const [next, old] = [fresh(), fresh()];
    const files = { "package.json": CORE, ".env": `AUTH_SECRET=${old}\nAUTH_SECRET_1=${next}\n` };
    const [seen] = await look(await signIn(authCore({ secret: [next, old] })), files);
    assert.deepEqual([seen?.madeWith, seen?.causes], ["AUTH_SECRET_1 in .env", []]);
    const [earlier] = await look(await signIn(authCore({ secret: old })), files);
    assert.deepEqual([earlier?.madeWith, earlier?.causes], ["AUTH_SECRET in .env", []]);
  });
});

describe("a session of Better Auth", () => {
  it("is found by the signature of the cookie after a real sign-up", async () => {
    const secret = fresh();
    const [line = ""] = await signUp({ secret });
    const files = { "package.json": BETTER, ".env": `BETTER_AUTH_SECRET=${secret}\n` };
    const value = line.slice(line.indexOf("=") + 1).split(";")[0] ?? "";
    for (const pasted of [line, `Set-Cookie: ${line}`, value, decodeURIComponent(value)]) {
      const [seen] = await look(pasted, files);
      assert.deepEqual(
        [seen?.format, seen?.madeWith, seen?.causes],
        ["better-auth", "BETTER_AUTH_SECRET in .env", []],
        pasted,
      );
    }
    const [cut] = await look(decodeURIComponent(value).slice(0, -9), files);
    assert.deepEqual(cut?.causes, ["truncated"]);
    const [other] = await look(value, {
      "package.json": BETTER,
      ".env": `AUTH_SECRET=${fresh()}\n`,
    });
    assert.deepEqual(other?.causes, ["noSecret"]);
  });

  for (const strategy of ["compact", "jwt", "jwe"] as const) {
    it(`is found by the cached session as ${strategy}`, async () => {
      const secret = fresh();
      const lines = await signUp({ secret, session: { cookieCache: { enabled: true, strategy } } });
      const seen = await look(lines.join("\n"), {
        "package.json": BETTER,
        ".env": `BETTER_AUTH_SECRET=${secret}\n`,
      });
      const id = strategy === "compact" ? "json" : strategy;
      assert.deepEqual(
        seen.map((each) => [each.format, each.madeWith, each.causes]),
        ["better-auth", `better-auth-${id}`].map((format) => [
          format,
          "BETTER_AUTH_SECRET in .env",
          [],
        ]),
      );
    });
  }

  it("is found under the first of BETTER_AUTH_SECRETS", async () => {
    const [next, old] = [fresh(), fresh()];
    const secrets = [
      { version: 2, value: next },
      { version: 1, value: old },
    ];
    const files = {
      "package.json": BETTER,
      ".env": `BETTER_AUTH_SECRETS=2:${next},1:${old}\n`,
    };
    const [line = ""] = await signUp({ secrets });
    const [seen] = await look(line, files);
    assert.deepEqual([seen?.madeWith, seen?.causes], ["BETTER_AUTH_SECRETS in .env", []]);
    const [before = ""] = await signUp({ secret: old });
    const [lost] = await look(before, files);
    assert.deepEqual([lost?.madeWith, lost?.causes], ["BETTER_AUTH_SECRETS in .env", ["shadowed"]]);
  });

  it("is said to be everybody's where the app had no secret", async () => {
    const [line = ""] = await signUp();
    const [seen] = await look(line, {
      "package.json": BETTER,
      ".env": `OTHER_SECRET=${fresh()}\n`,
    });
    assert.deepEqual(seen?.causes, ["library"]);
  });
});

describe("what is no token of theirs", () => {
  const files = { "package.json": V5, ".env": `AUTH_SECRET=${fresh()}\n` };

  it("is a database session by its form or its cookie", async () => {
    for (const pasted of [randomUUID(), `${COOKIE}=abc123`, `${COOKIE}=${randomUUID()}`]) {
      const [report] = await verifyTokens(pasted, [project(files)], crypto.subtle);
      assert.equal(report?.token.kind, "identifier", pasted);
    }
  });

  it("is a JWT that the secret signed by itself, or another key", async () => {
    const secret = fresh();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const jwt = (alg: string, hash: string) => {
      const text = `${part({ alg })}.${part({ exp: 1, name: "Ann" })}`;
      return `${text}.${createHmac(hash, secret).update(text).digest("base64url")}`;
    };
    const own = { "package.json": V5, ".env": `AUTH_SECRET=${secret}\n` };
    const [signed] = await look(jwt("HS512", "sha512"), own);
    assert.deepEqual(
      [signed?.format, signed?.madeWith, signed?.causes],
      [undefined, "AUTH_SECRET in .env", ["expired"]],
    );
    const [foreign] = await look(jwt("RS256", "sha256"), own);
    assert.equal(foreign?.madeWith, undefined);
  });
});
