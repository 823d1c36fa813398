import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireAsked } from '@/app/(site)/_check-email/asked';
import { CheckEmail } from '@/app/(site)/_check-email/check-email';
import { sendAgain, sendElsewhere } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkEmail');
  return { title: t('title'), robots: { index: false } };
}

export default async function ResetSentPage() {
  const { email } = await requireAsked('/forgot-password');
  const t = await getTranslations('forgotPassword');
  const lead = t.rich('sent', {
    email,
    strong: (chunks) => <strong className="font-medium text-ink">{chunks}</strong>,
  });
  return <CheckEmail email={email} lead={lead} again={sendAgain} elsewhere={sendElsewhere} />;
}
