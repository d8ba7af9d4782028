/** Files of a project, and the secrets that are planted in them, each of its own. */
export interface Planted {
  readonly files: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  /** Files that git tracks. */
  readonly tracked: readonly string[];
}

/** As many hexadecimal digits: strong from 64 on, weak below 32. */
export function canary(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Nest {
  readonly secrets: string[] = [];
  readonly weak = () => this.#lay(canary(20));
  readonly strong = () => this.#lay(canary(64));
  /** Words that nobody would write: what is made up by a person, and still unique. */
  readonly phrase = () => this.#lay(`correct horse ${canary(6)} staple ${canary(6)} battery`);

  #lay(value: string): string {
    this.secrets.push(value);
    return value;
  }
}

/**
 * A secret of its own in every place that is read, in projects that have something to say of every
 * rule between them.
 */
export function plantedProjects(): readonly Planted[] {
  return [everyPlace(), oldNames(), sameTwice(), freshClone(), betterAuth()];
}

function everyPlace(): Planted {
  const { secrets, weak, strong, phrase } = new Nest();
  const dependencies = { next: "15.0.0", "next-auth": "5.0.0-beta.30" };
  const scripts = { dev: `AUTH_SECRET=${weak()} next dev` };
  const files = {
    "package.json": JSON.stringify({ dependencies, scripts }, undefined, 2),
    ".gitignore": "dist\n",
    ".env": `AUTH_SECRET=${weak()}\nAUTH_GITHUB_SECRET=${strong()}\nDATABASE_URL=x://${weak()}\n`,
    ".env.local": `AUTH_SECRET='${strong()}'\nAUTH_SECRET_1=${strong()}\nAUTH_URL=https://${weak()}.example\n`,
    ".env.production": `AUTH_SECRET=${weak()}$x${weak()}#${weak()}\nNEXT_PUBLIC_AUTH_SECRET=${weak()}\n`,
    ".env.example": `AUTH_SECRET=${strong()}\n`,
    ".env.test": `BETTER_AUTH_SECRET=op://${weak()}/a/b\nAUTH_SECRET="${weak()}\n`,
    ".env.staging": `AUTH_SECRET="${phrase()}"\n`,
    ".dev.vars": `AUTH_SECRET=${weak()}\n`,
    "auth.ts":
      'import NextAuth from "next-auth";\nimport GitHub from "next-auth/providers/github";\n' +
      `NextAuth({ secret: "${weak()}", providers: [GitHub({ clientSecret: "${strong()}" })] });\n`,
    "lib.ts": `import { getToken } from "next-auth/jwt";\ngetToken({ req, secret: process.env.AUTH_SECRET ?? "${weak()}" });\n`,
    "proxy.ts": `import { getToken } from "next-auth/jwt";\n// ${weak()}\nexport const token = (req) => getToken({ req, salt: "${weak()}" });\n`,
    "compose.yaml": `services:\n  app:\n    build: .\n    environment:\n      AUTH_SECRET: ${weak()}\n      OTHER: \${AUTH_SECRET:-${weak()}}\n  web:\n    environment:\n      AUTH_SECRET: \${AUTH_SECRET} # ${weak()}\n`,
    Dockerfile: `FROM node\nENV AUTH_SECRET=${weak()}\nCOPY . .\n`,
    ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    runs-on: x\n    env:\n      AUTH_SECRET: ${strong()}\n    steps:\n      - run: deploy\n`,
    ".gitlab-ci.yml": `variables:\n  AUTH_SECRET: ${weak()}\nbuild:\n  script: [AUTH_SECRET=${weak()} npm run build]\n`,
    "k8s/secret.yaml": `apiVersion: v1\nkind: Secret\nmetadata:\n  name: a\nstringData:\n  AUTH_SECRET: ${weak()}\ndata:\n  AUTH_SECRET: ${btoa(weak())}\n`,
    "fly.toml": `app = "a"\n[env]\nAUTH_SECRET = "${weak()}"\n`,
    "netlify.toml": `[build.environment]\nAUTH_SECRET = "${weak()}"\n`,
    "railway.json": JSON.stringify({ deploy: { startCommand: `AUTH_SECRET=${weak()} npm start` } }),
    "render.yaml": `services:\n  - type: web\n    envVars:\n      - key: AUTH_SECRET\n        value: ${weak()}\n`,
    "vercel.json": JSON.stringify({ env: { AUTH_SECRET: weak() } }),
    "wrangler.toml": `name = "a"\n[vars]\nAUTH_SECRET = "${weak()}"\n`,
    "README.md": `# Run\n\n    npx auth secret\n    AUTH_SECRET=${weak()} npm start\n`,
    "setup.sh": `#!/bin/sh\nexport AUTH_SECRET=${weak()}\nopenssl rand -base64 32 # ${weak()}\n`,
  };
  return { files, secrets, tracked: [] };
}

