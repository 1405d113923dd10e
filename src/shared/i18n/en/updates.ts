import type { updates as nl } from '../nl/updates.ts';
import type { Shape } from '../shape.ts';

export const updates: Shape<typeof nl> = {
  title: 'A newer version',
  explain:
    'Rugdekking never looks for a newer version by itself. If the publisher gives you one, choose the file here. The file ending in .sig must be beside it.',
  now: 'This is version {{version}}.',
  choose: 'Choose a file…',
  checking: 'The file is being checked…',
  notChecked: 'Stopped. Nothing was changed.',
  checked: 'Version {{version}} is really from the publisher and is newer than this one.',
  install: 'Make a backup and install',
  installing: 'First a backup is made…',
  stopped: 'Stopped. Nothing was installed; the checked file is still ready.',
  opened: 'The backup was made and the installer is open. Follow its window. The data stays where it is.',
  byHand:
    'The backup was made. The checked file is in {{file}}. Quit Rugdekking and install it, or put it in place of the old one.',
  noKey:
    'This build cannot check a newer version: it has no publisher’s key yet. Let whoever looks after your computers install the newer version.',
  notInstalled: 'A browser cannot do this. The installed program can.',
  problem: {
    NO_SIGNATURE: 'There is no signature beside this file. Put the file ending in .sig in the same folder.',
    WRONG_SIGNATURE:
      'This file is not what the publisher signed. Do not install it. Fetch it again, or ask the publisher.',
    OTHER_SYSTEM: 'This file is for another kind of computer. Choose the one for this computer.',
    NOT_NEWER:
      'This is version {{version}}, which is no newer than what is here. Going back to an older one is not possible.',
    UNREADABLE: 'The file could not be read, or there is no room for a copy of it.',
    COPY_CHANGED:
      'The file was changed or went missing after the check. Nothing was installed. Ask whoever looks after your computers to check it before you choose it again.',
    failed: 'That did not work. Nothing was installed.',
  },
};
