/** What every generated client is asked for: the largest amount, there and back, and a refusal. */
export const origin = String(process.env.ZENDRHAX_URL);
export const authorization = `Bearer ${process.env.ZENDRHAX_API_KEY}`;

/** 2^53−1 cents. */
export const invoice = {
  customer: 'Northwind Traders',
  currency: 'EUR' as const,
  lines: [{ description: 'A planet', quantity: 1, unit_amount: Number.MAX_SAFE_INTEGER }],
};

/**
 * @param amount as it was read back
 * @param refusal the status and the code of a refusal, each by its type
 */
export const tell = (amount: number | undefined, refusal: [status: number, code: string]) =>
  console.log(JSON.stringify({ amount, refusal }));
