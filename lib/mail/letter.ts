/** A button, and a sentence that says that its address stands beside it. */
export type Way = { label: string; hint: string; url: string };

/** What a mail says. All of it is plain text. */
export type Letter = {
  lang: string;
  subject: string;
  /** what a list of mails shows beside the subject */
  preview: string;
  paragraphs: string[];
  /** a button, and its address as text for readers who cannot press it */
  action?: Way;
  /** another button below it */
  second?: Way;
  /** what to paste instead of following the link, and a sentence that says so */
  code?: { hint: string; value: string };
  /** why the reader got it, and from whom */
  footer: string[];
};

/** Writes a letter for mail programs that show plain text. */
export function toText({ paragraphs, action, second, code, footer }: Letter): string {
  const parts = [...paragraphs];
  if (action) parts.push(`${action.label}:\n${action.url}`);
  if (second) parts.push(`${second.label}:\n${second.url}`);
  // A line of its own, so that a double click or a triple click takes all of it and nothing else.
  if (code) parts.push(code.hint, code.value);
  return [...parts, `-- \n${footer.join('\n')}`].join('\n\n');
}
