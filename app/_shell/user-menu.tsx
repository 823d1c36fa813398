import { getTranslations } from 'next-intl/server';
import { ThemeSwitch } from '@/app/_preferences/theme-switch';
import { Popover } from '@/components/dialogs/popover';
import { StepForm } from '@/components/forms/step-form';
import { signOut } from './actions';
import { LINKS } from './links';
import { MenuLink } from './menu-link';

export async function UserMenu({ name: fullName, email }: { name: string; email: string }) {
  const t = await getTranslations('shell');
  const site = await getTranslations('site');
  const initials = fullName
    .split(/\s+/)
    .map((word) => [...word][0])
    .join('')
    .slice(0, 2);
  return (
    <Popover
      id="user-menu"
      label={t('account', { email })}
      align="end"
      trigger={
        <span className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent">
          {initials}
        </span>
      }
    >
      <div className="px-2 pt-1 pb-3">
        <p className="font-medium">{fullName}</p>
        <p className="truncate text-muted">{email}</p>
      </div>
      <div className="border-y border-line px-2 py-3">
        <ThemeSwitch />
      </div>
      <div className="grid border-b border-line py-2">
        <MenuLink href="/settings">{t('accountSettings')}</MenuLink>
      </div>
      <div className="grid border-b border-line py-2">
        <MenuLink href="/">{site('home')}</MenuLink>
        <div className="grid md:hidden">
          {LINKS.map(({ href, name }) => (
            <MenuLink key={href} href={href}>
              {site(name)}
            </MenuLink>
          ))}
        </div>
      </div>
      <StepForm action={signOut} className="pt-2">
        <button
          type="submit"
          className="min-h-9 w-full rounded-control px-2 text-left hover:bg-sunken"
        >
          {t('signOut')}
        </button>
      </StepForm>
    </Popover>
  );
}
