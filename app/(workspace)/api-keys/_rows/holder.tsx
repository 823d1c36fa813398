import { getTranslations } from 'next-intl/server';
import { holderInWords } from '@/app/(workspace)/api-keys/_parts/holder-in-words';
import { TextLink } from '@/components/text-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { nameIdOf } from './key-name';

/** Who has a key. That they have left, or that the Owner never saw it, stands out and leads to Rotate. */
export async function Holder({ apiKey, isForeign }: { apiKey: ApiKey; isForeign?: boolean }) {
  const t = await getTranslations('apiKeys');
  const { id, holder } = apiKey;
  const words = await holderInWords(apiKey);
  const isRotated = (isForeign || holder?.hasLeft) && hindranceOf(apiKey) === null;
  const rotateId = `key-${id}-rotate`;
  return (
    <p className="wrap-anywhere">
      {words ? (
        <span
          translate={holder?.hasLeft ? undefined : 'no'}
          className={holder?.hasLeft ? 'font-medium text-warning' : 'text-muted'}
        >
          {words}
        </span>
      ) : (
        !isRotated && <span className="sr-only">{t('known.nobody')}</span>
      )}{' '}
      {isRotated && (
        <TextLink
          id={rotateId}
          aria-describedby={nameIdOf(id)}
          href={`/api-keys/${id}/rotate`}
          prefetch={false}
        >
          {t('rotate.link')}
        </TextLink>
      )}
    </p>
  );
}
