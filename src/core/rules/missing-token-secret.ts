import { lineEndingOf, type TextEdit } from "../edit.ts";
import type { Fix } from "../finding.ts";
import { message } from "../message.ts";
import type { Project } from "../project.ts";
import { readVariable, type VariableRead } from "../script/rewrite/readVariable.ts";
import { soundEdits } from "../script/rewrite/soundEdits.ts";
import type { BareCall, Script } from "../script/script.ts";
import type { Rule } from "./rule.ts";

export const missingTokenSecret: Rule = {
  id: "missing-token-secret",
  title: "A token is read without the secret, which the call takes from nowhere else",
  defaultSeverity: "error",
  check: (project) =>
    bareCalls(project).map(({ script, call }) => ({
      file: script.path,
      span: call.span,
      message: message(
        "This call of {0} reads no variable: without the option secret it fails as soon as there is a token. Hand it over.",
        call.framework.name,
      ),
    })),
  fixes({ file, span }, project): readonly Fix[] {
    const found = bareCalls(project).find(
      ({ script, call }) => script.path === file && call.span.start === span.start,
    );
    if (found === undefined) return [];
    const { script, call } = found;
    const variable = variableFor(call, project);
    const edits = soundEdits(
      [
        {
          file,
          edits: addSecret(
            script.text,
            call,
            readVariable(script.text, project.framework, variable),
          ),
        },
      ],
      () => script.text,
    );
    if (edits.length === 0) return [];
    return [
      {
        title: message("Hand it the value of {0}", variable),
        preferred: true,
        timing: "manual",
        edits: () => edits,
      },
    ];
  },
};

interface PlacedCall {
  readonly script: Script;
  readonly call: BareCall;
}

/** None where the version of the library is only assumed: an earlier one looks by itself. */
function bareCalls({ isDependency, scripts }: Project): readonly PlacedCall[] {
  if (!isDependency) return [];
  return scripts.flatMap((script) => script.bareCalls.map((call) => ({ script, call })));
}

/** The name that the project has its secret under: the library's own, unless only another is set. */
function variableFor({ framework }: BareCall, { envFiles }: Project): string {
  const isSet = (name: string) =>
    envFiles.some(
      ({ isTemplate, entries }) => !isTemplate && entries.some(({ key }) => key === name),
    );
  return framework.lookup.names.find(isSet) ?? framework.variable;
}

/** `secret: …` as the last property, laid out as the others are. */
function addSecret(
  text: string,
  { optionsSpan: { start, end } }: BareCall,
  read: VariableRead,
): readonly TextEdit[] {
  const property = `secret: ${read.expression}`;
  const inner = text.slice(start + 1, end - 1);
  const content = inner.trimEnd();
  if (content === "") return [...read.edits, { start, end, newText: `{ ${property} }` }];
  const at = start + 1 + content.length;
  const comma = content.endsWith(",") ? "" : ",";
  const own = /\n([^\S\n]*)\S[^\n]*$/.exec(content)?.[1];
  const isSpread = own !== undefined && inner.slice(content.length).includes("\n");
  const gap = isSpread ? lineEndingOf(inner) + own : " ";
  const tail = isSpread || comma === "" ? "," : "";
  const edit = { start: at, end: at, newText: `${comma}${gap}${property}${tail}` };
  // Behind a comment at the end of the line it would be a part of that.
  return isComment(text, at) ? [] : [...read.edits, edit];
}

function isComment(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return /\/\/|\*\/\s*$/.test(line.replace(/(["'`]).*?\1/g, ""));
}
