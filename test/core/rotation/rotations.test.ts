import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../../src/core/analyze.ts";
import { format } from "../../../src/core/message.ts";
import {
  type RotationMode,
  type Rotations,
  rotationsOf,
} from "../../../src/core/rotation/rotations.ts";
import { BETTER_AUTH, EXPRESS, SVELTEKIT, V4, V5 } from "../../support/manifests.ts";
import { editFiles, type Files, type ProjectOptions, project } from "../../support/project.ts";
import { MINTED, strongSecret } from "../../support/ruleCheck.ts";

const OLD = strongSecret();
const LIST = "[process.env.AUTH_SECRET!, process.env.AUTH_SECRET_OLD!].filter(Boolean)";

function rotations(files: Files, preferred?: string, options: ProjectOptions = {}): Rotations {
  const found = rotationsOf(project(files, options), preferred);
  assert.ok(found, "there is nothing to rotate");
  return found;
}

function choice(files: Files, mode: RotationMode, options: ProjectOptions = {}) {
  const found = rotations(files, undefined, options).choices.find((one) => one.mode === mode);
  assert.ok(found, `${mode} is not offered`);
  return found;
}

/** The command leaves these files, and nothing to find but reminders. */
function assertRotates(
  files: Files,
  mode: RotationMode,
  changed: Files,
  options: ProjectOptions = {},
): void {
  const after = editFiles(files, choice(files, mode, options).edits({ mint: () => MINTED }));
  assert.deepEqual(after, { ...files, ...changed });
  const had = analyze(project(files, options)).map(({ rule }) => rule);
  const found = analyze(project(after, options)).map(({ rule }) => rule);
  assert.deepEqual(
    found.filter((rule) => rule !== "retired-secret" && !had.includes(rule)),
    [],
  );
}

const modes = (files: Files) =>
  rotations(files).choices.map(({ mode, isRecommended }) => mode + (isRecommended ? "*" : ""));

const setup = (options: string) => `import NextAuth from "next-auth";\nNextAuth(${options});\n`;

describe("the choices of a rotation", () => {
  const env = { ".env.local": `AUTH_SECRET=${OLD}\n` };

  it("have a graceful one first where the library takes several secrets", () => {
    const auth = { "auth.ts": setup("{ providers: [] }") };
    assert.deepEqual(modes({ ...V5, ...env, ...auth }), ["graceful*", "plain", "leaked"]);
    assert.deepEqual(modes({ ...EXPRESS, ...env }), ["graceful*", "plain", "leaked"]);
  });

  it("have a plain one first in v4, where the graceful one takes code of one's own", () => {
    const files = { ...V4, ".env": `NEXTAUTH_SECRET=${OLD}\n`, "auth.ts": setup("{}") };
    assert.deepEqual(modes(files), ["plain*", "graceful", "leaked"]);
    const { snippet = "" } = choice(files, "graceful");
    assert.match(snippet, /NEXTAUTH_SECRET_OLD/);
    assert.ok(!snippet.includes(OLD), "the snippet holds the value");
  });

  it("keep nothing of a value that is no secret", () => {
    const known = { ...V5, ".env.local": "AUTH_SECRET=your-secret-here\n" };
    assert.deepEqual(modes(known), ["leaked*", "plain"]);
    const guessable = { ...V5, ".env.local": "AUTH_SECRET='correct horse battery staple'\n" };
    assert.equal(modes(guessable)[0], "leaked*");
  });

  it("have no graceful one where sessions are in a database", () => {
    const auth = { "auth.ts": setup("{ providers: [], adapter: Adapter() }") };
    assert.deepEqual(modes({ ...V5, ...env, ...auth }), ["plain*", "leaked"]);
  });

  it("are none where no env file holds the secret itself", () => {
    assert.equal(rotationsOf(project(V5)), undefined);
    assert.equal(rotationsOf(project({ ...V5, ".env": "AUTH_SECRET=\n" })), undefined);
    const reference = { ...V5, ".env": "AUTH_SECRET=op://vault/auth/secret\n" };
    assert.equal(rotationsOf(project(reference)), undefined);
    const shell = { ...V5, ".envrc": 'export AUTH_SECRET="$(op read op://vault/auth/secret)"\n' };
    assert.equal(rotationsOf(project(shell)), undefined);
    const hardcoded = { ...V5, ...env, "auth.ts": setup('{ secret: "hunter2" }') };
    assert.equal(rotationsOf(project(hardcoded)), undefined);
    assert.equal(rotationsOf(project({ ...V5, ".env.example": env[".env.local"] })), undefined);
  });

  it("are for the file that wins, or for the one that is asked for", () => {
    const files = {
      ...V5,
      ...env,
      ".env": `AUTH_SECRET=${strongSecret()}\n`,
      "other.env": "A=1\n",
    };
    assert.equal(rotations(files).file, ".env.local");
    assert.equal(rotations(files, ".env").file, ".env");
    assert.equal(rotations(files, "other.env").file, ".env.local");
  });

  it("are for the variable that the library looks for first", () => {
    const both = `AUTH_SECRET=${OLD}\nNEXTAUTH_SECRET=${strongSecret()}\n`;
    assert.equal(rotations({ ...V5, ".env": both }).variable, "AUTH_SECRET");
    assert.equal(rotations({ ...V4, ".env": both }).variable, "NEXTAUTH_SECRET");
    const handed = { "auth.ts": setup("{ secret: process.env.NEXTAUTH_SECRET }") };
    assert.equal(rotations({ ...V5, ".env": both, ...handed }).variable, "NEXTAUTH_SECRET");
  });
});

