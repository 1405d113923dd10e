/** The emergency numbers of the crisis script: hard-wired, whatever a practice writes (112.nl, 113.nl). */
const emergencyNumber = /(?<!\d)11[23](?!\d)/g;

/** Which of them a sentence names. */
export const emergencyNumbers = (words: string): string[] => [...new Set(words.match(emergencyNumber))].sort();

/** Which of them would be lost if a sentence got these words; none where no words of one's own are given. */
export const lostNumbers = (starting: string, own: string): string[] =>
  own.trim() === '' ? [] : emergencyNumbers(starting).filter((number) => !emergencyNumbers(own).includes(number));

interface Words {
  nl: string;
  en: string;
}

/** The words that the practice chose its own beside are not the starting words any more. */
export const isNewer = (starting: Words, chosenBeside: Words): boolean =>
  starting.nl !== chosenBeside.nl || starting.en !== chosenBeside.en;
