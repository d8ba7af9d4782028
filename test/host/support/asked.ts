/** What the launcher asked of this run; it writes them in front of the bundle, the one way that
 * works in a worker, which has neither arguments nor an environment. */
export interface Asked {
  readonly host: "node" | "web";
  /** The workspace that is open, and the folder of the test files that want it. */
  readonly kind: "single" | "multiRoot" | "restricted" | "empty";
  readonly grep?: string;
  /** Many times what a test run has time for. */
  readonly soak?: boolean;
}

declare global {
  var authSecretTests: Asked | undefined;
}

/** Under the debugger nobody asks: the folder that its launch file opens. */
const byDefault: Asked = { host: "process" in globalThis ? "node" : "web", kind: "single" };

export const asked: Asked = globalThis.authSecretTests ?? byDefault;
