import { commands, env, languages, type Uri, window, workspace } from "vscode";
import { answering, type Shown } from "./answers.ts";
import { readingChannels } from "./channels.ts";

/** All that leaves the extension for a person's eyes or for others, apart from texts of files. */
export class EverythingSaid {
  readonly #said: string[] = [];

  get text(): string {
    return this.#said.join("\n");
  }

  note(...things: readonly unknown[]): void {
    for (const thing of things) this.#said.push(textOf(thing));
  }

  /** Runs an action with a person at hand, and notes what they and others get to know by it. */
  async during(answer: (shown: Shown) => string | undefined, action: () => Thenable<unknown>) {
    const original = {
      executeCommand: commands.executeCommand,
      setStatusBarMessage: window.setStatusBarMessage,
      withProgress: window.withProgress,
      openExternal: env.openExternal,
    };
    const { executeCommand, withProgress } = original;
    Object.assign(commands, {
      executeCommand: (id: string, ...args: unknown[]) => {
        this.note(id, args);
        return executeCommand(id, ...args);
      },
    });
    Object.assign(window, {
      setStatusBarMessage: (text: string) => {
        this.note(text);
        return { dispose: () => undefined };
      },
      withProgress: (options: unknown, task: Parameters<typeof withProgress>[1]) => {
        this.note(options);
        return withProgress(options as Parameters<typeof withProgress>[0], (progress, token) => {
          const report = (step: { readonly message?: string }) => {
            this.note(step);
            progress.report(step);
          };
          return task({ report }, token);
        });
      },
    });
    Object.assign(env, {
      openExternal: (uri: Uri) => {
        this.note(String(uri));
        return Promise.resolve(true);
      },
    });
    try {
      const channels = await readingChannels(async () => {
        this.note((await answering(answer, action)).shown);
      });
      this.note(channels);
    } catch (error) {
      this.note(error instanceof Error ? `${error.message} ${error.stack}` : String(error));
    } finally {
      Object.assign(commands, { executeCommand });
      Object.assign(window, { setStatusBarMessage: original.setStatusBarMessage, withProgress });
      Object.assign(env, { openExternal: original.openExternal });
    }
    this.note(await env.clipboard.readText());
  }

  noteDiagnostics(): void {
    const all = languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics);
    for (const { message, code, relatedInformation } of all) {
      this.note(
        message,
        code,
        relatedInformation?.map((each) => each.message),
      );
    }
  }

  /** What the log holds, as the editor shows it. */
  noteOutput(): void {
    for (const document of workspace.textDocuments) {
      if (document.uri.scheme === "output") this.note(document.getText());
    }
  }
}

/** All that a thing holds, once: a command may hold the action that it belongs to. */
function textOf(thing: unknown): string {
  const seen = new Set<unknown>();
  const once = (_key: string, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if (seen.has(value)) return undefined;
    seen.add(value);
    return value;
  };
  return JSON.stringify(thing, once) ?? "";
}
