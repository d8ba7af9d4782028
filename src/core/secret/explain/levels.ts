/** What a letter can cost in the packed table of letters, in bits: three bits each. */
export const LEVELS = [0.6, 1.6, 2.5, 3.4, 4.3, 5.4, 6.9, 9.5] as const;
export const LEVEL_WIDTH = 3;
