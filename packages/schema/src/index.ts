export { typeDefs } from '../generated/type-defs.ts'
export * from './errors/index.ts'
