import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/forms/action-form';
import { Notice } from '@/components/page/notice';
import type { LinkPage } from '@/lib/identity/links/link-pages';
import { openLink } from './actions';
import { CodeFromLink } from './code-from-link';

type Props = {
  page: LinkPage;
  /** whether the page is about something else, and the field is behind a line to click */
  folded?: boolean;
  /** whether the browser has just not kept a code */
  isBlocked?: boolean;
};

/** Opens a mailed link: by its fragment, or by the code that the mail writes out. */
export async function EnterCode({ page, folded = false, isBlocked = false }: Props) {
  const t = await getTranslations('mailedLink');
  const open = openLink.bind(null, page);
  const form = (
    <ActionForm
      id="link"
      action={open}
      submit={t('open')}
      pending={t('opening')}
      layout="narrow"
      fields={[{ name: 'token', label: t('code'), hint: t('hint'), autoComplete: 'one-time-code' }]}
    >
      <noscript>
        <input type="hidden" name="plain" value="1" />
      </noscript>
    </ActionForm>
  );
  const blocked = (
    <div className="mb-4">
      <Notice tone="warning" live="alert">
        {t('blocked')}
      </Notice>
    </div>
  );
  return (
    <CodeFromLink open={open} opening={t('opening')} blocked={blocked} isBlocked={isBlocked}>
      {folded ? (
        <details>
          <summary className="w-fit rounded-control py-1.5 text-sm text-muted">
            {t('other')}
          </summary>
          <div className="mt-4">{form}</div>
        </details>
      ) : (
        form
      )}
    </CodeFromLink>
  );
}
