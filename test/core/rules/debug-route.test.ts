import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { debugRoute } from "../../../src/core/rules/debug-route.ts";
import { project } from "../../support/project.ts";
import { assertFlags, assertSilent } from "../../support/ruleCheck.ts";

const body = 'export const GET = () => Response.json(Boolean(process.env["AUTH_SECRET"]));\n';
const marked = `// «auth-secret-debug-route»: delete this file when you are done.\n${body}`;
const plain = marked.replace(/[«»]/g, "");

describe("debug-route", () => {
  it("flags the mark wherever a debug route is written", () => {
    assertFlags(debugRoute, {
      "app/api/debug-auth/route.ts": marked,
      "src/app/api/debug-auth/route.js": `\uFEFF\r\n${marked}`,
      "pages/api/debug-auth.ts": `import "server-only";\n${marked}`,
      "web/src/routes/debug-auth/+server.ts": marked,
    });
  });

  it("says nothing of routes that people wrote", () => {
    assertSilent(debugRoute, {
      "app/api/debug-auth/route.ts": body,
      "app/api/debug/route.ts": body,
      "pages/api/debug-auth.ts": `// The auth-secret-debug-route is another one.\n${body}`,
    });
  });

  it("says nothing of other files with the mark", () => {
    assertSilent(debugRoute, {
      "lib/templates.ts": plain,
      "app/api/debug-authors/route.ts": plain,
      "app/api/debug-auth/page.tsx": plain,
      "app/api/auth/[...nextauth]/route.ts": plain,
    });
  });

  it("is mended by deleting the file", () => {
    const files = { "app/api/debug-auth/route.ts": plain };
    const app = project(files);
    const [problem] = debugRoute.check(app);
    assert.ok(problem);
    const [fix] = debugRoute.fixes?.(problem, app) ?? [];
    assert.ok(fix?.preferred);
    assert.deepEqual(fix.task, { kind: "delete", file: "app/api/debug-auth/route.ts" });
    assert.deepEqual(fix.edits({ mint: () => assert.fail("it makes a secret") }), []);
    assert.deepEqual(debugRoute.check(project({})), []);
  });
});
