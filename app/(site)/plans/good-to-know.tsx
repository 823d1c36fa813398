import { getTranslations } from 'next-intl/server';

const POINTS = ['atOnce', 'kept', 'who'] as const;

/** @param hasPrices whether the plans say what they cost */
export async function GoodToKnow({ hasPrices }: { hasPrices: boolean }) {
  const t = await getTranslations('plans.goodToKnow');
  const points = hasPrices ? ([...POINTS, 'payment'] as const) : POINTS;
  return (
    <section aria-labelledby="good-to-know" className="mt-16 border-t border-line pt-10">
      <h2 id="good-to-know" className="text-section">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-8 sm:grid-cols-2">
        {points.map((point) => (
          <div key={point}>
            <h3 className="text-card">{t(`${point}.title`)}</h3>
            <p className="mt-1 text-muted">{t(`${point}.text`)}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
