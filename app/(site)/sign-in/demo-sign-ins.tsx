import { getTranslations } from 'next-intl/server';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@/lib/facts/demo-people.mjs';
import { hasDemo } from '@/lib/installation';
import { FillIn } from './fill-in';

/** The sign-ins of the demo, where this installation has it. */
export async function DemoSignIns() {
  if (!hasDemo) return null;
  const t = await getTranslations('signIn.demo');
  return (
    <section
      aria-labelledby="demo"
      className="mt-6 rounded-panel border border-line bg-surface p-5 text-ink"
    >
      <h2 id="demo" className="text-card">
        {t('title')}
      </h2>
      <p className="mt-1 text-sm text-muted">
        {t.rich('lead', {
          password: DEMO_PASSWORD,
          code: (chunks) => <code className="font-mono text-ink">{chunks}</code>,
        })}
      </p>
      <ul className="mt-3 divide-y divide-line text-sm">
        {DEMO_PEOPLE.map(({ email, ...who }) => (
          <li key={email}>
            <FillIn email={email} password={DEMO_PASSWORD}>
              <span className="block font-medium wrap-anywhere">{email}</span>
              <span className="block text-muted">{t('who', who)}</span>
            </FillIn>
          </li>
        ))}
      </ul>
    </section>
  );
}
