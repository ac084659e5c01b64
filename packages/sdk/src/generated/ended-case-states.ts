// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
/** States after which the owner does nothing more to a case. */
export const endedCaseStates = ["NOT_ACCEPTED","RETURNED","SUPPLEMENT_EXPIRED","FORWARDED","WITHDRAWN","CLOSED","VOID"] as const
