import { readLengths } from "../lengths.ts";
import { COUNTS, LENGTHS, SIZES, WORDS } from "../model/words.ts";
import { choiceOf, rangeReader } from "../rangeReader.ts";
import {
  GROUPS,
  groupOf,
  LONGEST_WORD,
  TIERS,
  type WordChoices,
  wordCoding,
} from "./wordCoding.ts";

/**
 * The dictionary as a tree over letters. Node 0 is the root, those behind it are the 26 first letters;
 * the others come when a word with the same two first letters is looked for.
 */
export interface Lexicon {
  /** 0 for a to 25 for z. */
  readonly letter: Uint8Array;
  /** The next node with the same parent, 0 for none. */
  readonly sibling: Uint16Array;
  /** The first node below, 0 for none. */
  readonly child: Uint16Array;
  /** Tier of the word that ends here, from 1 for the commonest; 0 where none ends. */
  readonly tier: Uint8Array;
  /** The node behind the two letters of each group: most searches end there. */
  readonly pairs: Uint16Array;
  /** 1 for the groups of words that are unpacked. */
  readonly isGrown: Uint8Array;
  /** Where each group begins among the packed words, in bytes. */
  readonly starts: Uint16Array;
  readonly choices: WordChoices;
  /** Nodes that are there. */
  size: number;
}

let planted: Lexicon | undefined;

/** The tree as far as it has grown. */
export function lexicon(): Lexicon {
  planted ??= plant();
  return planted;
}

const LETTERS = 26;

function plant(): Lexicon {
  const most = 1 + LETTERS + SIZES.nodes;
  return {
    letter: new Uint8Array(most),
    sibling: new Uint16Array(most),
    child: new Uint16Array(most),
    tier: new Uint8Array(most),
    pairs: new Uint16Array(GROUPS),
    isGrown: new Uint8Array(GROUPS),
    starts: startsOf(readLengths(LENGTHS, GROUPS)),
    choices: {
      shared: choiceOf(COUNTS.shared, LONGEST_WORD + 1),
      isEnd: choiceOf(COUNTS.isEnd, 2),
      tier: choiceOf(COUNTS.tier, TIERS),
    },
    size: 1 + LETTERS,
  };
}

function startsOf(lengths: readonly number[]): Uint16Array {
  const starts = new Uint16Array(lengths.length + 1);
  lengths.forEach((length, group) => {
    starts[group + 1] = (starts[group] ?? 0) + length;
  });
  return starts;
}

/** The node behind two letters, 0 where no word begins with them. */
export function nodeOfPair(tree: Lexicon, first: number, second: number): number {
  const group = groupOf(first, second);
  if (tree.isGrown[group] === 0) grow(tree, group);
  return tree.pairs[group] ?? 0;
}

export function childOf(tree: Lexicon, node: number, wanted: number): number {
  if (node === 0) return 1 + wanted;
  if (node <= LETTERS) return nodeOfPair(tree, node - 1, wanted);
  const { letter, sibling } = tree;
  let next = tree.child[node] ?? 0;
  while (next !== 0 && (letter[next] ?? 0) < wanted) next = sibling[next] ?? 0;
  return next !== 0 && letter[next] === wanted ? next : 0;
}

/** Unpacks the words of a group. */
function grow(tree: Lexicon, group: number): void {
  tree.isGrown[group] = 1;
  const start = tree.starts[group] ?? 0;
  if (start === tree.starts[group + 1]) return;
  const coding = wordCoding(rangeReader(WORDS, start), tree.choices, group);
  // The node at each depth of the word read last: what the next word shares is in it.
  const path = [0, 1 + (coding.last[0] ?? 0)];
  for (let { shared, tier } = coding.next(); shared > 0; { shared, tier } = coding.next()) {
    for (let depth = shared; depth < coding.last.length; depth++) {
      // Only the first letter that is not shared has an elder sibling: the node behind the shared ones.
      const elder = depth === shared ? (path[depth + 1] ?? 0) : 0;
      path[depth + 1] = addNode(tree, path[depth] ?? 0, elder, coding.last[depth] ?? 0);
    }
    path.length = coding.last.length + 1;
    tree.tier[tree.size - 1] = tier + 1;
  }
  tree.pairs[group] = path[2] ?? 0;
}

function addNode(tree: Lexicon, parent: number, elder: number, letter: number): number {
  const node = tree.size++;
  if (elder > 0) tree.sibling[elder] = node;
  else tree.child[parent] = node;
  tree.letter[node] = letter;
  return node;
}
