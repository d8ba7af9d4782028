import { COOKIE_PREFIXES, type SessionFacts } from "../sessionFormat.ts";

/** The first line of every debug route: what tells it from a route that people wrote. */
export const DEBUG_ROUTE_MARK = "auth-secret-debug-route";

/** What a debug route is written for. */
export interface DebugRouteFacts {
  /** The variables that hold the secret, in the library's order. */
  readonly variables: readonly string[];
  readonly session: SessionFacts;
  /** True for TypeScript. */
  readonly isTyped: boolean;
}

/** Where a web framework has its routes, and how one is written there. */
export interface DebugRouteKind {
  /** The package that tells of the web framework. */
  readonly package: string;
  /** Of these folders the first that is there; the last one is made where none is. */
  readonly folders: readonly string[];
  /** Below the folder, without the ending. */
  readonly name: string;
  text(facts: DebugRouteFacts): string;
}

/** What stands at the top of every route, after its imports. */
export function opening({ variables, session }: DebugRouteFacts): string {
  const { endpoint, settings, formats } = session;
  const names = formats
    .flatMap(({ cookies }) => cookies)
    .map((name) => name.replaceAll(".", "\\."));
  const cookies = `(${[...new Set(names)].join("|")})`;
  const prefixes = COOKIE_PREFIXES.filter((prefix) => prefix !== "").join("|");
  return `// Where the library answers: another \`basePath\` makes it another path.
const SESSION_ENDPOINT = ${JSON.stringify(endpoint)};
const SESSION_COOKIE = /^(${prefixes})?${cookies}(\\.\\d+)?$/;
const SECRETS = ${JSON.stringify(variables).replaceAll(",", ", ")};
const SETTINGS = ${JSON.stringify(settings).replaceAll(",", ", ")};
`;
}

/** Before everything else. `path` is where the browser finds the route. */
export function heading(path: string): string {
  return `// ${DEBUG_ROUTE_MARK}: delete this file when you are done.
// In development ${path} says what is set and whether there is a session; never a value or a token.
`;
}

/** What a route answers with, written once for all of them. */
export function reporting({ isTyped }: DebugRouteFacts): string {
  const t = (annotation: string) => (isTyped ? annotation : "");
  return `/** Says of a value only that it is there. */
function stateOf(value${t(": string | undefined")}) {
  if (value === undefined) return "not set";
  if (value === "") return "empty: it may hide the variables that are read after it";
  return value.length < 32 ? "set, but shorter than 32 characters" : "set";
}

async function report(environment${t(": Record<string, string | undefined>")}, cookie${t(": string")}, answering${t(": Promise<Response>")}) {
  const answer = await answering.catch(() => undefined);
  const session = answer?.ok ? await answer.json().catch(() => null) : null;
  const isThere = session !== null && Object.keys(session).length > 0;
  const cookies = cookie
    .split(";")
    .map((pair) => pair.split("=", 1).join("").trim())
    .filter((name) => SESSION_COOKIE.test(name));
  return {
    session: isThere,
    hint: hintOf(isThere, cookies.length > 0, answer?.status),
    sessionCookies: cookies,
    sessionEndpoint: { path: SESSION_ENDPOINT, status: answer?.status ?? "no answer" },
    secrets: Object.fromEntries(SECRETS.map((name) => [name, stateOf(environment[name])])),
    settings: Object.fromEntries(SETTINGS.map((name) => [name, Boolean(environment[name])])),
  };
}

function hintOf(isThere${t(": boolean")}, hasCookie${t(": boolean")}, status${t("?: number")}) {
  if (status === undefined) return "The session endpoint cannot be reached: is its path right?";
  if (status === 404) return "There is no session endpoint at this path: is it right?";
  if (status >= 500) return "The auth library fails: its log has the reason, often a missing secret.";
  if (isThere) return "All is well.";
  return hasCookie
    ? "A session cookie is sent but not accepted: another secret made it, or it has ended."
    : "No session cookie is sent: sign in first, in this browser.";
}
`;
}
