import type { PerServer } from '../run/servers.ts'
import type { Figures, PerWorkload } from './figures.ts'
import { rounded } from './statistics.ts'

/** How the gateway stands to the others: above 1 it is better. `bestPeer` is the better of Apollo and Mercurius, per workload. */
export interface Ratios {
  readonly apollo: PerWorkload<number>
  readonly bestPeer: PerWorkload<number>
  readonly floor: PerWorkload<number>
}

/** @param rateOf - a figure of which more is better */
export function ratiosOf(results: PerWorkload<PerServer<Figures>>, rateOf: (figures: Figures) => number): Ratios {
  const ratios = (otherOf: (servers: PerServer<number>) => number): PerWorkload<number> => {
    const ofWorkload = ({ tongban, apollo, mercurius, floor }: PerServer<Figures>) => {
      const rates = {
        tongban: rateOf(tongban),
        apollo: rateOf(apollo),
        mercurius: rateOf(mercurius),
        floor: rateOf(floor),
      }
      return rounded(rates.tongban / otherOf(rates))
    }
    return { W1: ofWorkload(results.W1), W2: ofWorkload(results.W2), W3: ofWorkload(results.W3) }
  }
  return {
    apollo: ratios(({ apollo }) => apollo),
    bestPeer: ratios(({ apollo, mercurius }) => Math.max(apollo, mercurius)),
    floor: ratios(({ floor }) => floor),
  }
}
