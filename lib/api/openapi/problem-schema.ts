import { z } from 'zod';
import { ANSWERED_CODES } from '@/lib/api/problems/codes';
import { problemMembers } from '@/lib/api/problems/problem-type';

const codes = ANSWERED_CODES.map((code) => `\`${code}\``).join(', ');

/** The body of every error (RFC 9457). Its codes are not a closed list: later versions add some. */
export const problemSchema = z
  .strictObject({
    type: z.url().meta({ description: 'A page that explains the code.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'For people; it may change.' }),
    instance: z.string().meta({ description: 'The request id, as in X-Request-Id.' }),
    code: z.string().meta({
      description: `For programs. A code keeps its meaning; more may be added, so treat one that you do not know by the status. Known codes: ${codes}.`,
      examples: [...ANSWERED_CODES],
    }),
    ...problemMembers.shape,
  })
  .meta({ id: 'Problem' });
