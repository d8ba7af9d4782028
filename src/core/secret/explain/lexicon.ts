import { SIZES, WORDS } from "../model/words.ts";
import { rangeReader } from "../rangeReader.ts";
import { letterLevels } from "./letterLevels.ts";
import { wordCoding } from "./wordCoding.ts";

/**
 * The dictionary as a tree over letters, in the order of its text: a node's first child is the node
 * behind it. Node 0 is the root.
 */
export interface Lexicon {
  /** 0 for a to 25 for z. */
  readonly letter: Uint8Array;
  /** The next node with the same parent, 0 for none. */
  readonly sibling: Int32Array;
  /** The first node below, 0 for none. */
  readonly child: Int32Array;
  /** Tier of the word that ends here, from 1 for the commonest; 0 where none ends. */
  readonly tier: Uint8Array;
  /** The node behind each pair of letters, `first * 26 + second`: most searches end there. */
  readonly pairs: Int32Array;
}

let built: Lexicon | undefined;

let building: Generator<void, Lexicon> | undefined;

/** The tree, built when the first value is judged, or what is left of it. */
export function lexicon(): Lexicon {
  while (built === undefined) built = nextStep();
  return built;
}

/** Builds it in steps, none of them longer than a few milliseconds. */
export function* lexiconSteps(): Generator<void> {
  while (built === undefined) {
    built = nextStep();
    yield;
  }
}

function nextStep(): Lexicon | undefined {
  building ??= build();
  const { done, value } = building.next();
  return done ? value : undefined;
}

const WORDS_OF_A_STEP = 500;

function* build(): Generator<void, Lexicon> {
  const { words, nodes } = SIZES;
  const tree: Lexicon = {
    letter: new Uint8Array(nodes),
    sibling: new Int32Array(nodes),
    child: new Int32Array(nodes),
    tier: new Uint8Array(nodes),
    pairs: new Int32Array(26 * 26),
  };
  const coding = wordCoding(rangeReader(WORDS), letterLevels());
  // The node at each depth of the word read last: what the next word shares is in it.
  const path = [0];
  let size = 1;
  for (let word = 0; word < words; word++) {
    const { shared, tier } = coding.next();
    for (let depth = shared; depth < coding.last.length; depth++) {
      // Only the first letter that is not shared has an elder sibling: the node behind the shared ones.
      const elder = depth === shared ? (path[depth + 1] ?? 0) : 0;
      const parent = path[depth] ?? 0;
      if (elder > 0 && tree.child[parent] !== 0) tree.sibling[elder] = size;
      else tree.child[parent] = size;
      tree.letter[size] = coding.last[depth] ?? 0;
      path[depth + 1] = size++;
    }
    path.length = coding.last.length + 1;
    tree.tier[size - 1] = tier + 1;
    if (word % WORDS_OF_A_STEP === 0) yield;
  }
  for (let pair = 0; pair < tree.pairs.length; pair++) {
    const first = childOf(tree, 0, Math.floor(pair / 26));
    tree.pairs[pair] = first && childOf(tree, first, pair % 26);
  }
  return tree;
}

export function childOf({ letter, sibling, child }: Lexicon, node: number, wanted: number): number {
  let next = child[node] ?? 0;
  while (next !== 0 && (letter[next] ?? 0) < wanted) next = sibling[next] ?? 0;
  return next !== 0 && letter[next] === wanted ? next : 0;
}
