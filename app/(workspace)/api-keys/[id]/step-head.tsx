import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/button-link';
import { BackLink } from '@/components/page/back-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

type Props = { apiKey: Pick<ApiKey, 'id' | 'name'>; children: ReactNode };

/** The head of a page on which something is decided about a key, with the way back to it. */
export const StepHead = ({ apiKey: { id, name }, children }: Props) => (
  <>
    <BackLink href={`/api-keys/${id}`} isNamed>
      <span translate="no">{name}</span>
    </BackLink>
    <h1 className="mt-3 text-title wrap-anywhere">{children}</h1>
  </>
);

/** Beside the button of such a page: leaves the key as it is. */
export const StepOut = ({ apiKey: { id }, children }: Props) => (
  <ButtonLink href={`/api-keys/${id}`} variant="secondary" prefetch={false}>
    {children}
  </ButtonLink>
);
