export type { Tape, TapeEntry } from './entry.ts'
export { readTape, tapeWriter } from './file.ts'
export { type RecordOptions, recordSource } from './record.ts'
export { replaySource, type TapePlayer, tapePlayer } from './replay.ts'
