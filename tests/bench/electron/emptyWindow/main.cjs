// The least an Electron program can be: one window with an empty page, shown when it is loaded.
const { join } = require('node:path');
const { app, BrowserWindow, Menu } = require('electron');

Menu.setApplicationMenu(null);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 400, height: 680, show: false });
  // Not when it is ready to show: an empty page may never say so.
  window.webContents.once('did-finish-load', () => window.show());
  window.loadFile(join(__dirname, 'emptyWindow.html'));
});
