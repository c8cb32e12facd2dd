/** Refuses a Node that cannot run the sources as they stand, or whose node:sqlite is not settled. */
export function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 15)) return
  throw new Error(
    `Candour needs Node 24.15 or later; this is ${version}. Use npm test: it brings its own.`,
  )
}

requireNode(process.versions.node)
