/** Whether a value is an object with named fields. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a path like `head.status` leads to; undefined when a step is missing. The empty path leads to the value itself. */
export const at = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path
        .split('.')
        .reduce<unknown>(
          (found, step) => (isRecord(found) && Object.hasOwn(found, step) ? found[step] : undefined),
          value,
        )
