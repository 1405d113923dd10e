import { powerMonitor } from 'electron';

const lookEvery = 5_000;
/** Seconds, the most that Electron takes: only the lock itself is asked for. */
const neverIdle = 2 ** 31 - 1;

/** Calls `lock` when the computer's own screen is locked or it goes to sleep. */
export function lockWithComputer(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  if (process.platform !== 'linux') return;
  // Linux has no event for a locked screen, so it is looked at.
  setInterval(() => {
    if (powerMonitor.getSystemIdleState(neverIdle) === 'locked') lock();
  }, lookEvery);
}
