import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../../src/core/edit.ts";
import { authSveltekit } from "../../../src/core/frameworks/authSveltekit.ts";
import { nextAuthV5 } from "../../../src/core/frameworks/nextAuthV5.ts";
import { dropItem, dropStatement } from "../../../src/core/script/rewrite/dropItem.ts";
import { providerName } from "../../../src/core/script/rewrite/providerName.ts";
import { readVariable } from "../../../src/core/script/rewrite/readVariable.ts";
import { parseModule } from "../../../src/core/script/syntax.ts";
import { marks } from "../../support/marks.ts";

describe("dropItem", () => {
  const dropped = (marked: string) => {
    const { text, spans } = marks(marked);
    assert.ok(spans[0]);
    return applyEdits(text, dropItem(text, spans[0]));
  };

  it("takes the comma along, whichever side it is on", () => {
    assert.equal(dropped("{ a: 1, «b: 2», c: 3 }"), "{ a: 1, c: 3 }");
    assert.equal(dropped("{ «b: 2», c: 3 }"), "{ c: 3 }");
    assert.equal(dropped("{ a: 1, «b: 2» }"), "{ a: 1 }");
    assert.equal(dropped("{ «b: 2» }"), "{ }");
    assert.equal(dropped("{«b: 2»}"), "{}");
    assert.equal(dropped("[a, «b»]"), "[a]");
  });

  it("takes the line along where nothing else is on it", () => {
    assert.equal(dropped("{\n  a: 1,\n  «b: 2»,\n  c: 3,\n}"), "{\n  a: 1,\n  c: 3,\n}");
    assert.equal(dropped("{\r\n\t«b:\r\n\t\t2»,\r\n\tc: 3\r\n}"), "{\r\n\tc: 3\r\n}");
    assert.equal(dropped("{\n  a: 1,\n  «b: 2»\n}"), "{\n  a: 1\n}");
    assert.equal(dropped("{\n  «b: 2», c: 3,\n}"), "{\n  c: 3,\n}");
  });

  it("leaves comments", () => {
    assert.equal(dropped("{\n  «b: 2», // note\n  c: 3,\n}"), "{\n  // note\n  c: 3,\n}");
    assert.equal(dropped("{ a, «b» /* note */, c }"), "{ a, /* note */ c }");
    assert.equal(dropped("{\n  a, // first\n  «b»\n}"), "{\n  a, // first\n}");
  });
});

describe("dropStatement", () => {
  const dropped = (marked: string) => {
    const { text, spans } = marks(marked);
    assert.ok(spans[0]);
    return applyEdits(text, [dropStatement(text, spans[0])]);
  };

  it("takes semicolon and line along", () => {
    assert.equal(dropped("a();\n«b = 1»;\nc();\n"), "a();\nc();\n");
    assert.equal(dropped("if (x) {\n  «b = 1»\n  c();\n}"), "if (x) {\n  c();\n}");
    assert.equal(dropped("a(); «b = 1»; c();"), "a(); c();");
  });
});

describe("readVariable", () => {
  const withRead = (text: string) => {
    const { expression, edits } = readVariable(text, authSveltekit, "AUTH_SECRET");
    return [expression, applyEdits(text, edits)];
  };

  it("is process.env unless the framework has its own", () => {
    assert.deepEqual(readVariable("", nextAuthV5, "AUTH_SECRET"), {
      expression: "process.env.AUTH_SECRET",
      edits: [],
    });
  });

  it("uses the import that is there, under its name", () => {
    const text = 'import { env as vars, other } from "$env/dynamic/private";\n';
    assert.deepEqual(withRead(text), ["vars.AUTH_SECRET", text]);
  });

  it("imports behind the last import, in its style", () => {
    assert.deepEqual(withRead("import a from 'a'\r\n\r\nrun()\r\n"), [
      "env.AUTH_SECRET",
      "import a from 'a'\r\nimport { env } from '$env/dynamic/private'\r\n\r\nrun()\r\n",
    ]);
    assert.deepEqual(
      withRead("run();\n")[1],
      'import { env } from "$env/dynamic/private";\nrun();\n',
    );
  });

  it("finds the last import among any number of lines that only begin like one", () => {
    const lines = "import a\n".repeat(2 ** 19);
    const own = 'import { env } from "$env/dynamic/private";\n';
    assert.equal(withRead(lines)[1], own + lines);
    const text = `import "b";\n${lines}`;
    assert.equal(withRead(text)[1], `import "b";\n${own}${lines}`);
  });

  it("takes its quotes from that import alone", () => {
    const text = "import fs = require('fs')\nimport a from \"a\"\n";
    assert.equal(withRead(text)[1], `${text}import { env } from "$env/dynamic/private"\n`);
  });

  it("takes another name where that one is taken", () => {
    const [expression, text] = withRead('import { env } from "$env/dynamic/public";\n');
    assert.equal(expression, "privateEnv.AUTH_SECRET");
    assert.match(String(text), /import \{ env as privateEnv \} from "\$env\/dynamic\/private";/);
  });
});

describe("providerName", () => {
  const named = (marked: string) => {
    const { text, spans } = marks(marked);
    assert.ok(spans[0]);
    return providerName(parseModule("auth.ts", text), spans[0]);
  };

  it("is what the provider is called, as variables are written", () => {
    assert.equal(named("AzureADProvider({ clientSecret: «'x'» })"), "AZURE_AD");
    assert.equal(named("Providers.Google({ clientSecret: «'x'» })"), "GOOGLE");
    const github =
      "import Hub from 'next-auth/providers/github'; Hub.default({ clientSecret: «'x'» })";
    assert.equal(named(github), "GITHUB");
    assert.equal(named("a({ socialProviders: { github: { clientSecret: «'x'» } } })"), "GITHUB");
    assert.equal(named("const own = { id: 'my-own', clientSecret: «'x'» }"), "MY_OWN");
    assert.equal(named("const secret = «'x'»"), undefined);
  });
});
