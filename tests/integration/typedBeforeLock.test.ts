import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Core } from '../../src/main/core/core.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { aDraft } from '../support/samples.ts';
import { type PracticeCopy, practiceTemplate, windowOf } from '../support/template.ts';

const practice = practiceTemplate();

interface TestWindow {
  client: ReturnType<typeof windowOf>['client'];
  close: () => void;
  /** What it saves when it hears that the app is about to lock. */
  typed: (() => Promise<unknown>)[];
  /** How what it saved ended, and that it heard of the lock. */
  heard: string[];
}

/** A window with something typed in it that is not on its way yet; one that hangs hears the word and does nothing. */
async function openWindow(core: Core, { hangs = false } = {}): Promise<TestWindow> {
  const { client, close } = windowOf(core);
  const window: TestWindow = { client, close, typed: [], heard: [] };
  const events = await client.session.events();
  await events.next();
  const follow = async () => {
    for await (const event of events) {
      if ('state' in event) window.heard.push(event.state.kind);
      if (!('aboutToLock' in event) || hangs) continue;
      for (const save of window.typed.splice(0)) {
        window.heard.push(
          await save().then(
            () => 'saved',
            (error) => error.code,
          ),
        );
      }
      await client.session.readyToLock(event.aboutToLock);
    }
  };
  // Its line is cut at the end of the test.
  follow().catch(() => undefined);
  return window;
}

/** Two windows of Karin, in which something was typed at the same moment. */
async function typedInBoth(opened: PracticeCopy) {
  const { client, core, workAs } = opened;
  await workAs('karin');
  // What a window shows before anybody types in it has had these features loaded, which takes a test seconds.
  await Promise.all([client.contacts.drafts(), client.unfinished.get({ form: 'phrase' })]);
  const [desk, review] = [await openWindow(core), await openWindow(core)];
  const draft = aDraft({ text: 'Belt straks terug over de uitslag.' });
  const form = { form: 'phrase', callerId: null, content: JSON.stringify({ text: 'Ik onderbreek u even.' }) };
  desk.typed.push(() => desk.client.contacts.saveDraft(draft));
  review.typed.push(() => review.client.unfinished.keep(form));
  return { desk, review, draft, form };
}

type Typed = Awaited<ReturnType<typeof typedInBoth>>;

async function expectKept({ client, workAs }: PracticeCopy, { draft, form }: Typed): Promise<void> {
  await workAs('karin');
  expect((await client.contacts.drafts()).map(({ text }) => text)).toEqual([draft.text]);
  expect(await client.unfinished.get({ form: form.form })).toMatchObject({ content: form.content });
}

const waysToLock: Record<string, (opened: PracticeCopy, typed: Typed) => Promise<unknown>> = {
  'from the one window': (_opened, { desk }) => desk.client.session.lock(),
  'from the other window': (_opened, { review }) => review.client.session.lock(),
  'from both at once': (_opened, { desk, review }) =>
    Promise.all([desk.client.session.lock(), review.client.session.lock()]),
  'from the tray, or with the computer': ({ core }) => core.lock(),
  'after idle time': ({ core, clock }) => {
    clock.now += 5 * 60_000;
    core.context.core.options.host.idleSeconds = () => 300;
    return core.context.core.session.lockWhenIdle();
  },
  'for a colleague who takes over': ({ workAs }) => workAs('anna'),
};

describe('what was typed less than a message ago in any window is there after a lock', () => {
  test.each(Object.entries(waysToLock))('%s', async (_name, lock) => {
    const opened = await practice.open();
    const typed = await typedInBoth(opened);
    await lock(opened, typed);
    for (const { heard } of [typed.desk, typed.review]) {
      await expect.poll(() => heard).toEqual(expect.arrayContaining(['saved', 'locked']));
      expect(heard.indexOf('saved')).toBeLessThan(heard.indexOf('locked'));
    }
    await expectKept(opened, typed);
  });

  test('by ending the program', async () => {
    const opened = await practice.open();
    const typed = await typedInBoth(opened);
    await opened.core.close();
    await expectKept(await practice.open(opened), typed);
  });
});

