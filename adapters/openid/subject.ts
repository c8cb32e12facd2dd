interface Claims {
  readonly iss: string
  readonly sub: string
  readonly [claim: string]: unknown
}

const ENTRA = /^https:\/\/login\.microsoftonline\.com\/([0-9a-f-]{36})\/v2\.0$/

/**
 * Who somebody is to their issuer: `sub`, but of Microsoft Entra `oid`, since its `sub` is another
 * for each application and `oid` is the one that Teams gives too. A guest's token can name another
 * tenant than its issuer: then it is nobody's.
 */
export function subjectOf(claims: Claims): string | undefined {
  const tenant = ENTRA.exec(claims.iss)?.[1]
  if (tenant === undefined) return claims.sub
  const { oid, tid } = claims
  return tid === tenant && typeof oid === 'string' && oid !== '' ? oid : undefined
}
