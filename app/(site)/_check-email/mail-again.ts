import { getTranslations } from 'next-intl/server';
import { attempt } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { type Asked, type AskPage, requireAsked } from './asked';

/**
 * Mails another link than the one that was asked for on a page.
 * @param elsewhere another address than the one that was typed there
 */
export async function mailAgain(
  where: AskPage,
  mail: (asked: Asked) => Promise<void>,
  elsewhere?: { email: string },
): Promise<FormState> {
  return attempt(elsewhere ?? {}, async () => {
    const asked = { ...(await requireAsked(where)), ...elsewhere };
    await mail(asked);
    const t = await getTranslations('checkEmail');
    const { email } = asked;
    return { ok: true, message: t(elsewhere ? 'elsewhere.sent' : 'sentAgain', { email }) };
  });
}
