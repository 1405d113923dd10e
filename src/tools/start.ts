import { join } from 'node:path';
import { createI18n } from '../shared/i18n/index.ts';
import { terminalLanguage } from '../shared/i18n/terminal.ts';
import { electronArguments, getElectron, obstacleFor } from './electron.ts';
import { build, type Ending, root, runUntilEnd } from './run.ts';

/** A program that ends this soon with an error never showed its window. */
const stoppedAtOnce = 5_000;

const t = createI18n(terminalLanguage(process.env)).t;
const [previewAsked, ...rest] = splitPreview(process.argv.slice(2));

process.exitCode = build() ? (await start()).code : 1;

function start(): Promise<Ending> {
  return previewAsked ? startPreview() : startElectron();
}

async function startElectron(): Promise<Ending> {
  const executable = getElectron(() => console.error(t('start:fetching')));
  const obstacle = obstacleFor(executable);
  if (obstacle || !executable) return startPreview(t(`start:obstacle.${obstacle ?? 'notFetched'}`));
  const begin = Date.now();
  const ending = await runUntilEnd(executable, [...sandboxArguments(), ...electronArguments(), root, ...rest]);
  const failedToStart = ending.code !== 0 && !ending.stopped && Date.now() - begin < stoppedAtOnce;
  return failedToStart ? startPreview(t('start:obstacle.stoppedAtOnce')) : ending;
}

function startPreview(why?: string): Promise<Ending> {
  if (why) console.error(why);
  return runUntilEnd(process.execPath, [join(root, 'src', 'preview', 'index.ts'), '--open', ...rest]);
}

/** Electron refuses to start as root with its sandbox on. */
function sandboxArguments(): string[] {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  console.error(t('start:asRoot'));
  return ['--no-sandbox'];
}

function splitPreview(options: string[]): [boolean, ...string[]] {
  return [options.includes('--preview'), ...options.filter((option) => option !== '--preview')];
}
