import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import styles from './ErrorBoundary.module.css';
import { useTexts } from './texts.ts';

interface Props {
  children: ReactNode;
}

interface State {
  error: Error | null;
}

/** A defect in a screen: says so calmly and offers a fresh start; drafts are safe in the core. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    return this.state.error ? <Failure error={this.state.error} /> : this.props.children;
  }
}

function Failure({ error }: { error: Error }) {
  const t = useTexts();
  return (
    <main className={styles.failure} role="alert">
      <h1>{t('common:failureTitle')}</h1>
      <p>{t('common:failureHelp')}</p>
      <Button autoFocus onClick={() => window.location.reload()}>
        {t('common:startAgain')}
      </Button>
      {/* The name of the error only: a message could carry what somebody typed. */}
      <small>{error.name}</small>
    </main>
  );
}
