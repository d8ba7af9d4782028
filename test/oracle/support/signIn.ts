import "./nextServer.ts";
import { Auth, type AuthConfig } from "@auth/core";
import Credentials from "@auth/core/providers/credentials";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { memoryAdapter } from "better-auth/adapters/memory";
import type { NextAuthConfig } from "next-auth";

/** Somebody who may always sign in. Long claims make a cookie that is cut into parts. */
const anybody = (name: string) =>
  Credentials({ credentials: {}, authorize: () => ({ id: "1", name }) });

type Handler = (request: Request) => Promise<Response>;

/** What next-auth v5 answers, through the handlers that an app exports from its route. */
export async function nextAuthV5(
  config: Partial<NextAuthConfig> = {},
  name = "Ann",
): Promise<Handler> {
  const [{ default: NextAuth }, { NextRequest }] = await Promise.all([
    import("next-auth"),
    import("next/server.js"),
  ]);
  const { handlers } = NextAuth({
    basePath: "/api/auth",
    trustHost: true,
    providers: [anybody(name)],
    ...config,
  });
  return (request) =>
    (request.method === "POST" ? handlers.POST : handlers.GET)(new NextRequest(request));
}

/** What `@auth/core` answers by itself. */
export function authCore(config: Partial<AuthConfig> = {}, name = "Ann"): Handler {
  return async (request) =>
    Auth(request, {
      basePath: "/api/auth",
      trustHost: true,
      providers: [anybody(name)],
      ...config,
    });
}

const ORIGIN = "http://localhost:3000";

export function ask(path: string, cookie = "", origin = ORIGIN): Request {
  return new Request(`${origin}/api/auth/${path}`, { headers: { cookie } });
}

export function post(path: string, cookie: string, form: Record<string, string>): Request {
  return new Request(`${ORIGIN}/api/auth/${path}`, {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(form),
  });
}

/** The `Cookie` header that a browser sends after an answer. */
export function cookiesOf({ headers }: Response): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}

/** Signs somebody in to an Auth.js app; what browsers send from then on. */
export async function signIn(handler: Handler): Promise<string> {
  const csrf = await handler(ask("csrf"));
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await handler(post("callback/credentials", cookiesOf(csrf), { csrfToken }));
  return cookiesOf(answer);
}

/** A Better Auth app with a database of its own. */
export function betterAuthApp(options: BetterAuthOptions = {}) {
  return betterAuth({
    baseURL: ORIGIN,
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    logger: { disabled: true },
    ...options,
  });
}

/** Signs somebody up; every `Set-Cookie` line of the answer. */
export async function signUp(options: BetterAuthOptions = {}): Promise<readonly string[]> {
  const answer = await betterAuthApp(options).api.signUpEmail({
    body: { email: "ann@example.org", password: crypto.randomUUID(), name: "Änn ☃" },
    asResponse: true,
  });
  return answer.headers.getSetCookie();
}
