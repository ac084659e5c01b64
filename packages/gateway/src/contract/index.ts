export { readTape, recordSource, replaySource, type Tape, tapeWriter } from '../sources/tape/index.ts'
export { type ContractReport, reviewSource, type Verdict } from './contract.ts'
export { describeSource } from './describe-source.ts'
export type { SourceSamples } from './samples.ts'
