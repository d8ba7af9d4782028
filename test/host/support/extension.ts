import { type Extension, extensions } from "vscode";
import { ok } from "./assert.ts";

const id = "auth-secret.auth-secret";

/** The extension under test, active. */
export async function activeExtension(): Promise<Extension<unknown>> {
  const extension = extensions.getExtension(id);
  ok(extension, `${id} is not there.`);
  await extension.activate();
  return extension;
}
