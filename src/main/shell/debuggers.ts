import { createHash } from 'node:crypto';

/** What lets another program look inside or steer: Chromium's own, which no fuse covers, and Node's, which one does. */
const opening = /^(?:--?|\/)(?:remote-(?:debugging-|allow-origins)|inspect(?:-|=|$)|auto-open-devtools)/i;

const DRIVEN_BY = '--driven-by=';

/**
 * Whether a test drives the program that it built itself: it says the word whose checksum was put into that build. A
 * build that ships has none, and is driven by nobody.
 */
function isDrivenByTest(programArguments: readonly string[], checksum: string): boolean {
  const word = programArguments.find((argument) => argument.startsWith(DRIVEN_BY))?.slice(DRIVEN_BY.length) ?? '';
  return checksum !== '' && createHash('sha256').update(word).digest('hex') === checksum;
}

/** Whether a program was started so that another can look inside it or steer it. */
export function opensUp(programArguments: readonly string[], checksum: string): boolean {
  return programArguments.some((argument) => opening.test(argument)) && !isDrivenByTest(programArguments, checksum);
}
