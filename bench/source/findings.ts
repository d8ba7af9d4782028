import { analyze } from "../../src/core/analyze.ts";
import { detectFramework } from "../../src/core/frameworks/index.ts";
import { detectLoader } from "../../src/core/loaders/index.ts";
import type { Project } from "../../src/core/project.ts";
import { isScriptFile, isTestFile } from "../../src/core/script/files.ts";
import { mayConfigureAuth } from "../../src/core/script/gate.ts";
import { readScript } from "../../src/core/script/readScript.ts";
import type { Script } from "../../src/core/script/script.ts";

/** What the corpus calls each of our rules. */
const CODES: Readonly<Record<string, string>> = {
  "hardcoded-secret": "hardcoded",
  "fallback-secret": "fallback",
  "public-secret": "public-env",
  "per-process-secret": "per-process",
  "hardcoded-client-secret": "hardcoded-client-secret",
  "redundant-secret": "redundant",
  "legacy-variable": "legacy-env",
};

export interface Found {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** Reads one file of a project, text after text, as an editor does while it is typed. */
export function reader(file: string, manifest: string): (text: string) => readonly Found[] {
  const framework = detectFramework(manifest);
  let previous: Script | undefined;
  return (text) => {
    if (!isScriptFile(file) || isTestFile(file) || !mayConfigureAuth(file, text)) return [];
    previous = readScript(file, text, framework, { previous });
    return analyze(projectWith(previous, framework)).map(({ rule, span }) => ({
      code: CODES[rule] ?? rule,
      ...span,
    }));
  };
}

function projectWith(script: Script, framework: Project["framework"]): Project {
  return {
    directory: "",
    framework,
    isDependency: true,
    loader: detectLoader(),
    libraries: [framework],
    envFiles: [],
    inheritedVariables: new Set(),
    appEnvFiles: [],
    scripts: [script],
    configFiles: [],
    texts: new Map(),
    uploadTexts: new Map(),
    repository: undefined,
    extraVariables: [],
    minimumBits: 256,
    today: "2027-01-31",
  };
}
