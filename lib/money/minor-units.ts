import { z } from 'zod';

/**
 * An amount of money in an answer. The compiler refuses a plain number: use {@link minorUnits}. A
 * field describes its amount with `meta`.
 */
export const minorUnitsSchema = z.int().brand<'MinorUnits', 'inout'>().meta({
  id: 'MinorUnits',
  description: 'Money, in minor units of the currency, within ±(2^53−1).',
});

/** An integer of minor units, such as cents, within ±(2^53−1). */
export type MinorUnits = z.output<typeof minorUnitsSchema>;

/**
 * Converts an amount from the database for an answer.
 * @param value integer of minor units
 * @throws RangeError outside ±(2^53−1), where a JSON number would not be exact
 */
export function minorUnits(value: bigint): MinorUnits {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`The amount ${value} is outside ±(2^53−1).`);
  }
  return number as MinorUnits;
}
