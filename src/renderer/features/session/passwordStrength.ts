export type PasswordStrength = 'empty' | 'short' | 'guessable' | 'fair' | 'strong';

/** The contract asks for this many; the advice counts towards it. */
export const shortestPassword = 10;

const strongLength = 16;
/** With less than this left after the words that everybody tries, a password is soon guessed. */
const leastOwnLetters = 5;

const triedFirst = [
  'wachtwoord',
  'password',
  'welkom',
  'welcome',
  'qwerty',
  'azerty',
  'asdfgh',
  'geheim',
  'secret',
  'rugdekking',
  'praktijk',
  'practice',
  'huisarts',
  'assistente',
  'receptie',
  'balie',
  'lente',
  'zomer',
  'herfst',
  'winter',
];

/** What is worth saying about a password while it is typed. `known` are names that others know too. */
export function passwordStrength(password: string, known: readonly string[] = []): PasswordStrength {
  if (password === '') return 'empty';
  if (password.length < shortestPassword) return 'short';
  const ownLetters = lettersLeft(password, known);
  if (new Set(ownLetters).size < leastOwnLetters) return 'guessable';
  return password.length >= strongLength ? 'strong' : 'fair';
}

function lettersLeft(password: string, known: readonly string[]): string {
  const words = known.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length > 2);
  let rest = password.toLowerCase();
  for (const word of [...triedFirst, ...words]) rest = rest.replaceAll(word, '');
  return rest.replace(/[^\p{L}]/gu, '');
}
