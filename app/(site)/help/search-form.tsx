import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Field } from '@/components/field';

/** A plain GET form: the answer is a page with an address, and needs no JavaScript. */
export async function SearchForm({ query }: { query: string }) {
  const t = await getTranslations('help.search');
  return (
    <search>
      <form action="/help" className="mt-8 flex max-w-xl items-end gap-3">
        <Field
          // A new search is a new field: React keeps what was typed into the old one.
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
