// @ts-check
// Who may know whom. Each rule says why it is there, so that whoever meets it can judge whether it
// still holds. test/house/ plants one violation of each and expects it to be caught.

const inNodeModules = '(^|/)node_modules/'

/** @type {(...names: string[]) => string} */
const packages = (...names) => `${inNodeModules}(@types/)?(${names.join('|')})(/|$)`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'machines-are-pure',
      comment:
        'A decision must come out the same when it is replayed years later, by someone who has only the ' +
        'machines. Let time and facts come in as events, and effects go out as data.',
      severity: 'error',
      from: { path: '^machines/' },
      to: { pathNot: ['^machines/', packages('xstate', 'zod', 'luxon')] },
    },
    {
      name: 'pathways-do-not-share',
      comment:
        'A pathway is released, frozen and changed by itself; an import would drag another one along. ' +
        'What two of them need belongs in machines/.',
      severity: 'error',
      from: { path: '^machines/pathways/([^/]+)/' },
      to: { path: '^machines/pathways/', pathNot: '^machines/pathways/$1/' },
    },
    {
      name: 'content-is-words',
      comment:
        'Clinicians sign words off without knowing which machine says them. Content knows its slots and its ' +
        'clauses; it is handed its files.',
      severity: 'error',
      from: { path: '^content/' },
      to: { pathNot: ['^content/', packages('handlebars', 'js-yaml', 'zod')] },
    },
    {
      name: 'bot-knows-its-ports-only',
      comment:
        'One turn must run the same against any store, key ring and channel. When it needs something of the ' +
        'world, bot/ports.ts gets a port and an adapter implements it.',
      severity: 'error',
      from: { path: '^bot/' },
      to: {
        pathNot: [
          '^(bot|machines|content)/',
          packages('xstate', 'zod', 'elkjs', 'fflate'),
          // Hashes, and the checksum of a zip: both come from their bytes alone.
          '^(node:)?(crypto|zlib)$',
        ],
      },
    },
    {
      name: 'verifying-knows-nothing-of-writing',
      comment:
        'A mistake that the writer and the verifier share proves itself right. They share the canonical form, ' +
        'and the one step that takes decisions again may know what decided, and what wrote the page of them.',
      severity: 'error',
      from: { path: '^bot/evidence/verify/', pathNot: '^bot/evidence/verify/(replay|page)[.]ts$' },
      to: {
        pathNot: [
          '^bot/evidence/verify/(?!(replay|page)[.]ts$)',
          '^bot/evidence/canonical[.]ts$',
          packages('zod'),
          // Hashes, and the checksum of a zip: both come from their bytes alone.
          '^(node:)?(crypto|zlib)$',
        ],
      },
    },
    {
      name: 'adapters-see-ports-only',
      comment:
        'An adapter can be replaced by someone who has read its port and nothing of the turn. It is handed what ' +
        'it needs; only a program wires.',
      severity: 'error',
      from: { path: '^adapters/', pathNot: '^adapters/programs/' },
      to: {
        path: '^(bot|machines|content)/',
        pathNot: [
          '^bot/(ports|errors)[.]ts$',
          '^bot/evidence/(record|canonical)[.]ts$',
          '^bot/views/[^/]+[.]ts$',
          '^machines/(contract|commands|facts)[.]ts$',
        ],
      },
    },
    {
      name: 'adapters-see-machines-as-types',
      comment:
        'An adapter may name the shape of a command or a fact. What a machine decides is not its business, so ' +
        'nothing of the machines may run there.',
      severity: 'error',
      from: { path: '^adapters/', pathNot: '^adapters/programs/' },
      to: {
        path: '^machines/(contract|commands|facts)[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'adapters-do-not-share',
      comment:
        'Each can be thrown away alone. The one thing they share is the description of an HTTP route, which is ' +
        'data that the web and desk pages hand to whatever serves them.',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/', pathNot: '^adapters/programs/' },
      to: { path: '^adapters/', pathNot: ['^adapters/$1/', '^adapters/http/route[.]ts$'] },
    },
    {
      name: 'nothing-uses-a-program',
      comment:
        'A program is where running starts. What others need of it belongs elsewhere. Tests may: they start the ' +
        'real thing.',
      severity: 'error',
      from: { pathNot: '^(adapters/programs|test)/' },
      to: { path: '^adapters/programs/' },
    },
    {
      name: 'openid-stays-in-its-adapter',
      comment:
        'The desk knows what a sign-in must come back with, not how it is asked for. Another library, or ' +
        'another kind of sign-in, must be one folder.',
      severity: 'error',
      from: { pathNot: '^adapters/openid/' },
      to: { path: packages('openid-client') },
    },
    {
      name: 'bot-framework-stays-in-teams',
      comment: 'Its maker has retired it. One folder must be enough to replace it.',
      severity: 'error',
      from: { pathNot: ['^(test/)?adapters/teams/', '^test/bench/peers/'] },
      to: { path: packages('botbuilder[^/]*', 'botframework-(?!directlinejs)[^/]*') },
    },
    {
      name: 'restify-stays-in-http',
      comment: 'It is a thin shell around the routes. One folder must be enough to replace it.',
      severity: 'error',
      from: {
        pathNot: ['^(test/)?adapters/http/', '^test/bench/peers/', '^test/faults/hostile/stock'],
      },
      to: { path: packages('restify[^/]*') },
    },
    {
      name: 'sql-stays-in-its-store',
      comment:
        'Whether a write survives is proved store by store. A query anywhere else would be outside that proof.',
      severity: 'error',
      from: { pathNot: '^(test/|adapters/(sqlite|keys|postgres)/)' },
      to: { path: ['^(node:)?sqlite$', packages('pg', 'pg-[^/]+')] },
    },
    {
      name: 'layout-stays-in-one-file',
      comment:
        'It places boxes and lines of a drawing, and nothing that decides. One file must be enough to replace it.',
      severity: 'error',
      from: { pathNot: '^bot/draw/layout[.]ts$' },
      to: { path: packages('elkjs') },
    },
    {
      name: 'every-module-is-tested',
      comment:
        'No test reaches this module, not even through another. Write one, or delete the module.',
      severity: 'error',
      from: { path: '^test/.+[.]test[.]ts$' },
      to: { path: '^(machines|content|bot)/.+[.]ts$', reachable: false },
    },
    {
      name: 'only-tests-use-tests',
      comment: 'Whatever runs in a clinic must not need what is there to test it.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module. Join them, or find the third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-undeclared-packages',
      comment:
        'A package that package.json does not name is here by the grace of another, and goes when that one goes.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-at-run-time',
      comment:
        'A clinic installs without them. Their types are welcome: those are gone at run time.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      // It has a package file of its own, which only the bench installs.
      from: { pathNot: '^test/bench/peers/agents/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: inNodeModules },
    // Type-only imports are knowledge too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    builtInModules: { add: ['node:sqlite'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
}
