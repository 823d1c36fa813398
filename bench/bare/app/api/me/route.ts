import { body } from '@/bench/body.mjs';

export const dynamic = 'force-dynamic';

/** The body of the product's `GET /api/me`, with nothing between the request and it. */
export const GET = async () => Response.json(body);
