'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { AwaitFirstRequest } from '@/app/(workspace)/api-keys/_parts/await-first-request';
import { Button } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { Dialog } from '@/components/dialogs/dialog';
import { Notice } from '@/components/page/notice';
import { isolated } from '@/lib/i18n/isolated';
import type { Created } from './created';
import { FirstRequest } from './first-request';
import { GiveAway } from './give-away';
import { useBackButton, useForgetOnLeave } from './leaving';
import { Secret } from './secret';

const TONES = {
  copied: 'success',
  command: 'info',
  uncopied: 'warning',
  select: 'warning',
} as const;

/** Which one of several keys is shown, and the way to the next. */
export type Series = { words: string; next: { words: string; go: () => void } | null };

type Props = {
  created: Created | null;
  apiUrl: string;
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
  series?: Series | null;
};

/**
 * Shows a new key once. Done closes it, or Back, once it is copied; before that, both ask. Closing
 * forgets the key.
 */
export function RevealKey({ created, apiUrl, finalFocus, onClose, series }: Props) {
  const t = useTranslations('client.revealKey');
  const copy = useRef<HTMLButtonElement>(null);
  const [tip, setTip] = useState<'uncopied' | 'select' | 'command' | null>(null);
  const [copiedSecret, setCopiedSecret] = useState<string | null>(null);
  const secret = created?.secret;
  const copied = secret !== undefined && copiedSecret === secret;
  /** how often someone wanted to close it: the answer is given each time */
  const [asked, setAsked] = useState(0);

  function close() {
    setTip(null);
    setCopiedSecret(null);
    onClose();
  }

  function stay() {
    if (copied) return;
    setTip('uncopied');
    setAsked(asked + 1);
  }

  function noteCopy() {
    setTip(null);
    setCopiedSecret(secret ?? null);
  }

  function noteCommand() {
    setTip('command');
    setCopiedSecret(null);
  }

  // The next one of several takes the place of the one before.
  useEffect(() => {
    if (secret) copy.current?.focus();
  }, [secret]);

  const said = tip ?? (copied ? 'copied' : null);
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
      description={created && t('lead', isolated({ name: created.name }))}
      initialFocus={copy}
      finalFocus={finalFocus}
      onDismiss={stay}
    >
      {created && (
        <div className="mt-4 grid min-w-0 gap-4">
          {series && <p className="text-sm font-medium">{series.words}</p>}
          <Secret text={created.secret} selected={tip === 'select'} onCopy={noteCopy} />
          <p className="text-sm text-muted">{created.terms}</p>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <CopyButton
              key={created.id}
              ref={copy}
              text={created.secret}
              onCopy={noteCopy}
              onRefuse={() => setTip('select')}
            >
              {t('copy')}
            </CopyButton>
            <div className="flex flex-wrap gap-3">
              {series?.next && (
                <Button variant="secondary" onClick={copied ? series.next.go : stay}>
                  {series.next.words}
                </Button>
              )}
              <Button variant="secondary" onClick={copied ? close : stay}>
                {t('done')}
              </Button>
            </div>
          </div>
          <div role="status">
            {said && (
              <Notice key={asked} tone={TONES[said]}>
                <p>{t(`tip.${said}`)}</p>
                {said === 'uncopied' && (
                  <div className="mt-2">
                    <Button variant="dangerQuiet" onClick={close}>
                      {t('closeAnyway')}
                    </Button>
                  </div>
                )}
              </Notice>
            )}
          </div>
          <GiveAway />
          <FirstRequest apiUrl={apiUrl} onCopy={noteCommand} />
          <AwaitFirstRequest key={created.id} id={created.id} />
        </div>
      )}
    </Dialog>
  );
}
