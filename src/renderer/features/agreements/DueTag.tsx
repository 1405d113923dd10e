import type { Due } from '../../../shared/contract/agreements.ts';
import { useTexts } from '../../app/texts.ts';
import { Tag } from '../../components/Tag.tsx';

export function DueTag({ due }: { due: Due }) {
  const t = useTexts();
  return <Tag tone="due">{t(`agreements:page.${due}`)}</Tag>;
}
