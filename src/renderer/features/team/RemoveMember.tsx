import { isDefinedError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import type { TeamMember } from '../../../shared/contract/team.ts';
import { useApi } from '../../app/api.ts';
import { useTexts } from '../../app/texts.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';

interface Props {
  member: TeamMember;
  onClose: () => void;
  onRemoved: () => void;
}

export function RemoveMember({ member, onClose, onRemoved }: Props) {
  const t = useTexts();
  const { queries } = useApi();
  const remove = useMutation(queries.team.remove.mutationOptions({ onSuccess: onRemoved }));
  const lastManager = isDefinedError(remove.error) && remove.error.code === 'LAST_MANAGER';
  return (
    <ConfirmDialog
      title={t('team:removeTitle', { name: member.name })}
      confirmLabel={t('team:remove')}
      busy={remove.isPending}
      problem={remove.isError ? t(lastManager ? 'team:lastManager' : 'team:failed') : null}
      onCancel={onClose}
      onConfirm={() => remove.mutate({ userId: member.id })}
    >
      {t('team:removeText', { name: member.name })}
    </ConfirmDialog>
  );
}
