import type * as vscode from "vscode";

/** By file name, never by language: three extensions claim `.env` files for three languages. */
export const ENV_FILES: vscode.DocumentFilter = {
  pattern: "**/{.env*,*.env,env.*,env-*,env_*,.dev.vars*}",
};
