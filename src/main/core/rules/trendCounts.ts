import type { Rate, TrendGroup } from '../../../shared/contract/trends.ts';
import { perHundred } from './rate.ts';
import { type DayRange, dayNumbersOf } from './trendPeriods.ts';

/** Counts contacts and incidents by a key, and answers with both beside each other. */
export class Tally<Key> {
  readonly #contacts = new Map<Key, number>();
  readonly #incidents = new Map<Key, number>();

  addContacts(key: Key, contacts: number): void {
    this.#contacts.set(key, (this.#contacts.get(key) ?? 0) + contacts);
  }

  addIncident(key: Key, incidents = 1): void {
    this.#incidents.set(key, (this.#incidents.get(key) ?? 0) + incidents);
  }

  rateOf(key: Key): Rate {
    return rateOf(this.#contacts.get(key) ?? 0, this.#incidents.get(key) ?? 0);
  }

  get keys(): Key[] {
    return [...new Set([...this.#contacts.keys(), ...this.#incidents.keys()])];
  }
}

export const rateOf = (contacts: number, incidents: number): Rate => ({
  contacts,
  incidents,
  perHundred: perHundred(incidents, contacts),
});

/** The days of a period together. */
export function rateOfDays(byDay: Tally<number>, period: DayRange): Rate {
  const rates = dayNumbersOf(period).map((day) => byDay.rateOf(day));
  return rateOf(
    rates.reduce((sum, { contacts }) => sum + contacts, 0),
    rates.reduce((sum, { incidents }) => sum + incidents, 0),
  );
}

export const mostIncidentsFirst = (a: TrendGroup, b: TrendGroup): number => b.incidents - a.incidents;
