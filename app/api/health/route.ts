import { route } from '@/lib/api/route';
import { isDatabaseUp } from '@/lib/health';

/** For load balancers: 200 when this instance can serve, 503 while its database does not answer. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async () => {
    const up = await isDatabaseUp();
    return Response.json(
      { status: up ? 'ok' : 'unavailable' },
      { status: up ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
    );
  },
});
