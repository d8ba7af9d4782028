import { storeSecret } from "../../dotenv/storeSecret.ts";
import type { Fix, Problem } from "../../finding.ts";
import { message } from "../../message.ts";
import type { Project } from "../../project.ts";
import type { SecretSource } from "../script.ts";
import { parseModule } from "../syntax.ts";
import { sourceAt, textOfFile, variableBeside } from "./moveOutFix.ts";
import { providerName } from "./providerName.ts";
import { replaceByVariable } from "./sourceEdits.ts";

/**
 * The fix that moves a client secret to the environment. It keeps the value: only the provider can
 * make another, and sign-in would fail without.
 */
export function clientFix(problem: Problem, project: Project): readonly Fix[] {
  const source = sourceAt(problem, project);
  const text = source && textOfFile(project, source.expression.file);
  if (source === undefined || text === undefined || source.value === undefined) return [];
  const { value } = source;
  const variable = variableBeside(source, project) ?? variableOf(text, source);
  const edits = replaceByVariable(text, source, variable);
  return [
    {
      title: message("Read {0} instead, and move the value to the environment", variable),
      preferred: true,
      timing: "manual",
      notice: message(
        "The value is known to everyone who can read the code: let the provider make a new one and put that in {0}.",
        variable,
      ),
      edits: () => [
        { file: source.expression.file, edits },
        ...storeSecret(project, variable, value),
      ],
    },
  ];
}

function variableOf(text: string, { file, span, option }: SecretSource): string {
  const provider = providerName(parseModule(file, text), span);
  return option.framework.clientVariable(provider ?? "PROVIDER");
}
