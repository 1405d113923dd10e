export const common = {
  productName: 'Rugdekking',
  save: 'Bewaar',
  cancel: 'Annuleer',
  close: 'Sluit',
  back: 'Terug',
  next: 'Verder',
  lock: 'Vergrendel',
  unknown: 'onbekend',
  today: 'vandaag',
  yesterday: 'gisteren',
} as const;
