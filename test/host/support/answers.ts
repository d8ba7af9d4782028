import {
  type InputBoxOptions,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type MessageItem,
  type MessageOptions,
  type QuickPickItem,
  window,
} from "vscode";

/** What a person would be shown, in order, and what they pick. */
export interface Conversation {
  /** Every message and list that was shown: its text, and its choices. */
  readonly shown: readonly Shown[];
}

export interface Shown {
  readonly text: string;
  readonly choices: readonly string[];
  readonly isModal: boolean;
  readonly kind: "message" | "list" | "input";
  /** What stands below the text or below the choices, in smaller print. */
  readonly detail?: string;
}

/**
 * Picks one of the choices by a part of its label, some of a list that takes several, or types a
 * text where one is asked for; undefined turns the question away.
 */
export type Answer = (shown: Shown) => string | readonly string[] | undefined;

type MessageArguments = readonly (string | MessageItem | MessageOptions)[];

/**
 * Runs an action with a person at hand who answers every list and message at once. The extension
 * and its tests share one `vscode` module, so what is replaced here is what the extension calls.
 */
export async function answering(
  answer: Answer,
  action: () => Thenable<unknown>,
): Promise<Conversation> {
  const shown: Shown[] = [];
  const replaced = replacements((question) => {
    shown.push(question);
    const given = answer(question);
    return typeof given === "string" ? [given] : given;
  });
  const original = Object.fromEntries(
    Object.keys(replaced).map((name) => [name, Reflect.get(window, name)]),
  );
  Object.assign(window, replaced);
  try {
    await action();
  } finally {
    Object.assign(window, original);
  }
  return { shown };
}

type Ask = (question: Shown) => readonly string[] | undefined;

interface PickOptions {
  readonly placeHolder?: string;
  readonly title?: string;
  readonly canPickMany?: boolean;
}

function replacements(ask: Ask) {
  const message = (text: string, ...rest: MessageArguments) => {
    const isModal = rest.some((each) => typeof each === "object" && "modal" in each && each.modal);
    const choices = rest.flatMap((each) => {
      if (typeof each === "string") return each;
      return "title" in each && typeof each.title === "string" ? each.title : [];
    });
    const detail = rest
      .map((each) => (typeof each === "object" && "detail" in each ? (each.detail ?? "") : ""))
      .join("");
    const [wanted] = ask({ text, choices, isModal, detail, kind: "message" }) ?? [];
    const given = rest.filter((each) => typeof each === "string" || "title" in each);
    return Promise.resolve(given[indexOf(choices, wanted)]);
  };
  return {
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    showInputBox: async (options: InputBoxOptions = {}) => {
      const [typed] =
        ask({
          text: options.prompt ?? options.title ?? "",
          choices: [],
          isModal: false,
          kind: "input",
        }) ?? [];
      const said = typed === undefined ? undefined : await options.validateInput?.(typed);
      const { message = "", isRefused = false } = validationOf(said);
      if (message) ask({ text: message, choices: [], isModal: false, kind: "message" });
      return isRefused ? undefined : typed;
    },
    showQuickPick: async (
      given: readonly QuickPickItem[] | Thenable<readonly QuickPickItem[]>,
      options: PickOptions = {},
    ) => {
      const items = await given;
      const choices = items.map(({ label, description }) => `${label} ${description ?? ""}`);
      const text = options.placeHolder ?? options.title ?? "";
      const detail = items.map((item) => item.detail ?? "").join("\n");
      const wanted = ask({ text, choices, isModal: false, detail, kind: "list" });
      if (!options.canPickMany) return items[indexOf(choices, wanted?.[0])];
      return wanted?.flatMap((each) => items[indexOf(choices, each)] ?? []);
    },
  };
}

/** What stands below an input box: a text refuses, a message does if it is an error. */
function validationOf(said: string | InputBoxValidationMessage | null | undefined) {
  if (!said) return {};
  if (typeof said === "string") return { message: said, isRefused: true };
  return { message: said.message, isRefused: said.severity === InputBoxValidationSeverity.Error };
}

function indexOf(choices: readonly string[], wanted: string | undefined): number {
  return wanted === undefined ? -1 : choices.findIndex((each) => each.includes(wanted));
}
