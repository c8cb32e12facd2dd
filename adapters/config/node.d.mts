/** Throws on a Node older than Candour can stand on. */
export function requireNode(version: string): void
