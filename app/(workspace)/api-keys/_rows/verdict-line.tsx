import { verdictInWords } from '@/app/(workspace)/api-keys/_parts/verdict-in-words';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import { verdictOf } from '@/lib/api-keys/read/verdict';

const TONES = { used: '', tried: 'text-warning', idle: 'text-muted', never: 'text-muted' };

/** Whether anybody uses a key, in a line. */
export async function VerdictLine({ apiKey, day }: { apiKey: ApiKey; day: LastDay | undefined }) {
  const verdict = verdictOf(apiKey, day);
  return (
    <span className={`wrap-anywhere ${TONES[verdict.kind]}`}>{await verdictInWords(verdict)}</span>
  );
}
