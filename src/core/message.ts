/**
 * A sentence for people, kept apart from its values so that an adapter can translate it.
 * `{0}`, `{1}` … stand for the values in order. A message never holds a secret's value.
 */
export interface Message {
  readonly template: string;
  readonly values: readonly MessageValue[];
}

export type MessageValue = string | number | Message;

export function message(template: string, ...values: readonly MessageValue[]): Message {
  return { template, values };
}

/** The sentence in English, or in another language through `translate`. */
export function format(
  { template, values }: Message,
  translate: (template: string) => string = (english) => english,
): string {
  return translate(template).replace(/\{(\d+)\}/g, (whole, index: string) => {
    const value = values[Number(index)];
    if (value === undefined) return whole;
    return typeof value === "object" ? format(value, translate) : String(value);
  });
}
