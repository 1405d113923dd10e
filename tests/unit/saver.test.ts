import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSaver, leaveSavers } from '../../src/renderer/app/saver.ts';

test('a page that goes sends the newest change at once, whatever is under way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), async (typed) => {
      const sent: string[] = [];
      // The core does not answer any more.
      const saver = createSaver<string>(
        (value) => {
          sent.push(value);
          return new Promise(() => undefined);
        },
        () => undefined,
      );
      for (const value of typed) saver.change(value);
      leaveSavers();
      expect(sent.at(-1)).toBe(typed.at(-1));
      const before = sent.length;
      leaveSavers();
      expect(sent).toHaveLength(before);
    }),
  );
});
