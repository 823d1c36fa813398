import { getLocale, getTranslations } from 'next-intl/server';
import { StepForm } from '@/components/forms/step-form';
import { LANGUAGE_NAMES, LOCALES } from '@/lib/i18n/locale';
import { pickLocale } from './actions';

const LOCALE = 'inline-flex min-h-8 items-center px-2.5 uppercase';

/** `EN | ES`, of which the other one is a button. A form, so that it works without JavaScript. */
export async function LocaleSwitch() {
  const current = await getLocale();
  const t = await getTranslations('site');
  return (
    <StepForm action={pickLocale} className="flex items-center text-sm">
      <fieldset className="flex items-center divide-x divide-line">
        <legend className="sr-only">{t('language')}</legend>
        {LOCALES.map((locale) =>
          locale === current ? (
            <span
              key="current"
              aria-current="true"
              lang={locale}
              title={LANGUAGE_NAMES[locale]}
              className={`${LOCALE} font-semibold text-ink`}
            >
              {locale}
            </span>
          ) : (
            // Whoever has pressed it is still on it when it leads back.
            <button
              key="other"
              type="submit"
              name="locale"
              value={locale}
              lang={locale}
              title={LANGUAGE_NAMES[locale]}
              className={`${LOCALE} text-muted hover:text-ink`}
            >
              {locale}
            </button>
          ),
        )}
      </fieldset>
    </StepForm>
  );
}
