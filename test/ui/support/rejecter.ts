import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { temporaryFolder } from "../../support/vscode/cleanup.ts";

/** The command of an extension beside ours that does one thing: it rejects, and nobody handles it. */
export const REJECTION = {
  id: "rejecter.reject",
  title: "Reject a Promise That Nobody Handles",
  message: "rejected on purpose",
} as const;

const MAIN = `const { commands } = require("vscode");
exports.activate = ({ subscriptions }) => {
  const reject = () => void Promise.reject(new Error(${JSON.stringify(REJECTION.message)}));
  subscriptions.push(commands.registerCommand(${JSON.stringify(REJECTION.id)}, reject));
};
`;

/** Packages that extension; the package's path. */
export async function packageRejecter(): Promise<string> {
  const cwd = temporaryFolder("rejecter");
  const manifest = {
    name: "rejecter",
    publisher: "test",
    version: "1.0.0",
    engines: { vscode: "^1.90.0" },
    main: "./main.js",
    contributes: { commands: [{ command: REJECTION.id, title: REJECTION.title }] },
  };
  writeFileSync(join(cwd, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(cwd, "README.md"), "# For tests\n");
  writeFileSync(join(cwd, "main.js"), MAIN);
  const packagePath = join(cwd, "rejecter.vsix");
  await createVSIX({
    cwd,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return packagePath;
}
