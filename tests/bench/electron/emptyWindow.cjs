// The least an Electron program can be: one window with an empty page, shown when it is ready.
const { join } = require('node:path');
const { app, BrowserWindow, Menu } = require('electron');

Menu.setApplicationMenu(null);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 400, height: 680, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile(join(__dirname, 'emptyWindow.html'));
});
