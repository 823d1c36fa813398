import type { ReactNode } from 'react';
import { BackLink } from '@/components/page/back-link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';

type Props = { apiKey: Pick<ApiKey, 'id' | 'name'>; children: ReactNode };

/** The head of a page on which something is decided about a key, with the way back to it. */
export const StepHead = ({ apiKey: { id, name }, children }: Props) => (
  <>
    <BackLink href={`/api-keys/${id}`} isNamed>
      <span translate="no">{name}</span>
    </BackLink>
    <h1 className="mt-3 text-2xl font-semibold wrap-anywhere">{children}</h1>
  </>
);
