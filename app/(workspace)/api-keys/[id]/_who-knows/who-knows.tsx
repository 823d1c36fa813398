import { getTranslations } from 'next-intl/server';
import { holderInWords } from '@/app/(workspace)/api-keys/_parts/holder-in-words';
import { ActionForm } from '@/components/forms/action-form';
import type { Member } from '@/lib/actor';
import { IN_WORDS, NOBODY } from '@/lib/api-keys/change/name-holder';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import { isolated } from '@/lib/i18n/isolated';
import { requireOwner } from '@/lib/identity/sessions/guards';
import { listMembers } from '@/lib/workspaces/members/list-members';
import { saveHolder } from './actions';

/** Who was shown the key, and who has it, as the Owner says. */
export async function WhoKnows({ apiKey }: { apiKey: ApiKey }) {
  const { actor } = await requireOwner();
  const t = await getTranslations('apiKeys.known');
  const { id, workspaceId, createdBy, isOwners, holder, state } = apiKey;
  return (
    <section aria-labelledby="who-knows" className="border-t border-line pt-6">
      <h2 id="who-knows" className="text-section">
        {t('who')}
      </h2>
      <dl className="mt-3 grid gap-4 text-sm">
        <div>
          <dt className="text-muted">{t('shown')}</dt>
          <dd className="mt-0.5 font-medium wrap-anywhere">
            {isOwners ? t('you') : (createdBy ?? t('someone'))}
          </dd>
        </div>
        {!isLive(state) && (
          <div>
            <dt className="text-muted">{t('holder')}</dt>
            <dd translate="no" className="mt-0.5 font-medium wrap-anywhere">
              {(await holderInWords(apiKey)) ?? t('nobody')}
            </dd>
          </div>
        )}
      </dl>
      {isLive(state) && (
        <div className="mt-4 max-w-md">
          <ActionForm
            // A new holder is a new form: its select would keep the old one.
            key={`${holder?.userId} ${holder?.name}`}
            id="holder"
            variant="secondary"
            action={saveHolder.bind(null, workspaceId, id)}
            submit={t('submit')}
            pending={t('pending')}
            fields={await fieldsFor(apiKey, actor)}
          />
        </div>
      )}
    </section>
  );
}

async function fieldsFor({ holder }: ApiKey, actor: Member) {
  const t = await getTranslations('apiKeys.known');
  const { members } = await listMembers(actor);
  const people = members.map(({ userId, name, email }) => ({
    value: userId,
    label: `${name} (${email})`,
  }));
  if (holder?.userId && holder.hasLeft) {
    people.unshift({ value: holder.userId, label: t('hasLeft', isolated({ name: holder.name })) });
  }
  const inWords = holder !== null && holder.userId === null;
  return [
    {
      name: 'holder',
      label: t('holder'),
      hint: t('hint'),
      defaultValue: inWords ? IN_WORDS : (holder?.userId ?? NOBODY),
      options: [
        { value: NOBODY, label: t('nobody') },
        ...people,
        { value: IN_WORDS, label: t('inWords') },
      ],
      isOptional: true,
    },
    {
      name: 'name',
      label: t('name'),
      defaultValue: inWords ? holder.name : '',
      isOptional: true,
      // Without a script too it is there once it is needed, and with what is wrong in it.
      className: '[form:not(:has(option[value=words]:checked))_&:not(:has([aria-invalid]))]:hidden',
    },
  ];
}
