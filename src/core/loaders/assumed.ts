import type { Loader } from "./loader.ts";

/**
 * Where nothing tells what loads: Next's files (16.4.6), which most projects of this kind have, and
 * behind them a Worker's. How they are read is not known.
 */
export const assumedLoader: Loader = {
  id: "assumed",
  name: "the loader",
  files: {
    development: [".env.development.local", ".env.local", ".env.development", ".env", ".dev.vars"],
    production: [".env.production.local", ".env.local", ".env.production", ".env"],
    test: [".env.test.local", ".env.test", ".env"],
  },
  localFile: ".env.local",
  readerOf: () => undefined,
};
