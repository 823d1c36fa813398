/** What spreadsheets take for a formula, which would run when someone opens the file. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Excel reads a file as UTF-8 if it begins with this. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * A line of a CSV file (RFC 4180). What would be a formula gets an apostrophe before it, which makes
 * it a text (OWASP, CSV injection).
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
