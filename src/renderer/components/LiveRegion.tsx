import { useAnnouncement } from '../app/announce.ts';

export function LiveRegion() {
  const { text, number } = useAnnouncement();
  return (
    <div aria-live="polite" role="status" className="visually-hidden">
      <span key={number}>{text}</span>
    </div>
  );
}
