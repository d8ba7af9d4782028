import "./nextServer.ts";
import type { NextAuthOptions } from "next-auth-v4";

/** What Next's Pages Router hands to an API route, as far as routes here look at it. */
export interface PagesResponse {
  status(code: number): PagesResponse;
  setHeader(name: string, value: string | readonly string[]): PagesResponse;
  getHeader(name: string): string | readonly string[] | undefined;
  json(body: unknown): void;
  send(body: unknown): void;
  end(): void;
}

type PagesHandler = (request: object, response: PagesResponse) => unknown;

/** Asks an API route of the Pages Router as the browser would. */
export async function callPages(
  handler: PagesHandler,
  request: Request,
  query: Readonly<Record<string, unknown>> = {},
): Promise<Response> {
  const cookie = request.headers.get("cookie") ?? "";
  const recorded = {
    status: 200,
    headers: new Map<string, string | readonly string[]>(),
    body: "",
  };
  const response: PagesResponse = {
    status: (code) => {
      recorded.status = code;
      return response;
    },
    setHeader: (name, value) => {
      recorded.headers.set(name, value);
      return response;
    },
    getHeader: (name) => recorded.headers.get(name),
    json: (body) => response.send(JSON.stringify(body)),
    send: (body) => {
      recorded.body = typeof body === "string" ? body : JSON.stringify(body ?? null);
    },
    end: () => undefined,
  };
  const pairs = cookie.split("; ").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
  });
  const body =
    request.method === "POST" ? Object.fromEntries(new URLSearchParams(await request.text())) : {};
  await handler(
    {
      method: request.method,
      headers: { ...Object.fromEntries(request.headers), host: new URL(request.url).host },
      cookies: Object.fromEntries(pairs),
      query,
      body,
    },
    response,
  );
  return toResponse(recorded);
}

function toResponse(recorded: {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  readonly body: string;
}): Response {
  const headers = new Headers();
  for (const [name, value] of recorded.headers) {
    for (const line of typeof value === "string" ? [value] : value) headers.append(name, line);
  }
  const isEmpty = recorded.status === 204 || recorded.body === "";
  return new Response(isEmpty ? null : recorded.body, { status: recorded.status, headers });
}

/** A NextAuth v4 app at `/api/auth`, where everybody may sign in. */
export async function nextAuthV4(
  options: Partial<NextAuthOptions> = {},
): Promise<(request: Request) => Promise<Response>> {
  const [{ default: library }, { default: provider }] = await Promise.all([
    import("next-auth-v4"),
    import("next-auth-v4/providers/credentials"),
  ]);
  // Both are CommonJS, whose default export stands one level deeper in Node.
  const NextAuth = unwrap(library);
  const Credentials = unwrap(provider);
  const anybody = Credentials({ credentials: {}, authorize: () => ({ id: "1", name: "Ann" }) });
  return (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const nextauth = pathname.replace("/api/auth/", "").split("/");
    const handler: PagesHandler = (req, res) =>
      // Its types are those of Next's own request and response.
      Reflect.apply(NextAuth, undefined, [req, res, { providers: [anybody], ...options }]);
    return callPages(handler, request, { ...Object.fromEntries(searchParams), nextauth });
  };
}

function unwrap<Export>(module: Export | { readonly default: Export }): Export {
  const isWrapped = typeof module === "object" && module !== null && "default" in module;
  return isWrapped ? module.default : module;
}
