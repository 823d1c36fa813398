import type { ReactNode } from 'react';

/** Of the cells of a column that a narrow table has no room for: there, its content is in the first one. */
export const WIDE = '@max-2xl:hidden';

type Props = {
  caption: string;
  /** the first column is the one that heads the rows */
  columns: { title: string; className?: string }[];
  children: ReactNode;
};

/** A table in a panel. */
export function Table({ caption, columns, children }: Props) {
  return (
    <div className="@container overflow-hidden rounded-panel border border-line bg-surface shadow-raised">
      <table className="w-full text-left text-sm @max-2xl:[&_th:first-child]:w-1/2">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-muted">
          <tr>
            {columns.map(({ title, className = '' }) => (
              <th key={title} scope="col" className={`px-4 py-2.5 font-medium ${className}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}

/** The cell that heads a row. */
export function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className="px-4 py-2.5 font-normal wrap-anywhere">
      {children}
    </th>
  );
}

export function Cell({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <td className={`px-4 py-2.5 ${className}`}>{children}</td>;
}
