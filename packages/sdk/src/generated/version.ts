// Generated from packages/schema and packages/sdk/operations: change those, then run "npm run generate".
/** Version of the SDK, sent as `x-tongban-client`. */
export const sdkVersion = '0.1.0'
