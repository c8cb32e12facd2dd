import { CLAUSES, type ClauseId } from '../../machines/clauses/ids.ts'
import type { Actor, Consultation } from '../../machines/contract.ts'
import type { Checked } from '../cases.ts'
import type { Payload } from '../evidence/record.ts'
import type { Standing } from '../ports.ts'
import type { RecordLine, RecordPage } from '../views/desk.ts'
import type { Words } from '../words.ts'
import { answerOf, eventInWords } from './event.ts'
import { nameOfPerson, readsClinical, readsRestricted } from './who.ts'
import { factInWords, factLabel, gateLabel, who } from './words.ts'

/** The whole record, for those who may read it; the restricted stream for fewer. */
export function recordPage(
  words: Words,
  now: Consultation,
  { payloads, records, fault }: Checked,
  viewer: Actor,
  standings: ReadonlyMap<string, Standing> = new Map(),
): RecordPage | undefined {
  if (!readsClinical(viewer)) return undefined
  const lines = payloads
    .map((payload, at) => ({ payload, leaf: records[at]?.leaf ?? '' }))
    .filter(({ payload }) => payload.stream === 'open' || readsRestricted(viewer))
    .map(({ payload, leaf }) => ({
      ...lineOf(words, payload, leaf),
      standing: standings.get(payload.recordId) ?? 'recorded',
    }))
  return {
    ...{ consultation: now.id, who: nameOfPerson(now), demo: now.mode === 'demo' },
    ...{ records: lines, verified: fault === undefined, ...(fault ? { fault } : {}) },
    mayPack: true,
    ...(readsRestricted(viewer) ? { packsAsked: packsAsked(now, viewer) } : {}),
  }
}

function packsAsked({ restricted }: Consultation, viewer: Actor) {
  const waiting = restricted.packs?.filter(({ made }) => !made) ?? []
  return waiting.map(({ id, by, at, reason }) => ({
    ...{ id, by: who(by), at, reason, own: by.id === viewer.id },
  }))
}

function lineOf(words: Words, payload: Payload, leaf: string): Omit<RecordLine, 'standing'> {
  const { command, recordId, stream, seq, after } = payload
  const answer = answerOf(words, payload)
  return {
    ...{ stream, seq, recordId, at: command.at, recordedAt: payload.recordedAt },
    ...{ who: who(command.by), role: command.by.role, assurance: command.by.assurance },
    ...{ channel: command.where.channel, event: eventInWords(words, payload, true) },
    ...(answer === undefined ? {} : { answer }),
    transitions: payload.transitions.map(transitionOf),
    facts: Object.entries(payload.facts).map(([name, value]) => ({
      ...{ label: factLabel(words, name), value: factInWords(words, name, value) },
    })),
    gates: payload.gates.map(({ gate, met, stoodIn }) => ({
      ...{ gate, label: gateLabel(words, gate), met, stoodIn: stoodIn === true },
    })),
    shown: payload.shown.map(({ id, digest, text }) => ({ id, digest, text })),
    ...{ after: `${after.state}, ${after.stage}`, leaf, prev: payload.prev },
  }
}

function transitionOf(one: Payload['transitions'][number]): RecordLine['transitions'][number] {
  const { pathway, from, event, to, carried, guards } = one
  return {
    ...{ pathway, from, event, to, carried: carried === true },
    guards: guards.map(({ guard, held, authority, clauses }) => ({
      ...{ guard, held, authority },
      clauses: clauses.map((id) => {
        const { source, duty } = CLAUSES[id as ClauseId]
        return { id, source, duty }
      }),
    })),
  }
}
