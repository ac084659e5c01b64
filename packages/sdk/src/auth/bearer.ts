import type { Auth } from './auth.ts'

/**
 * A token that comes from elsewhere: a constant, or a function that knows the current one.
 *
 * @example
 * createTongban({ endpoint, auth: bearer(() => session.accessToken) })
 */
export const bearer = (token: string | (() => string | PromiseLike<string>)): Auth => ({
  token: async () => (typeof token === 'string' ? token : token()),
})
