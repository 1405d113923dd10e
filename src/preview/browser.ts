import { spawn } from 'node:child_process';

/** Opens an address in the browser of whoever works here, where there is one to be found. */
export function openBrowser(address: string): void {
  const [command, ...options] = opener(address);
  if (!command) return;
  const child = spawn(command, options, { detached: true, stdio: 'ignore' });
  // The address stands in the terminal too, so nothing is lost when there is no browser.
  child.once('error', () => {});
  child.unref();
}

function opener(address: string): string[] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler', address];
    case 'darwin':
      return ['open', address];
    default:
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', address] : [];
  }
}