test('a window that hangs holds up a lock for a second, and the others lose nothing by it', async () => {
  const opened = await practice.open();
  const typed = await typedInBoth(opened);
  const hung = await openWindow(opened.core, { hangs: true });
  hung.typed.push(() => hung.client.session.state());
  const begun = performance.now();
  await opened.core.lock();
  const took = performance.now() - begun;
  expect(took).toBeGreaterThan(900);
  expect(took).toBeLessThan(1900);
  await expectKept(opened, typed);
});

test('a window that is gone is not waited for', async () => {
  const opened = await practice.open();
  await opened.workAs('karin');
  const gone = await openWindow(opened.core, { hangs: true });
  gone.close();
  const begun = performance.now();
  await opened.core.lock();
  expect(performance.now() - begun).toBeLessThan(900);
});

test('between the word and the lock nothing is asked but saving what is typed', async () => {
  const opened = await practice.open();
  const { core, workAs } = opened;
  await workAs('karin');
  const window = await openWindow(core);
  const outcomes: Record<string, string> = {};
  const asks = {
    search: () => window.client.callers.search({ query: 'zwaan' }),
    save: () => window.client.contacts.save(aDraft({ text: 'Nieuw.' })),
    export: () => window.client.exports.progress(),
    keep: () => window.client.unfinished.keep({ form: 'phrase 1', callerId: null, content: '{}' }),
    lock: () => {
      // Waits for the lock that is under way, which waits for this window.
      window.client.session.lock().catch(() => undefined);
      return window.client.session.state();
    },
  };
  for (const [what, ask] of Object.entries(asks)) {
    window.typed.push(async () => {
      outcomes[what] = await ask().then(
        () => 'answered',
        (error) => error.code,
      );
    });
  }
  await core.lock();
  expect(outcomes).toEqual({ search: 'LOCKED', save: 'LOCKED', export: 'LOCKED', keep: 'answered', lock: 'answered' });
});

/** What each file of a window that saves what is typed calls to do so. */
const savers: Record<string, string> = {
  'features/aftercare/OfferForm.tsx': 'aftercare.keepAgreed',
  'features/coaching/MomentForm.tsx': 'coaching.update',
  'features/contacts/useNoteActions.ts': 'contacts.saveDraft',
  'features/distress/useConcernCompletion.ts': 'distress.complete',
  'features/distress/useSharing.ts': 'distress.keepSharing',
  'features/incidents/CompletionSheet.tsx': 'incidents.complete',
  'features/letters/useLetterDraft.ts': 'letters.save',
  'features/review/ReviewNote.tsx': 'review.keepNote',
  'features/unfinished/useUnfinished.ts': 'unfinished.keep',
};

test('whatever saves what is typed in a window is let through until the lock', () => {
  const folder = path.resolve('src/renderer');
  const kept = new Set(
    Object.entries(contract).flatMap(([feature, procedures]) =>
      Object.entries(procedures)
        .filter(([, procedure]) => procedure['~orpc'].meta.keeps)
        .map(([name]) => `${feature}.${name}`),
    ),
  );
  // The two stores are given what to call by those who use them.
  const given = ['features/contacts/noteStore.ts', 'features/incidents/completionStore.ts', 'app/saver.ts'];
  const calling = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !given.includes(name))
    .filter((name) => /\b(createSaver|changeCompletion)\b/.test(readFileSync(path.join(folder, name), 'utf8')));
  expect(calling.sort()).toEqual(Object.keys(savers).sort());
  for (const [name, call] of Object.entries(savers)) {
    expect(readFileSync(path.join(folder, name), 'utf8')).toContain(`client.${call}(`);
  }
  expect([...kept].sort()).toEqual(Object.values(savers).sort());
});
