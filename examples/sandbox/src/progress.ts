import { Presets, SingleBar } from 'cli-progress'

/** A progress bar; where the output is no terminal it prints a line now and then instead of repainting. */
export function progressBar(title: string) {
  const bar = new SingleBar(
    {
      format: `${title} [{bar}] {value}/{total}`,
      noTTYOutput: true,
      notTTYSchedule: 1_000,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  )
  bar.start(0, 0)
  return {
    update(done: number, total: number | null): void {
      bar.setTotal(total ?? done)
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