describe("who is logged out", () => {
  const env = { ".env.local": `AUTH_SECRET=${OLD}\n` };
  const who = (files: Files, mode: RotationMode) => format(choice(files, mode).who);
  const v5 = (options: string) => ({ ...V5, ...env, "auth.ts": setup(options) });

  it("is nobody until the last session has ended, 30 days if nothing else is said", () => {
    assert.match(who(v5("{ providers: [] }"), "graceful"), /^Nobody.* 2027-03-02\.$/);
    const week = "{ providers: [], session: { maxAge: 7 * 24 * 60 * 60 } }";
    assert.match(who(v5(week), "graceful"), /^Nobody.* 2027-02-07\.$/);
    const day = "{ providers: [], session: { maxAge: 86_401 } }";
    assert.match(who(v5(day), "graceful"), /^Nobody.* 2027-02-02\.$/);
    const computed = "{ providers: [], session: { maxAge: days(7) } }";
    assert.match(who(v5(computed), "graceful"), /^Nobody.* 2027-03-02\.$/);
  });

  it("is everybody where nothing is kept, and sessions are tokens", () => {
    assert.match(who(v5("{ providers: [] }"), "plain"), /^Everybody is logged out and/);
    const both = '{ adapter: Adapter(), session: { strategy: "jwt" } }';
    assert.match(who(v5(both), "leaked"), /^Everybody is logged out and/);
    const lazy = '() => ({ adapter: Adapter(), session: { strategy: "jwt" } })';
    assert.match(who(v5(lazy), "leaked"), /^Everybody is logged out and/);
  });

  it("is nobody where sessions are in a database", () => {
    assert.match(who(v5("{ adapter: Adapter() }"), "leaked"), /^Nobody/);
    const strategy = 'async () => ({ ...rest, session: { strategy: "database" } })';
    assert.match(who(v5(strategy), "leaked"), /^Nobody/);
  });

  it("is told both ways where the source does not tell", () => {
    const unknown = /^Everybody is logged out, unless/;
    assert.match(who(v5("options"), "plain"), unknown);
    assert.match(who(v5("{ ...elsewhere }"), "plain"), unknown);
    assert.match(who(v5("{ session: { strategy: choose() } }"), "plain"), unknown);
    assert.match(who(v5("{ adapter: on ? Adapter() : undefined }"), "plain"), unknown);
    assert.match(who({ ...V5, ...env }, "plain"), unknown);
  });

  it("is told by the set-up with the adapter where the middleware has its own", () => {
    const split = {
      ...v5("{ ...config, adapter: Adapter() }"),
      "middleware.ts": setup("config"),
      "auth.config.ts": "export const config = { providers: [] };\n",
    };
    const imported = 'import { config } from "./auth.config";\n';
    const files = {
      ...split,
      "auth.ts": imported + split["auth.ts"],
      "middleware.ts": imported + split["middleware.ts"],
    };
    assert.match(who(files, "plain"), /^Nobody/);
  });

  it("is everybody in Better Auth, whatever is kept", () => {
    const files = {
      ...BETTER_AUTH,
      ".env": `BETTER_AUTH_SECRET=${OLD}\n`,
      "auth.ts": 'import { betterAuth } from "better-auth";\nbetterAuth({ database });\n',
    };
    for (const mode of ["graceful", "plain", "leaked"] as const) {
      assert.match(who(files, mode), /^Everybody/);
    }
  });

  it("is said without the value", () => {
    const files = v5("{ providers: [] }");
    for (const one of rotations(files).choices) {
      const told = [one.who, one.label, one.host, ...one.explanation].map((part) => format(part));
      assert.ok(!told.join().includes(OLD), one.mode);
    }
  });
});

