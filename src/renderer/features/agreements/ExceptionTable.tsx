import { Button } from '@mantine/core';
import type { ListedException } from '../../../shared/contract/exceptions.ts';
import { useFormat } from '../../app/format.ts';
import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import styles from './AgreementsPage.module.css';
import { DueTag } from './DueTag.tsx';

interface Props {
  exceptions: ListedException[];
  onEnd: (exception: ListedException) => void;
}

export function ExceptionTable({ exceptions, onEnd }: Props) {
  const t = useTexts();
  const format = useFormat();
  const columns = [
    t('agreements:page.caller'),
    t('agreements:page.what'),
    t('agreements:page.why'),
    t('agreements:page.lastDay'),
    t('agreements:page.by'),
    { hidden: t('agreements:page.actions') },
  ];
  return (
    <DataTable label={t('agreements:page.exceptions')} columns={columns}>
      {exceptions.map((exception) => (
        <tr key={exception.id}>
          <th scope="row">{exception.callerName}</th>
          <td>{exception.terms.what}</td>
          <td>{exception.terms.why}</td>
          <td>
            {format.shortDate(exception.terms.lastDay)} {exception.due && <DueTag due={exception.due} />}
          </td>
          <td>{exception.grantedByName}</td>
          <td>
            <span className={styles.actions}>
              <Button
                size="xs"
                variant="default"
                aria-label={t('agreements:page.endExceptionOf', { name: exception.callerName })}
                onClick={() => onEnd(exception)}
              >
                {t('agreements:page.end')}
              </Button>
            </span>
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
