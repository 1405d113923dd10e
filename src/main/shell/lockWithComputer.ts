import { powerMonitor } from 'electron';

const lookEvery = 5_000;

/** Calls `lock` when the computer's own screen is locked or it goes to sleep. */
export function lockWithComputer(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  if (process.platform !== 'linux') return;
  // Linux has no event for a locked screen, so it is looked at.
  setInterval(() => {
    if (powerMonitor.getSystemIdleState(Number.MAX_SAFE_INTEGER) === 'locked') lock();
  }, lookEvery);
}
