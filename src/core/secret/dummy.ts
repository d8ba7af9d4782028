const WORD =
  /(?:^|[^a-z])(?:dummy|fake|mock|stub|tests?|testing|e2e|ci|cicd|build|buildtime|example|placeholder|not-?(?:a-?)?(?:real|secret)|ignored?|unused|temp|tmp|local|dev|development|devcontainer)(?:$|[^a-z])/i;

/** True for a text that says of itself that it is no secret: `dummy-secret-for-build`, `dev-secret`. */
export function isDummy(text: string): boolean {
  return WORD.test(text);
}
