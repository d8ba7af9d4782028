import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { analyze } from "../../src/core/analyze.ts";
import { encodeSecret } from "../../src/core/secret/generate.ts";
import { project } from "../support/project.ts";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: string | readonly string[];
}

function snippets(name: string): Readonly<Record<string, Snippet>> {
  return JSON.parse(readFileSync(`snippets/${name}.json`, "utf8"));
}

/** What is typed for a person who takes the first choice everywhere. */
function expanded({ body }: Snippet): string {
  const text = typeof body === "string" ? body : body.join("\n");
  const first = /\$\{1[|:](?<choice>[^,|}]+)/.exec(text)?.groups?.["choice"] ?? "";
  return text
    .replace(/\$\{1\/\(\.\*\)\/\$\{1:\/downcase\}\/\}/g, first.toLowerCase())
    .replace(/\$\{1\/\(\.\*\)\/\$\{1:\/upcase\}\/\}/g, first.toUpperCase())
    .replace(/\$\{1(?:\|[^|]*\||:[^}]*)\}/g, first)
    .replace(/(?<!\\)\$1/g, first)
    .replace(/(?<!\\)\$0/g, "")
    .replace(/\\([$}])/g, "$1");
}

const fresh = () => encodeSecret(crypto.getRandomValues(new Uint8Array(32)), "base64");

const PLACES: Readonly<Record<string, { file: string; library: string; variable: string }>> = {
  authjs: { file: "auth.ts", library: "next-auth", variable: "AUTH_SECRET" },
  nextauth: {
    file: "pages/api/auth/[...nextauth].ts",
    library: "next-auth",
    variable: "NEXTAUTH_SECRET",
  },
  betterauth: { file: "auth.ts", library: "better-auth", variable: "BETTER_AUTH_SECRET" },
};

const VERSIONS: Readonly<Record<string, string>> = {
  authjs: "5.0.0-beta.30",
  nextauth: "4.24.15",
  betterauth: "1.7.25",
};

describe("snippets", () => {
  const all = Object.values(snippets("auth"));

  for (const [prefix, { file, library, variable }] of Object.entries(PLACES)) {
    it(`${prefix} sets the library up, and nothing is said of it`, () => {
      const snippet = all.find((each) => each.prefix === prefix);
      assert.ok(snippet);
      const text = expanded(snippet);
      assert.doesNotMatch(text, /[$][{\d]/);
      const found = project({
        "package.json": JSON.stringify({ dependencies: { [library]: VERSIONS[prefix] } }),
        ".gitignore": ".env*\n",
        ".env.local": `${variable}=${fresh()}\n`,
        [file]: text,
      });
      assert.equal(found.scripts[0]?.setups.length, 1, "the set-up is not recognized");
      assert.deepEqual(analyze(found), []);
    });
  }

  it("authjs-route exports the handlers", () => {
    const route = all.find(({ prefix }) => prefix === "authjs-route");
    assert.ok(route);
    assert.equal(
      expanded(route),
      'import { handlers } from "@/auth";\n\nexport const { GET, POST } = handlers;\n',
    );
  });

  it("the line for Compose stops it where the variable is not set", () => {
    const [snippet] = Object.values(snippets("compose"));
    assert.ok(snippet);
    assert.match(expanded(snippet), /^AUTH_SECRET: \$\{AUTH_SECRET:\?set AUTH_SECRET\}$/);
  });
});
