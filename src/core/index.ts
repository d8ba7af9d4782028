/** The core's whole public surface: what the editor and the command line are made of. */
export { analyze, fixesOf, type RuleSettings } from "./analyze.ts";
export {
  destinationsOf,
  packagesForSecret,
  type WriteEffect,
  writeEffect,
} from "./destinations.ts";
export { completionAt } from "./dotenv/completion.ts";
export { setEntry } from "./dotenv/edit.ts";
export { isEnvFile } from "./dotenv/files.ts";
export type { EnvFile } from "./dotenv/parse.ts";
export type { FileEdit, Span, TextEdit } from "./edit.ts";
export type { Finding, Fix, FixTask, FixTiming, Severity } from "./finding.ts";
export { fixAll } from "./fixAll.ts";
export { ignoreEdit } from "./gitignore/ignoreEdit.ts";
export { type RepositoryFacts, repositoryOn } from "./gitignore/repository.ts";
export { hiddenSpans } from "./hiddenSpans.ts";
export { type Inspection, inspect } from "./inspect.ts";
export { type LineMap, lineMap } from "./lines.ts";
export { format, type Message, message } from "./message.ts";
export { type Milestones, milestonesOf } from "./milestones.ts";
export { directoryOf, isWithin, joinPath, nameOf } from "./paths.ts";
export type { Project } from "./project.ts";
export { ruleDocs } from "./rules/docs.ts";
export { rules } from "./rules/index.ts";
export { isScriptFile } from "./script/files.ts";
export { encodeSecret, MINIMUM_BYTES, type SecretFormat } from "./secret/generate.ts";
export { GUESSES_PER_SECOND, guessingTime } from "./secret/guessingTime.ts";
export { judge, type Verdict, type VerdictKind } from "./secret/judge.ts";
export { type SecretLine, secretLines } from "./secretLines.ts";
export { isSkippedFolder, SKIPPED_FOLDERS } from "./skippedFolders.ts";
export { type SecretStatus, statusOf } from "./status.ts";
export { suppressionEdit } from "./suppression.ts";
export {
  DEFAULT_SETTINGS,
  type FactCache,
  factCache,
  isKept,
  isRelevantFile,
  packageOf,
  packagesOf,
  projectOf,
  type WorkspaceFiles,
  type WorkspaceSettings,
} from "./workspace.ts";
