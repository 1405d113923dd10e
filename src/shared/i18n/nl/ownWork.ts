export const ownWork = {
  title: 'Jouw werk',
  menu: 'Jouw diensten, scholing en coaching',
  failed: 'Dit kon niet worden geladen. Sluit het en probeer het opnieuw.',
} as const;
