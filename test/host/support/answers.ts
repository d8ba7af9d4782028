import { type MessageOptions, type QuickPickItem, window } from "vscode";

/** What a person would be shown, in order, and what they pick. */
export interface Conversation {
  /** Every message and list that was shown: its text, and its choices. */
  readonly shown: readonly Shown[];
}

export interface Shown {
  readonly text: string;
  readonly choices: readonly string[];
  readonly isModal: boolean;
}

/** Picks one of the choices by a part of its label; undefined turns the question away. */
export type Answer = (shown: Shown) => string | undefined;

type MessageArguments = readonly (string | MessageOptions)[];

/**
 * Runs an action with a person at hand who answers every list and message at once. The extension
 * and its tests share one `vscode` module, so what is replaced here is what the extension calls.
 */
export async function answering(
  answer: Answer,
  action: () => Thenable<unknown>,
): Promise<Conversation> {
  const shown: Shown[] = [];
  const ask = (question: Shown) => {
    shown.push(question);
    const wanted = answer(question);
    return wanted === undefined ? -1 : question.choices.findIndex((each) => each.includes(wanted));
  };
  const replaced = replacements(ask);
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

function replacements(ask: (question: Shown) => number) {
  const message = (text: string, ...rest: MessageArguments) => {
    const isModal = rest.some((each) => typeof each === "object" && each.modal === true);
    const choices = rest.filter((each) => typeof each === "string");
    return Promise.resolve(choices[ask({ text, choices, isModal })]);
  };
  return {
    showInformationMessage: message,
    showWarningMessage: message,
    showErrorMessage: message,
    showQuickPick: (items: readonly QuickPickItem[], options: { placeHolder?: string }) => {
      const choices = items.map(({ label, description }) => `${label} ${description ?? ""}`);
      const picked = ask({ text: options.placeHolder ?? "", choices, isModal: false });
      return Promise.resolve(items[picked]);
    },
  };
}
