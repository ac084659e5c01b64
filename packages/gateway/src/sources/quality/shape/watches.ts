import type { DriftSighting } from './drift.ts'
import { type Kind, kindBits, type Observation } from './observe.ts'
import { parentOf, plainPath } from './shape.ts'

/** Counts how often known drifts show in replies. */
export interface Watches {
  add(drifts: readonly DriftSighting[]): void
  look(seen: Observation, at: Date): void
  /** Sightings since the last time. */
  take(): readonly DriftSighting[]
}

const maxWatched = 200

const isKind = (text: string): text is Kind => Object.hasOwn(kindBits, text)

function shows({ kind, path, now }: DriftSighting, { paths }: Observation): boolean {
  const plain = plainPath(path)
  const bits = paths.get(plain)
  const around = parentOf(plain)
  const isAround = around === undefined || ((paths.get(around) ?? 0) & kindBits.OBJECT) !== 0
  if (kind === 'NEW_FIELD') return bits !== undefined
  if (kind === 'FIELD_GONE') return isAround && bits === undefined
  if (kind === 'ALWAYS_EMPTY') return isAround && !bits
  return isKind(now) && ((bits ?? 0) & kindBits[now]) !== 0
}

/** @param earlier - drifts that are known already, whose counts so far are not told again */
export function createWatches(earlier: readonly DriftSighting[]): Watches {
  const watched = earlier.slice(0, maxWatched).map((drift) => ({ ...drift, seen: 0 }))
  return {
    add(drifts) {
      const room = Math.max(0, maxWatched - watched.length)
      watched.push(...drifts.slice(0, room).map((drift) => ({ ...drift })))
    },
    look(seen, at) {
      for (const [index, drift] of watched.entries())
        if (shows(drift, seen)) watched[index] = { ...drift, seen: drift.seen + 1, lastSeen: at }
    },
    take() {
      const told = watched.filter(({ seen }) => seen > 0)
      for (const [index, drift] of watched.entries()) watched[index] = { ...drift, seen: 0 }
      return told
    },
  }
}
