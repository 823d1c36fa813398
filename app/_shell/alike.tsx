import { getTranslations } from 'next-intl/server';
import { told } from '@/app/_times/told';
import { isolated } from '@/lib/i18n/isolated';
import type { Membership } from '@/lib/identity/sessions/find-session';

type Props = { workspace: Membership; among: Membership[] };

/** As people read it: letters that differ in case or form alone are the same name. */
const read = (name: string) => name.normalize('NFKC').toLowerCase();

/** Whose a workspace is, and since when, where another has the same name; otherwise nothing. */
export async function ToldApart({ workspace: { id, name, ownerName, createdAt }, among }: Props) {
  if (!among.some((other) => other.id !== id && read(other.name) === read(name))) return null;
  const t = await getTranslations('shell');
  const created = await told(createdAt, 'second');
  return (
    <span className="block text-xs font-normal text-muted">
      {t('apart', { ...isolated({ owner: ownerName }), created })}
    </span>
  );
}
