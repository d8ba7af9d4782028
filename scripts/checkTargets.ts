// npm run check:targets: runs the deploy tools that npm has, as the facts of src/core/targets say, against
// a stand-in for their service on this machine, and looks whether the value arrives unchanged. They are
// big, so they are fetched on demand into the cache of the tests.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { json } from "node:stream/consumers";
import { encodeSecret } from "../src/core/secret/generate.ts";
import { targets } from "../src/core/targets/index.ts";
import type { ToolDelivery } from "../src/core/targets/target.ts";
import { cached } from "../test/support/vscode/cache.ts";
import { temporaryFolder } from "../test/support/vscode/cleanup.ts";
import { npmInstall } from "../test/support/vscode/npm.ts";
import { runMain } from "../test/support/vscode/trouble.ts";

/** What one tool needs around it to be run without an account. */
interface Check {
  readonly target: string;
  readonly packageName: string;
  readonly version: string;
  /** The tool's script, in the package. */
  readonly script: string;
  readonly environments: readonly (string | undefined)[];
  /** The files of a project that is linked to the service, and of a home folder that is signed in. */
  files(service: string): Readonly<Record<string, string>>;
  environment(service: string, home: string): Readonly<Record<string, string>>;
  /** The answer of the service. */
  answer(request: Request): unknown;
  /** What a request stores, where it does. */
  stored(request: Request): Stored | undefined;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Stored {
  readonly name: unknown;
  readonly value: unknown;
  readonly environments?: unknown;
}

const TEAM = { id: "team_1", slug: "team", name: "team" };

const CHECKS: readonly Check[] = [
  {
    target: "vercel",
    packageName: "vercel",
    version: "58.4.4",
    script: "dist/vc.js",
    environments: ["production", "preview", "development"],
    files: (service) => ({
      "project/.vercel/project.json": JSON.stringify({ projectId: "prj_1", orgId: TEAM.id }),
      "home/com.vercel.cli/config.json": JSON.stringify({ api: service }),
      "home/com.vercel.cli/auth.json": JSON.stringify({ token: "none" }),
    }),
    environment: (_, home) => ({ XDG_DATA_HOME: home, VERCEL_TELEMETRY_DISABLED: "1" }),
    answer: ({ path }) => {
      if (/\/teams\//.test(path)) return TEAM;
      if (/\/env(?:\?|$)/.test(path)) return { envs: [] };
      if (/\/user/.test(path)) return { user: { id: "user_1", username: "a", email: "a@b.c" } };
      if (/\/custom-environments/.test(path)) return { environments: [] };
      return { id: "prj_1", name: "a", accountId: TEAM.id };
    },
    stored: ({ method, path, body }) =>
      method === "POST" && /\/projects\/prj_1\/env/.test(path)
        ? { name: body["key"], value: body["value"], environments: body["target"] }
        : undefined,
  },
  {
    target: "cloudflare",
    packageName: "wrangler",
    version: "4.164.0",
    script: "bin/wrangler.js",
    environments: [undefined],
    files: () => ({ "project/wrangler.toml": 'name = "a"\ncompatibility_date = "2026-01-01"\n' }),
    environment: (service, home) => ({
      HOME: home,
      CLOUDFLARE_API_BASE_URL: service,
      CLOUDFLARE_API_TOKEN: "none",
      CLOUDFLARE_ACCOUNT_ID: "account",
      WRANGLER_SEND_METRICS: "false",
    }),
    answer: () => ({ success: true, errors: [], messages: [], result: {} }),
    stored: ({ method, path, body }) =>
      method === "PUT" && path.endsWith("/accounts/account/workers/scripts/a/secrets")
        ? { name: body["name"], value: body["text"] }
        : undefined,
  },
];

await runMain(async () => {
  let failed = 0;
  for (const check of CHECKS) {
    const delivery = targets.find(({ id }) => id === check.target)?.delivery;
    if (delivery?.kind !== "tool") throw new Error(`${check.target} is no tool`);
    for (const environment of check.environments) {
      const problem = await problemOf(check, delivery, environment);
      const name = [check.packageName, check.version, environment].filter(Boolean).join(" ");
      console.log(problem === undefined ? `✔ ${name}` : `✖ ${name}: ${problem}`);
      if (problem !== undefined) failed++;
    }
  }
  return failed === 0 ? 0 : 1;
});

/** What is wrong with the facts, or undefined where the value arrived as it was sent. */
async function problemOf(
  check: Check,
  delivery: ToolDelivery,
  environment: string | undefined,
): Promise<string | undefined> {
  const value = encodeSecret(randomBytes(32), "base64");
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const asked = await read(request);
    requests.push(asked);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(check.answer(asked)));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { code, printed } = await run(check, service, {
    args: delivery.args("AUTH_SECRET", environment),
    input: delivery.input("AUTH_SECRET", value),
  });
  server.closeAllConnections();
  server.close();
  const stored = requests.flatMap((request) => check.stored(request) ?? []);
  const sent = requests.map(({ method, path }) => `${method} ${path}`).join(", ");
  if (code !== 0) return `it ended with ${code} after ${sent}\n${printed}`;
  if (stored.length !== 1) return `it stored ${stored.length} values: ${sent}\n${printed}`;
  if (stored[0]?.name !== "AUTH_SECRET") return "it stored another variable";
  if (stored[0].value !== value) return "the value did not arrive as it was sent";
  if (environment !== undefined && String(stored[0].environments) !== environment) {
    return `it stored the value for ${stored[0].environments}`;
  }
  if (delivery.success?.test(printed) === false) return `it does not say so\n${printed}`;
  return printed.includes(value) ? "it prints the value" : undefined;
}

async function read(request: IncomingMessage): Promise<Request> {
  const { method = "", url: path = "" } = request;
  const isJson = request.headers["content-type"]?.includes("json") === true;
  return { method, path, body: isJson ? ((await json(request)) as Request["body"]) : {} };
}

async function run(
  check: Check,
  service: string,
  { args, input }: { readonly args: readonly string[]; readonly input: string },
): Promise<{ readonly code: number; readonly printed: string }> {
  const folder = temporaryFolder("target");
  mkdirSync(join(folder, "project"), { recursive: true });
  for (const [path, text] of Object.entries(check.files(service))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const script = join(await installed(check), "node_modules", check.packageName, check.script);
  const child = spawn(process.execPath, [script, ...args], {
    cwd: join(folder, "project"),
    env: {
      PATH: process.env["PATH"],
      HOME: join(folder, "home"),
      NO_COLOR: "1",
      ...check.environment(service, join(folder, "home")),
    },
    timeout: 60_000,
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  }
  child.stdin.end(input);
  const [code] = await once(child, "close");
  return { code: code ?? -1, printed: printed.join("") };
}

function installed({ packageName, version }: Check): Promise<string> {
  return cached(`target-${packageName}-${version}`, 500, (folder) =>
    npmInstall(folder, [`${packageName}@${version}`]),
  );
}
