import { Presets, SingleBar } from 'cli-progress'

/** The progress of a synchronisation as a bar; where the output is no terminal it prints a line now and then. */
export function syncProgress(title: string) {
  const options = {
    format: `${title} [{bar}] {value}/{total}`,
    noTTYOutput: true,
    notTTYSchedule: 1_000,
    hideCursor: true,
  }
  let bar: SingleBar | undefined
  return {
    /** The bar appears with the first news, so that it never shows a full bar of nothing. */
    update({ done, total }: { readonly done: number; readonly total: number | null }): void {
      if ((total ?? done) === 0) return
      if (!bar) {
        bar = new SingleBar(options, Presets.shades_classic)
        bar.start(total ?? done, done)
      }
      bar.setTotal(total ?? done)
      bar.update(done)
    },
    stop(): void {
      if (bar) bar.stop()
      else console.log(`${title}: 没有变化 nothing changed`)
    },
  }
}
