import { getTranslations } from 'next-intl/server';

const POINTS = ['atOnce', 'kept', 'who'] as const;

export async function GoodToKnow() {
  const t = await getTranslations('plans.goodToKnow');
  return (
    <section aria-labelledby="good-to-know" className="mt-16 border-t border-line pt-10">
      <h2 id="good-to-know" className="text-xl font-semibold">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-8 sm:grid-cols-3">
        {POINTS.map((point) => (
          <div key={point}>
            <h3 className="font-medium">{t(`${point}.title`)}</h3>
            <p className="mt-1 text-muted">{t(`${point}.text`)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
