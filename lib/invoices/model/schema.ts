import { z } from 'zod';
import { CURRENCIES, IN_FORCE_ON } from '@/lib/money/currency';
import { oneLine, wholeNumber } from '@/lib/text';

export const INVOICE_STATUSES = ['draft', 'open', 'paid', 'void'] as const;

export const invoiceStatus = z
  .enum(INVOICE_STATUSES)
  .meta({ id: 'InvoiceStatus', example: 'open' });

const ONE_LINE = 'One line, without control characters. Spaces around it are removed.';
const MAX_LINES = 100;
const MAX_QUANTITY = 1_000_000;

/** A day of the calendar, which has no year 0: neither have databases nor most languages. */
export const day = z.iso
  .date({ error: 'Write a day as YYYY-MM-DD.' })
  .refine((text) => text >= '0001-01-01', { error: 'Give a day from the year 1 on.' })
  .meta({ id: 'Day', description: 'A day from 0001-01-01 on.' });

/** Uses the names of the API, so that an error points to what the caller wrote. */
const invoiceLineInput = z
  .strictObject({
    description: oneLine(500).meta({ description: ONE_LINE, example: 'Consulting hours' }),
    quantity: wholeNumber(1, MAX_QUANTITY).meta({ example: 3 }),
    unit_amount: wholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).meta({
      description:
        'Price of one, in the smallest unit of the currency: 12500 is €125.00. A discount is negative.',
      example: 12500,
    }),
  })
  .meta({ id: 'InvoiceLineInput' });

const lines = z
  .array(invoiceLineInput)
  .min(1)
  .max(MAX_LINES)
  .superRefine((list, context) => {
    const addIssue = (path: PropertyKey[], code: string, message: string) =>
      context.addIssue({ code: 'custom', path, params: { code }, message });
    if (context.issues.length > 0) return;
    let total = 0n;
    for (const [index, { quantity, unit_amount }] of list.entries()) {
      const amount = BigInt(quantity) * BigInt(unit_amount);
      total += amount;
      if (!isSafe(amount)) {
        addIssue(
          [index, 'unit_amount'],
          'too_big',
          'Quantity times price must stay within 2^53-1.',
        );
      }
    }
    if (!isSafe(total)) addIssue([], 'too_big', 'The total must stay within 2^53-1.');
    if (total < 0n) addIssue([], 'too_small', 'The total must not be negative.');
  })
  .meta({
    description:
      'What is billed, in order. The server computes amounts and total: each amount is within ±(2^53−1), and the total within 2^53−1 and not negative.',
  });

const customer = oneLine(200).meta({ description: ONE_LINE, example: 'Northwind Traders' });

const currency = z
  .enum(CURRENCIES, { error: 'Give an ISO 4217 code in capitals, such as EUR.' })
  .meta({
    id: 'Currency',
    description: `ISO 4217 code in force on ${IN_FORCE_ON}. Amounts are in the smallest unit of this currency: cents for EUR, yen for JPY.`,
    example: 'EUR',
  });

/** The caller's own name for an invoice, such as the number of an order. */
export const reference = oneLine(100);

/** Without an example, so that samples leave it out: the second one would be refused. */
const REFERENCE = {
  description:
    'Your own name for the invoice, such as the number of an order. No other invoice of the workspace may have the same one.',
};

/** Without an example, so that samples leave it out: most callers want the day that it is. */
const ISSUED_ON = {
  description:
    "The day of issue. Without it, or with null, it is the day on which the invoice is finalized, in the workspace's own time zone, which its Owner sets (UTC at first).",
};

/** A new draft. */
export const invoiceInput = z
  .strictObject({
    customer,
    currency,
    issued_on: day.nullish().meta(ISSUED_ON),
    due_on: day.nullish().meta({ example: '2027-01-31' }),
    reference: reference.nullish().meta(REFERENCE),
    lines,
  })
  .meta({ id: 'InvoiceInput' });

/** Changes to a draft: a missing field stays as it is; `lines` replaces all lines. */
export const invoiceChanges = z
  .strictObject({
    customer,
    currency,
    issued_on: day.nullable().meta(ISSUED_ON),
    due_on: day.nullable().meta({ example: '2027-01-31' }),
    reference: reference.nullable().meta(REFERENCE),
    lines,
  })
  .partial()
  .meta({ id: 'InvoiceChanges' });

function isSafe(amount: bigint): boolean {
  return amount >= BigInt(Number.MIN_SAFE_INTEGER) && amount <= BigInt(Number.MAX_SAFE_INTEGER);
}
