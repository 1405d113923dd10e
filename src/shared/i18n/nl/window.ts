export const window = {
  tray: {
    show: 'Toon Rugdekking',
    lock: 'Vergrendel',
    quit: 'Sluit af',
    stays: {
      title: 'Rugdekking blijft klaarstaan',
      text: 'Het venster is dicht, het programma niet. Het pictogram naast de klok of {{shortcut}} brengt het terug.',
    },
  },
  download: { title: 'Bewaar bestand', failed: 'Het bestand {{name}} is niet bewaard. Kies een andere map.' },
  chooseUpdate: 'Kies het bestand met de nieuwe versie',
  startFailed: {
    title: 'Rugdekking kan niet starten',
    text: 'Er is niets gewijzigd of verwijderd. Code: {{code}}',
  },
  crashed: {
    title: 'Het venster is gestopt',
    text: 'Wat je typte, is bewaard. Open het venster opnieuw om verder te gaan.',
    again: 'Open opnieuw',
    quit: 'Sluit af',
  },
} as const;
