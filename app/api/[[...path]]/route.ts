import { refuse } from '@/lib/api/endpoint/refuse';
import { routeOf } from '@/lib/api/endpoint/route';
import { AppError } from '@/lib/errors';

/** Unknown API addresses answer in JSON for every method. The framework would send a page. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeOf((request) =>
  refuse(new AppError('not_found'), request, '/api/*'),
);
