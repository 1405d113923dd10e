/** Whether one version comes after another: `0.10.0` after `0.9.3`. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(than)];
  const different = one.findIndex((number, place) => number !== other[place]);
  return different >= 0 && (one[different] ?? 0) > (other[different] ?? 0);
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10));
}
