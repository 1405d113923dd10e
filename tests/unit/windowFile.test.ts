import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWindowFile } from '../../src/main/shell/windowFile.ts';

describe('openWindowFile', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'windows-'));
    file = join(folder, 'window.json');
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  it('remembers across starts', () => {
    const desk = { x: -1200, y: 40, width: 400, height: 680 };
    const first = openWindowFile(file);
    first.remember({ desk });
    first.remember({ shortcut: 'Control+Alt+B' });
    first.flush();
    expect(openWindowFile(file).current).toMatchObject({ desk, shortcut: 'Control+Alt+B', alwaysOnTop: true });
  });

  it('writes nothing as long as there is nothing to remember', async () => {
    openWindowFile(file).flush();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['', '{"desk":', '[]', '{"desk":{"x":"left"}}', '\0\0\0\0'])(
    'puts %j aside and keeps it',
    async (content) => {
      await writeFile(file, content);
      const opened = openWindowFile(file);
      expect(opened.current).toMatchObject({ alwaysOnTop: true });
      opened.remember({ alwaysOnTop: false });
      opened.flush();
      const aside = (await readdir(folder)).filter((name) => name.startsWith('window.json.unreadable-'));
      expect(aside).toHaveLength(1);
      expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(content);
      expect(openWindowFile(file).current.alwaysOnTop).toBe(false);
    },
  );

  it('never writes over a file that it could neither read nor put aside', async () => {
    const blocked = join(folder, 'file', 'window.json');
    await writeFile(join(folder, 'file'), 'not a folder');
    const opened = openWindowFile(blocked);
    opened.remember({ alwaysOnTop: false });
    expect(() => opened.flush()).not.toThrow();
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('not a folder');
  });
});
