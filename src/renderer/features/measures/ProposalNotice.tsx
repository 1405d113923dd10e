import type { ReactNode } from 'react';
import type { Proposal } from '../../../shared/contract/measures.ts';
import { useTexts } from '../../app/texts.ts';
import { Notice } from '../../components/Notice.tsx';
import { useProposalWords } from './useProposalWords.ts';

/** What is proposed and why; that emergencies stay open and who decides stands with it. */
export function ProposalNotice({ proposal, actions }: { proposal: Proposal; actions?: ReactNode }) {
  const t = useTexts();
  const words = useProposalWords();
  return (
    <Notice tone="say" title={words.title(proposal)} actions={actions}>
      <span>{words.because(proposal)}</span>
      <small>{t('measures:decide.youDecide')}</small>
    </Notice>
  );
}
