import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const features = path.resolve(import.meta.dirname, '../../src/renderer/features');

const sources = new Map(
  readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(path.join(features, name), 'utf8')]),
);

/** Whatever something is filled in with, other than a chip or a button that acts at once. */
const fields = [
  ...['TextInput', 'Textarea', 'TextField', 'TextBox', 'NumberInput', 'NumberField', 'DayField', 'TypedTime'],
  ...['Select', 'NativeSelect', 'Autocomplete', 'Checkbox', 'Switch', 'PasswordInput', 'PasswordField'],
  ...['input', 'select', 'textarea'],
];
const isForm = (source: string) => new RegExp(`\\buseForm\\(|<(?:${fields.join('|')})\\b`).test(source);

/** Keeps what is typed until it is saved, or saves it with every key. */
const keeps = (source: string) =>
  /<(?:Unfinished|ReasonForm|KeptSaveFooter)\b|\b(?:useUnfinished|useKeepTyping|createSaver|change(?:Note|Completion)|use(?:LetterDraft|ConcernCompletion|Sharing|Correction))\b/.test(
    source,
  );

/** The fields of forms that keep what is typed, by one of those forms. */
const parts: Record<string, string> = {
  'aftercare/AftercareFields.tsx': 'settings/HouseRulesPage.tsx',
  'agreements/MomentFields.tsx': 'agreements/AgreementForm.tsx',
  'callers/CallerFields.tsx': 'callers/CallerForm.tsx',
  'callers/OwnGpFields.tsx': 'callers/CallerForm.tsx',
  'distress/ConcernFields.tsx': 'distress/ConcernCompletionSheet.tsx',
  'incidents/ColleaguePicker.tsx': 'incidents/CompletionSheet.tsx',
  'incidents/PeopleFields.tsx': 'incidents/CompletionSheet.tsx',
  'measures/BanFields.tsx': 'measures/DecisionForm.tsx',
  'privacy/Mentions.tsx': 'privacy/ErasePerson.tsx',
  'privacy/RectifiedFields.tsx': 'privacy/RequestAnswer.tsx',
  'settings/AttachmentsFields.tsx': 'settings/HouseRulesPage.tsx',
  'settings/BucketFields.tsx': 'settings/HouseRulesPage.tsx',
  'settings/DirectoryFields.tsx': 'settings/DirectoryEntryForm.tsx',
  'settings/FrequencyFields.tsx': 'settings/HouseRulesPage.tsx',
  'settings/MeasuresFields.tsx': 'settings/HouseRulesPage.tsx',
  'settings/NumberField.tsx': 'settings/HouseRulesPage.tsx',
  'team/MemberFields.tsx': 'team/ChangeMember.tsx',
  'team/WorkFields.tsx': 'team/ChangeMember.tsx',
};

const PASSWORD = 'a password is never kept';
const STORE_SHUT = 'asked before the store is open: there is nowhere to keep it';
const AT_ONCE = 'every choice is saved or used at once';
const VIEW = 'chooses what is shown, and changes nothing';
const QUESTION = 'a question that is answered with nothing typed but what it asks to be typed anew';

/** Forms that keep nothing, by why. */
const notKept: Record<string, string> = {
  'attachments/Attachments.tsx': AT_ONCE,
  'audit/LogFilters.tsx': VIEW,
  'backup/ConfirmRestore.tsx': STORE_SHUT,
  'backup/ExchangeDialog.tsx': QUESTION,
  'backup/RestoreBackup.tsx': STORE_SHUT,
  'callers/MergeQuestion.tsx': QUESTION,
  'distress/ConcernRecordForm.tsx': 'a worry that is left without recording it leaves nothing behind',
  'handOvers/TypedTime.tsx': AT_ONCE,
  'policeReports/FreeTexts.tsx': AT_ONCE,
  'privacy/Erasing.tsx': AT_ONCE,
  'review/DayReportDialog.tsx': QUESTION,
  'review/PickDay.tsx': VIEW,
  'rotation/RuleSection.tsx': AT_ONCE,
  'session/ChangePassword.tsx': PASSWORD,
  'session/GoOn.tsx': STORE_SHUT,
  'session/PasswordField.tsx': PASSWORD,
  'session/ResetForm.tsx': STORE_SHUT,
  'session/UnlockForm.tsx': STORE_SHUT,
  'settings/BucketTrial.tsx': VIEW,
  'settings/OwnMix.tsx': VIEW,
  'setup/ChooseFound.tsx': STORE_SHUT,
  'setup/ConfirmKey.tsx': 'a recovery key is never kept',
  'setup/OpenFound.tsx': STORE_SHUT,
  'setup/PracticeForm.tsx': STORE_SHUT,
  'setup/SourceFolder.tsx': STORE_SHUT,
  'team/SetPassword.tsx': PASSWORD,
  'trends/Narrowing.tsx': VIEW,
  'trends/TrendGroups.tsx': VIEW,
  'window/ShortcutChoice.tsx': AT_ONCE,
  'window/StartChoice.tsx': AT_ONCE,
};

/** Whether a form is made of a file, straight or by way of its other parts. */
function holds(form: string, part: string, seen = new Set<string>()): boolean {
  if (form === part) return true;
  if (seen.has(form)) return false;
  seen.add(form);
  const imported = [...(sources.get(form) ?? '').matchAll(/from '(\.[^']+)'/g)];
  return imported.some(([, file]) => holds(path.join(path.dirname(form), file ?? ''), part, seen));
}

test('every form keeps what is typed in it, or it is said here why not', () => {
  const forms = [...sources].filter(([, source]) => isForm(source));
  expect(forms.length).toBeGreaterThan(90);
  const unkept = forms.flatMap(([name, source]) => (keeps(source) ? [] : [name]));
  expect(unkept.sort()).toEqual([...Object.keys(parts), ...Object.keys(notKept)].sort());
});

test('what is said to be a part of a form is one, of a form that keeps what is typed', () => {
  const wrong = Object.entries(parts).filter(([part, form]) => !keeps(sources.get(form) ?? '') || !holds(form, part));
  expect(wrong).toEqual([]);
});
