import type { DataFolder } from '../../store/folder.ts';
import { type KeyFile, numbered, readKeys, writeKeyFile } from '../../store/keyFile.ts';
import type { KeyFileDamage } from '../../store/keyFileText.ts';
import { StoreProblem } from '../../store/problem.ts';

/** The key file, as it was read at the start and as it changes. */
export class KeysInUse {
  file: KeyFile | null = null;
  /** What was wrong with it at the start, until somebody unlocks the app. */
  damage: KeyFileDamage | null = null;
  /** Whether the file may stay as it is until it changes. */
  #isWhole = true;
  readonly #dataFolder: DataFolder;
  readonly #note: (revision: number) => void;

  /** `note` is told how often it has changed who it opens for. */
  constructor(dataFolder: DataFolder, note: (revision: number) => void) {
    this.#dataFolder = dataFolder;
    this.#note = note;
  }

  get revision(): number {
    return this.file?.revision ?? 0;
  }

  /** @throws StoreProblem `damagedKeys` when it cannot be read */
  read(): void {
    const read = readKeys(this.#dataFolder);
    this.file = read?.file ?? null;
    this.damage = read?.damage ?? null;
    this.#isWhole = read?.isWhole ?? true;
  }

  update(change: (file: KeyFile) => KeyFile): void {
    if (!this.file) throw new StoreProblem('missingKeys', 'NO_KEY_FILE');
    const changed = numbered(this.file, change(this.file));
    const isOther = JSON.stringify(changed) !== JSON.stringify(this.file);
    if (isOther || !this.#isWhole) writeKeyFile(this.#dataFolder, changed);
    this.#isWhole = true;
    this.file = changed;
    this.#note(changed.revision);
  }

  /** A new practice: the first key file, beside a store that was just made. */
  begin(file: KeyFile): void {
    writeKeyFile(this.#dataFolder, file);
    this.file = file;
  }
}
