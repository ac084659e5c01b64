/** The import rules of docs/architecture.md: imports run one way, and there are no cycles. */
const gateway = 'packages/gateway/src'
const test = '\\.test\\.ts$|/testing\\.ts$|/testing/'

/** Rooms of the gateway and the rooms each may import, besides itself. */
const rooms = {
  telemetry: [],
  store: ['telemetry'],
  work: ['store', 'telemetry'],
  sources: ['telemetry', 'domains/ports', 'domains/generated'],
  // Ready-made sources are written against the ports, as a city's own are.
  'sources/presets': ['sources', 'domains/ports', 'domains/[a-z]+/(port|record)\\.ts'],
  contract: ['sources', 'domains', 'telemetry'],
  access: ['store', 'telemetry', 'config/types'],
  config: ['access', 'sources'],
  domains: ['access', 'sources', 'work', 'store', 'telemetry', 'config/types'],
  graph: ['domains', 'access', 'telemetry', 'store'],
  server: ['graph', 'domains', 'access', 'telemetry', 'config'],
  cli: ['.*'],
}

/** A room inside another has rules of its own. */
const innerRooms = (room) =>
  Object.keys(rooms)
    .filter((name) => name.startsWith(`${room}/`))
    .map((name) => `^${gateway}/${name}/`)

const oneWay = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-one-way`,
  severity: 'error',
  comment: `${room} may import ${allowed.join(', ') || 'no other room'} of the gateway`,
  from: { path: `^${gateway}/${room}/`, pathNot: [test, ...innerRooms(room)] },
  to: { path: `^${gateway}/`, pathNot: [room, ...allowed].map((name) => `^${gateway}/${name}`) },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...oneWay,
    {
      name: 'schema-is-below-everything-and-does-no-io',
      severity: 'error',
      from: { path: '^packages/schema/src', pathNot: test },
      to: { path: '^(packages/(?!schema)|examples|test)|^node:', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-core-imports-nothing',
      severity: 'error',
      from: { path: '^packages/sdk/src', pathNot: `${test}|^packages/sdk/src/node` },
      to: { pathNot: '^packages/sdk/src' },
    },
    {
      name: 'packages-do-not-import-examples',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: test },
      to: { path: '^(examples|test)/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules|generated)/' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
