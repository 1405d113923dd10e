export const stateTones = { planned: 'plain', toHold: 'due', held: 'calm' } as const;
