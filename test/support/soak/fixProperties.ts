import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { analyze, fixesOf } from "../../../src/core/analyze.ts";
import { parseEntries } from "../../../src/core/dotenv/parse.ts";
import type { Finding } from "../../../src/core/finding.ts";
import { rotationsOf } from "../../../src/core/rotation/rotations.ts";
import { envTexts } from "../envTexts.ts";
import { BETTER_AUTH, EXPRESS, SVELTEKIT, V4, V5 } from "../manifests.ts";
import { editFiles, type Files, project } from "../project.ts";
import { assertNothingWrittenAnew, assertRemarksLeft } from "./editPlaces.ts";
import { mutated } from "./mutations.ts";
import type { Property } from "./properties.ts";
import { seeds } from "./seeds.ts";

const optional = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: undefined });
const kind = (ending: RegExp) => mutated(seeds, ending);

/** Projects with whatever in them, from tidy to hostile. */
export const projects: fc.Arbitrary<Files> = fc
  .record({
    manifest: fc.constantFrom(V4, V5, SVELTEKIT, EXPRESS, BETTER_AUTH),
    ".env": optional(envTexts),
    ".env.local": optional(envTexts),
    ".env.example": optional(envTexts),
    "auth.ts": optional(kind(/\.ts$/)),
    "compose.yml": optional(kind(/compose\.yml$/)),
    "wrangler.toml": optional(kind(/\.toml$/)),
    Dockerfile: optional(kind(/Dockerfile$/)),
    "README.md": optional(kind(/\.md$/)),
    ".gitignore": optional(fc.constantFrom(".env*\n", "node_modules", "", ".env\r\n")),
  })
  .map(({ manifest, ...files }) => {
    const given = Object.entries(files).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return { ...manifest, ...Object.fromEntries(given) };
  });

/** As good as random to who looks at it, and the same in each run. */
function minter(): () => string {
  let count = 0;
  return () => createHash("sha256").update(`soak ${count++}`).digest("base64");
}

/** Every fix of every rule, and every way to rotate, on whole projects. */
export const fixProperties: readonly Property[] = [
  {
    name: "every fix: nothing else changes, the project can be read afterwards",
    property: fc.property(projects, (files) => {
      const before = project(files);
      for (const finding of analyze(before)) {
        assert.ok(isInText(finding, files), finding.rule);
        for (const fix of fixesOf(finding, before)) {
          analyze(project(applied(files, fix.edits({ mint: minter() }))));
        }
      }
    }) as fc.IRawProperty<unknown, false>,
  },
  {
    name: "the preferred fix ends its finding",
    property: fc.property(projects, (files) => {
      const before = project(files);
      const found = analyze(before);
      for (const finding of found) {
        const fix = fixesOf(finding, before).find(({ preferred }) => preferred);
        const edits = fix?.edits({ mint: minter() }) ?? [];
        if (fix?.task !== undefined || edits.every((edit) => edit.edits.length === 0)) continue;
        const after = analyze(project(applied(files, edits)));
        const same = ({ rule, file }: Finding) => rule === finding.rule && file === finding.file;
        const [had, left] = [found.filter(same).length, after.filter(same).length];
        assert.ok(left < had, `${finding.rule} in ${finding.file}: ${had} before, ${left} after`);
      }
    }) as fc.IRawProperty<unknown, false>,
  },
  {
    name: "rotations: nothing else changes",
    property: fc.property(projects, (files) => {
      const rotations = rotationsOf(project(files));
      for (const rotation of rotations?.choices ?? []) {
        project(applied(files, rotation.edits({ mint: minter() })));
      }
    }) as fc.IRawProperty<unknown, false>,
  },
];

function isInText({ file, span }: Finding, files: Files): boolean {
  return 0 <= span.start && span.start <= span.end && span.end <= (files[file] ?? "").length;
}

function applied(files: Files, edits: Parameters<typeof editFiles>[1]): Files {
  const after = editFiles(files, edits);
  for (const { file, edits: own } of edits) {
    const [before, now] = [files[file] ?? "", after[file] ?? ""];
    assertNothingWrittenAnew(before, own);
    if (file.startsWith(".env")) assertOthersLeft(before, now);
    if (file.endsWith(".gitignore"))
      assert.ok(
        own.every(({ start, end }) => start === end),
        file,
      );
  }
  return after;
}

/** No fix means a variable that has to do with no secret, but for what it refers to. */
function assertOthersLeft(text: string, after: string): void {
  const others = (from: string) =>
    parseEntries(from)
      .filter(({ key }) => OTHERS.has(key))
      .map(({ key, value }) => [key, value.replace(REFERENCE, "")]);
  assert.deepEqual(others(after), others(text));
  assertRemarksLeft(text, after, { gone: parseEntries(text) });
}

const OTHERS = new Set(["A", "B_1", "x.y-z", "export"]);
const REFERENCE = /\$\{?\w+/g;
