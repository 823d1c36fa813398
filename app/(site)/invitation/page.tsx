import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/action-form';
import { NarrowPage } from '@/components/narrow-page';
import { TokenField } from '@/components/token-field';
import { findInvitation } from '@/lib/workspaces/find-invitation';
import { openInvitation } from './actions';
import { Answer } from './answer';
import { readInvitationToken } from './token';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('invitation');
  return { title: t('title'), robots: { index: false } };
}

/** The mailed link leads here. The code is first in its fragment, then in a cookie. */
export default async function InvitationPage() {
  const token = await readInvitationToken();
  const invitation = token ? await findInvitation(token) : null;
  const t = await getTranslations('invitation');
  const link = await getTranslations('mailedLink');
  return (
    <>
      {invitation && <Answer invitation={invitation} />}
      <div hidden={invitation !== null}>
        <NarrowPage title={t('title')} lead={t('lead')}>
          <ActionForm
            id="open"
            action={openInvitation}
            submit={t('open')}
            pending={t('opening')}
            layout="narrow"
            before={<TokenField label={link('code')} hint={link('hint')} submits />}
          />
        </NarrowPage>
      </div>
    </>
  );
}
