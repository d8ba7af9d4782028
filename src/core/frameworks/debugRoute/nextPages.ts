import { type DebugRouteKind, heading, opening, reporting } from "./template.ts";

const TYPES = 'import type { NextApiRequest, NextApiResponse } from "next";\n\n';

/** Next's Pages Router: an API route. */
export const nextPages: DebugRouteKind = {
  package: "next",
  folders: ["src/pages", "pages"],
  name: "api/debug-auth",
  text: (facts) => {
    const t = (annotation: string) => (facts.isTyped ? annotation : "");
    return `${heading("/api/debug-auth")}
${t(TYPES)}${opening(facts)}
export default async function handler(request${t(": NextApiRequest")}, response${t(": NextApiResponse")}) {
  if (process.env.NODE_ENV !== "development") return response.status(404).end();
  const { cookie = "", host = "localhost:3000" } = request.headers;
  const scheme = request.headers["x-forwarded-proto"] ?? "http";
  const answering = fetch(\`\${scheme}://\${host}\${SESSION_ENDPOINT}\`, { headers: { cookie } });
  return response.status(200).json(await report(process.env, cookie, answering));
}

${reporting(facts)}`;
  },
};
