import type { Framework } from "../frameworks/framework.ts";
import { type Message, message } from "../message.ts";
import type { Sessions } from "../script/script.ts";
import type { Rotation, RotationMode } from "./rotations.ts";
import type { Scheme } from "./scheme.ts";

/** What decides over what a new secret does to people. */
export interface Circumstances {
  readonly framework: Framework;
  readonly variable: string;
  /** The one that a new secret goes to where nothing is kept beside it. */
  readonly renewed: string;
  /** The env file that holds it. */
  readonly file: string;
  readonly scheme: Scheme;
  /** `signed` where every session's cookie carries a signature, wherever its content is. */
  readonly sessions: Sessions["kind"] | "signed";
  /** When the last session that the old secret made has ended: `2027-01-31`. */
  readonly date: string;
}

export function sessionsText({ sessions, framework: { name } }: Circumstances): Message {
  switch (sessions) {
    case "token":
      return message("{0}: sessions are tokens that the secret encrypts.", name);
    case "database":
      return message("{0}: sessions are in the database and need no secret.", name);
    case "signed":
      return message("{0}: the cookie of every session is signed with the secret.", name);
    case "unknown":
      return message(
        "{0}: sessions are tokens that the secret encrypts, or in a database, where they need none; the source does not tell.",
        name,
      );
  }
}

/** Who has to sign in again. */
export function whoIsLoggedOut(mode: RotationMode, facts: Circumstances): Message {
  const { scheme, sessions, date } = facts;
  if (sessions === "database") return message("Nobody is logged out.");
  if (mode === "graceful" && scheme.kind !== "versions") {
    return scheme.snippet === undefined
      ? message(
          "Nobody is logged out: sessions made with the old secret stay valid until {0}.",
          date,
        )
      : message("Nobody is logged out, once the code is there: it is put on the clipboard.");
  }
  return sessions === "unknown"
    ? message("Everybody is logged out, unless sessions are in a database.")
    : message("Everybody is logged out and has to sign in again.");
}

/** What else there is to know before. */
export function explain(
  mode: RotationMode,
  facts: Circumstances,
): Pick<Rotation, "explanation" | "host"> {
  const { losses } = facts.framework.rotation;
  const host = mode === "graceful" ? hostWithOld(facts) : hostWithout(mode, facts);
  return {
    host,
    explanation: [
      sessionsText(facts),
      written(mode, facts),
      mode === "graceful" ? losses.kept : losses.replaced,
      ...(mode === "leaked" ? [leaked()] : []),
      host,
      ...(mode === "graceful" ? [ending(facts)] : []),
    ],
  };
}

function written(mode: RotationMode, { scheme, variable, renewed, file }: Circumstances): Message {
  if (mode !== "graceful") return message("Written: a new {0} in {1}.", renewed, file);
  switch (scheme.kind) {
    case "numbered":
      return message(
        "Written: the new secret as the next of the numbered variables in {0}, where the highest number is the newest.",
        file,
      );
    case "versions":
      return message("Written: the new secret as the first of a list in {0}.", file);
    default:
      return scheme.snippet === undefined
        ? message(
            "Written: a new {0} and the old one as {1} in {2}, and both in the source.",
            variable,
            scheme.old,
            file,
          )
        : message(
            "Written: a new {0} and the old one as {1} in {2}. The source is left to you.",
            variable,
            scheme.old,
            file,
          );
  }
}

function leaked(): Message {
  return message(
    "Nothing of the old secret is kept, since whoever has it can make sessions for anyone. What git holds in its history stays readable: only a new secret helps.",
  );
}

function hostWithOld({ scheme, variable, framework }: Circumstances): Message {
  switch (scheme.kind) {
    case "numbered":
      return message(
        "Where the app is deployed: leave the variables as they are and set the next number, from {0} on, to another new secret; where all are taken, move each down by one first.",
        framework.rotation.numbered[1] ?? variable,
      );
    case "versions":
      return message(
        "Where the app is deployed: leave the old secret as it is and put another new one first in {0}.",
        framework.rotation.versions ?? variable,
      );
    default:
      return message(
        "Where the app is deployed: give {1} the value that {0} has there, set {0} to another new secret, and deploy both with the source.",
        variable,
        scheme.old,
      );
  }
}

function hostWithout(mode: RotationMode, { renewed }: Circumstances): Message {
  return mode === "leaked"
    ? message(
        "Where the app is deployed: if this value is in use there, set {0} to another new secret now, leave no older one beside it, and deploy.",
        renewed,
      )
    : message("Where the app is deployed: set {0} to another new secret, and deploy.", renewed);
}

function ending({ scheme, date, file }: Circumstances): Message {
  return scheme.kind === "versions"
    ? message("The old secret has to stay for as long as there is data that it encrypted.")
    : message(
        "Drop the old secret after {0}, when the last of its sessions has ended: a comment in {1} says so, and a hint.",
        date,
        file,
      );
}
