import { ipcRenderer } from 'electron';

window.addEventListener('message', ({ source, data }) => {
  if (source === window && data?.type === 'rugdekking:connect') ipcRenderer.send('rugdekking:connect');
});

ipcRenderer.on('rugdekking:port', ({ ports }) => {
  window.postMessage({ type: 'rugdekking:port' }, window.location.origin, [...ports]);
});
