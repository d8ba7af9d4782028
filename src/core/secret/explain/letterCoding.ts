/** What a letter can cost after two others, in bits: the table of letters names one of these. */
export const LEVELS = [0.6, 1.6, 2.5, 3.4, 4.3, 5.4, 6.9, 9.5] as const;

/** Start, end or anything that is no letter. */
export const BOUNDARY = 26;

/** Costs in the table: of each letter after each two. */
export const LEVEL_COUNT = 27 * 27 * 26;
