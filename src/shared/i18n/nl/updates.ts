export const updates = {
  title: 'Nieuwe versie',
  explain:
    'Rugdekking zoekt nooit zelf naar een nieuwe versie. Krijg je er een van de uitgever, kies dan hier het bestand. Het bestand dat op .sig eindigt, hoort ernaast te staan.',
  now: 'Dit is versie {{version}}.',
  choose: 'Kies een bestand…',
  checking: 'Het bestand wordt gecontroleerd…',
  notChecked: 'Gestopt. Er is niets veranderd.',
  checked: 'Versie {{version}} is echt van de uitgever en is nieuwer dan deze.',
  install: 'Maak een back-up en installeer',
  installing: 'Eerst wordt een back-up gemaakt…',
  stopped: 'Gestopt. Er is niets geïnstalleerd; het gecontroleerde bestand staat nog klaar.',
  opened: 'De back-up is gemaakt en de installatie is geopend. Volg haar venster. De gegevens blijven staan.',
  byHand:
    'De back-up is gemaakt. Het gecontroleerde bestand staat in {{file}}. Sluit Rugdekking af en installeer het, of zet het in de plaats van het oude.',
  noKey:
    'Deze uitgave kan een nieuwe versie niet controleren: er zit nog geen sleutel van de uitgever in. Laat wie jullie computers beheert de nieuwe versie installeren.',
  notInstalled: 'In de browser kan dit niet. In het geïnstalleerde programma wel.',
  problem: {
    NO_SIGNATURE: 'Naast dit bestand staat geen handtekening. Zet het bestand dat op .sig eindigt in dezelfde map.',
    WRONG_SIGNATURE:
      'Dit bestand is niet wat de uitgever heeft getekend. Installeer het niet. Haal het opnieuw op, of vraag de uitgever.',
    OTHER_SYSTEM: 'Dit bestand is voor een ander soort computer. Kies het bestand voor deze.',
    NOT_NEWER: 'Dit is versie {{version}}, en die is niet nieuwer dan wat er al staat. Terug naar een oudere kan niet.',
    UNREADABLE: 'Het bestand kon niet worden gelezen, of er is geen ruimte voor een kopie.',
    COPY_CHANGED:
      'Het bestand is na de controle veranderd of verdwenen. Er is niets geïnstalleerd. Laat wie jullie computers beheert ernaar kijken voordat je het opnieuw kiest.',
    failed: 'Dat lukte niet. Er is niets geïnstalleerd.',
  },
} as const;
