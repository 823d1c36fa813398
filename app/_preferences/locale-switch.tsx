import { getLocale, getTranslations } from 'next-intl/server';
import { StepForm } from '@/components/forms/step-form';
import { LOCALES } from '@/lib/i18n/locale';
import { pickLocale } from './actions';

const NAMES = { en: 'English', es: 'Español' };

/** `EN | ES`. A form, so that it works without JavaScript. */
export async function LocaleSwitch() {
  const current = await getLocale();
  const t = await getTranslations('site');
  return (
    <StepForm action={pickLocale} className="flex items-center text-sm">
      <fieldset className="flex items-center divide-x divide-line">
        <legend className="sr-only">{t('language')}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            title={NAMES[locale]}
            aria-pressed={locale === current}
            className="min-h-8 px-2.5 text-muted uppercase hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {locale}
          </button>
        ))}
      </fieldset>
    </StepForm>
  );
}
