/**
 * Does something, and tells of a time whether it lies so many milliseconds after the moment of that,
 * however long it took.
 */
export async function momentOf<Result>(act: () => Promise<Result>) {
  const from = Date.now();
  const result = await act();
  const to = Date.now();
  /** A database may round to the next millisecond. */
  const isAfter = (ms: number) => (time: Date) =>
    Number(time) >= from + ms && Number(time) <= to + ms + 1;
  return { result, isAfter };
}
