import { getTranslations } from 'next-intl/server';
import { HeaderFollows } from '@/app/_shell/header-follows';
import { ButtonLink } from '@/components/button-link';
import { EmptyState } from '@/components/page/empty-state';
import { isolated } from '@/lib/i18n/isolated';
import { requireMember } from '@/lib/identity/sessions/guards';

const WORDS = {
  keys: ['title', 'text'],
  workspace: ['workspaceTitle', 'workspaceText'],
} as const;

/** Says why an Admin or User may not see a page, and who can help. */
export async function OwnerOnly({ about }: { about: keyof typeof WORDS }) {
  const { workspace } = await requireMember();
  const t = await getTranslations('ownerOnly');
  const { id, name, ownerName, role } = workspace;
  const [title, text] = WORDS[about];
  return (
    <>
      <HeaderFollows workspaceId={id} />
      <EmptyState
        title={t(title)}
        action={<ButtonLink href="/invoices">{t('invoices')}</ButtonLink>}
      >
        <p>{t(text, isolated({ workspace: name, owner: ownerName, role }))}</p>
      </EmptyState>
    </>
  );
}
