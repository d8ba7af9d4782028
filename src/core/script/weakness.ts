import { type Message, message } from "../message.ts";
import { judge } from "../secret/judge.ts";

/** How weak a literal is besides being known, as a sentence; undefined for a good one. */
export function weaknessOf(value: string, minimumBits: number): Message | undefined {
  const { kind, bits, reasons } = judge(value);
  const reason = reasons[0] ?? message("made up, not drawn at random");
  switch (kind) {
    case "passphrase":
      return message(
        "It is weak as well ({0}): about {1} of the {2} bits that a secret needs.",
        reason,
        Math.round(bits),
        minimumBits,
      );
    case "placeholder":
      return message("It is a placeholder that anybody would try first.");
    case "published":
      return message("It is a published value that attackers have in their lists.");
    case "command":
      return message("It is a command or a piece of code, which is not run here.");
    case "short":
      return message(
        "It is short as well: {0} of the {1} bits that a secret needs.",
        Math.round(bits),
        minimumBits,
      );
    default:
      return undefined;
  }
}
