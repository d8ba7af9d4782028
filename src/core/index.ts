/** The core's whole public surface: what the editor and the command line are made of. */
export { analyze, fixesOf, type RuleSettings } from "./analyze.ts";
export { commentSignOf } from "./commentPlaces.ts";
export { isSearchedFile } from "./config/files.ts";
export { tellsOfUploads } from "./config/uploads.ts";
export {
  destinationsOf,
  environmentsOf,
  packagesForSecret,
  type WriteEffect,
  writeEffect,
} from "./destinations.ts";
export { completionAt } from "./dotenv/completion.ts";
export { setEntry } from "./dotenv/edit.ts";
export { isEnvFile } from "./dotenv/files.ts";
export type { EnvFile } from "./dotenv/parse.ts";
export type { FileEdit, Span, TextEdit } from "./edit.ts";
export {
  type Finding,
  type Fix,
  type FixTask,
  type FixTiming,
  type Severity,
  sayingOf,
} from "./finding.ts";
export { fixAll } from "./fixAll.ts";
export {
  DEBUG_ROUTE_SIGNS,
  type DebugRoute,
  debugRouteFor,
} from "./frameworks/debugRoute/index.ts";
export { ignoreEdit } from "./gitignore/ignoreEdit.ts";
export { ignoresCase } from "./gitignore/ignoresCase.ts";
export { repeatsEdit } from "./gitignore/repeats.ts";
export {
  innermost,
  mayBePrivate,
  type OuterRepository,
  possibleTops,
  type RepositoryFacts,
  repositoryOn,
} from "./gitignore/repository.ts";
export { gitFolderIn, trackedEnvFiles } from "./gitignore/trackedFiles.ts";
export { hiddenSpans } from "./hiddenSpans.ts";
export { type Inspection, inspect } from "./inspect.ts";
export { type LineMap, lineMap } from "./lines.ts";
export { MODES, type Mode } from "./loaders/index.ts";
export { format, type Message, message } from "./message.ts";
export { type Migration, migrationOf, type Renaming } from "./migrate.ts";
export { type Milestones, milestonesOf } from "./milestones.ts";
export { type OriginStatus, origins, type SecretOrigin } from "./origins.ts";
export { type Overview, overviewOf } from "./overview.ts";
export { directoryOf, isWithin, joinPath, nameOf, parentsOf } from "./paths.ts";
export { preparation } from "./preparation.ts";
export type { Project, Repository } from "./project.ts";
export { readAhead } from "./readAhead.ts";
export {
  type Rotation,
  type Rotations,
  rotationsOf,
} from "./rotation/rotations.ts";
export { ruleDocs } from "./rules/docs.ts";
export { rules } from "./rules/index.ts";
export { isScriptFile } from "./script/files.ts";
export { type Acceptance, acceptanceOf } from "./secret/acceptance.ts";
export { encodeSecret, MINIMUM_BYTES, type SecretFormat } from "./secret/generate.ts";
export { GUESSES_PER_SECOND, guessingTime } from "./secret/guessingTime.ts";
export { judge, type Verdict, type VerdictKind } from "./secret/judge.ts";
export { secretMask } from "./secret/mask.ts";
export { type SecretLine, secretLines } from "./secretLines.ts";
export { describeToken, type TokenLine } from "./session/describeToken.ts";
export { verifyTokens } from "./session/verifyToken.ts";
export type { SettingFiles } from "./settingFiles.ts";
export { type SetUpPlace, type SetUpStep, setUpEdits, setUpFiles, setUpSteps } from "./setUp.ts";
export { isSkippedFolder, SKIPPED_FOLDERS } from "./skippedFolders.ts";
export { type Snapshot, snapshotOf } from "./snapshot.ts";
export { type SecretStatus, statusOf } from "./status.ts";
export { suppressionEdit } from "./suppression.ts";
export { composeEdit, composeReference, composeServices } from "./targets/composeFile.ts";
export type { PlacedTarget } from "./targets/detect.ts";
export { COMPOSE_FILE } from "./targets/docker.ts";
export { detectTargets } from "./targets/index.ts";
export type { ToolDelivery } from "./targets/target.ts";
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
