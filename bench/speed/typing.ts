import { parse } from "@babel/parser";
import { parse as parseEnv } from "dotenv";
import {
  analyze,
  DEFAULT_SETTINGS,
  factCache,
  packagesOf,
  projectOf,
} from "../../src/core/index.ts";
import { atMost, type Figure, median } from "./figure.ts";

const ROUNDS = 600;
/** The engine compiles what runs often; what counts is how it is after a minute of work. */
const WARM_UP = 300;

const MANIFEST = JSON.stringify({ dependencies: { "next-auth": "5.0.0-beta.30" } });

/** A keystroke until the findings of its file are there, as the editor goes about it. */
export function typingFigures(): readonly Figure[] {
  const source = authSource(500);
  const env = envFile(2_000);
  return [
    atMost("keystroke to findings, auth.ts of 500 lines", 1, typing("auth.ts", source), {
      name: "@babel/parser, parsing only",
      time: timeOf((round) => {
        parse(typed(source, round), { sourceType: "module", plugins: ["typescript"] });
      }),
    }),
    atMost("keystroke to findings, .env of 2,000 lines", 3, typing(".env", env), {
      name: "dotenv.parse only",
      time: timeOf((round) => {
        parseEnv(typed(env, round));
      }),
    }),
  ];
}

function typing(path: string, text: string): number {
  const facts = factCache();
  const files = new Map([["package.json", MANIFEST]]);
  const context = { repository: undefined, settings: DEFAULT_SETTINGS, facts, today: "2026-01-01" };
  return timeOf((round) => {
    files.set(path, typed(text, round));
    for (const [directory, paths] of packagesOf(files)) {
      analyze(projectOf(directory, paths, files, context));
    }
  });
}

/** The median of one round, in milliseconds. */
function timeOf(round: (at: number) => void): number {
  const times = Array.from({ length: ROUNDS }, (_, at) => {
    const start = performance.now();
    round(at);
    return performance.now() - start;
  });
  return median(times.slice(WARM_UP));
}

/** One letter more for each round, in the middle; flat, as an editor hands texts over. */
function typed(text: string, round: number): string {
  const at = text.indexOf("typed here", text.length >> 1);
  const more = text.slice(0, at) + "x".repeat(round + 1) + text.slice(at);
  return Buffer.from(more).toString();
}

function authSource(lines: number): string {
  const body = Array.from(
    { length: lines - 8 },
    (_, at) => `export const label${at} = (name: string) => ({ name, at: ${at} }); // typed here`,
  );
  return [
    'import NextAuth from "next-auth";',
    'import GitHub from "next-auth/providers/github";',
    ...body,
    "export const { handlers, auth } = NextAuth({",
    "  providers: [GitHub],",
    '  secret: "not a secret at all",',
    "});",
  ].join("\n");
}

function envFile(lines: number): string {
  return Array.from({ length: lines }, (_, at) =>
    at % 3 === 0 ? `# typed here ${at}` : `SETTING_${at}="value ${at}"`,
  )
    .concat("AUTH_SECRET=correct horse battery staple", "")
    .join("\n");
}
