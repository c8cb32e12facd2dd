import type { Payload } from '../../bot/evidence/record.ts'
import { change, type Making, sha, utf8 } from './mini.ts'
import { only } from './twist.ts'
import { refused, type Vector } from './vector.ts'

/** Packs that lack what their records cite. */
export function badContents(): Vector[] {
  const step = 'content' as const
  const cites = (edit: (one: Payload['shown'][number]) => unknown) =>
    only(2, (one) => ({ ...one, shown: one.shown.map(edit) }))
  const bundle = (edit: (files: Map<string, Uint8Array>, at: string) => void): Making => ({
    files: (files) =>
      [...files.keys()].filter((at) => at.startsWith('bundles/')).forEach((at) => edit(files, at)),
  })
  return [
    refused(
      'content-other-words',
      'Record 2 cites words that its bundle does not have.',
      { step, record: 2 },
      cites((one) => ({ ...one, digest: 'a'.repeat(64) })),
    ),
    refused(
      'content-words-of-another-state',
      'Record 2 cites the words of another state.',
      { step, record: 2 },
      cites((one) => ({ ...one, id: 'age/adult' })),
    ),
    refused(
      'content-other-locale',
      'Record 2 cites words of a locale that is not there.',
      { step, record: 2 },
      cites((one) => ({ ...one, locale: 'cy-GB' })),
    ),
    refused(
      'content-no-bundle',
      'Record 1 cites a bundle that is not there.',
      { step, record: 1 },
      only(1, (one) => ({ ...one, digests: { ...one.digests, content: 'a'.repeat(64) } })),
    ),
    refused(
      'content-no-statecharts',
      'Record 1 cites statecharts that are not there.',
      { step, record: 1 },
      only(1, (one) => ({ ...one, digests: { ...one.digests, machines: 'a'.repeat(64) } })),
    ),
    refused(
      'content-bundles-gone',
      'The bundles were taken out.',
      { step, record: 0 },
      bundle((files, at) => files.delete(at)),
    ),
    refused(
      'content-bundles-changed',
      'The bundles were changed.',
      { step, record: 0 },
      bundle((files, at) => change(at, (text) => text.replace('age', 'eag'))(files)),
    ),
    refused(
      'content-file-changed',
      'The words were changed under their old name.',
      { step },
      {
        files: (files) =>
          [...files.keys()]
            .filter((at) => at.startsWith('files/'))
            .slice(0, 1)
            .forEach((at) => change(at, (text) => `${text}!`)(files)),
      },
    ),
    refused(
      'content-file-gone',
      'The words were taken out.',
      { step, record: 0 },
      { files: (files) => files.delete(`files/${sha('You are an adult.\n')}`) },
    ),
    refused(
      'content-index-no-list',
      'What record 0 cites as its statecharts is no list of files.',
      { step, record: 0 },
      {
        payload: (one) => ({ ...one, digests: { ...one.digests, machines: sha('{}') } }),
        files: (files) => files.set(`bundles/${sha('{}')}.json`, utf8('{}')),
      },
    ),
    refused(
      'content-index-with-a-space',
      'What record 0 cites as its statecharts is not in canonical form.',
      { step, record: 0 },
      {
        payload: (one) => ({ ...one, digests: { ...one.digests, machines: sha('[ ]') } }),
        files: (files) => files.set(`bundles/${sha('[ ]')}.json`, utf8('[ ]')),
      },
    ),
  ]
}
