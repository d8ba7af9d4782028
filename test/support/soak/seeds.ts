import type { Seed } from "./mutations.ts";

/** Texts of every kind of file that is read, none of them with a secret that was ever in use. */
export const seeds: readonly Seed[] = [
  {
    path: ".env",
    text:
      "# note\nexport A=1\nAUTH_SECRET=\"changeme\" # x\nNEXTAUTH_SECRET='a\nb'\nBETTER_AUTH_SECRETS=2:aaaa,1:bbbb\nX=$" +
      "{A:-b}\n",
  },
  {
    path: "auth.ts",
    text:
      'import NextAuth from "next-auth"\nimport { s } from "./s"\nconst { A = "x" } = process.env\nexport const { auth } = NextAuth({ providers: [GitHub({ clientSecret: `a$' +
      '{1}` })], secret: process.env.AUTH_SECRET ?? "changeme" })\n',
  },
  {
    path: "lib/auth.ts",
    text: 'import { betterAuth } from "better-auth"\nclass C { static k = "a" + "b" }\nfunction f(o = { secret: C.k }) { return o }\nexport const auth = betterAuth({ ...f(), secret: f().secret || randomBytes(32).toString("hex") })\n',
  },
  {
    path: "compose.yml",
    text: "services:\n  web: &w\n    environment:\n      AUTH_SECRET: hunter2 # note\n      B: \"a\\n\"\n  x:\n    <<: *w\n    environment: [AUTH_SECRET=a, 'C=d']\n---\na: |\n  b\n  c\n",
  },
  {
    path: "k8s.yaml",
    text: "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  AUTH_SECRET: hunter2\ndata:\n  NEXTAUTH_SECRET: aHVudGVyMg==\n",
  },
  {
    path: "wrangler.toml",
    text: 'name = "a"\n[vars]\nAUTH_SECRET = "hunter2"\n[env.production.vars]\nA.b = { c = \'d\' }\nE = """\nf"""\n[[x]]\ny = [1, "2"]\n',
  },
  {
    path: "vercel.json",
    text: '{ "env": { "AUTH_SECRET": "hunter2" }, /* a */ "build": { "env": { "A": "\\u0041" } }, }\n',
  },
  {
    path: "Dockerfile",
    text: '# escape=\\\nFROM node AS a\nARG AUTH_SECRET=hunter2\nENV A="b c" \\\n  AUTH_SECRET=$AUTH_SECRET\nRUN <<EOF\nENV X=1\nEOF\nCOPY . .\n',
  },
  {
    path: "README.md",
    text: "# A\n```sh\nnpx auth secret\nopenssl rand -base64 32\n```\n<!-- auth-secret-ignore -->\n",
  },
  { path: "setup.sh", text: "export AUTH_SECRET=a\nnpx auth secret # x\n" },
  { path: ".gitignore", text: "# a\n.env*\n!.env.example\n/web/**/\n[a-c]?\\ \nb/ \n" },
  {
    path: "token",
    text: "Cookie: authjs.session-token.0=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2Q0JDLUhTNTEyIn0..AAAA.BBBB.CCCC; b=%22a%22",
  },
  { path: "token", text: "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.AAAA" },
  { path: "index", text: gitIndex() },
];

/** An index of git's, version 2, with one entry and no extension; one character a byte. */
function gitIndex(): string {
  const name = "web/.env";
  const entry = `${"\0".repeat(60)}\0${String.fromCharCode(name.length)}${name}\0\0`;
  return `DIRC\0\0\0\x02\0\0\0\x01${entry}${"\0".repeat(20)}`;
}
