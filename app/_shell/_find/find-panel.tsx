'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
} from 'react';
import { Modal } from '@/components/dialogs/modal';
import { useCall } from '@/components/forms/call';
import { Field } from '@/components/forms/field';
import { Notice } from '@/components/page/notice';
import { find } from './actions';
import { openBySlash, opensBySlash } from './by-slash';
import type { Found } from './found';
import { FoundList } from './found-list';

/** Between two keys of somebody who types. */
const PAUSE_MS = 150;

type Props = {
  workspaceId: string;
  finalFocus: RefObject<HTMLElement | null>;
  onClose: () => void;
};

/** A field, and what is found while somebody types. Enter opens the first; arrow keys lead to each. */
export function FindPanel({ workspaceId, finalFocus, onClose }: Props) {
  const t = useTranslations('client.find');
  const call = useCall();
  const [pending, startTransition] = useTransition();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{ to: string; found: Found } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const asked = text.trim();

  const look = useEffectEvent(() =>
    startTransition(async () => {
      const result = await call(() => find(workspaceId, asked));
      if (!result) return;
      setFailure(result.ok ? null : (result.message ?? null));
      if (result.ok) setAnswer({ to: asked, found: result.found });
    }),
  );

  useEffect(() => {
    if (asked === '') return;
    const timer = setTimeout(look, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);

  // The header is that of the next page, too.
  const here = usePathname();
  const openedOn = useRef(here);
  const leave = useEffectEvent(onClose);
  useEffect(() => {
    if (here !== openedOn.current) leave();
  }, [here]);

  const found = asked === '' ? null : (answer?.found ?? null);
  // Until then, what was found before is still shown, and Enter opens nothing of it.
  const isCurrent = answer?.to === asked;

  function move(event: KeyboardEvent) {
    const links = [...(panel.current?.querySelectorAll('a') ?? [])];
    const stops = [field.current, ...links];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isInField = event.target === field.current;
    const target =
      event.key === 'Enter' && isInField && !event.nativeEvent.isComposing
        ? isCurrent && links[0]
        : step && stops.at((stops.indexOf(event.target as HTMLInputElement) + step) % stops.length);
    if (!target) return;
    event.preventDefault();
    if (event.key === 'Enter') target.click();
    else target.focus();
  }

  const count = found?.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  return (
    <Modal
      role="dialog"
      isAtTop
      title={t('title')}
      description={t('hint')}
      initialFocus={field}
      finalFocus={finalFocus}
      onEscape={onClose}
      onClickOutside={onClose}
    >
      <search ref={panel} onKeyDown={move} className="mt-4 grid grid-cols-1 gap-4">
        <Field
          ref={field}
          id="find"
          type="search"
          label={t('label')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        {failure && <Notice tone="danger">{failure}</Notice>}
        {found && <FoundList found={found} here={here} onStay={onClose} />}
        <p role="status" className={found && count > 0 ? 'sr-only' : 'text-sm text-muted'}>
          {asked !== '' && !failure && (isCurrent || pending) && (
            <span>{isCurrent ? t('count', { count }) : t('pending')}</span>
          )}
        </p>
        <label className="flex items-center gap-2 text-sm text-muted pointer-coarse:hidden">
          <input
            type="checkbox"
            defaultChecked={opensBySlash()}
            onChange={(event) => openBySlash(event.target.checked)}
          />
          <span>{t('bySlash')}</span>
        </label>
      </search>
    </Modal>
  );
}
