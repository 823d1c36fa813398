import { expect, test } from 'vitest';
import type { oas31 } from 'zod-openapi';
import { openApi } from '@/app/api/document';

/** What a property is called that is an amount of money. */
const MONEY = /(^|_)(amount|total|sum|balance|price|fee|tax|discount)$/;
const MINOR_UNITS = '#/components/schemas/MinorUnits';

type Schema = oas31.SchemaObject & { $ref?: string };

const document = await openApi();

const isSuccess = (status: string) => status.startsWith('2');
const answers = Object.values(document.paths ?? {}).flatMap((path) =>
  (Object.values(path) as oas31.OperationObject[]).flatMap(({ operationId, responses }) =>
    Object.entries(responses ?? {})
      .filter(([status]) => isSuccess(status))
      .map(([, response]) => {
        const { content } = response as oas31.ResponseObject;
        return [String(operationId), content?.['application/json']?.schema as Schema] as const;
      }),
  ),
);

/** Every property in a schema, with the path to it. */
function propertiesOf(schema: Schema | undefined, path: string): [string, Schema][] {
  if (!schema) return [];
  if (schema.$ref === MINOR_UNITS) return [];
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return propertiesOf(document.components?.schemas?.[name] as Schema, path);
  }
  const own = Object.entries(schema.properties ?? {}) as [string, Schema][];
  const within = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])] as Schema[];
  return [
    ...own.flatMap(([name, one]) => [
      [`${path}.${name}`, one] as [string, Schema],
      ...propertiesOf(one, `${path}.${name}`),
    ]),
    ...within.flatMap((one) => propertiesOf(one, path)),
  ];
}

function isMinorUnits({ $ref, anyOf }: Schema): boolean {
  return $ref === MINOR_UNITS || ((anyOf ?? []) as Schema[]).some(isMinorUnits);
}

const money = answers
  .flatMap(([operation, schema]) => propertiesOf(schema, operation))
  .filter(([path]) => MONEY.test(path.split('.').at(-1) ?? ''));

test('answers have amounts of money', () => {
  const paths = money.map(([path]) => path);
  expect(paths).toContain('listInvoices.data.total');
  expect(paths).toContain('getInvoice.lines.unit_amount');
});

test.each(money)('%s is an amount of money', (path, schema) => {
  const forgotten = `${path} is money by its name: its schema is minorUnitsSchema, and minorUnits makes it (lib/money/minor-units.ts).`;
  expect(isMinorUnits(schema), forgotten).toBe(true);
});
