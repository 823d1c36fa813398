import { z } from 'zod';

/**
 * An amount of money in an answer. A plain number is not one: {@link minorUnits} makes them. A
 * field says with `meta` what the amount is of.
 */
export const minorUnitsSchema = z
  .int()
  .brand<'MinorUnits', 'inout'>()
  .meta({ id: 'MinorUnits', description: 'Money, in minor units of the currency.' });

/** An integer of minor units, such as cents, within ±(2^53−1). */
export type MinorUnits = z.output<typeof minorUnitsSchema>;

/**
 * An amount from the database, as an answer can hold it.
 * @param value integer of minor units
 * @throws RangeError outside ±(2^53−1), where a number of JSON would be another amount
 */
export function minorUnits(value: bigint): MinorUnits {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new RangeError(`The amount ${value} is outside ±(2^53−1).`);
  }
  return number as MinorUnits;
}
