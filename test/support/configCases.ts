import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { configSecrets } from "../../src/core/config/configSecrets.ts";
import { committedSecret } from "../../src/core/rules/committed-secret.ts";
import { V5 } from "./manifests.ts";
import { type Files, project } from "./project.ts";
import { assertFixes, assertFlags } from "./ruleCheck.ts";

/** What is asked of one kind of configuration file. */
export interface ConfigKindCases {
  readonly kind: string;
  readonly path: string;
  /** Texts with `«…»` round each secret that is flagged. */
  readonly loud: Readonly<Record<string, string>>;
  /** Texts in which nothing is flagged. */
  readonly silent: Readonly<Record<string, string>>;
  /** Texts with their secrets marked, what the fix of the first leaves, and the other files then. */
  readonly fixes: Readonly<Record<string, readonly [string, string, Files?]>>;
  /** Fixes are tried with Windows' line breaks too, unless a text says otherwise. */
  readonly others?: Files;
}

/** Tests for a kind, all of them through the rule that reports secrets in configuration. */
export function testConfigKind({ kind, path, loud, silent, fixes, others }: ConfigKindCases): void {
  const files = (text: string): Files => ({ ...V5, ...others, [path]: text });
  describe(kind, () => {
    for (const [name, text] of Object.entries(loud)) {
      it(`flags ${name}`, () => {
        assertFlags(committedSecret, files(text));
        assertFlags(committedSecret, files(text.replaceAll("\n", "\r\n")));
      });
    }
    for (const [name, text] of Object.entries(silent)) {
      it(`says nothing of ${name}`, () => assertFlags(committedSecret, files(text)));
    }
    for (const [name, [before, after, changed = {}]] of Object.entries(fixes)) {
      it(`fixes ${name}`, () => {
        assertFixes(committedSecret, files(before), { [path]: after, ...changed });
        const windows = (text: string) => text.replaceAll("\n", "\r\n");
        assertFixes(committedSecret, files(windows(before)), {
          [path]: windows(after),
          ...changed,
        });
      });
    }
    it("is told by the path", () => {
      const [secret] = configSecrets(project({ [path]: textOf(loud) }));
      assert.equal(secret?.file.kind.id, kind);
    });
  });
}

function textOf(loud: Readonly<Record<string, string>>): string {
  return Object.values(loud).join("").replace(/[«»]/g, "");
}
