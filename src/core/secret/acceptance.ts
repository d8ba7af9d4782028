import { type Message, message } from "../message.ts";
import { judge, type Verdict } from "./judge.ts";

/**
 * What to do with a secret that somebody hands over:
 * - `accepted`: as good as one of our own, or the place of one;
 * - `weak`: only if the person insists;
 * - `refused`: no secret at all, or none that an env file can hold for every program.
 */
export interface Acceptance {
  readonly kind: "accepted" | "weak" | "refused";
  /** Why, for people; holds nothing of the value. */
  readonly reason: Message;
}

/** `$` before any of these begins a reference for Next.js and Vite, and for others it does not. */
const EXPANDED = /\$[\w{$]/;
/** Trimmed, cut or resolved by one reader and not by the other, whatever the quotes. */
const UNPRINTABLE = /[^\P{C}]|[\u2028\u2029\u00a0]/u;

/** Judges a value before it is written to an env file. */
export function acceptanceOf(value: string, minimumBits: number): Acceptance {
  if (value === "") return refused(message("Paste or type the secret."));
  const verdict = judge(value);
  if (verdict.kind === "reference" && !UNPRINTABLE.test(value)) {
    return {
      kind: "accepted",
      reason: message("This is a reference: nothing can be told of the secret itself."),
    };
  }
  return misshapen(value) ?? judged(verdict, minimumBits);
}

function misshapen(value: string): Acceptance | undefined {
  if (value !== value.trim()) {
    return refused(message("It begins or ends with a blank: paste it without."));
  }
  if (/^(?:export\s+)?[A-Z][A-Z0-9_]*_SECRETS?\s*=/.test(value)) {
    return refused(message("Paste the value alone, without the variable's name."));
  }
  if (/^(["'`]).*\1$/.test(value)) {
    return refused(message("Paste the value alone, without the quotes round it."));
  }
  if (EXPANDED.test(value)) {
    return refused(
      message(
        "Next.js and Vite take $ for the beginning of a variable's name, other programs do not: no env file holds this value for all. Use one without $.",
      ),
    );
  }
  if (UNPRINTABLE.test(value) || /["'`\\]/.test(value)) {
    return refused(
      message(
        "Programs that read env files disagree on quotes, backslashes and invisible characters. Use a value without them.",
      ),
    );
  }
  return undefined;
}

function judged(verdict: Verdict, minimumBits: number): Acceptance {
  const { kind, bits } = verdict;
  const reason = verdict.reasons[0] ?? message("made up, not drawn at random");
  if (kind === "command") return refused(message("This is a command, not what it prints."));
  if (kind === "empty" || kind === "placeholder") {
    return refused(message("This is a placeholder, not a secret."));
  }
  if (kind === "published") {
    return weak(message("Everybody can know this value ({0}).", reason));
  }
  if (kind === "passphrase") {
    return weak(
      message(
        "Made up, not random ({0}): about {1} of the {2} bits that a secret needs.",
        reason,
        Math.round(bits),
        minimumBits,
      ),
    );
  }
  if (kind === "short" || bits < minimumBits) {
    return weak(
      message(
        "Random, but short: {0} of the {1} bits that a secret needs.",
        Math.round(bits),
        minimumBits,
      ),
    );
  }
  return { kind: "accepted", reason: message("Strong: {0} bits.", Math.round(bits)) };
}

function refused(reason: Message): Acceptance {
  return { kind: "refused", reason };
}

function weak(reason: Message): Acceptance {
  return { kind: "weak", reason };
}
