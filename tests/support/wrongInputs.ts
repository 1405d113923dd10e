import { StandardRPCJsonSerializer } from '@orpc/client/standard';
import fc from 'fast-check';

/** They stand for what a value of this program cannot hold and a message can: replaced in the text that is sent. */
const inText = {
  deep: { placeholder: 'stands for a deep nest', text: `${'['.repeat(5000)}${']'.repeat(5000)}`, quoted: true },
  endless: { placeholder: 'stands for a number without end', text: '1e999', quoted: true },
  proto: { placeholder: 'stands for the prototype', text: '__proto__', quoted: false },
} as const;

const strangeTexts = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202etxt.exe', '\u2066\u2069', '\ufeff', '\r\n', '\u{1F600}'],
  ...["'; drop table caller; --", '=1+1', '../../etc/passwd', 'C:\\Windows\\win.ini', '%00', '{{7*7}}'],
  ...['<script>alert(1)</script>', '2026-02-30', '24:61', '٣٤٥', 'NaN', 'x'.repeat(100_000), '\u0301'.repeat(2000)],
];
const strangeNumbers = [-1, -0, 0, 0.5, 1e-9, 2 ** 31, 2 ** 53, 2 ** 63, Number.MAX_VALUE, Number.NaN, Infinity];
const strangeThings = [
  ...[null, undefined, true, false, 1n, 2n ** 80n, [], {}, [[]], new Date(0), new Date(Number.NaN), /x/g],
  ...[new Set([1]), new Map([[1, 2]]), new URL('http://example.org'), Array.from({ length: 2000 }, () => 0)],
  ...[inText.deep.placeholder, inText.endless.placeholder, { [inText.proto.placeholder]: { isManager: true } }],
];

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...strangeTexts),
  fc.constantFrom<unknown>(...strangeNumbers),
  fc.constantFrom<unknown>(...strangeThings),
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.jsonValue(),
);
const keys = fc.constantFrom(
  inText.proto.placeholder,
  'constructor',
  'toString',
  'toJSON',
  'then',
  'role',
  'userId',
  '',
);

type Place = readonly (string | number)[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Every place in a value, the value itself first. */
function placesIn(value: unknown, place: Place = []): Place[] {
  const inside = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  return [place, ...inside.flatMap(([key, inner]) => placesIn(inner, [...place, key]))];
}

/** The value with one place in it changed, and nothing else. */
function changedAt(value: unknown, [key, ...rest]: Place, change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((inner, index) => (index === key ? changedAt(inner, rest, change) : inner));
  return isRecord(value) ? { ...value, [key]: changedAt(value[key], rest, change) } : value;
}

function without(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value.filter((_inner, index) => index !== key);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value;
}

/** What can be done to one place: another value, nothing, something more, or the same many times over. */
function spoiled(input: unknown, place: Place, way: string, value: unknown, key: string): unknown {
  const last = place.at(-1);
  switch (way) {
    case 'leave out':
      return last === undefined ? undefined : changedAt(input, place.slice(0, -1), (inner) => without(inner, last));
    case 'add':
      return changedAt(input, place, (inner) => (isRecord(inner) ? { ...inner, [key]: value } : [inner, value]));
    case 'repeat':
      return changedAt(input, place, (inner) => Array.from({ length: 300 }, () => inner));
    default:
      return changedAt(input, place, () => value);
  }
}

/** Inputs with the right shape and one thing wrong in them; sometimes nothing turns out to be wrong. */
export function nearlyRight(inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const way = fc.constantFrom('replace', 'replace', 'replace', 'leave out', 'add', 'repeat');
  return fc.tuple(inputs, fc.nat(), way, odd, keys).map(([input, nth, way, value, key]) => {
    const places = placesIn(input);
    return spoiled(input, places[nth % places.length] ?? [], way, value, key);
  });
}

/** Anything at all. */
export const anyInput: fc.Arbitrary<unknown> = fc.oneof(odd, fc.dictionary(keys, odd, { maxKeys: 4 }));

const serializer = new StandardRPCJsonSerializer();

/** A question as a window would send it, with what only a text can hold. */
export function messageFor(id: string, path: string, input: unknown): string {
  const [json, meta] = serializer.serialize(input);
  const message = JSON.stringify({ i: id, p: { u: `/${path.replaceAll('.', '/')}`, b: { json, meta } } });
  return Object.values(inText).reduce(
    (text, { placeholder, text: real, quoted }) => text.replaceAll(quoted ? `"${placeholder}"` : placeholder, real),
    message,
  );
}
