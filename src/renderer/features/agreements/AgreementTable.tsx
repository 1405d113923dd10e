import { Button } from '@mantine/core';
import { safe } from '@orpc/client';
import type { ListedAgreement } from '../../../shared/contract/agreements.ts';
import { useApi } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Tag } from '../../components/Tag.tsx';
import { AgreementLetterButton } from '../letters/AgreementLetterButton.tsx';
import styles from './AgreementsPage.module.css';
import { DueTag } from './DueTag.tsx';
import { useMomentText } from './moments.ts';

interface Props {
  agreements: ListedAgreement[];
  onKept: (text: string) => void;
  onEnd: (agreement: ListedAgreement) => void;
}

export function AgreementTable({ agreements, onKept, onEnd }: Props) {
  const t = useTexts();
  const format = useFormat();
  const momentText = useMomentText();
  const { client } = useApi();

  async function keep({ id, callerName: name }: ListedAgreement): Promise<void> {
    const { error, data } = await safe(client.agreements.markReviewed({ agreementId: id }));
    onKept(
      error ? t('agreements:page.failed') : t('agreements:page.kept', { name, date: format.shortDate(data.reviewOn) }),
    );
  }

  const columns = [
    t('agreements:page.caller'),
    t('agreements:page.week'),
    t('agreements:page.when'),
    t('agreements:page.lastDay'),
    t('agreements:page.reviewOn'),
    t('agreements:page.by'),
    { hidden: t('agreements:page.actions') },
  ];
  return (
    <DataTable label={t('agreements:page.agreements')} columns={columns}>
      {agreements.map((agreement) => {
        const { id, terms, use, due, callerName: name } = agreement;
        return (
          <tr key={id}>
            <th scope="row">
              {name}
              <span className={styles.reason}>{terms.reason}</span>
            </th>
            <td>
              {use.state === 'upcoming' ? (
                <Tag>{t('agreements:page.upcoming', { date: format.shortDate(terms.startsOn) })}</Tag>
              ) : (
                <span className="unbroken">
                  {t('agreements:page.used', { used: use.used, perWeek: terms.callsPerWeek })}
                </span>
              )}
            </td>
            <td>
              <span className={styles.moments}>
                {terms.moments.map((moment) => (
                  <span key={momentText(moment)}>{momentText(moment)}</span>
                ))}
              </span>
            </td>
            <td>
              <span className={styles.day}>{format.shortDate(terms.lastDay)}</span>{' '}
              {due === 'ends' && <DueTag due={due} />}
            </td>
            <td>
              <span className={styles.day}>{format.shortDate(terms.reviewOn)}</span>{' '}
              {due === 'review' && <DueTag due={due} />}
            </td>
            <td>{agreement.madeByName}</td>
            <td>
              <span className={styles.actions}>
                {due === 'review' && (
                  <Button
                    size="xs"
                    aria-label={t('agreements:page.keepOf', { name })}
                    onClick={() => void keep(agreement)}
                  >
                    {t('agreements:page.keep')}
                  </Button>
                )}
                <AgreementLetterButton agreementId={id} callerName={name} />
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('agreements:page.endAgreementOf', { name })}
                  onClick={() => onEnd(agreement)}
                >
                  {t('agreements:page.end')}
                </Button>
              </span>
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}
