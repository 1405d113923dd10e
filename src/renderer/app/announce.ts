import { create } from 'zustand';

interface Announcement {
  text: string;
  /** Changes with every announcement, so that the same words twice are read twice. */
  number: number;
}

export const useAnnouncement = create<Announcement>()(() => ({ text: '', number: 0 }));

/** Has a screen reader say something that is also shown, without moving the focus. */
export const announce = (text: string): void =>
  useAnnouncement.setState(({ number }) => ({ text, number: number + 1 }));
