import type { StartWithSession, WindowState } from '../../../../shared/contract/window.ts';

/** What the core asks of the program it runs in; Electron and the preview each have their own. */
export interface WindowHost {
  state(): WindowState;
  setAlwaysOnTop(on: boolean): void;
  setBar(on: boolean): void;
  /** Keeps the windows out of pictures and shared screens, or no longer. */
  setContentProtection(on: boolean): void;
  /** False when another program holds the shortcut; the one before it then stays. */
  setShortcut(accelerator: string): boolean;
  setStartWithSession(start: StartWithSession): void;
  /** Brings the review window up, or returns the address to open where the host cannot. */
  openReview(): string | null;
  /** Puts a secret on the clipboard and takes it away after a minute; false where the host cannot. */
  copyBriefly(text: string): boolean;
  /** Somebody copied something in a window: it is taken off the clipboard after a minute too. */
  copied(): void;
  /** Lets somebody point at a folder, null when they point at none; null itself where the host has no dialog. */
  chooseFolder: (() => Promise<string | null>) | null;
  /** Seconds since anybody used this computer; null where the host cannot tell. */
  idleSeconds(): number | null;
}
