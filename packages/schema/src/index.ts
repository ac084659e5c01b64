export { typeDefs } from '../generated/type-defs.ts'
export * from './errors/index.ts'
export * from './divisions/index.ts'
export * from './identifiers/index.ts'
