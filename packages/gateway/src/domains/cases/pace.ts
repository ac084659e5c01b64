import { type CaseStateName, isEnded } from '@tongban/schema'

/** How often owners are asked. */
export interface Polling {
  readonly fastestMs: number
  readonly slowestMs: number
}

/** A case of which nothing was heard for so long is asked about no more: its owner keeps it open by neglect. */
export const silenceMs = 180 * 86_400_000

/** Doubles while nothing changes. */
export const slower = (waitMs: number, { slowestMs }: Polling): number => Math.min(waitMs * 2, slowestMs)

/**
 * The time of the next poll, rounded up to a multiple of the fastest pace, so that cases which are due about the same
 * time are asked for together.
 */
export const slotAfter = (now: Date, waitMs: number, { fastestMs }: Polling): Date =>
  new Date(Math.ceil((now.getTime() + waitMs) / fastestMs) * fastestMs)

/** Whether the owner has nothing more to say. A correction of an ended case comes by push, or not at all. */
export const isSettled = (state: CaseStateName): boolean => isEnded(state)
