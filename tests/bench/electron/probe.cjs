// Loaded into Electron before a program (`-r`). Tells on standard output when its first window can be used, and then,
// at rest, how much memory all its processes take. The program itself knows nothing of it.
const { readFileSync } = require('node:fs');
const { app } = require('electron');

/** What must be true in the page before it can be used. */
const usable = process.env.RUGDEKKING_BENCH_USABLE;
/** A password to unlock the program with before it rests; empty for a program without one. */
const password = process.env.RUGDEKKING_BENCH_PASSWORD;
const restMilliseconds = Number(process.env.RUGDEKKING_BENCH_REST);

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function until(window, condition) {
  return window.webContents.executeJavaScript(`new Promise((resolve) => {
    const look = () => (${condition}) ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look);
    look();
  })`);
}

/** The memory a process has to itself and its share of what it has with others, in bytes. */
function memoryOf({ pid, memory }) {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(kibibytes) * 1024;
  } catch {
    return memory.workingSetSize * 1024;
  }
}

async function observe(window) {
  await until(window, usable);
  console.log(JSON.stringify({ usableAt: Date.now() }));
  if (password) {
    await window.webContents.insertText(password);
    for (const type of ['keyDown', 'char', 'keyUp']) window.webContents.sendInputEvent({ type, keyCode: 'Return' });
    await until(window, `document.querySelector('[role=combobox]') !== null`);
  }
  await sleep(restMilliseconds);
  const bytes = app.getAppMetrics().reduce((sum, metric) => sum + memoryOf(metric), 0);
  console.log(JSON.stringify({ bytes }));
}

// A thread of the program loads this too, and has no windows.
app?.once('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', () => observe(window));
});
