/** How often to look whether the parent is still there. */
const watchEveryMs = 250

/**
 * Waits until somebody wants the process to end: SIGTERM, SIGINT, or the parent is gone. The last because npm, told to stop,
 * ends itself and the shell it put in between, but does not tell us: without it the sandbox would go on as an orphan that
 * holds the port and the data folder.
 */
export const untilAskedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    const parent = process.ppid
    const watch = setInterval(() => {
      if (process.ppid !== parent) asked()
    }, watchEveryMs)
    const asked = () => {
      clearInterval(watch)
      resolve()
    }
    process.once('SIGTERM', asked)
    process.once('SIGINT', asked)
  })
