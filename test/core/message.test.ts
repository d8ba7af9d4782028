import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { format, message } from "../../src/core/message.ts";

describe("format", () => {
  it("puts values and messages in their places", () => {
    const inner = message("{0} words", 3);
    assert.equal(format(message("{1}: {0}", inner, "AUTH_SECRET")), "AUTH_SECRET: 3 words");
  });

  it("translates every template, inner ones too", () => {
    const german: Record<string, string> = { "{0} words": "{0} Wörter", "Has {0}": "Hat {0}" };
    const text = format(
      message("Has {0}", message("{0} words", 3)),
      (english) => german[english] ?? "",
    );
    assert.equal(text, "Hat 3 Wörter");
  });

  it("leaves braces that stand for nothing", () => {
    assert.equal(format(message("{0} {1} {x}", "a")), "a {1} {x}");
  });
});
