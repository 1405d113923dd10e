import type { Page } from '@playwright/test';
import { noteField, openCaller, searchField, unlock } from '../support/actions.ts';
import { expect, expectAccessible, test } from '../support/app.ts';
import { sidewaysScrollers } from '../support/layout.ts';
import { callers, workers } from '../support/people.ts';
import { say } from '../support/words.ts';

const refusal = {
  s: 500,
  b: { json: { defined: true, code: 'UNWRITABLE', status: 500, message: 'full', data: null } },
};

/** From the next start of the page on, what is asked of the core under these names is refused as by a full disk. */
async function refuse(page: Page, names: string[]): Promise<{ lift: () => void }> {
  let isFull = true;
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const core = socket.connectToServer();
    socket.onMessage((message) => {
      const { i, p } = JSON.parse(String(message));
      if (isFull && names.includes(p?.u)) socket.send(JSON.stringify({ i, p: refusal }));
      else core.send(message);
    });
  });
  await page.reload();
  return {
    lift() {
      isFull = false;
    },
  };
}

test('a full disk is told of at the top of the window until it takes something again', async ({ app }) => {
  const { desk } = app;
  const disk = await refuse(desk, ['/contacts/save']);
  await unlock(desk, workers.anna);
  await openCaller(desk, 'zwaan', callers.zwaantje.displayName);
  await desk.keyboard.type('komt niet op de schijf');
  await desk.keyboard.press('Control+Enter');
  const told = desk.getByText(say('Bewaren lukt niet: de schijf is vol, alleen-lezen of stuk'));
  await expect(told).toBeVisible();
  await expect(noteField(desk)).toHaveValue('komt niet op de schijf');
  await expectAccessible(desk);
  for (const size of [
    { width: 360, height: 520 },
    { width: 400, height: 680 },
  ]) {
    await app.resize(desk, size);
    expect(await sidewaysScrollers(desk)).toEqual([]);
    await app.picture(desk, `disk-refuses-${size.width}`);
  }
  disk.lift();
  await noteField(desk).focus();
  await desk.keyboard.press('Control+Enter');
  await expect(searchField(desk)).toBeFocused();
  await expect(told).toBeHidden();
});
