/** What the core asks of an installed program, for the version that will replace it. */
export interface UpdateHost {
  /** The publisher's Ed25519 key, in base64; empty in a build that was given none. */
  publisherKey: string;
  /** `linux-x64` */
  system: string;
  /** The installer that somebody points at. */
  chooseInstaller(): Promise<string | null>;
  /** False when this kind of file is not one that installs by being opened. */
  openInstaller(file: string): Promise<boolean>;
}
