import type { Rate, TrendGroup } from '../../../shared/contract/trends.ts';
import { perHundred } from './rate.ts';
import { type DayRange, dayNumberOf } from './trendPeriods.ts';

/** Counts contacts and incidents by a key, and answers with both beside each other. */
export class Tally<Key> {
  readonly #contacts = new Map<Key, number>();
  readonly #incidents = new Map<Key, number>();

  addContacts(key: Key, contacts: number): void {
    this.#contacts.set(key, (this.#contacts.get(key) ?? 0) + contacts);
  }

  addIncident(key: Key): void {
    this.#incidents.set(key, (this.#incidents.get(key) ?? 0) + 1);
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
export function rateOfDays(byDay: Tally<number>, { from, lastDay }: DayRange): Rate {
  let [contacts, incidents] = [0, 0];
  for (let day = dayNumberOf(from); day <= dayNumberOf(lastDay); day += 1) {
    const rate = byDay.rateOf(day);
    contacts += rate.contacts;
    incidents += rate.incidents;
  }
  return rateOf(contacts, incidents);
}

export const mostIncidentsFirst = (a: TrendGroup, b: TrendGroup): number => b.incidents - a.incidents;
