import { readBytes } from '@/lib/api/endpoint/body';
import { refuse } from '@/lib/api/endpoint/refuse';
import { options, routeOf } from '@/lib/api/endpoint/route';
import { answer, type Exchange } from '@/lib/api/exchange/exchange';
import { json } from '@/lib/api/exchange/http';
import { publicKeysAt } from '@/lib/api-keys/reported/github/public-keys';
import { reportFromGithub } from '@/lib/api-keys/reported/github/report-from-github';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { countOrRefuse } from '@/lib/limits/limiter';
import { clientAddress } from '@/lib/request/client-address';

const PATH = '/api/leaked-keys/github';

/** 1 MiB: some thousands of tokens. */
const MAX_BYTES = 1_048_576;
const LIMIT = { name: 'github-reports', quota: 300, windowSeconds: 60 };

const { SECRET_SCANNING_KEYS_URL: url } = env;
const keyOf = url ? publicKeysAt(url) : undefined;
const others = options(PATH, 'POST, OPTIONS');

/**
 * The partner protocol of GitHub's secret scanning, where the operator has switched it on. It is no part of
 * the document: GitHub alone can call it.
 */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeOf((request, params) => {
  if (!keyOf) return refuse(new AppError('not_found'), request, PATH);
  return request.method === 'POST' ? answer(request, PATH, take) : others(request, params);
});

async function take({ request, headers }: Exchange) {
  if (!keyOf) throw new AppError('not_found');
  const address = clientAddress(request.headers);
  await countOrRefuse(LIMIT, address);
  const report = {
    body: await readBytes(request, MAX_BYTES),
    keyId: request.headers.get('github-public-key-identifier'),
    signature: request.headers.get('github-public-key-signature'),
    address,
  };
  return json({ received: await reportFromGithub(report, keyOf) }, 202, new Map(headers));
}
