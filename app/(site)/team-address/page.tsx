import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClosedLink } from '@/app/(site)/_mailed-link/closed-link';
import { linkNameOf, readCode } from '@/app/(site)/_mailed-link/code';
import { OtherLink } from '@/app/(site)/_mailed-link/other-link';
import { ActionForm } from '@/components/forms/action-form';
import { NarrowPage } from '@/components/page/narrow-page';
import { isolated } from '@/lib/i18n/isolated';
import { findTeamAddress } from '@/lib/workspaces/team-address/confirm-team-address';
import { confirmAddress } from './actions';

const PAGE = '/team-address';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('teamAddress');
  return { title: t('title'), robots: { index: false } };
}

/** What a mailed link to the address of a team leads to. Opening it does nothing: scanners of mails do. */
export default async function TeamAddressPage() {
  const code = await readCode();
  const found = code && (await findTeamAddress(code));
  const t = await getTranslations('teamAddress');
  if (!found) return <ClosedLink page={PAGE} title={t('title')} code={code} />;
  const { email, workspace, isConfirmed } = found;
  const names = isolated({ email, workspace });
  return (
    <NarrowPage
      title={t('confirmTitle', names)}
      lead={t(isConfirmed ? 'confirmed' : 'lead', names)}
      footer={<OtherLink page={PAGE} />}
    >
      {!isConfirmed && (
        <ActionForm
          id="team-address"
          action={confirmAddress.bind(null, linkNameOf(code))}
          submit={t('submit')}
          pending={t('pending')}
          layout="narrow"
        />
      )}
    </NarrowPage>
  );
}
