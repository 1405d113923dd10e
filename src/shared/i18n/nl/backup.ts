export const backup = {
  title: 'Back-ups',
  explain: 'Elke dag één, versleuteld met dezelfde sleutel, en meteen geopend en gecontroleerd.',
  make: 'Maak nu een back-up',
  making: 'De back-up wordt gemaakt en gecontroleerd…',
  made: 'Back-up gemaakt en gecontroleerd om {{time}}.',
  failed: 'De back-up is niet gelukt. Kijk of de schijf vol is.',
  none: 'Nog geen back-up. Maak er nu een.',
  when: 'Gemaakt',
  size: 'Grootte',
  listLabel: 'Back-ups',
  more_one: 'en nog {{count}} oudere',
  more_other: 'en nog {{count}} oudere',
} as const;
