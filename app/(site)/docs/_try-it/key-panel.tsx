import { getTranslations } from 'next-intl/server';
import { KeyField } from './key-field';

/** Invites the reader to send requests from the page, and says what happens to the key. */
export async function KeyPanel() {
  const t = await getTranslations('reference.client.key');
  return (
    <section
      aria-labelledby="your-key"
      className="grid grid-cols-1 gap-x-10 gap-y-4 rounded-panel border border-line bg-surface p-5 shadow-raised xl:grid-cols-2"
    >
      <div>
        <h2 id="your-key" className="text-card">
          {t('title')}
        </h2>
        <p className="mt-1 text-sm text-muted">{t('hint')}</p>
      </div>
      <div className="noscript:hidden">
        <KeyField id="key" />
      </div>
      <noscript>
        <p className="text-sm text-muted">{t('needsJavaScript')}</p>
      </noscript>
    </section>
  );
}
