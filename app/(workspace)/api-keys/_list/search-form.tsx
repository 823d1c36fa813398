import { getTranslations } from 'next-intl/server';
import { without } from '@/app/(workspace)/_parts/list-address';
import { Button } from '@/components/button';
import { ButtonLink } from '@/components/button-link';
import { Field, SelectField } from '@/components/forms/field';
import { KEY_FILTERS, KEY_SORT_NAMES, SEARCH_MAX_CHARACTERS } from '@/lib/api-keys/read/list-query';
import { LiveSearch } from './live-search';
import { hrefOf, type KeysQuery } from './query';

type Props = {
  /** what is asked for now, without its page */
  asked: KeysQuery;
  /** the names of invalid parameters */
  wrong: readonly string[];
};

/** It is posted, not part of the address: someone may paste a key. With JavaScript it acts at once. */
export async function SearchForm({ asked, wrong }: Props) {
  const t = await getTranslations('apiKeys.list');
  const isAsked = Object.keys(without(asked, ['size'])).length > 0;
  const select = (name: 'state' | 'sort') => ({
    id: `keys-${name}`,
    name,
    label: t(name),
    hidesLabel: true,
    defaultValue: asked[name],
    error: wrong.includes(name) ? t(`errors.${name}`) : undefined,
  });
  return (
    <LiveSearch
      label={t('label')}
      asked={without(
        asked,
        wrong.filter((name) => name !== 'q'),
      )}
    >
      <Field
        id="keys-q"
        name="q"
        type="search"
        label={t('search')}
        hint={t('hint')}
        hidesLabel
        hidesHint
        placeholder={t('search')}
        defaultValue={asked.q ?? ''}
        error={wrong.includes('q') ? t('errors.q') : undefined}
        maxLength={SEARCH_MAX_CHARACTERS}
        spellCheck={false}
        autoCapitalize="none"
        className="max-sm:col-span-2 max-sm:mr-24"
      />
      <SelectField {...select('state')}>
        {KEY_FILTERS.map((filter, index) => (
          <option key={filter} value={index === 0 ? '' : filter}>
            {t(`states.${filter}`)}
          </option>
        ))}
      </SelectField>
      <SelectField {...select('sort')}>
        {KEY_SORT_NAMES.map((sort, index) => (
          <option key={sort} value={index === 0 ? '' : sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </SelectField>
      {asked.size && <input type="hidden" name="size" value={asked.size} />}
      <div className="hidden noscript:block">
        <Button type="submit" variant="secondary">
          {t('submit')}
        </Button>
      </div>
      {isAsked && (
        <ButtonLink
          href={hrefOf(asked.size ? { size: asked.size } : {})}
          scroll={false}
          prefetch={false}
          variant="quiet"
        >
          {t('clear')}
        </ButtonLink>
      )}
    </LiveSearch>
  );
}