describe("a graceful rotation", () => {
  it("writes both secrets into the env file and the source, and a date", () => {
    assertRotates(
      {
        ...V5,
        ".env.local": `A=1\nAUTH_SECRET="${OLD}" # mine\nB=2\n`,
        "auth.ts": setup("{\n  providers: [],\n}"),
      },
      "graceful",
      {
        ".env.local": `A=1\nAUTH_SECRET="${MINTED}" # mine\n# auth-secret: drop after 2027-03-02\nAUTH_SECRET_OLD="${OLD}"\nB=2\n`,
        "auth.ts": setup(`{\n  providers: [],\n  secret: ${LIST},\n}`),
      },
    );
  });

  it("keeps Windows line ends, exports, and a missing line end", () => {
    const windows = (options: string) => setup(options).replaceAll("\n", "\r\n");
    assertRotates(
      {
        ...V5,
        ".env.local": `export A=1\r\nexport AUTH_SECRET=${OLD}`,
        "auth.js": windows("{\n\tproviders: []\n}"),
      },
      "graceful",
      {
        ".env.local": `export A=1\r\nexport AUTH_SECRET=${MINTED}\r\n# auth-secret: drop after 2027-03-02\r\nexport AUTH_SECRET_OLD=${OLD}`,
        "auth.js": windows(`{\n\tproviders: [],\n\tsecret: ${LIST.replaceAll("!", "")},\n}`),
      },
    );
  });

  for (const [before, after] of [
    ["{}", `{ secret: ${LIST} }`],
    ["{ providers: [] }", `{ providers: [], secret: ${LIST} }`],
    ["{ providers: [], }", `{ providers: [], secret: ${LIST} }`],
    ["{ providers: [] } satisfies Options", `{ providers: [], secret: ${LIST} } satisfies Options`],
    ["() => ({ providers: [] })", `() => ({ providers: [], secret: ${LIST} })`],
    ["{ secret: process.env.AUTH_SECRET, b }", `{ secret: ${LIST}, b }`],
    ["{ secret: process.env.AUTH_SECRET! }", `{ secret: ${LIST} }`],
    ["{ secret: process.env.AUTH_SECRET as string }", `{ secret: ${LIST} }`],
    [
      "{\n  // who\n  providers: [] // none\n}",
      `{\n  // who\n  providers: [], // none\n  secret: ${LIST},\n}`,
    ],
  ] as const) {
    it(`hands both over in ${JSON.stringify(before)}`, () => {
      const files = { ...V5, ".env": `AUTH_SECRET=${OLD}\n`, "auth.ts": setup(before) };
      const rotated = editFiles(files, choice(files, "graceful").edits({ mint: () => MINTED }));
      assert.equal(rotated["auth.ts"], setup(after));
    });
  }

  it("hands both over wherever the app decodes tokens itself, and to every set-up", () => {
    const config = `export const config = { providers: [] };\n`;
    const imported = 'import { config } from "./auth.config";\n';
    assertRotates(
      {
        ...V5,
        ".env": `AUTH_SECRET=${OLD}\n`,
        "auth.config.ts": config,
        "auth.ts": imported + setup("{ ...config, debug: true }"),
        "middleware.ts": imported + setup("config"),
        "token.ts":
          'import { getToken } from "next-auth/jwt";\nexport const t = (req) => getToken({ req, secret: process.env.AUTH_SECRET });\n',
      },
      "graceful",
      {
        ".env": `AUTH_SECRET=${MINTED}\n# auth-secret: drop after 2027-03-02\nAUTH_SECRET_OLD=${OLD}\n`,
        "auth.config.ts": `export const config = { providers: [], secret: ${LIST} };\n`,
        "token.ts": `import { getToken } from "next-auth/jwt";\nexport const t = (req) => getToken({ req, secret: ${LIST} });\n`,
      },
    );
  });

  it("reads the variables as the source does", () => {
    const read = (name: string) => `env.${name}!`;
    assertRotates(
      {
        ...SVELTEKIT,
        ".env": `AUTH_SECRET=${OLD}\n`,
        "src/auth.ts": `import { SvelteKitAuth } from "@auth/sveltekit";
import { env } from "$env/dynamic/private";
export const { handle } = SvelteKitAuth({ providers: [], secret: env.AUTH_SECRET });
`,
      },
      "graceful",
      {
        ".env": `AUTH_SECRET=${MINTED}\n# auth-secret: drop after 2027-03-02\nAUTH_SECRET_OLD=${OLD}\n`,
        "src/auth.ts": `import { SvelteKitAuth } from "@auth/sveltekit";
import { env } from "$env/dynamic/private";
export const { handle } = SvelteKitAuth({ providers: [], secret: [${read("AUTH_SECRET")}, ${read("AUTH_SECRET_OLD")}].filter(Boolean) });
`,
      },
    );
  });

  for (const [name, options] of [
    ["options from elsewhere", "options"],
    ["a variable behind another", "{ secret: process.env.AUTH_SECRET ?? process.env.KEY }"],
    ["a variable with a name of its own", "{ secret }"],
    [
      "another variable beside it",
      "{ secret: process.env.AUTH_SECRET, jwt: { secret: process.env.K } }",
    ],
    ["two set-ups, one of them unknown", "{ providers: [] });\nNextAuth(options"],
  ] as const) {
    it(`leaves the source alone and hands out what to write for ${name}`, () => {
      const files = { ...V5, ".env": `AUTH_SECRET=${OLD}\n`, "auth.ts": setup(options) };
      const { snippet, edits } = choice(files, "graceful");
      assert.equal(snippet, `secret: ${LIST},\n`);
      const written = edits({ mint: () => MINTED }).map(({ file }) => file);
      assert.deepEqual(written, [".env"]);
    });
  }

  it("hands out the import as well where the variables are read from a module", () => {
    const files = { ...SVELTEKIT, ".env": `AUTH_SECRET=${OLD}\n` };
    assert.equal(
      choice(files, "graceful").snippet,
      `// import { env } from "$env/dynamic/private";\nsecret: [env.AUTH_SECRET!, env.AUTH_SECRET_OLD!].filter(Boolean),\n`,
    );
  });

  it("keeps the env file out of git", () => {
    const files = {
      ...V5,
      ".gitignore": "",
      ".env": `AUTH_SECRET=${OLD}\n`,
      "auth.ts": setup("{}"),
    };
    const edits = choice(files, "graceful").edits({ mint: () => MINTED });
    assert.match(editFiles(files, edits)[".gitignore"] ?? "", /^\.env$/m);
  });

  it("gives the same secret the same value under both names", () => {
    assertRotates(
      {
        ...V5,
        ".env": `NEXTAUTH_SECRET=${OLD}\nAUTH_SECRET=${OLD}\n`,
        "auth.ts": setup("{ providers: [] }"),
      },
      "plain",
      { ".env": `NEXTAUTH_SECRET=${MINTED}\nAUTH_SECRET=${MINTED}\n` },
    );
  });

  it("takes over the second time, in the names that are there", () => {
    const earlier = strongSecret();
    const list = "[process.env.AUTH_SECRET, process.env.BEFORE].filter(Boolean)";
    assertRotates(
      {
        ...V5,
        ".env": `AUTH_SECRET=${OLD}\n# auth-secret: drop after 2027-02-02\nBEFORE=${earlier}\n`,
        "auth.ts": setup(`{ secret: ${list} }`),
      },
      "graceful",
      { ".env": `AUTH_SECRET=${MINTED}\n# auth-secret: drop after 2027-03-02\nBEFORE=${OLD}\n` },
    );
  });
});

