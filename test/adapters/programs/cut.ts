import pg from 'pg'

/**
 * Ends this process's connections, or what `ends` ends, when it asks PostgreSQL for the statement
 * after the first so many. Answers what puts things right again, and tells which were asked.
 */
export function cutAfter(
  most: number,
  ends: (client: pg.Client) => unknown = (client) => client.connection.stream.destroy(),
): () => readonly string[] {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown }
  const { query } = prototype
  const asked: string[] = []
  prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [what] = args as [string | { readonly text: string }]
    asked.push(typeof what === 'string' ? what : what.text)
    if (asked.length > most) ends(this)
    return query.apply(this, args)
  }
  return () => {
    prototype.query = query
    return asked
  }
}
