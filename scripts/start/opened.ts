/** What VS Code is to open. */
export interface Opened {
  readonly folder: string;
  /** A copy of the sample: nothing in it can harm, so VS Code need not ask whether to trust it. */
  readonly isOurs: boolean;
  /** Shown at once. */
  readonly file?: string;
}
