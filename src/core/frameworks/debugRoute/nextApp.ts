import { type DebugRouteKind, heading, opening, reporting } from "./template.ts";

/** Next's App Router: a route handler. */
export const nextApp: DebugRouteKind = {
  package: "next",
  folders: ["src/app", "app"],
  name: "api/debug-auth/route",
  text: (facts) => `${heading("/api/debug-auth")}
${opening(facts)}
export async function GET(request${facts.isTyped ? ": Request" : ""}) {
  if (process.env.NODE_ENV !== "development") return new Response(null, { status: 404 });
  const cookie = request.headers.get("cookie") ?? "";
  const answering = fetch(new URL(SESSION_ENDPOINT, request.url), { headers: { cookie } });
  return Response.json(await report(process.env, cookie, answering));
}

${reporting(facts)}`,
};
