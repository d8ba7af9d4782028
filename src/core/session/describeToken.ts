import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import type { SecretPlace } from "./candidates.ts";
import { type Cause, causesOf } from "./causes.ts";
import { explainCause } from "./explainCause.ts";
import type { Match } from "./findSecret.ts";
import type { TokenReport } from "./verifyToken.ts";

/** One thing to say of a token, in a line. */
export interface TokenLine {
  readonly tone: "good" | "bad" | "neutral";
  readonly text: Message;
  readonly detail?: Message;
  /** What to open. */
  readonly place?: PlaceInProject;
}

interface PlaceInProject extends SecretPlace {
  /** One of those that were given. */
  readonly project: Project;
}

/** What to say of a pasted token, the weightiest first; `now` in seconds since 1970. */
export function describeToken(report: TokenReport, now: number): readonly TokenLine[] {
  const causes = causesOf(report, now);
  return [
    ...kindLines(report),
    ...matchLines(report, causes),
    ...causes.flatMap((cause) => causeLines(cause, report)),
    ...timeLines(report, now),
  ];
}

const LONGEST_NAME = 64;

function kindLines({ token, format, cookie }: TokenReport): readonly TokenLine[] {
  // What is longer is hardly a name, and might be a part of the token.
  const isName = cookie !== undefined && cookie.length <= LONGEST_NAME;
  const name = isName ? cookie : message("The token");
  if (token.kind === "unknown") {
    return [
      {
        tone: "bad",
        text: message("This is no session token that an auth library makes."),
        detail: message(
          "Paste the value of the session cookie, as name=value, or the whole Cookie header.",
        ),
      },
    ];
  }
  if (token.kind === "identifier") {
    return [
      {
        tone: "neutral",
        text: message("{0} is an identifier: a database holds the session.", name),
        detail: message("No secret is in it, and a new secret does not end it."),
      },
    ];
  }
  const made = format
    ? message("{0} was made by {1}.", name, format.name)
    : message("{0} was made by another library.", name);
  return [{ tone: "neutral", text: made, detail: formDetail(token.kind, token.algorithm) }];
}

function formDetail(kind: "encrypted" | "signed", algorithm: string): Message {
  if (kind === "encrypted") return message("Encrypted with {0}.", algorithm);
  if (algorithm === "HS512") {
    return message(
      "Signed with {0}, as NextAuth v3 and hand-written encode functions do.",
      algorithm,
    );
  }
  if (!algorithm.startsWith("HS")) {
    return message("Signed with {0}: by a private key, not by an auth secret.", algorithm);
  }
  return message("Signed with {0}.", algorithm);
}

function matchLines({ match }: TokenReport, causes: readonly Cause[]): readonly TokenLine[] {
  if (!match) return [];
  const { variable } = match.candidate;
  const place = placeIn(match);
  return [
    {
      tone: causes.length === 0 ? "good" : "neutral",
      text: madeWith(variable, place),
      ...(match.cookie !== undefined && {
        detail: message("As the cookie {0}, whose name is a part of the key.", match.cookie),
      }),
      ...(place && { place }),
    },
  ];
}

function madeWith(variable: string | undefined, place: SecretPlace | undefined): Message {
  if (!place) return message("It was made with the secret that stands in the library's source.");
  if (variable === undefined) return message("It was made with the secret in {0}.", place.file);
  return message("It was made with {0} in {1}.", variable, place.file);
}

function causeLines(cause: Cause, report: TokenReport): readonly TokenLine[] {
  const { log, ...explanation } = explainCause(cause, report);
  const place = placeOf(cause, report.match);
  const line: TokenLine = { tone: "bad", ...explanation, ...(place && { place }) };
  return log === undefined
    ? [line]
    : [line, { tone: "neutral", text: message("In the log: {0}", log) }];
}

function placeOf(cause: Cause, match: Match | undefined): PlaceInProject | undefined {
  return cause === "expired" || !match ? undefined : placeIn(match);
}

function placeIn({ candidate: { place, project } }: Match): PlaceInProject | undefined {
  return place && { ...place, project };
}

function timeLines({ match }: TokenReport, now: number): readonly TokenLine[] {
  const { issuedAt, expiresAt } = match?.times ?? {};
  const lines: TokenLine[] = [];
  if (issuedAt !== undefined) {
    lines.push({ tone: "neutral", text: message("Issued {0} ago.", duration(now - issuedAt)) });
  }
  if (expiresAt !== undefined && expiresAt > now) {
    lines.push({ tone: "neutral", text: message("Expires in {0}.", duration(expiresAt - now)) });
  }
  if (expiresAt !== undefined && expiresAt <= now) {
    lines.push({ tone: "bad", text: message("Expired {0} ago.", duration(now - expiresAt)) });
  }
  return lines;
}

type Say = (count: number) => Message;

const UNITS: readonly (readonly [seconds: number, say: Say])[] = [
  [24 * 3600, (count) => message("{0} days", count)],
  [3600, (count) => message("{0} hours", count)],
  [60, (count) => message("{0} minutes", count)],
];

const inSeconds: Say = (count) => message("{0} seconds", count);

/** A span of seconds in the largest unit of which it holds two. */
function duration(seconds: number): Message {
  const whole = Math.max(0, Math.round(seconds));
  const [size, say] = UNITS.find(([unit]) => whole >= 2 * unit) ?? [1, inSeconds];
  return say(Math.round(whole / size));
}
