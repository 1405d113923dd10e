import type { CallerStatement } from '../../../shared/contract/callers.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';

/** What the caller says of something that was not put right: it stands wherever the record is read. */
export function CallerStatements({ statements }: { statements: readonly CallerStatement[] }) {
  const t = useTexts();
  const format = useFormat();
  return statements.map(({ receivedOn, text, answer }) => (
    <Notice
      key={`${receivedOn} ${text}`}
      tone="plain"
      title={t('callers:statement.title', { date: format.shortDate(receivedOn) })}
      label={t('callers:statement.title', { date: format.shortDate(receivedOn) })}
    >
      <span>“{text}”</span>
      <small>{t('callers:statement.answer', { answer })}</small>
    </Notice>
  ));
}
