'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, type ReactNode, useState } from 'react';

type Props = {
  /** what each bar says, from the left */
  bars: string[];
  /** the drawing, whose bars share its width */
  children: ReactNode;
};

/**
 * Says the numbers of the bar that is pointed at, touched, or reached with the arrow keys: a slider, so that
 * the chart is one stop, and whoever hears it hears each value. Without script there is the table.
 */
export function ChartValues({ bars, children }: Props) {
  const t = useTranslations('client.chart');
  const [chosen, choose] = useState<number | null>(null);
  const last = bars.length - 1;
  const shown = chosen ?? last;
  const point = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const bar = Math.floor(((clientX - left) / width) * bars.length);
    choose(Math.min(last, Math.max(0, bar)));
  };
  return (
    <>
      <div
        onPointerMove={point}
        onPointerDown={point}
        className="relative mt-4 touch-pan-y rounded-control has-focus-visible:outline-2 has-focus-visible:outline-offset-4 has-focus-visible:outline-accent"
      >
        {children}
        {chosen !== null && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute top-5.5 bottom-6 border-x-2 border-ink"
            style={{ left: `${(chosen / bars.length) * 100}%`, width: `${100 / bars.length}%` }}
          />
        )}
        <input
          type="range"
          aria-label={t('label')}
          aria-valuetext={bars[shown]}
          min={0}
          max={last}
          value={shown}
          onFocus={() => choose(shown)}
          onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
          className="pointer-events-none absolute inset-0 size-full opacity-0 noscript:hidden"
        />
      </div>
      <p className="mt-2 min-h-10 text-sm sm:min-h-5 noscript:hidden">
        {chosen === null ? <span className="text-muted">{t('hint')}</span> : bars[chosen]}
      </p>
    </>
  );
}
