import assert from "node:assert/strict";
import { analyze, fixesOf } from "../../../src/core/analyze.ts";
import type { FixTools } from "../../../src/core/finding.ts";
import {
  type Rotation,
  type RotationMode,
  rotationsOf,
} from "../../../src/core/rotation/rotations.ts";
import { editFiles, type Files, project } from "../../support/project.ts";
import { strongSecret } from "../../support/ruleCheck.ts";

const tools: FixTools = { mint: strongSecret };

export function rotationIn(files: Files, mode: RotationMode): Rotation {
  const rotation = rotationsOf(project(files))?.choices.find((choice) => choice.mode === mode);
  assert.ok(rotation, `there is no ${mode} rotation`);
  return rotation;
}

/** The files as the command leaves them. */
export function rotate(files: Files, mode: RotationMode): Files {
  const edits = rotationIn(files, mode).edits(tools);
  assert.ok(edits.length > 0, "nothing is written");
  return editFiles(files, edits);
}

/** The files as the fix of the first reminder leaves them, long after its date; undefined without. */
export function retiredIn(files: Files): Files | undefined {
  const late = project(files, { today: "2099-01-01" });
  const found = analyze(late).find(({ rule }) => rule === "retired-secret");
  const [fix] = found === undefined ? [] : fixesOf(found, late);
  return fix?.preferred ? editFiles(files, fix.edits(tools)) : undefined;
}

/** The same, where there has to be such a fix. */
export function retire(files: Files): Files {
  const retired = retiredIn(files);
  assert.ok(retired, "nothing is retired");
  return retired;
}
