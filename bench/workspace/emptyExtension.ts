import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../test/support/vscode/cleanup.ts";

export const EMPTY_EXTENSION = "nobody.empty";

/** Makes an extension that does nothing, to measure what VS Code takes by itself; gives its folder. */
export function emptyExtension(): string {
  const folder = temporaryFolder("empty");
  const [publisher, name] = EMPTY_EXTENSION.split(".");
  const entry = {
    engines: { vscode: "^1.90.0" },
    main: "./empty.js",
    activationEvents: ["onCommand:empty.wake"],
  };
  const manifest = { publisher, name, version: "1.0.0", ...entry };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "empty.js"), "exports.activate = () => {};\n");
  return folder;
}
