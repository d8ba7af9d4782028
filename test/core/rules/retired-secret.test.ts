import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { retiredSecret } from "../../../src/core/rules/retired-secret.ts";
import { EXPRESS, V4, V5 } from "../../support/manifests.ts";
import { type Files, project } from "../../support/project.ts";
import { assertFixes, assertFlags, assertSilent, strongSecret } from "../../support/ruleCheck.ts";

const [NEW, OLD] = [strongSecret(), strongSecret()];
const LIST = "[process.env.AUTH_SECRET!, process.env.AUTH_SECRET_OLD!].filter(Boolean)";
const setup = (options: string) => `import NextAuth from "next-auth";\nNextAuth(${options});\n`;
const env = (date: string, key = "AUTH_SECRET_OLD") =>
  `AUTH_SECRET=${NEW}\n# auth-secret: drop after ${date}\n${key}=${OLD}\n`;

/** Tests look at projects on this day. */
const TODAY = "2027-01-31";
const YESTERDAY = "2027-01-30";

describe("retired-secret", () => {
  const severity = (files: Files) => {
    const [problem] = retiredSecret.check(project(files));
    assert.ok(problem, "nothing was found");
    return problem.severity ?? retiredSecret.defaultSeverity;
  };

  it("is a hint until the date, and a warning after it", () => {
    assertFlags(retiredSecret, { ...V5, ".env.local": env(TODAY, "«AUTH_SECRET_OLD»") });
    assert.equal(severity({ ...V5, ".env.local": env(TODAY) }), "hint");
    assert.equal(severity({ ...V5, ".env.local": env("2027-03-02") }), "hint");
    assert.equal(severity({ ...V5, ".env.local": env(YESTERDAY) }), "warning");
  });

  it("takes the comment behind the value, and one among others above it", () => {
    const comment = `# auth-secret: drop after ${YESTERDAY}`;
    assertFlags(retiredSecret, { ...V5, ".env": `«AUTH_SECRET_OLD»=${OLD} ${comment}\n` });
    assertFlags(retiredSecret, {
      ...V5,
      ".env": `A=1\r\n  ${comment}, says Ada\r\n# for old sessions\r\nexport «AUTH_SECRET_OLD»='${OLD}'`,
    });
  });

  it("says nothing of other comments, and of one that belongs to nothing", () => {
    assertSilent(retiredSecret, {
      ...V5,
      ".env": `# drop after 2020-01-01\nAUTH_SECRET_OLD=${OLD}\n`,
      ".env.local": `# auth-secret: drop after 2020-01-01\n\nAUTH_SECRET_OLD=${OLD}\n# auth-secret: drop after soon\nB=1\n`,
      ".env.production": `# auth-secret: drop after 2020-01-01\n`,
      ".env.example": "# auth-secret: drop after 2020-01-01\nAUTH_SECRET_OLD=\n",
      ".env.staging": `A="# auth-secret: drop after 2020-01-01\n"\nB=1\n`,
    });
  });

  it("drops it from the env file and the source, and the option with it", () => {
    assertFixes(
      retiredSecret,
      {
        ...V5,
        ".env.local": env(YESTERDAY),
        "auth.ts": setup(`{\n  providers: [],\n  secret: ${LIST},\n}`),
      },
      {
        ".env.local": `AUTH_SECRET=${NEW}\n`,
        "auth.ts": setup("{\n  providers: [],\n}"),
      },
    );
  });

  for (const [name, files, changed] of [
    [
      "leaves the option where the library needs it",
      {
        "token.ts": `import { getToken } from "next-auth/jwt";\nexport const t = (req) => getToken({ req, secret: ${LIST} });\n`,
      },
      {
        "token.ts": `import { getToken } from "next-auth/jwt";\nexport const t = (req) => getToken({ req, secret: process.env.AUTH_SECRET! });\n`,
      },
    ],
    [
      "takes one of three out of a list",
      {
        "auth.ts": setup(
          "{ secret: [process.env.AUTH_SECRET, process.env.AUTH_SECRET_OLD, process.env.K] }",
        ),
      },
      { "auth.ts": setup("{ secret: [process.env.AUTH_SECRET, process.env.K] }") },
    ],
    [
      "leaves a list that has comments in it",
      {
        "auth.ts": setup(
          "{ secret: [process.env.AUTH_SECRET, /* signs */ process.env.AUTH_SECRET_OLD] }",
        ),
      },
      { "auth.ts": setup("{ secret: [process.env.AUTH_SECRET, /* signs */ ] }") },
    ],
    [
      "knows a list without a filter",
      { "auth.ts": setup("{ b, secret: [process.env.AUTH_SECRET, process.env.AUTH_SECRET_OLD] }") },
      { "auth.ts": setup("{ b }") },
    ],
    [
      "leaves what another variable becomes",
      {
        ".env": `K=${strongSecret()}\n`,
        "auth.ts": setup(
          "{ secret: [process.env.K!, process.env.AUTH_SECRET_OLD!].filter(Boolean) }",
        ),
      },
      { "auth.ts": setup("{ secret: process.env.K }") },
    ],
  ] as const) {
    it(name, () => {
      assertFixes(
        retiredSecret,
        { ...V5, ".env.local": env(YESTERDAY), ...files },
        { ".env.local": `AUTH_SECRET=${NEW}\n`, ...changed },
      );
    });
  }

  it("takes the first lines of a file out, and the last without a line end", () => {
    const comment = `# auth-secret: drop after ${YESTERDAY}`;
    assertFixes(
      retiredSecret,
      { ...V5, ".env": `\uFEFF${comment}\r\nAUTH_SECRET_OLD="${OLD}"\r\nAUTH_SECRET=${NEW}` },
      { ".env": `\uFEFFAUTH_SECRET=${NEW}` },
    );
    assertFixes(
      retiredSecret,
      { ...V5, ".env": `AUTH_SECRET=${NEW}\n${comment}\n# mine\nAUTH_SECRET_OLD=${OLD}` },
      { ".env": `AUTH_SECRET=${NEW}\n# mine` },
    );
    assertFixes(
      retiredSecret,
      { ...V5, ".env": `AUTH_SECRET=${NEW}\nAUTH_SECRET_OLD=${OLD} ${comment}` },
      { ".env": `AUTH_SECRET=${NEW}` },
    );
  });

  it("leaves the source alone while another env file has the variable", () => {
    assertFixes(
      retiredSecret,
      {
        ...V5,
        ".env.local": env(YESTERDAY),
        ".env.production.local": env("2027-03-02"),
        "auth.ts": setup(`{ secret: ${LIST} }`),
      },
      { ".env.local": `AUTH_SECRET=${NEW}\n` },
    );
  });

  it("gives the names of those that go to those that stay, by numbers", () => {
    const comment = `# auth-secret: drop after ${YESTERDAY}\n`;
    assertFixes(
      retiredSecret,
      {
        ...EXPRESS,
        ".env": `${comment}AUTH_SECRET=${OLD}\nAUTH_SECRET_1=${NEW}\n`,
        "auth.ts":
          'import { ExpressAuth } from "@auth/express";\nExpressAuth({ providers: [] });\n',
      },
      { ".env": `AUTH_SECRET=${NEW}\n` },
    );
  });

  it("leaves the code that was added by hand to its author", () => {
    assertFixes(
      retiredSecret,
      {
        ...V4,
        ".env": `NEXTAUTH_SECRET=${NEW}\n# auth-secret: drop after ${YESTERDAY}\nNEXTAUTH_SECRET_OLD=${OLD}\n`,
        "auth.ts": setup("{ secret: process.env.NEXTAUTH_SECRET, jwt: { decode } }"),
      },
      { ".env": `NEXTAUTH_SECRET=${NEW}\n` },
    );
  });

  it("is not what Auto Fix does before the date", () => {
    const early = project({ ...V5, ".env.local": env(TODAY) });
    const [problem] = retiredSecret.check(early);
    assert.ok(problem);
    assert.deepEqual(
      retiredSecret.fixes?.(problem, early).map(({ preferred, timing }) => [preferred, timing]),
      [[false, "manual"]],
    );
  });

  it("has no fix for the secret in use, or for a source that cannot be taken back", () => {
    for (const files of [
      { ".env": `# auth-secret: drop after ${YESTERDAY}\nAUTH_SECRET=${NEW}\n` },
      {
        ".env": env(YESTERDAY),
        "auth.ts": setup("{ secret: process.env.AUTH_SECRET ?? process.env.AUTH_SECRET_OLD }"),
      },
    ]) {
      const found = project({ ...V5, ...files });
      const [problem] = retiredSecret.check(found);
      assert.ok(problem);
      assert.deepEqual(retiredSecret.fixes?.(problem, found), []);
    }
  });
});
