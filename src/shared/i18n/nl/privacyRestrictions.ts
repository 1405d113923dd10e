export const privacyRestrictions = {
  title: 'Beperkt',
  deciding:
    'Gebruik wat er staat alleen om anderen te beschermen of voor een zaak, en schrijf op waarom dat nodig is. Spoed komt altijd door.',
  rectifying: 'Wat beperkt is, verandert niet. Hef de beperking op bij Beperkt, verbeter, en beperk zo nodig opnieuw.',
  explain:
    'Van deze bellers bewaar je alles en gebruik je niets: het is niet te zien aan de balie, niet te wijzigen, niet te exporteren en het wordt niet gewist. Wat erna komt, leg je gewoon vast. Een contactverbod blijft gelden, en spoed komt altijd door.',
  since: 'Sinds',
  ground: {
    accuracy: 'er wordt nagegaan of het klopt',
    unlawful: 'mocht niet, de beller wil het bewaren',
    claim: 'de beller heeft het nodig voor een zaak',
    objection: 'bezwaar, wordt afgewogen',
  },
  groundLabel: 'Waarom beperken',
  set: 'Beperk',
  setOf: 'Beperk wat er is van {{name}}',
  setTitle: '{{name}} beperken',
  reason: 'Wat je de beller antwoordt, of waarom',
  already: 'Dit is al beperkt.',
  line: '{{name}}: {{reason}}',
  lift: 'Hef de beperking op',
  liftOf: 'Hef de beperking op van {{name}}',
  liftTitle: 'Beperking opheffen: {{name}}',
  liftText: 'Laat het de beller weten voordat je opheft (artikel 18, derde lid, van de AVG).',
  liftReason: 'Waarom',
  lifted: 'Opgeheven.',
} as const;
