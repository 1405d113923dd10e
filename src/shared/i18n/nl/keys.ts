export const keys = {
  title: 'Gegevenssleutel',
  explain:
    'Hiermee is alles versleuteld. Maak een nieuwe als iemand weggaat, of als een wachtwoord of de herstelsleutel bij een ander terecht kan zijn gekomen. Ieders wachtwoord blijft hetzelfde. Oude back-ups blijven te openen.',
  first: 'Het is nog de sleutel van het inrichten.',
  renewedOn: 'Voor het laatst vernieuwd op {{day}}.',
  renew: 'Vernieuw de sleutel',
  busy: 'De sleutel wordt vernieuwd. Andere vensters wachten even; wat er getypt is, blijft staan.',
  part: 'Vernieuwen: {{percent}} %',
  stop: 'Stop',
  done: 'De sleutel is vernieuwd.',
  dueTitle: 'Vernieuw de gegevenssleutel',
  dueText:
    'Er is iemand weg, of de herstelsleutel is gebruikt of vervangen. Wie een oude kopie van het sleutelbestand heeft, opent anders ook de gegevens van nu.',
  problems: {
    BUSY: 'Er is nog iets anders met alle gegevens bezig, zoals een export. Probeer het daarna opnieuw.',
    CANCELLED: 'Gestopt. Er is niets veranderd.',
    NOT_READY: 'Dat kan nu nog niet.',
    failed: 'Dat lukte niet. De sleutel is nog die van eerst; probeer het opnieuw.',
  },
  notReady: 'Eerst moeten deze collega’s een keer ontgrendelen, of bij Team een nieuw wachtwoord krijgen: {{names}}.',
  notReadyRecovery: 'Maak eerst een nieuwe herstelsleutel: die van nu kan nog niet mee.',
} as const;
