import { IconArrowsExchange } from '@tabler/icons-react';
import type { z } from 'zod';
import sentencesEn from '../../../../resources/texts/en/incidentSentences.json' with { type: 'json' };
import sentencesNl from '../../../../resources/texts/nl/incidentSentences.json' with { type: 'json' };
import type { colleagueNotice } from '../../../shared/contract/callers.ts';
import { useFormat, useNow } from '../../app/format.ts';
import { useLanguage, useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { Say } from '../../components/Say.tsx';

const takingOver = { nl: sentencesNl.colleagueTakes, en: sentencesEn.colleagueTakes };

/** After an incident a colleague takes the call: to whoever met it, to hand over; to a colleague, how to take over. */
export function ColleagueNotice({ notice }: { notice: z.infer<typeof colleagueNotice> }) {
  const t = useTexts();
  const format = useFormat();
  const language = useLanguage();
  const now = useNow();
  const when = format.ago(notice.incidentAt, now);
  const name = notice.workerName;
  const happened = notice.metByYou
    ? t(notice.callEnded ? 'callers:colleague.endedByYou' : 'callers:colleague.metByYou', { when })
    : t(notice.callEnded ? 'callers:colleague.endedByOther' : 'callers:colleague.metByOther', { when, name });
  return (
    <>
      <Notice
        tone="stop"
        icon={<IconArrowsExchange size="1.1em" aria-hidden="true" />}
        title={notice.metByYou ? t('callers:colleague.letColleague') : t('callers:colleague.youMayTake', { name })}
      >
        <span>
          {sentenceCase(happened)} {t('callers:colleague.until', { until: format.until(notice.until, now) })}
        </span>
        <b>{t('callers:colleague.emergencies')}</b>
      </Notice>
      <Say title={notice.metByYou ? t('callers:colleague.sayHandOver') : t('callers:colleague.sayTakeOver')}>
        {notice.metByYou ? t('callers:colleague.handOver') : takingOver[language]}
      </Say>
    </>
  );
}

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
