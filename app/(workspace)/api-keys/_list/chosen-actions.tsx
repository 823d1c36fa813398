'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';

/** The steps that can be taken with what is chosen, and with how many keys that is. */
export function ChosenActions() {
  const t = useTranslations('client.chosen');
  const place = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(0);

  useEffect(() => {
    const form = place.current?.closest('form');
    function take() {
      const chosen = form ? new FormData(form) : new FormData();
      const ids = chosen.getAll('id').flatMap((value) => String(value).split(','));
      setCount(Number(chosen.get('all') ?? ids.length));
    }
    // Once whatever else follows from the change has been done.
    const later = () => setTimeout(take);
    take();
    document.addEventListener('change', later);
    return () => document.removeEventListener('change', later);
  }, []);

  return (
    <div ref={place} className="flex flex-wrap gap-2">
      <Button type="submit" variant="dangerQuiet">
        {t('revoke', { count })}
      </Button>
      <Button type="submit" variant="secondary" formAction="/api-keys/rotate">
        {t('rotate', { count })}
      </Button>
      <Button type="submit" variant="secondary" formAction="/api-keys/pause">
        {t('pause', { count })}
      </Button>
    </div>
  );
}
