'use client';

import { useEffect, useRef } from 'react';

type Props = {
  text: string;
  /** selects the text, for when the browser does not allow us to copy it */
  selected: boolean;
  /** called when someone copies it by hand */
  onCopy: () => void;
};

/** A new key, selected as a whole by a click. */
export function Secret({ text, selected, onCopy }: Props) {
  const element = useRef<HTMLElement>(null);

  useEffect(() => {
    if (selected && element.current) getSelection()?.selectAllChildren(element.current);
  }, [selected]);

  return (
    <code
      ref={element}
      onCopy={onCopy}
      // Keeps a browser that translates pages from changing the key.
      translate="no"
      className="block rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-sm break-all select-all"
    >
      {text}
    </code>
  );
}
