/** How a number is written. */
export const WRITTEN_NUMBER = /^INV-(\d{6}|[1-9]\d{6,9})$/;
const MAX = 2 ** 31 - 1;

/** @returns a number as people and programs see it: `INV-000042` */
export function writeNumber(number: number): string {
  return `INV-${String(number).padStart(6, '0')}`;
}

/** @returns what {@link writeNumber} wrote, or null for a text that it never wrote */
export function numberOf(text: string): number | null {
  const number = Number(WRITTEN_NUMBER.exec(text)?.[1] ?? Number.NaN);
  return number <= MAX ? number : null;
}
