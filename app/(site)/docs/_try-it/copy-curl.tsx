'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CodePanel } from '@/app/(site)/docs/code-panel';
import { CopyButton } from '@/components/copy-button';
import { curlOf, type Trial } from './request';

/** Copies the request of the form as a command, without the key. Must stand in the form. */
export function CopyCurl({ trial }: { trial: Trial }) {
  const t = useTranslations('reference.client.tryIt.curl');
  const [refused, setRefused] = useState('');

  function command(button: HTMLElement): string | null {
    const form = button.closest('form');
    if (!form?.reportValidity()) return null;
    return curlOf(trial, new FormData(form), location.origin);
  }

  return (
    <>
      <CopyButton
        text={command}
        variant="secondary"
        onCopy={() => setRefused('')}
        onRefuse={setRefused}
      >
        {t('copy')}
      </CopyButton>
      {refused !== '' && (
        <div className="basis-full">
          <CodePanel heading="curl" blocks={[{ label: t('command'), code: refused }]} />
        </div>
      )}
    </>
  );
}
