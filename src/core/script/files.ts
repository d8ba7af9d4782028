const SCRIPT_FILE = /\.[cm]?[jt]sx?$/;
const DECLARATIONS = /\.d\.([\w-]+\.)?[cm]?ts$/;

/** True for TypeScript and JavaScript files, by their name; not for type declarations. */
export function isScriptFile(path: string): boolean {
  return SCRIPT_FILE.test(path) && !DECLARATIONS.test(path);
}

const TEST_FOLDERS =
  /(^|\/)(__\w+__|tests?|specs?|e2e|cypress|playwright|fixtures?|mocks?|stories|\.storybook)\//;
const TEST_NAMES = /\.(test|spec|e2e|cy|stories|story|fixture|mock|bench)\.[cm]?[jt]sx?$/;
const TEST_SETUP =
  /(^|\/)((playwright|vitest|jest|cypress|karma|wdio)(\.[\w-]+)*|(setup-?tests?|tests?-?setup))\.[cm]?[jt]sx?$/i;

/** True for tests, what sets them up and what they feed on: none of it guards a real session. */
export function isTestFile(path: string): boolean {
  return TEST_FOLDERS.test(path) || TEST_NAMES.test(path) || TEST_SETUP.test(path);
}
