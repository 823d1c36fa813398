'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CopyButton } from '@/components/copy-button';

type Props = {
  apiUrl: string;
  /** called when the command has taken the place of the key on the clipboard */
  onCopy: () => void;
};

/**
 * The first request, ready to run; the answer names the key. It asks for the key, so that the key is
 * neither on the screen nor in the history of the shell. It is one line: of several, `read` would take
 * the second for the key.
 */
export function FirstRequest({ apiUrl, onCopy }: Props) {
  const t = useTranslations('client.revealKey');
  const code = useRef<HTMLElement>(null);
  // Not every sh can read in silence.
  const command = [
    `printf '${t('prompt')} '`,
    'read -rs ZENDRHAX_API_KEY 2>/dev/null || read -r ZENDRHAX_API_KEY',
    'echo',
    'export ZENDRHAX_API_KEY',
    `curl ${apiUrl} -H "Authorization: Bearer $ZENDRHAX_API_KEY"`,
  ].join('; ');
  return (
    <div className="border-t border-line pt-4">
      <div className="-mr-3.5 flex items-center justify-between gap-3">
        <p className="text-sm font-medium">{t('try')}</p>
        <CopyButton
          text={command}
          variant="quiet"
          onCopy={onCopy}
          onRefuse={() => code.current && getSelection()?.selectAllChildren(code.current)}
        >
          {t('toClipboard')}
        </CopyButton>
      </div>
      <p className="mt-1 text-sm text-muted">{t('tryHint')}</p>
      <code
        ref={code}
        translate="no"
        className="mt-2 block font-mono text-xs leading-5 text-muted wrap-anywhere"
      >
        {command}
      </code>
    </div>
  );
}
