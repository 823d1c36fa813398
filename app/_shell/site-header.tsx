import { getTranslations } from 'next-intl/server';
import { LocaleSwitch } from '@/app/_preferences/locale-switch';
import { ButtonLink } from '@/components/button-link';
import { Popover } from '@/components/dialogs/popover';
import { Logo } from '@/components/logo';
import { Link } from '@/components/page/link';
import { SiteLink } from '@/components/page/nav-link';
import { LINKS } from './links';
import { SessionFollows } from './session-follows';

const PAGES = [{ href: '/', name: 'home' }, ...LINKS] as const;

const ACCOUNT = [
  { href: '/register', name: 'register' },
  { href: '/sign-in', name: 'signIn' },
] as const;

const tab =
  'inline-flex min-h-9 items-center rounded-control px-2.5 text-sm text-muted hover:text-ink aria-[current]:font-medium aria-[current]:text-ink';
const entry =
  'flex min-h-10 items-center rounded-control px-3 hover:bg-sunken aria-[current]:font-semibold';

/** The header of visitors: a row of links, or a menu on a narrow screen. */
export async function SiteHeader() {
  const t = await getTranslations('site');
  return (
    <header className="border-b border-line bg-surface">
      <SessionFollows sessionId="" />
      <div className="holds-popovers mx-auto flex h-14 max-w-(--page) items-center justify-between gap-3 px-4 sm:px-6">
        <div className="flex items-center gap-4 lg:gap-6">
          <Link href="/" prefetch={false} className="flex min-h-9 rounded-control">
            <Logo />
          </Link>
          <nav aria-label={t('navigation')} className="max-lg:hidden">
            <ul className="flex">
              {PAGES.map(({ href, name }) => (
                <li key={href}>
                  <SiteLink href={href} className={tab}>
                    {t(name)}
                  </SiteLink>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <div className="flex items-center gap-2 sm:gap-3">
          <LocaleSwitch />
          {ACCOUNT.toReversed().map(({ href, name }) => (
            <ButtonLink
              key={href}
              href={href}
              prefetch={false}
              variant={name === 'register' ? 'primary' : 'secondary'}
              className="max-md:hidden"
            >
              {t(name)}
            </ButtonLink>
          ))}
          <div className="lg:hidden">
            <Popover id="menu" label={t('menu')} align="end" trigger={<MenuIcon />}>
              <nav aria-label={t('navigation')}>
                <ul>
                  {PAGES.map(({ href, name }) => (
                    <li key={href}>
                      <SiteLink href={href} className={entry}>
                        {t(name)}
                      </SiteLink>
                    </li>
                  ))}
                </ul>
                <ul className="mt-2 border-t border-line pt-2 md:hidden">
                  {ACCOUNT.map(({ href, name }) => (
                    <li key={href}>
                      <SiteLink href={href} className={`${entry} font-medium text-accent`}>
                        {t(name)}
                      </SiteLink>
                    </li>
                  ))}
                </ul>
              </nav>
            </Popover>
          </div>
        </div>
      </div>
    </header>
  );
}

function MenuIcon() {
  return (
    <svg viewBox="0 0 16 16" className="size-5 fill-none stroke-current" aria-hidden="true">
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
