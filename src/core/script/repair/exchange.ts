/** One character in another's place, so that every offset stays what it is. */
export interface Exchange {
  readonly at: number;
  readonly character: string;
  /** Where a name that means nothing takes the place of a missing value. */
  readonly standIn?: number;
}
