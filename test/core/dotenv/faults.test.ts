import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultOf } from "../../../src/core/dotenv/faults.ts";
import { parseEntries } from "../../../src/core/dotenv/parse.ts";

function faultIn(text: string) {
  const [entry] = parseEntries(text);
  assert.ok(entry);
  const fault = faultOf(text, entry);
  return fault && [fault.kind, text.slice(fault.span.start, fault.span.end), fault.meant];
}

/** The rule mangled-secret holds what each fault is; these texts once took minutes, or overflowed. */
describe("faultOf", () => {
  it("tells words behind a # from a value that goes on, however many they are", () => {
    const words = "some-".repeat(60);
    assert.equal(faultIn(`A=hunter2#${words}words`), undefined);
    assert.deepEqual(faultIn(`A=hunter2#${words}~`), ["cutOff", `#${words}~`, `hunter2#${words}~`]);
    assert.equal(faultIn(`A=${"a".repeat(2 ** 23)}#Ab~`), undefined);
    assert.equal(faultIn(`A=hunter2#${"aa-".repeat(2 ** 21)}a`), undefined);
  });

  it("joins lines with any number of blanks in them", () => {
    const blanks = " ".repeat(2 ** 20);
    assert.deepEqual(faultIn(`A="a${blanks}b \r\n\n c"`), ["lineBreak", "\r\n\n", undefined]);
    assert.deepEqual(faultIn('A="FAKE \r\n\n fake"'), ["lineBreak", "\r\n\n", "FAKEfake"]);
  });

  it("takes any number of line breaks for one fault", () => {
    const breaks = "\n\\n".repeat(2 ** 20);
    assert.deepEqual(faultIn(`A="a${breaks}b"`)?.slice(0, 2), ["lineBreak", breaks]);
  });
});
