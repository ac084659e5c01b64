export {
  describeWith,
  type Need,
  type NeededVariable,
  neededData,
  neededEnv,
  needs,
  needsEnv,
  needsSharedData,
  reasonToSkip,
} from './needs.ts'
export { readJsonLines, sharedData, sharedDataRoot } from './shared-data.ts'
