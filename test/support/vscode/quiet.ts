/** Settings that keep a window from opening, asking and fetching what no test asked for. */
export const quietDefaults = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.startupPrompt": "never",
  "extensions.autoCheckUpdates": false,
  "update.mode": "none",
} as const;
