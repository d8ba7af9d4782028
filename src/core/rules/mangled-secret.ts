import type { FaultKind } from "../dotenv/faults.ts";
import { type Mangling, manglings } from "../dotenv/mangling.ts";
import { safeEdits } from "../dotenv/safeEdit.ts";
import { keepPrivate } from "../dotenv/storeSecret.ts";
import type { Fix } from "../finding.ts";
import { type Message, message } from "../message.ts";
import type { Project } from "../project.ts";
import type { Rule } from "./rule.ts";

export const mangledSecret: Rule = {
  id: "mangled-secret",
  title: "A secret that the app does not get as the env file says it",
  defaultSeverity: "warning",
  check: (project) =>
    manglings(project).map((mangling) => ({
      file: mangling.file.path,
      span: mangling.fault.span,
      message: message(
        "{0} does not reach the app as it stands here: {1}. {2}",
        mangling.entry.key,
        reasonOf(mangling, project.loader.name),
        effectOf(mangling),
      ),
    })),
  fixes(problem, project) {
    const mangling = manglings(project).find(
      ({ file, fault }) => file.path === problem.file && fault.span.start === problem.span.start,
    );
    return mangling ? [...rewriteFix(mangling, project), ...freshFix(mangling, project)] : [];
  },
};

type Reason = (loader: string) => Message;

/** What happens to the value, by what loads it. */
const REASONS: Readonly<Record<Exclude<FaultKind, "textBehindQuote">, Reason>> = {
  unclosedQuote: () => message("the quote that opens it is never closed"),
  doubledQuotes: (loader) =>
    message("it stands in two pairs of quotes, and {0} takes one of them", loader),
  typographicQuotes: (loader) =>
    message("typographic quotes are no quotes to {0}, which keeps them", loader),
  invisible: (loader) =>
    message("there are characters in it that nobody sees, and {0} keeps them", loader),
  cutOff: (loader) => message("{0} takes what begins with a hash sign for a comment", loader),
  lineBreak: (loader) => message("there is a line break in it, which {0} keeps", loader),
  wrapped: (loader) => message("it goes on in the next line, and {0} stops at the first", loader),
  reference: (loader) =>
    message("{0} puts a variable in wherever a word follows a dollar sign, in quotes too", loader),
  byteOrderMark: (loader) =>
    message(
      "the file begins with a byte order mark, which {0} takes for a part of the name",
      loader,
    ),
  colon: (loader) =>
    message("{0} passes over lines with a colon in place of the equals sign", loader),
  unread: (loader) => message("{0} sees no assignment of this name here", loader),
  readOtherwise: (loader) => message("{0} has rules of its own for what is written so", loader),
};

function reasonOf({ fault, got = "" }: Mangling, loader: string): Message {
  if (fault.kind !== "textBehindQuote") return REASONS[fault.kind](loader);
  return /^["'`]/.test(got)
    ? message("text follows the closing quote, so that {0} keeps the quotes", loader)
    : message("{0} drops what follows the closing quote", loader);
}

function effectOf({ got, fault, file }: Mangling): Message {
  const { meant, replaced } = fault;
  if (got === undefined) return message("So it is not set.");
  if (got === "") return message("The app gets an empty value.");
  const there = meant ?? file.text.slice(replaced.start, replaced.end);
  const [count, total] = [lengthOf(got), lengthOf(there)];
  if (count < total) return message("The app gets {0} of {1} characters.", count, total);
  if (count === total) return message("The app gets another value of the same length.");
  return message("The app gets {0} characters in place of {1}.", count, total);
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** The same value, so written that it survives. The app gets a value that it did not have so far. */
function rewriteFix(mangling: Mangling, { loader }: Project): readonly Fix[] {
  const { file, entry, fault, reader } = mangling;
  const value = reader.reference ? fault.meant?.replaceAll("\\$", "$") : fault.meant;
  const edits = value === undefined ? undefined : safeEdits(mangling, value);
  if (edits === undefined) return [];
  return [
    {
      title: message("Write {0} so that {1} hands on the whole value", entry.key, loader.name),
      preferred: true,
      timing: "manual",
      notice: message(
        "The app gets another {0} from now on, so sessions made with what it had end: people have to sign in again.",
        entry.key,
      ),
      edits: () => [{ file: file.path, edits }],
    },
  ];
}

/** Any value will do to see whether a new one can be written there at all. */
const PROBE = "0";

function freshFix(mangling: Mangling, project: Project): readonly Fix[] {
  const { file, entry } = mangling;
  if (safeEdits(mangling, PROBE) === undefined) return [];
  return [
    {
      title: message("Replace {0} with a new random secret", entry.key),
      // What the person meant is lost with it.
      preferred: false,
      timing: "manual",
      notice: message(
        "Sessions made with the old {0} end: people have to sign in again.",
        entry.key,
      ),
      edits: ({ mint }) =>
        keepPrivate(project, { file: file.path, edits: safeEdits(mangling, mint()) ?? [] }),
    },
  ];
}
