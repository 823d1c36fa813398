import type { ReactNode } from 'react';

const PANEL =
  'overflow-y-auto overscroll-contain rounded-panel border border-line bg-surface p-6 shadow-overlay print:max-h-none';

type Props = {
  /** the prefix of the ids of its title and description */
  id: string;
  title: string;
  description: ReactNode;
  isAtTop?: boolean;
  children: ReactNode;
};

/** What is seen of a modal. */
export function ModalPanel({ id, title, description, isAtTop = false, children }: Props) {
  return (
    <div
      className={`${PANEL} ${isAtTop ? 'max-h-[calc(100dvh-2rem)] sm:max-h-[80dvh]' : 'max-h-[calc(100dvh-2rem)]'}`}
    >
      <h2 id={`${id}-title`} className="text-section wrap-anywhere">
        {title}
      </h2>
      <p id={`${id}-description`} className="mt-2 text-muted wrap-anywhere">
        {description}
      </p>
      {children}
    </div>
  );
}
