import { z } from 'zod';
import { ANSWERED_CODES } from '@/lib/api/codes';
import { problemMembers } from '@/lib/api/problem-type';

/** The body of every error (RFC 9457). */
export const problemSchema = z
  .strictObject({
    type: z.url().meta({ description: 'A page that explains the code.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'For people; it may change.' }),
    instance: z.string().meta({ description: 'The request id, as in X-Request-Id.' }),
    code: z.enum(ANSWERED_CODES).meta({ description: 'For programs; it is stable.' }),
    ...problemMembers.shape,
  })
  .meta({ id: 'Problem' });
