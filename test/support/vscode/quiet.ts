/** Settings that keep a window from opening, asking and fetching what no test asked for. */
export const quietDefaults = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.startupPrompt": "never",
  "extensions.autoCheckUpdates": false,
  "update.mode": "none",
  // On in browsers: what a test left unsaved would come back on the disk after it, on a slow machine.
  "files.autoSave": "off",
} as const;
