import { useTexts } from '../../app/texts.ts';
import { Page } from '../../components/Page.tsx';
import { DataKey } from '../keys/DataKey.tsx';
import { LetterheadForm } from '../letters/LetterheadForm.tsx';
import { LetterTemplates } from '../letters/LetterTemplates.tsx';
import { ChangePassword } from '../session/ChangePassword.tsx';
import { DemoPractice } from '../setup/DemoPractice.tsx';
import { NewRecoveryKey } from '../setup/NewRecoveryKey.tsx';
import { Updates } from '../updates/Updates.tsx';
import { CaptureChoice } from '../window/CaptureChoice.tsx';
import { ShortcutChoice } from '../window/ShortcutChoice.tsx';
import { StartChoice } from '../window/StartChoice.tsx';
import { PracticeSettings } from './PracticeSettings.tsx';
import { Preferences } from './Preferences.tsx';

/** What is set once and seldom changed: of the practice, of the manager, of this computer. */
export default function SettingsPage() {
  const t = useTexts();
  return (
    <Page title={t('settings:title')}>
      <Preferences />
      <PracticeSettings />
      <LetterheadForm />
      <LetterTemplates />
      <ShortcutChoice />
      <StartChoice />
      <Updates />
      <CaptureChoice />
      <ChangePassword />
      <NewRecoveryKey />
      <DataKey />
      <DemoPractice />
    </Page>
  );
}
