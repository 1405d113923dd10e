import type { start as nl } from '../nl/start.ts';
import type { Shape } from '../shape.ts';

export const start: Shape<typeof nl> = {
  address: 'Open in a browser on this computer (the link works once): {{address}}',
  notBuilt: 'The screens have not been built yet. Run npm run build first.',
  refused: {
    elsewhere: 'This address is only for the browser on this computer.',
    method: 'Pages can only be read here.',
    noKey: 'This link was used already or is not of this program. The terminal shows a new link, the lowest one.',
    failed: 'This page could not be read.',
  },
};
