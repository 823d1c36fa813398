type LineInput = { description: string; quantity: number; unit_amount: number };

/**
 * Computes what the server alone may say: the amount of each line, and their sum.
 * @param lines checked by the schema, so that no amount leaves ±(2^53−1)
 * @returns `rows` for the table, in order, and `total`, both in minor units
 */
export function priceLines(lines: readonly LineInput[]) {
  const rows = lines.map(({ description, quantity, unit_amount }, position) => {
    const unitAmount = BigInt(unit_amount);
    return { position, description, quantity, unitAmount, amount: unitAmount * BigInt(quantity) };
  });
  return { rows, total: rows.reduce((sum, { amount }) => sum + amount, 0n) };
}
