import { getTranslations } from 'next-intl/server';
import { TermList } from '@/components/term-list';
import { createApiKeyInput } from '@/lib/api-keys/model/schema';

/** The fields of a new key besides the name. */
const OPTIONS = createApiKeyInput.omit({ name: true }).keyof().options;

/** The options of a new key by their labels, and what each can be. */
export async function KeyOptions() {
  const labels = await getTranslations('client.createKey.labels');
  const t = await getTranslations('help.keyOptions');
  return <TermList terms={OPTIONS.map((option) => ({ term: labels(option), text: t(option) }))} />;
}
