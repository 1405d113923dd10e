import { plainCollector } from '../privacy/collectors/collector.ts';

/** Calls of concern are over a term of their own, with what was told of them. */
export const concernsCollector = plainCollector('concerns', 'concern', 'occurredAt');
