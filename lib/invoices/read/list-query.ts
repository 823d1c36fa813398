import { z } from 'zod';
import type { SortKey } from '@/lib/cursor';
import { numberOf, WRITTEN_NUMBER } from '@/lib/invoices/model/number';
import { day, INVOICE_STATUSES, reference } from '@/lib/invoices/model/schema';
import { NEWEST_FIRST, pageQuery } from '@/lib/paging';
import { momentOf } from '@/lib/rfc3339';
import { oneLine } from '@/lib/text';

/** The orders of a list of invoices, by what `sort` calls them. Each has an index. */
export const SORTS = {
  '-created_at': NEWEST_FIRST,
  created_at: { createdAt: ['asc', 'time'], id: ['asc', 'uuid'] },
  '-updated_at': { updatedAt: ['desc', 'time'], id: ['desc', 'uuid'] },
  updated_at: { updatedAt: ['asc', 'time'], id: ['asc', 'uuid'] },
} as const satisfies Record<string, SortKey>;

type Sort = keyof typeof SORTS;

const SORT_NAMES = Object.keys(SORTS) as [Sort, ...Sort[]];

const anyStatus = INVOICE_STATUSES.join('|');
const statuses = INVOICE_STATUSES.join(', ');

/**
 * A text with commas. A list would be written by each client in a way of its own, mostly by
 * repeating the parameter.
 */
const status = z
  .string()
  .regex(new RegExp(`^(${anyStatus})(,(${anyStatus}))*$`), {
    error: `Give one or more of ${statuses}, with commas and without spaces.`,
  })
  .transform((text) => text.split(',') as (typeof INVOICE_STATUSES)[number][]);

/** Nothing was created or changed before or after these, and databases hold no time of any year. */
const [FIRST, LAST] = [Date.parse('1900-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

const time = z
  .string()
  .transform((text, context) => {
    const moment = momentOf(text);
    if (moment !== null) return new Date(Math.min(Math.max(moment, FIRST), LAST));
    const message = 'Write a time such as 2027-01-31T09:30:00Z. In an address, + is %2B.';
    context.addIssue({ code: 'custom', params: { code: 'invalid_format' }, message });
    return z.NEVER;
  })
  .meta({ format: 'date-time' });

const NOT_A_NUMBER = 'Write a number such as INV-000042.';

const number = z
  .string()
  .regex(WRITTEN_NUMBER, { abort: true, error: NOT_A_NUMBER })
  .refine((text) => numberOf(text) !== null, { error: NOT_A_NUMBER })
  .transform((text) => numberOf(text) as number)
  // A number of ten digits may be more than there can be, which is refused.
  .meta({ pattern: '^INV-([0-9]{6}|[1-9][0-9]{6,8})$' });

/** The parameters of a list of invoices. */
export const listInvoicesQuery = z.strictObject({
  status: status.optional().meta({
    description: `Only invoices in this status, or in one of these: some of ${statuses}, with commas between them.`,
    param: { example: 'open,paid' },
  }),
  customer: oneLine(200)
    .optional()
    .meta({
      description: 'Only invoices whose customer has this in the name. Capitals do not matter.',
      param: { example: 'Northwind' },
    }),
  number: number.optional().meta({
    description: 'Only the invoice with this number.',
    param: { example: 'INV-000042' },
  }),
  reference: reference
    .optional()
    .meta({ description: 'Only the invoice with exactly this reference.' }),
  issued_from: day.optional().meta({
    description: 'Only invoices whose `issued_on` is this day or later.',
    param: { example: '2027-01-01' },
  }),
  issued_to: day.optional().meta({
    description: 'Only invoices whose `issued_on` is this day or earlier.',
    param: { example: '2027-12-31' },
  }),
  created_from: time.optional().meta({
    description: 'Only invoices created at this time or later.',
    param: { example: '2027-01-01T00:00:00Z' },
  }),
  created_to: time.optional().meta({
    description: 'Only invoices created at this time or earlier.',
    param: { example: '2027-12-31T23:59:59Z' },
  }),
  updated_from: time.optional().meta({
    description: 'Only invoices that were created or changed at this time or later.',
    param: { example: '2027-01-01T00:00:00Z' },
  }),
  updated_to: time.optional().meta({
    description: 'Only invoices that were last changed at this time or earlier.',
    param: { example: '2027-12-31T23:59:59Z' },
  }),
  sort: z.enum(SORT_NAMES).meta({ id: 'InvoiceSort' }).default('-created_at').meta({
    description:
      'The order. A minus sign puts the latest first. A `cursor` works for one order only.',
  }),
  ...pageQuery,
});
