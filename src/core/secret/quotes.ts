const PAIRS = ['""', "''", "``", "“”", "‘’", "„“", "«»"];

/** A text without the pairs of quotes around it: straight, smart or doubled. */
export function withoutQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (end - start > 1 && PAIRS.includes(text.charAt(start) + text.charAt(end - 1))) {
    start++;
    end--;
  }
  return text.slice(start, end);
}