function oldNames(): Planted {
  const { secrets, weak, strong } = new Nest();
  const files = {
    "package.json": JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } }),
    ".gitignore": ".env*\n",
    ".env": `AUTH_SECRET=${strong()}\n# auth-secret: drop after 2020-01-01\nAUTH_SECRET_OLD=${strong()}\nNEXTAUTH_URL=https://${weak()}.example\n`,
    ".env.local": `AUTH_SECRET=\n# ${weak()}\n`,
    ".env.production": `BETTER_AUTH_SECRET=${weak()}\n`,
    ".env.staging": `AUTH_SECRET=changeme # ${weak()}\n# auth-secret-ignore-next-line short-secret -- ${weak()}\nOTHER=${weak()}\n`,
    ".env.preview": `AUTH_SECRET=\`openssl rand -base64 32\` # ${weak()}\n`,
    // What the whole world knows is no secret of anybody's.
    ".env.development": "AUTH_SECRET=K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=\n",
    "auth.ts":
      'import NextAuth from "next-auth";\nimport { randomBytes } from "node:crypto";\n' +
      `export const a = NextAuth({ secret: process.env.NEXTAUTH_SECRET, salt: "${weak()}" });\n` +
      `export const b = NextAuth({ secret: randomBytes(32).toString("hex") + "${weak()}" });\n` +
      "export const c = NextAuth({ secret: [process.env.AUTH_SECRET!, process.env.AUTH_SECRET_OLD!].filter(Boolean) });\n",
    "auth.config.ts": `import type { NextAuthConfig } from "next-auth";\n// ${weak()}\nexport default { providers: [], secret: process.env.AUTH_SECRET! } satisfies NextAuthConfig;\n`,
    "app/api/debug-auth/route.ts": `// auth-secret-debug-route: delete this file when you are done. ${weak()}\nexport const GET = () => Response.json(Boolean(process.env["AUTH_SECRET"]));\n`,
  };
  return { files, secrets, tracked: [] };
}

function sameTwice(): Planted {
  const { secrets, strong } = new Nest();
  const twice = strong();
  const files = {
    "package.json": JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } }),
    ".gitignore": ".env*\n",
    ".env": `AUTH_SECRET=${twice}\nNEXTAUTH_SECRET=${strong()}\n`,
    ".env.production": `AUTH_SECRET=${twice}\n`,
    ".env.staging": `AUTH_SECRET=${strong()}\n`,
  };
  return { files, secrets, tracked: [".env.staging"] };
}

function freshClone(): Planted {
  const { secrets, weak } = new Nest();
  const files = {
    "package.json": JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } }),
    ".env.example": `DATABASE_URL=x://${weak()}\nAUTH_SECRET=\n`,
    "auth.ts": `import NextAuth from "next-auth";\n// ${weak()}\nexport const { auth } = NextAuth({ providers: [] });\n`,
  };
  return { files, secrets, tracked: [] };
}

function betterAuth(): Planted {
  const { secrets, weak, strong } = new Nest();
  const files = {
    "package.json": JSON.stringify({ dependencies: { "better-auth": "^1.7.0", next: "16.4.6" } }),
    ".gitignore": ".env*\n",
    ".env": `BETTER_AUTH_SECRETS="2:${strong()},${strong()}"\nOTHER=${weak()}\n`,
    "src/auth.ts": `import { betterAuth } from "better-auth";\n// ${weak()}\nexport const auth = betterAuth({});\n`,
    ".env.example": "BETTER_AUTH_SECRET=\n",
  };
  return { files, secrets, tracked: [] };
}
