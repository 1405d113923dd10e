import { app, clipboard } from 'electron';

const keptMs = 60_000;

/** Puts a secret on the clipboard for a minute; what somebody copied since then stays. */
export function copyBriefly(text: string): void {
  void clipboard.writeText(text);
  const takeAway = () => void clipboard.clear();
  // The end of the program leaves no time to look: better something else is gone than the secret stays.
  app.once('will-quit', takeAway);
  setTimeout(async () => {
    app.off('will-quit', takeAway);
    if ((await clipboard.readText()) === text) takeAway();
  }, keptMs);
}
