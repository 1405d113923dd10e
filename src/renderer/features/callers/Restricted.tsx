import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Tag } from '../../components/Tag.tsx';

/** Beside a name: what is kept of this caller is restricted. */
export function RestrictedTag() {
  const t = useTexts();
  return <Tag tone="due">{t('callers:restriction.tag')}</Tag>;
}

/** That what was written before may not be read or used now; the core leaves it out. */
export function RestrictedNotice({ since }: { since: number }) {
  const t = useTexts();
  const format = useFormat();
  return (
    <Notice tone="due" title={t('callers:restriction.title')} label={t('callers:restriction.title')}>
      <span>{t('callers:restriction.text', { date: format.moment(since, Date.now()) })}</span>
    </Notice>
  );
}
