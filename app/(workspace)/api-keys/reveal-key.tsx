'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { Dialog } from '@/components/dialog';
import { Notice } from '@/components/notice';
import type { Created } from './actions';
import { useBackButton, useForgetOnLeave } from './leaving';

type Props = {
  created: Created | null;
  apiUrl: string;
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** Shows a new key once. Only Done closes it, or Back after copying; closing forgets the key. */
export function RevealKey({ created, apiUrl, finalFocus, onClose }: Props) {
  const t = useTranslations('client.revealKey');
  const done = useRef<HTMLButtonElement>(null);
  const [tip, setTip] = useState<'stay' | 'select' | null>(null);
  const [copied, setCopied] = useState(false);

  function close() {
    setTip(null);
    setCopied(false);
    onClose();
  }

  const open = created !== null;
  useForgetOnLeave(open, copied, onClose);
  useBackButton(open, () => {
    if (copied) {
      close();
      return 'closes';
    }
    setTip('stay');
    return 'stays';
  });

  return (
    <Dialog
      open={open}
      title={t('title')}
      initialFocus={done}
      finalFocus={finalFocus}
      onDismiss={() => setTip('stay')}
    >
      {created && (
        <div className="mt-2 grid gap-4">
          <p className="text-muted">{t('lead', { name: created.name })}</p>
          <Secret text={created.secret} selected={tip === 'select'} />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <CopyButton
              text={created.secret}
              onCopy={() => setCopied(true)}
              onRefuse={() => setTip('select')}
            >
              {t('copy')}
            </CopyButton>
            <Button ref={done} variant="secondary" onClick={close}>
              {t('done')}
            </Button>
          </div>
          <div role="status">{tip && <Notice tone="warning">{t(`tip.${tip}`)}</Notice>}</div>
          <Curl
            created={created}
            apiUrl={apiUrl}
            onCopy={() => setCopied(true)}
            onRefuse={() => setTip('select')}
          />
        </div>
      )}
    </Dialog>
  );
}

/** @param selected selects the text, for when the browser does not allow us to copy it */
function Secret({ text, selected }: { text: string; selected: boolean }) {
  const element = useRef<HTMLElement>(null);

  useEffect(() => {
    if (selected && element.current) getSelection()?.selectAllChildren(element.current);
  }, [selected]);

  return (
    <code
      ref={element}
      // Keeps a browser that translates pages from changing the key.
      translate="no"
      className="block rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-sm break-all select-all"
    >
      {text}
    </code>
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
      <code className="mt-2 block font-mono text-xs leading-5 text-muted [overflow-wrap:anywhere]">
        {command(created.hint)}
      </code>
    </div>
  );
}
