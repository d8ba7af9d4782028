import { type Message, message } from "../message.ts";
import type { Cause } from "./causes.ts";
import type { TokenReport } from "./verifyToken.ts";

interface Explanation {
  readonly text: Message;
  readonly detail: Message;
  /** What the library logs, in its own words; undefined where it logs nothing. */
  readonly log?: string | undefined;
}

/** A cause for people. */
export function explainCause(cause: Cause, report: TokenReport): Explanation {
  return EXPLANATIONS[cause](report);
}

/** jose in all versions, for fewer than five parts. */
const CUT_OFF = "Invalid Compact JWE";

const EXPLANATIONS: Readonly<Record<Cause, (report: TokenReport) => Explanation>> = {
  missingPart: ({ missingParts }) => ({
    text: message("Part {0} of the cookie is missing.", missingParts.join(", ")),
    detail: message("Paste all parts: .0, .1 and so on."),
    log: CUT_OFF,
  }),
  truncated: ({ token }) => ({
    text: message("The token was cut off."),
    detail: message("Copy the whole value, up to the last character."),
    log: token.kind === "encrypted" ? CUT_OFF : undefined,
  }),
  changed: () => ({
    text: message("The right secret, but the token was changed or cut off at its end."),
    detail: message("Copy the whole value once more."),
    log: "decryption operation failed",
  }),
  noSecret: ({ format, tried }) => ({
    text: message("No secret of this workspace made it ({0} tried).", tried),
    detail: message("Another environment's secret did, or one that was replaced since."),
    log: format?.wrongSecret,
  }),
  nothingTried: () => ({
    text: message("There is no secret in this workspace to try."),
    detail: message("Open the folder with the env files of the app that made the token."),
  }),
  spelling: ({ match }) => ({
    text: message(
      "The app was started with another spelling of the value: {0}.",
      match?.difference ?? "",
    ),
    detail: message("To the library that is another secret. Give both apps exactly the same text."),
  }),
  otherCookie: ({ match, cookie }) => ({
    text: message("It was made for the cookie {0}.", match?.cookie ?? ""),
    detail: message(
      "It does not open as {0}: the name is a part of the key, with __Secure- on https only.",
      cookie ?? "",
    ),
    log: "JWTSessionError … no matching decryption secret",
  }),
  otherVersion: ({ match, format }) => ({
    text: message(
      "The project uses {0}, which does not read tokens of {1}.",
      match?.candidate.project.framework.name ?? "",
      format?.name ?? "",
    ),
    detail: message("After an upgrade everybody signs in once more, also with the same secret."),
  }),
  ...unusedSecrets(),
  expired: () => ({
    text: message("The session has ended: sign in again."),
    detail: message("Both the token and the secret are in order otherwise."),
    log: '"exp" claim timestamp check failed',
  }),
};

function unusedSecrets(): Readonly<
  Record<"shadowed" | "otherVariable" | "commentedOut" | "library", () => Explanation>
> {
  return {
    shadowed: () => ({
      text: message("This value is not the one in use."),
      detail: message("Another value goes before it, or nothing loads the file by itself."),
    }),
    otherVariable: () => ({
      text: message("The library does not read this variable by itself."),
      detail: message("An old secret, or one that the app hands over in a way that is not seen."),
    }),
    commentedOut: () => ({
      text: message("An old secret made it: the line is commented out."),
      detail: message("Sessions of before the change do not open any more."),
    }),
    library: () => ({
      text: message("The app that made it had no secret at all."),
      detail: message("Everybody knows this value and can sign in as anyone. Set a secret there."),
    }),
  };
}
