import { expect, test } from 'vitest';
import { readTexts } from '../../support/texts';

/** What is told to an operator. Customers read these pages; docs/operations.md is for operators. */
const TO_OPERATORS =
  /\b(operator|operador)\b[^.]{0,40}\b(has|have|had|should|must|needs?|tiene|debe|debería)\b|to complete|belongs? here|still missing|completar|deben figurar|falta todavía/i;

test.each(readTexts('legal'))(
  '$slug speaks to customers alone, in $locale',
  ({ prose, headings }) => {
    for (const text of [prose, ...headings.map(({ text }) => text)]) {
      expect(TO_OPERATORS.exec(text)?.[0]).toBeUndefined();
    }
  },
);
