/** Lower case, without accents, apostrophes and hyphens: how names are stored for searching and how they are asked. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ß/g, 'ss')
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `d'`, `l'` or `O'` before a name, which some people leave out. */
const elided = /(?<![\p{L}\p{N}])\p{L}['’‘`´](?=\p{L}{2})/gu;

/** A name as it is stored for searching: folded, and what follows a `d'` as a word of its own too. */
export function searchTextOf(name: string): string {
  const whole = fold(name);
  const words = new Set(whole.split(' '));
  const added = fold(name.replace(elided, ' '))
    .split(' ')
    .filter((word) => !words.has(word));
  return [whole, ...new Set(added)].join(' ').trim();
}
