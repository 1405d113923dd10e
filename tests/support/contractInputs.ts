import { type AnyContractRouter, isContractProcedure } from '@orpc/contract';
import fc from 'fast-check';
import { z } from 'zod';
import type { Access } from '../../src/shared/contract/base.ts';

export interface AskedProcedure {
  path: string;
  access: Access | undefined;
  /** Inputs that the contract accepts; null for a procedure that has none. */
  inputs: fc.Arbitrary<unknown> | null;
  accepts: (input: unknown) => Promise<boolean>;
}

const node = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
type Node = z.infer<typeof node>;

const days = ['2026-11-20', '2026-11-21', '2026-11-23', '2026-12-21', '2027-01-29'];
const clocks = ['09:00', '10:30', '14:00', '15:00'];

function texts({ format, minLength = 0, maxLength = 40 }: Node): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (format === 'date') return fc.constantFrom(...days);
  const plain = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
  return fc.oneof(plain, fc.constantFrom('a', ...clocks, ...days));
}

/** Ids are small numbers in a new practice, so that inputs are about what is there. */
function numbers({ type, minimum, exclusiveMinimum, maximum = 2 ** 40 }: Node): fc.Arbitrary<unknown> {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  if (type === 'number') return fc.double({ min: least, max: maximum, noNaN: true });
  const small = fc.integer({ min: least, max: Math.min(least + 12, maximum) });
  return fc.oneof({ arbitrary: small, weight: 4 }, { arbitrary: fc.integer({ min: least, max: maximum }), weight: 1 });
}

function valuesOf(schema: unknown): fc.Arbitrary<unknown> {
  const known = node.parse(schema);
  if ('const' in known) return fc.constant(known.const);
  if (known.enum) return fc.constantFrom(...known.enum);
  const choices = known.anyOf ?? known.oneOf;
  if (choices) return fc.oneof(...choices.map(valuesOf));
  switch (known.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(known.properties ?? {}).map(([key, value]) => [key, valuesOf(value)])),
      );
    case 'array':
      if (known.prefixItems) return fc.tuple(...known.prefixItems.map(valuesOf));
      return fc.array(valuesOf(known.items ?? {}), {
        minLength: known.minItems ?? 0,
        maxLength: Math.min(known.maxItems ?? 3, 3),
      });
    case 'string':
      return texts(known);
    case 'integer':
    case 'number':
      return numbers(known);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

/** Every procedure of a contract, with inputs made from its own schema. */
export function proceduresOf(router: AnyContractRouter, prefix = ''): AskedProcedure[] {
  if (!isContractProcedure(router)) {
    return Object.entries(router).flatMap(([name, inner]) => proceduresOf(inner, prefix ? `${prefix}.${name}` : name));
  }
  const { meta, inputSchema } = router['~orpc'];
  const accepts = async (input: unknown) => !(await inputSchema?.['~standard'].validate(input))?.issues;
  const inputs =
    inputSchema instanceof z.ZodType
      ? valuesOf(z.toJSONSchema(inputSchema, { io: 'input', unrepresentable: 'any' }))
      : null;
  return [{ path: prefix, access: meta.access, inputs, accepts }];
}
