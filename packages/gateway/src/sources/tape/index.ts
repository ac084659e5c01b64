export type { Tape } from './entry.ts'
export { readTape, tapeWriter } from './file.ts'
export { type RecordOptions, recordSource } from './record.ts'
export { replaySource, tapePlayer } from './replay.ts'
