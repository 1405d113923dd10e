import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { openCore } from '../main/core/core.ts';
import { createI18n } from '../shared/i18n/index.ts';
import { terminalLanguage } from '../shared/i18n/terminal.ts';
import { openBrowser } from './browser.ts';
import { dataFolder } from './dataFolder.ts';
import { createPreviewHost } from './host.ts';
import { startServer } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
  },
});
const texts = createI18n(terminalLanguage(process.env)).t;
const builtFolder = join(import.meta.dirname, '../../out');
const rendererFolder = join(builtFolder, 'renderer');
if (!existsSync(join(rendererFolder, 'desk.html'))) {
  console.error(texts('start:notBuilt'));
  process.exit(1);
}

const core = await openCore({
  dataFolder: dataFolder(),
  clock: Date.now,
  uptime: () => performance.now(),
  host: createPreviewHost(),
  // As it was built with the pages: its source takes a second to read.
  workerFile: join(builtFolder, 'main/worker.js'),
  resourcesFolder: join(import.meta.dirname, '../../resources'),
  appVersion: packageJson.version,
});
const server = await startServer({ core, rendererFolder, port: Number(values.port), texts, onAddress: announce }).catch(
  async () => {
    console.error(texts('start:cannotListen', { port: values.port }));
    await core.close();
    process.exit(1);
  },
);
// A link of its own, so that the one in the terminal still works in another browser.
if (values.open && !values.json) openBrowser(server.freshAddress());

function announce(address: string): void {
  console.log(values.json ? JSON.stringify({ address }) : texts('start:address', { address }));
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    // While the windows are there to hand over what is typed in them.
    await core.lock();
    await server.stop();
    await core.close();
    process.exit(0);
  });
}
