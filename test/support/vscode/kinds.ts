/** The workspaces that the suite runs in; each has the folder of test files of its name. */
export const kinds = ["single", "multiRoot", "restricted", "empty"] as const;

export type Kind = (typeof kinds)[number];

/** Begins each line that the suite prints, so that the launcher tells it from VS Code's own log. */
export const testsMark = "│ ";

/** Begins the line with the counts of one run, as JSON. */
export const countsMark = "host-tests ";
