/**
 * What is used of jsonc-parser, by one way: a package that several parts of the bundle import is bundled
 * whole, its formatter and its editor of trees included.
 */
export { createScanner, type Node, parse, parseTree } from "jsonc-parser";
