import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Field } from '@/components/field';

/** A plain GET form: the results have an address, and it works without JavaScript. */
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
          className="w-full"
        />
        <Button type="submit">{t('submit')}</Button>
      </form>
    </search>
  );
}
