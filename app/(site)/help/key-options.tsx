import { getTranslations } from 'next-intl/server';
import { createApiKeyInput } from '@/lib/api-keys/schema';

/** The fields of a new key besides the name. */
const OPTIONS = createApiKeyInput.omit({ name: true }).keyof().options;

/** The options of a new key by their labels, and what each can be. */
export async function KeyOptions() {
  const labels = await getTranslations('client.createKey.labels');
  const t = await getTranslations('help.keyOptions');
  return (
    <ul className="list-disc space-y-1.5 pl-5">
      {OPTIONS.map((option) => (
        <li key={option} className="pl-1">
          <strong className="font-semibold">{labels(option)}</strong>: {t(option)}
        </li>
      ))}
    </ul>
  );
}
