import { readFileSync } from "node:fs";

/**
 * Leaves out of the grammars what colours their nodes: nobody asks for it here, and it brings
 * `@lezer/highlight` with it.
 *
 * @type {import("esbuild").Plugin}
 */
export const withoutHighlighting = {
  name: "without-highlighting",
  setup(build) {
    build.onLoad(
      { filter: /[\\/](?:@lezer[\\/](?:javascript|yaml)|lezer-toml)[\\/].*\.js$/ },
      ({ path }) => {
        const contents = readFileSync(path, "utf8")
          .replace(/^import \{[^}]*\} from '@lezer\/highlight';$/m, "")
          .replace(/^const \w+ = styleTags\(\{.*?^\}\);$/ms, "")
          .replace(/^ *propSources: \[\w+\],$/m, "");
        const text = `${path} colours its nodes in another way than this build step knows.`;
        return /styleTags|propSources/.test(contents) ? { errors: [{ text }] } : { contents };
      },
    );
  },
};
