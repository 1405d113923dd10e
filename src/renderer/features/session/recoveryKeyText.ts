export const recoveryKeyLength = 32;
const groupLength = 4;

/** What was typed of a recovery key, in capitals and in groups, whatever stood between them. */
export const inGroups = (typed: string): string =>
  (bareKey(typed).match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join(' ');

/** Only the characters that count. */
export const bareKey = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
