import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fixProperties } from "../support/soak/fixProperties.ts";
import { envProperties, type Property, readingProperties } from "../support/soak/properties.ts";

/** `npm run soak` does the same thousands of times. */
function holds({ name, property }: Property, numRuns: number): void {
  it(name, () => {
    const details = fc.check(property, { numRuns });
    assert.ok(!details.failed, fc.defaultReportMessage(details));
  });
}

describe("env files, edited and read", () => {
  for (const property of [...envProperties, ...readingProperties]) holds(property, 500);
});

describe("whole projects, fixed", () => {
  for (const property of fixProperties) holds(property, 30);
});
