/** Waits for SIGTERM or SIGINT, then stops; a second signal ends the process at once. */
export async function untilStopped(stop: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  const giveUp = () => process.exit(1)
  process.once('SIGTERM', giveUp)
  process.once('SIGINT', giveUp)
  await stop()
  process.removeListener('SIGTERM', giveUp)
  process.removeListener('SIGINT', giveUp)
}
