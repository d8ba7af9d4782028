import { compose } from "./compose.ts";
import type { ConfigFile, ConfigKind } from "./configFile.ts";
import { dockerfile } from "./dockerfile.ts";
import { fly } from "./fly.ts";
import { githubWorkflow } from "./githubWorkflow.ts";
import { gitlabCi } from "./gitlabCi.ts";
import { kubernetes } from "./kubernetes.ts";
import { netlify } from "./netlify.ts";
import { packageScripts } from "./packageScripts.ts";
import { railway } from "./railway.ts";
import { renderYaml } from "./renderYaml.ts";
import { vercel } from "./vercel.ts";
import { wrangler } from "./wrangler.ts";

/** Every kind of configuration file; the first that claims a path has it, the least choosy last. */
export const configKinds: readonly ConfigKind[] = [
  compose,
  dockerfile,
  githubWorkflow,
  gitlabCi,
  renderYaml,
  railway,
  netlify,
  fly,
  wrangler,
  vercel,
  packageScripts,
  kubernetes,
];

/** Reads a file's variables; of a kind that is not known, or with no text worth reading, none. */
export function readConfig(path: string, text: string): ConfigFile | undefined {
  const kind = configKinds.find(({ isFile }) => isFile(path));
  return kind && { path, text, kind, entries: kind.read(path, text) };
}
