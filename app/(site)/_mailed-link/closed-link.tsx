import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/button-link';
import { NarrowPage } from '@/components/page/narrow-page';
import { TextLink } from '@/components/text-link';
import type { LinkPage } from '@/lib/identity/links/link-pages';
import { getSessionIfUp } from '@/lib/identity/sessions/guards';
import { isOpened } from './code';
import { EnterCode } from './enter-code';

type Props = {
  page: LinkPage;
  /** of the page when no link was followed yet */
  title: string;
  /** null when no link was followed yet; otherwise it no longer works */
  code: string | null;
  /** where another link is asked for; left out where only somebody else can send one */
  again?: string;
};

/** Why a link no longer works, and where another comes from. */
const DEAD = {
  '/register/confirm': 'lead',
  '/reset-password': 'lead',
  '/invitation': 'invitation',
  '/team-address': 'team',
} as const satisfies Record<LinkPage, string>;

/** The page of a mailed link that has not been opened, or that no longer works. */
export async function ClosedLink({ page, title, code, again }: Props) {
  const t = await getTranslations('mailedLink');
  if (code !== null) return <DeadLink page={page} again={again} />;
  return (
    <NarrowPage
      title={title}
      lead={t('lead')}
      footer={
        again && (
          <p>
            {t.rich('expired', { link: (chunks) => <TextLink href={again}>{chunks}</TextLink> })}
          </p>
        )
      }
    >
      <EnterCode page={page} isBlocked={await isOpened()} />
    </NarrowPage>
  );
}

async function DeadLink({ page, again }: Pick<Props, 'page' | 'again'>) {
  const t = await getTranslations('mailedLink');
  const site = await getTranslations('site');
  const session = await getSessionIfUp();
  const home = session
    ? { href: '/workspace', label: (await getTranslations('home'))('openApp') }
    : { href: '/sign-in', label: site('signIn') };
  // Someone signed in has no use for another account.
  const isOffered = again && !(session && page === '/register/confirm');
  const another = isOffered ? [{ href: again, label: t('again') }] : [];
  // Who has confirmed twice has an account; who chooses a password twice still needs one.
  const ways = page === '/reset-password' ? [...another, home] : [home, ...another];
  return (
    <NarrowPage title={t('dead.title')} lead={t(`dead.${DEAD[page]}`)}>
      <div className="flex flex-wrap gap-3">
        {ways.map(({ href, label }, index) => (
          <ButtonLink key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
            {label}
          </ButtonLink>
        ))}
      </div>
      <div className="mt-8">
        <EnterCode page={page} folded />
      </div>
    </NarrowPage>
  );
}
