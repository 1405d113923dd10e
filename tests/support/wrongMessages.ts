import fc from 'fast-check';

const parts = {
  i: fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constantFrom('__proto__', '1', 'x'.repeat(100))),
  t: fc.oneof(fc.integer({ min: -1, max: 9 }), fc.string(), fc.constant(null)),
  p: fc.oneof(
    fc.constantFrom(null, 1, '/session/state', []),
    fc.record(
      {
        u: fc.oneof(
          fc.constantFrom('/session/state', '/session/events', 'http://evil.example/', '//', '/%', '', '/__proto__'),
          fc.webUrl(),
          fc.string({ unit: 'binary' }),
          fc.anything(),
        ),
        b: fc.oneof(
          fc.jsonValue(),
          fc.record({ json: fc.jsonValue(), meta: fc.array(fc.array(fc.anything())), maps: fc.jsonValue() }),
        ),
        h: fc.oneof(
          fc.constantFrom<unknown>(
            { 'content-type': 'text/event-stream' },
            { 'content-type': 'multipart/form-data; boundary=x' },
            { 'content-type': 5 },
            { 'content-disposition': 'attachment; filename*=%' },
          ),
          fc.jsonValue(),
        ),
        m: fc.constantFrom('GET', 'POST', 'DELETE', 5, null),
        e: fc.string(),
        d: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  ),
  rest: fc.jsonValue(),
};

const asText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? Number(inner) : inner)) ?? 'undefined';

/** Garbage on a line: anything that can be put on a port, text of every kind, and messages with something wrong in them. */
export const wrongMessages: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  fc.record(parts, { requiredKeys: [] }),
  fc.record(parts, { requiredKeys: ['p'] }).map(asText),
  fc.record(parts, { requiredKeys: ['i', 'p'] }).map((message) => asText(message).slice(0, -1)),
);
