import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

// The libraries of the store take more than the ten lines that there are otherwise.
Error.stackTraceLimit = 40;

/** An error of another thread, traced there. */
export class TracedError extends Error {
  readonly trace: string;

  constructor(message: string, trace: string) {
    super(message);
    this.trace = trace;
  }
}

/** Kinds of errors that are named by themselves: any other name could be anything. */
const kinds = new Set([
  ...['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'AggregateError', 'AbortError'],
  ...['SqliteError', 'ZodError'],
]);
const systemCodes = new Set(Object.keys(constants.errno));
/** A line of a stack that is in this program, with its file and the place in that. */
const ownFrame =
  /^ {4}at (?:.*\(|async )?((?:file:\/\/)?[^()]*?[/\\](?:src|out)[/\\]((?:main|preview)[/\\][\w./\\-]+\.[jt]s)):(\d{1,7}):(\d{1,7})\)?$/;

function codeOf(error: Error): string | null {
  if (!('code' in error) || typeof error.code !== 'string') return null;
  return systemCodes.has(error.code) || /^(SQLITE|ERR)_[A-Z0-9_]+$/.test(error.code) ? error.code : null;
}

/** The innermost place in this program. A message may look like one, but is left out, and names no file that is there. */
function placeOf({ message, stack = '' }: Error): string {
  const begin = stack.indexOf(message);
  const frames = begin < 0 ? '' : stack.slice(begin + message.length);
  for (const line of frames.split('\n')) {
    const [, address = '', file = '', row, column] = ownFrame.exec(line) ?? [];
    if (file !== '' && isThere(address)) return `${file.replaceAll('\\', '/')}:${row}:${column}`;
  }
  return 'elsewhere';
}

function isThere(address: string): boolean {
  try {
    return existsSync(address.startsWith('file://') ? fileURLToPath(address) : address);
  } catch {
    return false;
  }
}

/**
 * What may be told of an error that nobody expected: its kind, its code and where in the program it arose. Never its
 * message, which may hold what somebody typed, a name, or the statement it was about.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error';
  if (error instanceof TracedError) return error.trace;
  const kind = kinds.has(error.name) ? error.name : 'Error';
  return [kind, codeOf(error), placeOf(error)].filter((part) => part !== null).join(' ');
}
