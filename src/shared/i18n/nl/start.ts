export const start = {
  address: 'Open in een browser op deze computer (de link werkt één keer): {{address}}',
  notBuilt: 'De schermen zijn nog niet gebouwd. Voer eerst npm run build uit.',
  refused: {
    elsewhere: 'Dit adres is alleen voor de browser op deze computer.',
    method: 'Hier kunnen alleen pagina’s worden gelezen.',
    noKey:
      'Deze link is al gebruikt of hoort niet bij dit programma. In de terminal staat een nieuwe link, de onderste.',
    failed: 'Deze pagina kon niet worden gelezen.',
  },
} as const;
