/** True for a value that is known to the world. */
export function isPublished(_value: string): boolean {
  return false;
}
