import { refuse } from '@/lib/api/refuse';
import { AppError } from '@/lib/errors';

const notFound = (request: Request) => refuse(new AppError('not_found'), request, '/api/*');

/** Unknown API addresses answer in JSON for every method. The framework would send a page. */
export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
