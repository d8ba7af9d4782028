import { type DebugRouteKind, heading, opening, reporting } from "./template.ts";

const TYPES = 'import type { RequestEvent } from "@sveltejs/kit";\n';

/** SvelteKit: an endpoint. Its `fetch` hands the browser's cookies on by itself. */
export const svelteKit: DebugRouteKind = {
  package: "@sveltejs/kit",
  folders: ["src/routes"],
  name: "debug-auth/+server",
  text: (facts) => `${heading("/debug-auth")}
import { dev } from "$app/environment";
import { env } from "$env/dynamic/private";
${facts.isTyped ? TYPES : ""}
${opening(facts)}
export async function GET({ request, fetch }${facts.isTyped ? ": RequestEvent" : ""}) {
  if (!dev) return new Response(null, { status: 404 });
  const cookie = request.headers.get("cookie") ?? "";
  return Response.json(await report(env, cookie, fetch(SESSION_ENDPOINT)));
}

${reporting(facts)}`,
};
