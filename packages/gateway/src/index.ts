export type { OutgoingSubmission } from './domains/cases/port.ts'
export { defineSource, type SourceDefinition } from './domains/ports.ts'
export * from './sources/index.ts'
