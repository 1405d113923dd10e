export const unfinished = {
  keeping: 'wordt onthouden',
  kept: 'onthouden, nog niet bewaard',
  notKept: 'nog niet onthouden, wordt opnieuw geprobeerd',
  from: 'Hier was je gebleven.',
  drop: 'Begin opnieuw',
} as const;