describe("a rotation that keeps nothing", () => {
  it("takes back what an earlier one kept", () => {
    assertRotates(
      {
        ...V5,
        ".env": `AUTH_SECRET=${OLD}\n# auth-secret: drop after 2027-02-02\nAUTH_SECRET_OLD=${strongSecret()}\n`,
        "auth.ts": setup(`{ providers: [], secret: ${LIST} }`),
      },
      "leaked",
      { ".env": `AUTH_SECRET=${MINTED}\n`, "auth.ts": setup("{ providers: [] }") },
    );
  });

  it("replaces a leaked value in every env file, and only that one otherwise", () => {
    const files = {
      ...V5,
      ".env.local": `AUTH_SECRET=${OLD}\n`,
      ".env.production.local": `AUTH_SECRET=${OLD}\n`,
      ".env.staging": `AUTH_SECRET=${strongSecret()}\n`,
    };
    const written = (mode: RotationMode) =>
      choice(files, mode)
        .edits({ mint: strongSecret })
        .map(({ file }) => file);
    assert.deepEqual(written("leaked"), [".env.local", ".env.production.local"]);
    assert.deepEqual(written("plain"), [".env.local"]);
  });
});

describe("a rotation by numbers", () => {
  const auth = {
    "auth.ts": 'import { ExpressAuth } from "@auth/express";\nExpressAuth({ providers: [] });\n',
  };
  const due = "# auth-secret: drop after 2027-03-02\n";

  it("adds the next number, and dates the one before", () => {
    assertRotates({ ...EXPRESS, ...auth, ".env": `AUTH_SECRET=${OLD}\nB=1\n` }, "graceful", {
      ".env": `${due}AUTH_SECRET=${OLD}\nAUTH_SECRET_1=${MINTED}\nB=1\n`,
    });
    assertRotates(
      { ...EXPRESS, ...auth, ".env": `AUTH_SECRET_1=${OLD}\nAUTH_SECRET_2=\n` },
      "graceful",
      { ".env": `${due}AUTH_SECRET_1=${OLD}\nAUTH_SECRET_2=${MINTED}\n` },
    );
  });

  it("moves down by one where all numbers are taken", () => {
    const [a, b, c] = [strongSecret(), strongSecret(), strongSecret()];
    assertRotates(
      {
        ...EXPRESS,
        ...auth,
        ".env": `${due}AUTH_SECRET=${a}\nAUTH_SECRET_1=${b}\nAUTH_SECRET_2=${c}\nAUTH_SECRET_3=${OLD}\n`,
      },
      "graceful",
      {
        ".env": `AUTH_SECRET=${b}\nAUTH_SECRET_1=${c}\n${due}AUTH_SECRET_2=${OLD}\nAUTH_SECRET_3=${MINTED}\n`,
      },
    );
  });

  it("goes to the file that has the newest, of those that are loaded together", () => {
    const files = {
      ...EXPRESS,
      ...auth,
      ".env": `AUTH_SECRET=${OLD}\n`,
      ".env.local": `AUTH_SECRET_1=${strongSecret()}\n`,
      ".env.production.local": `AUTH_SECRET=${strongSecret()}\n`,
      ".env.staging": `AUTH_SECRET=${strongSecret()}\n`,
    };
    assert.equal(rotations(files, ".env").file, ".env.local");
    assert.equal(rotations(files, ".env.staging").file, ".env.staging");
  });

  it("is undone by one that keeps nothing", () => {
    assertRotates(
      {
        ...EXPRESS,
        ...auth,
        ".env": `${due}AUTH_SECRET=${OLD}\nAUTH_SECRET_1=${strongSecret()}\n`,
      },
      "plain",
      { ".env": `AUTH_SECRET=${MINTED}\n` },
    );
  });
});

