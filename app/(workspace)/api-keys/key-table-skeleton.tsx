import { getTranslations } from 'next-intl/server';

/** Takes the place of the list while it loads. */
export async function KeyTableSkeleton() {
  const t = await getTranslations('apiKeys.table');
  return (
    <div className="mt-8 rounded-panel border border-line bg-surface p-4" role="status">
      <span className="sr-only">{t('loading')}</span>
      <div className="grid animate-pulse gap-4" aria-hidden="true">
        {[1, 2, 3].map((row) => (
          <div key={row} className="grid gap-2">
            <div className="h-4 w-1/3 rounded-control bg-sunken" />
            <div className="h-3 w-1/5 rounded-control bg-sunken" />
          </div>
        ))}
      </div>
    </div>
  );
}
