import { WORDS } from "../model/words.ts";

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

/** Signs of the front coding in `scripts/model.ts`: tier × 15 + length of the shared beginning. */
const SIGNS = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]";

let built: Lexicon | undefined;

/** The tree, built when the first value is judged. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

function build(): Lexicon {
  const size = WORDS.length + 1;
  const letter = new Uint8Array(size);
  const sibling = new Int32Array(size);
  const child = new Int32Array(size);
  const tier = new Uint8Array(size);
  // The node at each depth of the word read last: what the next word shares is in it.
  const path = [0];
  const newest = new Int32Array(size);
  let nodes = 1;
  let depth = 0;
  let pending = 0;
  for (let at = 0; at < WORDS.length; at++) {
    const unit = WORDS.charCodeAt(at);
    if (unit < 97) {
      if (at > 0) tier[path[depth] ?? 0] = pending;
      const sign = SIGNS.indexOf(WORDS.charAt(at));
      pending = Math.floor(sign / 15) + 1;
      depth = sign % 15;
      continue;
    }
    const parent = path[depth] ?? 0;
    const node = nodes++;
    letter[node] = unit - 97;
    if (newest[parent]) sibling[newest[parent] ?? 0] = node;
    else child[parent] = node;
    newest[parent] = node;
    path[++depth] = node;
  }
  tier[path[depth] ?? 0] = pending;
  const tree = { letter, sibling, child, tier, pairs: new Int32Array(26 * 26) };
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
