/**
 * What spreadsheets take for a formula, which would run when someone opens the file: at the start of
 * a cell, and within it after what another language's spreadsheet separates cells by.
 */
const FORMULA =
  /^(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])|[,;\t\r\n][ "]*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Excel reads a file as UTF-8 if it begins with this. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * What spreadsheets in a language separate cells by: where the comma is the decimal sign, it is the
 * semicolon, and a file with commas opens as one column.
 */
export const separatorOf = (locale: string) => (locale === 'es' ? ';' : ',');

/**
 * A line of a CSV file (RFC 4180). What would be a formula gets an apostrophe before it, which makes
 * it a text (OWASP, CSV injection).
 */
export function csvLine(cells: readonly string[], separator = ','): string {
  return `${cells.map(quoted).join(separator)}\r\n`;
}

function quoted(cell: string): string {
  return `"${cell.replace(FORMULA, "$&'").replaceAll('"', '""')}"`;
}
