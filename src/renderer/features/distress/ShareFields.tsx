import type { ShareItem, ShareReceiver, Sharing } from '../../../shared/contract/concernSharing.ts';
import { consent, shareReceiver } from '../../../shared/contract/concernSharing.ts';
import { useTexts } from '../../app/texts.ts';
import { Chip } from '../../components/Chip.tsx';
import { Chips } from '../../components/Chips.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { TextField } from '../../components/TextField.tsx';
import type { SharingInHand } from './useSharing.ts';

interface Props {
  sharing: SharingInHand;
  begun: Pick<Sharing, 'available' | 'ownGp'>;
}

/** Asked or not, what is told and to whom; without consent the reason comes first. */
export function ShareFields({ sharing: { form, change }, begun: { available, ownGp } }: Props) {
  const t = useTexts();
  // Whoever knows the caller comes first when the card says who that is.
  const receivers: readonly ShareReceiver[] = ownGp
    ? ['ownGp', ...shareReceiver.options.filter((receiver) => receiver !== 'ownGp')]
    : shareReceiver.options;
  const mayNot = form.consent === 'refused' || form.consent === 'couldNotAsk';

  function toggle(item: ShareItem): void {
    const isChosen = form.items.includes(item);
    change({ items: isChosen ? form.items.filter((other) => other !== item) : [...form.items, item] });
  }

  function choose(receiver: ShareReceiver): void {
    // The name on the card, unless another was typed.
    const isNameless = form.receiverName === '' || form.receiverName === ownGp?.name;
    const receiverName = receiver === 'ownGp' ? (ownGp?.name ?? '') : '';
    change({ receiver, ...(isNameless && { receiverName }) });
  }

  return (
    <>
      <Chips title={t('distress:share.consent')}>
        {consent.options.map((answer) => (
          <Chip key={answer} selected={form.consent === answer} onToggle={() => change({ consent: answer })}>
            {t(`distress:share.consentAnswer.${answer}`)}
          </Chip>
        ))}
      </Chips>
      {mayNot && (
        <Notice tone="due" title={t('distress:share.vitalTitle')} label={t('distress:share.vitalTitle')}>
          <span>{t('distress:share.vitalHelp')}</span>
          <div>
            <Chip selected={form.vitalInterest} onToggle={() => change({ vitalInterest: !form.vitalInterest })}>
              {t('distress:share.vital')}
            </Chip>
          </div>
          {form.vitalInterest && (
            <TextBox
              label={t('distress:share.reason')}
              hint={t('distress:share.reasonHint')}
              rows={2}
              maxLength={1_000}
              value={form.reason}
              onChange={(reason) => change({ reason })}
            />
          )}
        </Notice>
      )}
      <Chips title={t('distress:share.items')}>
        {available.map((item) => (
          <Chip key={item} selected={form.items.includes(item)} onToggle={() => toggle(item)}>
            {t(`distress:share.item.${item}`)}
          </Chip>
        ))}
      </Chips>
      {form.items.includes('place') && (
        <TextField
          label={t('distress:share.place')}
          maxLength={120}
          value={form.place}
          onChange={(place) => change({ place })}
        />
      )}
      <Chips title={t('distress:share.receiver')}>
        {receivers.map((receiver) => (
          <Chip key={receiver} selected={form.receiver === receiver} onToggle={() => choose(receiver)}>
            {t(`distress:share.receivers.${receiver}`)}
          </Chip>
        ))}
      </Chips>
      {form.receiver === 'ownGp' && ownGp && ownGp.number !== '' && (
        <p>
          {t('distress:share.reachAt')} <b>{ownGp.number}</b>
        </p>
      )}
      {form.receiver !== null && (
        <TextField
          label={t('distress:share.receiverName')}
          hint={t('distress:share.receiverNameHint')}
          maxLength={120}
          value={form.receiverName}
          onChange={(receiverName) => change({ receiverName })}
        />
      )}
    </>
  );
}
