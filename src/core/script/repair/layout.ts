/** The offset behind a name. */
export function skipName(text: string, from: number): number {
  const name = /[\w$]*/y;
  name.lastIndex = from;
  return from + (name.exec(text)?.[0].length ?? 0);
}

/** The offset behind blanks and comments. */
export function skipTrivia(text: string, from: number): number {
  const trivia = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
  let end = from;
  do {
    trivia.lastIndex = end;
    end += trivia.exec(text)?.[0].length ?? 0;
  } while (trivia.lastIndex > 0);
  return end;
}

/** True for the first character of a line that is no blank. */
export function startsLine(text: string, at: number): boolean {
  return /(^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, at - 80), at));
}

/** How many blanks the line at an offset begins with. */
export function indentAt(text: string, at: number): number {
  const line = text.lastIndexOf("\n", at - 1) + 1;
  return /^[^\S\n]*/.exec(text.slice(line, at + 1))?.[0].length ?? 0;
}