describe("a rotation by versions", () => {
  const auth = {
    "auth.ts": 'import { betterAuth } from "better-auth";\nbetterAuth({ database });\n',
  };

  it("puts the new secret first in a list", () => {
    const first = `BETTER_AUTH_SECRET=${OLD}\nBETTER_AUTH_SECRETS=1:${MINTED}\n`;
    assertRotates({ ...BETTER_AUTH, ...auth, ".env": `BETTER_AUTH_SECRET=${OLD}\n` }, "graceful", {
      ".env": first,
    });
    assertRotates(
      { ...BETTER_AUTH, ...auth, ".env": `BETTER_AUTH_SECRETS=4:${OLD}\n` },
      "graceful",
      {
        ".env": `BETTER_AUTH_SECRETS=5:${MINTED},4:${OLD}\n`,
      },
    );
  });

  it("adds to the list that counts, also where the source hands a secret over", () => {
    assertRotates(
      {
        ...BETTER_AUTH,
        ".env": `BETTER_AUTH_SECRET=${strongSecret()}\nBETTER_AUTH_SECRETS=1:${OLD}\n`,
        "auth.ts":
          'import { betterAuth } from "better-auth";\nbetterAuth({ secret: process.env.BETTER_AUTH_SECRET });\n',
      },
      "leaked",
      { ".env": `BETTER_AUTH_SECRET=${MINTED}\n` },
    );
  });

  it("leaves one secret where nothing is kept", () => {
    const list = `BETTER_AUTH_SECRETS=1:${strongSecret()}\n`;
    assertRotates(
      { ...BETTER_AUTH, ...auth, ".env": `BETTER_AUTH_SECRET=${OLD}\n${list}` },
      "plain",
      { ".env": `BETTER_AUTH_SECRET=${MINTED}\n` },
    );
    assertRotates({ ...BETTER_AUTH, ...auth, ".env": list }, "plain", {
      ".env": `BETTER_AUTH_SECRETS=2:${MINTED}\n`,
    });
  });
});
