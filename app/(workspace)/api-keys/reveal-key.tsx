'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { Dialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import type { Created } from './actions';
import { useBackButton, useForgetOnLeave } from './leaving';
import { Secret } from './secret';

type Props = {
  created: Created | null;
  apiUrl: string;
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/**
 * Shows a new key once. Done closes it, or Back, once it is copied; before that, both ask. Closing
 * forgets the key.
 */
export function RevealKey({ created, apiUrl, finalFocus, onClose }: Props) {
  const t = useTranslations('client.revealKey');
  const copy = useRef<HTMLButtonElement>(null);
  const [tip, setTip] = useState<'stay' | 'uncopied' | 'select' | null>(null);
  const [copied, setCopied] = useState(false);

  function close() {
    setTip(null);
    setCopied(false);
    onClose();
  }

  const stay = () => setTip(copied ? 'stay' : 'uncopied');

  function noteCopy() {
    setTip(null);
    setCopied(true);
  }

  const open = created !== null;
  useForgetOnLeave(open, copied, onClose);
  useBackButton(open, () => {
    if (copied) {
      close();
      return 'closes';
    }
    stay();
    return 'stays';
  });

  return (
    <Dialog
      open={open}
      title={t('title')}
      description={created && t('lead', { name: created.name })}
      initialFocus={copy}
      finalFocus={finalFocus}
      onDismiss={stay}
    >
      {created && (
        <div className="mt-4 grid min-w-0 gap-4">
          <Secret text={created.secret} selected={tip === 'select'} onCopy={noteCopy} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <CopyButton
              ref={copy}
              text={created.secret}
              onCopy={noteCopy}
              onRefuse={() => setTip('select')}
            >
              {t('copy')}
            </CopyButton>
            <Button variant="secondary" onClick={copied ? close : stay}>
              {t('done')}
            </Button>
          </div>
          <div role="status">
            {tip && (
              <Notice tone="warning">
                {t(`tip.${tip}`)}
                {tip === 'uncopied' && (
                  <div className="mt-2">
                    <Button variant="dangerQuiet" onClick={close}>
                      {t('closeAnyway')}
                    </Button>
                  </div>
                )}
              </Notice>
            )}
          </div>
          <Curl
            created={created}
            apiUrl={apiUrl}
            onCopy={noteCopy}
            onRefuse={() => setTip('select')}
          />
        </div>
      )}
    </Dialog>
  );
}

type CurlProps = {
  created: Created;
  apiUrl: string;
  onCopy: () => void;
  onRefuse: () => void;
};

/** The first request, ready to run. The screen shows the hint; the copy has the key. */
function Curl({ created, apiUrl, onCopy, onRefuse }: CurlProps) {
  const t = useTranslations('client.revealKey');
  const command = (key: string) => `curl ${apiUrl} -H "Authorization: Bearer ${key}"`;
  return (
    <div className="border-t border-line pt-4">
      <div className="flex items-center justify-between gap-3">
        <p className="text-sm font-medium">{t('try')}</p>
        <CopyButton
          text={command(created.secret)}
          variant="quiet"
          onCopy={onCopy}
          onRefuse={onRefuse}
        >
          {t('toClipboard')}
        </CopyButton>
      </div>
      <code className="mt-2 block font-mono text-xs leading-5 text-muted wrap-anywhere">
        {command(created.hint)}
      </code>
    </div>
  );
}
