export const start = {
  fetching: 'Electron wordt opgehaald. Dat gebeurt één keer en duurt hooguit een minuut.',
  asRoot: 'Gestart als root: de sandbox van Electron staat uit. Gebruik voor gewoon werk een eigen account.',
  obstacle: {
    notFetched:
      'Electron is niet opgehaald, dus opent dezelfde app in de browser. Voer met een netwerk npx install-electron uit en start opnieuw.',
    noDisplay:
      'Er is geen beeldscherm (DISPLAY of WAYLAND_DISPLAY), dus draait dezelfde app voor de browser. Start vanuit een grafische sessie voor het echte venster.',
    cannotRun:
      'Electron staat klaar maar start hier niet, dus opent dezelfde app in de browser. Meestal ontbreken systeembibliotheken; de README noemt ze.',
    tooOld:
      'Deze Electron is te oud voor de versleutelde opslag (Node-API 10), dus opent dezelfde app in de browser. Haal ELECTRON_OVERRIDE_DIST_PATH weg of wijs een nieuwere aan.',
    stoppedAtOnce:
      'Electron stopte meteen na de start (zie hierboven), dus opent dezelfde app in de browser. Vaak helpt het om de sandbox van Electron op deze computer toe te staan.',
  },
  address: 'Open in een browser op deze computer (de link werkt één keer): {{address}}',
  cannotListen: 'Poort {{port}} is niet vrij. Kies een andere met --port, of laat die optie weg.',
  notBuilt: 'De schermen zijn nog niet gebouwd. Voer eerst npm run build uit.',
  packaging: {
    made: 'Gemaakt in {{folder}}: {{target}}',
    notMade: 'Niet gemaakt: {{target}}. Nodig: {{needs}}. De regels vanaf ⨯ hierboven zeggen wat er ontbrak.',
    size: '{{part}}: {{size}} MB, hooguit {{budget}} MB',
    tooHeavy: 'Te zwaar: {{part}} is {{size}} MB en mag hooguit {{budget}} MB zijn.',
    fuses: 'Schakelaars teruggelezen uit het programma: alle {{count}} staan goed.',
    wrongFuse: 'Een schakelaar van Electron staat niet zoals gevraagd: {{fuse}}',
    components: 'Onderdelen in de stuklijst: {{count}}.',
    withoutText: 'Zonder tekst van de licentie in het pakket zelf: {{names}}.',
    needs: {
      dir: 'Electron zelf, opgehaald met npx install-electron, of een map ermee in ELECTRON_OVERRIDE_DIST_PATH',
      AppImage: 'Electron en de AppImage-hulpmiddelen, die electron-builder van github.com haalt',
      deb: 'Electron en dpkg-deb (Debian: staat er al), of fpm, dat electron-builder van github.com haalt of dat CUSTOM_FPM_PATH aanwijst',
      nsis: 'Electron voor Windows en NSIS, die electron-builder van github.com haalt; op Linux ook wine',
      portable: 'Electron voor Windows en NSIS, die electron-builder van github.com haalt; op Linux ook wine',
    },
  },
  signing: {
    usage:
      'Gebruik: npm run sign -- --new-key BESTAND, één keer, voor een sleutelpaar; npm run sign -- --key BESTAND INSTALLATIEBESTAND… tekent.',
    made: 'De geheime sleutel staat in {{file}}. Bewaar hem buiten deze map, achter slot. Bouw met MAIN_VITE_UPDATE_KEY={{key}}',
    signed: '{{name}}: versie {{version}}, voor {{system}}',
    unknownKind: '{{name}} is geen installatiebestand: het eindigt niet op .exe, .deb of .AppImage.',
  },
  refused: {
    elsewhere: 'Dit adres is alleen voor de browser op deze computer.',
    method: 'Hier kunnen alleen pagina’s worden gelezen.',
    noKey:
      'Deze link is al gebruikt of hoort niet bij dit programma. In de terminal staat een nieuwe link, de onderste.',
    failed: 'Deze pagina kon niet worden gelezen.',
  },
} as const;
