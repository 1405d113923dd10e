/** Incidents per 100 contacts, to one decimal; null without contacts. */
export function perHundred(incidents: number, contacts: number): number | null {
  return contacts === 0 ? null : Math.round((incidents / contacts) * 1000) / 10;
}
