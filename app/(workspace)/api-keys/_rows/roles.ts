/**
 * What the elements of a table are, said once more. On narrow windows its rows are grids, and browsers
 * have taken such rows for no part of a table.
 */
export const ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** Where the cells of a row stand on narrow windows: the name, the verdict, and the rest in a line. */
export const NARROW_ROW =
  'max-lg:grid max-lg:grid-cols-[auto_auto_1fr_auto] max-lg:items-center max-lg:py-2 max-lg:[grid-template-areas:"choose_name_name_name"_"._verdict_verdict_verdict"_"._state_holder_actions"]';
