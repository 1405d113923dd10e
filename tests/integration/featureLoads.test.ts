import { createRouterClient } from '@orpc/server';
import { expect, test, vi } from 'vitest';
import { later } from '../../src/main/core/router.ts';
import { openTestCore } from '../support/practice.ts';

test('a feature that could not be loaded is loaded at the next call, and once', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { core } = await openTestCore();
  const load = vi.fn(() => import('../../src/main/core/features/prevention/procedures.ts'));
  load.mockRejectedValueOnce(Object.assign(new Error('too many open files'), { code: 'EMFILE' }));
  const router = { prevention: later('prevention', load) };
  const client = createRouterClient(router, { context: core.context });
  const ask = () => client.prevention.overview();
  await expect(ask()).rejects.toMatchObject({ code: 'EMFILE' });
  expect(logged.mock.calls).toEqual([['not loaded: prevention', expect.stringMatching(/^Error EMFILE /)]]);
  // Nobody is at work: that it says so shows that it is there.
  for (let nth = 0; nth < 3; nth += 1) await expect(ask()).rejects.toMatchObject({ code: 'LOCKED' });
  expect(load).toHaveBeenCalledTimes(2);
  await Promise.all([1, 2].map(() => expect(ask()).rejects.toMatchObject({ code: 'LOCKED' })));
  expect(load).toHaveBeenCalledTimes(2);
});
