import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SearchLog } from '../../src/main/core/features/callers/searchLog.ts';

describe('the log of searches', () => {
  const written: string[] = [];
  const writes = (what: string) => async () => {
    written.push(what);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    written.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  test('keeps the last of what was typed in one go, once typing stops', async () => {
    const log = new SearchLog();
    for (const typed of ['j', 'ja', 'jan']) {
      log.shown(writes(typed));
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual(['jan']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual(['jan']);
  });

  test('keeps it at once when a card opens, and no second time', async () => {
    const log = new SearchLog();
    log.shown(writes('jan'));
    await log.settle();
    expect(written).toEqual(['jan']);
    await log.settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual(['jan']);
  });

  test('keeps nothing for a store that can take no more', async () => {
    const log = new SearchLog();
    log.shown(writes('jan'));
    log.forget();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual([]);
  });
});
