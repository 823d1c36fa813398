import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Field } from '@/components/forms/field';

/** The start of a key, as looksSecret has it: a long text may be cut off within it. */
const KEY = 'sk_[0-9a-fA-F]{9}';

/**
 * A plain GET form: the results have an address, and it works without JavaScript. The browser does
 * not send what has a key in it.
 */
export async function SearchForm({ query }: { query: string }) {
  const t = await getTranslations('help.search');
  return (
    <search>
      <form action="/help" className="mt-8 flex max-w-xl items-end gap-3">
        <Field
          // Without a new key, React would keep the text of the previous search.
          key={query}
          id="help-search"
          name="q"
          type="search"
          label={t('label')}
          defaultValue={query}
          maxLength={100}
          pattern={`(?!.*${KEY}).*`}
          title={t('noKeys')}
          className="w-full"
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </search>
  );
}
