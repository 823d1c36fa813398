import { getTranslations } from 'next-intl/server';
import { ThemeSwitch } from '@/app/_preferences/theme-switch';
import { SiteLink } from '@/components/page/nav-link';

/** The links in groups. `title` and names are keys of the messages below `site`. */
const GROUPS = [
  {
    title: 'product',
    links: [
      { href: '/plans', name: 'plans' },
      { href: '/contact', name: 'contact' },
    ],
  },
  {
    title: 'learn',
    links: [
      { href: '/help', name: 'help' },
      { href: '/docs', name: 'reference' },
      { href: '/help/errors', name: 'errorReference' },
    ],
  },
  {
    title: 'legalGroup',
    links: [
      { href: '/legal/privacy', name: 'privacy' },
      { href: '/legal/terms', name: 'terms' },
      { href: '/legal', name: 'legal' },
    ],
  },
] as const;

export async function SiteFooter() {
  const t = await getTranslations('site');
  return (
    <footer className="border-t border-line">
      <div className="mx-auto flex max-w-(--page) flex-wrap justify-between gap-x-12 gap-y-8 px-4 py-10 text-sm sm:px-6">
        <nav aria-label={t('footer')} className="flex flex-wrap gap-x-12 gap-y-8">
          {GROUPS.map(({ title, links }) => (
            <div key={title}>
              <p className="font-medium">{t(title)}</p>
              <ul className="mt-1 grid">
                {links.map(({ href, name }) => (
                  <li key={href}>
                    <SiteLink
                      href={href}
                      className="inline-flex min-h-8 items-center text-muted hover:text-ink"
                    >
                      {t(name)}
                    </SiteLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <ThemeSwitch />
        <p translate="no" className="w-full text-muted">
          {`© ${new Date().getFullYear()} Zendrhax`}
        </p>
      </div>
    </footer>
  );
}
