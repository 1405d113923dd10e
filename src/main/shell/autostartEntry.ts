import type { StartWithSession } from '../../shared/contract/window.ts';

/**
 * What a Linux desktop reads to start a program with the session, by the Desktop Entry and Autostart specifications
 * of freedesktop.org. An entry whose program is gone is passed over (`TryExec`).
 */
export function autostartEntry(command: readonly string[]): string {
  const [program = ''] = command;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Rugdekking',
    'Icon=rugdekking',
    `TryExec=${escapeString(program)}`,
    `Exec=${command.map(quote).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** What an entry will do; the desktop's own settings turn it off with a line instead of removing it. */
export function startIn(entry: string, hiddenArgument: string): StartWithSession {
  const lines = entry.split('\n').map((line) => line.trim());
  const exec = lines.find((line) => line.startsWith('Exec='));
  if (!exec || lines.includes('Hidden=true') || lines.includes('X-GNOME-Autostart-enabled=false')) return 'no';
  return exec.includes(hiddenArgument) ? 'hidden' : 'window';
}

/** An argument of `Exec`: quoted by its rules, then as any text of such a file; `%` would begin a field code. */
function quote(argument: string): string {
  return escapeString(`"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`);
}

function escapeString(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
