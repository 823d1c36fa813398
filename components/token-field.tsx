'use client';

import { useEffect, useRef, useState } from 'react';
import { Field } from './field';

type Props = {
  label: string;
  hint: string;
  error?: string;
  /** sends the form as soon as the link has filled it in */
  submits?: boolean;
};

/**
 * The one-time code of a mailed link. The code comes in the link's fragment, which browsers do not
 * send. This field moves it into the form and removes it from the address and the history. Without
 * JavaScript, or without the link, people type it.
 */
export function TokenField({ label, hint, error, submits = false }: Props) {
  const [token, setToken] = useState('');
  const [isFromLink, setIsFromLink] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const { hash, pathname, search } = window.location;
    if (hash.length < 2) return;
    history.replaceState(history.state, '', pathname + search);
    setToken(hash.slice(1));
    setIsFromLink(true);
  }, []);

  useEffect(() => {
    if (isFromLink && submits) input.current?.form?.requestSubmit();
  }, [isFromLink, submits]);

  if (isFromLink) return <input ref={input} type="hidden" name="token" value={token} />;
  return (
    <Field
      id="token"
      name="token"
      label={label}
      hint={hint}
      error={error}
      value={token}
      onChange={(event) => setToken(event.target.value)}
      autoComplete="one-time-code"
      spellCheck={false}
      data-needs-script
    />
  );
}
