import { seeded, seedOf } from '../random.ts'

/** How an item library may be unwell, and `well`. */
export const behaviours = ['well', 'fails40', 'hangs', 'html', 'flaps', 'dead'] as const
export type Behaviour = (typeof behaviours)[number]

/** What happens to one request. `none`: it is never answered. */
export type Fate = 'answer' | 'status500' | 'reset' | 'html' | 'empty' | 'cut' | 'none'

const troubles = ['status500', 'reset', 'html', 'empty', 'cut'] as const

/** Well for this long, then dead for as long, in milliseconds. */
const burstMs = 2_000

/** What happens to the next request of one caller while a library behaves like this; the same row of fates for the same name. */
export function fatesOf(name: string): (behaviour: Behaviour, unwellForMs: number) => Fate {
  const random = seeded(seedOf(name))
  return (behaviour, unwellForMs) => {
    switch (behaviour) {
      case 'well':
        return 'answer'
      case 'fails40':
        return random() < 0.4 ? (troubles[Math.floor(random() * troubles.length)] ?? 'reset') : 'answer'
      case 'hangs':
        return 'none'
      case 'html':
        return 'html'
      case 'flaps':
        return Math.floor(unwellForMs / burstMs) % 2 === 0 ? 'answer' : 'reset'
      case 'dead':
        return 'reset'
    }
  }
}
