/** The obviously invented people that the specs work with. */
export const practiceName = 'Oefenpraktijk De Linde';

export const workers = {
  karin: { name: 'Karin', role: 'manager', password: 'kiezelstenen-zijn-grijs' },
  anna: { name: 'Anna', role: 'receptionist', password: 'gele-laarzen-in-de-regen' },
  bram: { name: 'Bram', role: 'receptionist', password: 'drie-fietsen-op-zolder' },
} as const;

export const callers = {
  zwaantje: { displayName: 'Zwaantje van Regenkamp', birthDate: '1961-04-12', number: '06 00 12 34 56' },
  umit: { displayName: 'Ümit Yağmurdere', birthDate: '1988-07-29', number: '024 000 01 99' },
  friso: { displayName: 'Friso ’t Pimpelveld', birthDate: '1940-11-03', number: '+32 470 00 00 11' },
} as const;
