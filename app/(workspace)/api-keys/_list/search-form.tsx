import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { ButtonLink } from '@/components/button-link';
import { Field, SelectField } from '@/components/forms/field';
import { StepForm } from '@/components/forms/step-form';
import { KEY_FILTERS, KEY_SORT_NAMES, SEARCH_MAX_CHARACTERS } from '@/lib/api-keys/read/list-query';
import { type KeysQuery, listAt } from './query';
import { searchKeys } from './search-action';

type Props = {
  /** what is asked for now, without its page */
  asked: KeysQuery;
  /** the names of invalid parameters */
  wrong: readonly string[];
};

/** It is posted, not part of the address: someone may paste a key. */
export async function SearchForm({ asked, wrong }: Props) {
  const t = await getTranslations('apiKeys.list');
  const select = (name: 'state' | 'sort') => ({
    id: `keys-${name}`,
    name,
    label: t(name),
    defaultValue: asked[name],
    error: wrong.includes(name) ? t(`errors.${name}`) : undefined,
  });
  return (
    // Without a new key, React would keep the inputs' old values when the address changes.
    <search key={listAt(asked)} aria-label={t('label')}>
      <StepForm
        action={searchKeys}
        autoComplete="off"
        className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[1fr_11rem_11rem] lg:grid-cols-[1fr_13rem_12rem_auto]"
      >
        <Field
          id="keys-q"
          name="q"
          type="search"
          label={t('search')}
          hint={t('hint')}
          defaultValue={asked.q ?? ''}
          error={wrong.includes('q') ? t('errors.q') : undefined}
          maxLength={SEARCH_MAX_CHARACTERS}
          spellCheck={false}
          autoCapitalize="none"
          className="max-sm:col-span-2"
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
        <div className="col-span-full flex gap-2 lg:col-span-1 lg:mt-[1.625rem]">
          <Button type="submit" variant="secondary">
            {t('submit')}
          </Button>
          {Object.keys(asked).length > 0 && (
            <ButtonLink href={listAt({})} variant="quiet">
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </StepForm>
    </search>
  );
}
