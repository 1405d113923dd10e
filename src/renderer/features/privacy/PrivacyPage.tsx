import { useTexts } from '../../app/texts.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { Notice } from '../../components/Notice.tsx';
import { Page, Section } from '../../components/Page.tsx';
import { AuditLog } from '../audit/AuditLog.tsx';
import { Backups } from '../backup/Backups.tsx';
import { FormerWorkers } from './FormerWorkers.tsx';
import { Requests } from './Requests.tsx';
import { Restrictions } from './Restrictions.tsx';
import { RetentionParts } from './RetentionParts.tsx';

const kept = ['callers', 'concerns', 'bucket', 'passwords', 'backups'] as const;

/** What there is of people, where it is kept and who sees it; the backups and the log. */
export default function PrivacyPage() {
  const t = useTexts();
  return (
    <Page title={t('privacy:title')} intro={t('privacy:intro')}>
      <Section title={t('privacy:where.title')}>
        <DataTable
          label={t('privacy:where.title')}
          columns={[t('privacy:where.what'), t('privacy:where.place'), t('privacy:where.who')]}
        >
          {kept.map((what) => (
            <tr key={what}>
              <th scope="row">{t(`privacy:where.${what}`)}</th>
              <td>{t(`privacy:where.${what}Place`)}</td>
              <td>{t(`privacy:where.${what}Who`)}</td>
            </tr>
          ))}
        </DataTable>
        <Notice tone="say">
          <span>{t('privacy:never')}</span>
        </Notice>
      </Section>
      <Requests />
      <Restrictions />
      <RetentionParts />
      <FormerWorkers />
      <Backups />
      <AuditLog />
    </Page>
  );
}
