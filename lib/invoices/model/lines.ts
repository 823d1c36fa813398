type LineInput = { description: string; quantity: number; unit_amount: number };

/**
 * Computes the amount of each line and the total, which are never taken from the caller.
 * @param lines checked by the schema, so that every amount is within ±(2^53−1)
 * @returns `rows` for the table, in order, and `total`, both in minor units
 */
export function priceLines(lines: readonly LineInput[]) {
  const rows = lines.map(({ description, quantity, unit_amount }, position) => {
    const unitAmount = BigInt(unit_amount);
    return { position, description, quantity, unitAmount, amount: unitAmount * BigInt(quantity) };
  });
  return { rows, total: rows.reduce((sum, { amount }) => sum + amount, 0n) };
}
