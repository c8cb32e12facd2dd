import { plant } from './plant.ts'

/** One violation for each rule of dependency-cruiser, and beside it what the rule lets through. */
export const cruiserPlants = [
  plant('machines/pure.ts', `import 'xstate'\nimport 'zod'\nimport 'luxon'`),
  plant('machines/contract.ts', `export interface View {}`),
  plant('machines/to-bot.ts', `import type {} from '../bot/ports.ts'`, 'machines-are-pure'),
  plant('machines/to-content.ts', `import '../content/words.ts'`, 'machines-are-pure'),
  plant('machines/to-yaml.ts', `import 'js-yaml'`, 'machines-are-pure'),
  plant('machines/to-disk.ts', `import 'node:fs'`, 'machines-are-pure'),

  plant('machines/pathways/age/machine.ts', `import './guards.ts'\nimport '../../pure.ts'`),
  plant('machines/pathways/age/guards.ts', `export const a = 1`),
  plant('machines/pathways/fees/machine.ts', `import '../age/guards.ts'`, 'pathways-do-not-share'),

  plant('content/words.ts', `import 'handlebars'\nimport 'js-yaml'\nimport 'zod'`),
  plant('content/to-machines.ts', `import '../machines/pure.ts'`, 'content-is-words'),
  plant('content/to-disk.ts', `import 'node:fs'`, 'content-is-words'),
  plant('content/to-luxon.ts', `import 'luxon'`, 'content-is-words'),

  plant('bot/ports.ts', `import '../machines/pure.ts'\nimport '../content/words.ts'`),
  plant('bot/turn.ts', `import 'node:crypto'\nimport 'xstate'\nimport 'zod'`),
  plant('bot/views/patient.ts', `export const a = 1`),
  plant('bot/evidence/record.ts', `export const a = 1`),
  plant('bot/evidence/log.ts', `export const a = 1`),
  plant('bot/to-disk.ts', `import 'node:fs'`, 'bot-knows-its-ports-only'),
  plant('bot/to-adapter.ts', `import '../adapters/keys/ring.ts'`, 'bot-knows-its-ports-only'),
  plant('bot/lonely.ts', `export const a = 1`, 'every-module-is-tested'),

  plant('bot/evidence/canonical.ts', `export const a = 1`),
  plant(
    'bot/evidence/verify/pack.ts',
    `import '../canonical.ts'\nimport 'node:crypto'\nimport 'zod'`,
  ),
  plant('bot/evidence/verify/replay.ts', `import '../../turn.ts'\nimport './pack.ts'`),
  plant(
    'bot/evidence/verify/to-record.ts',
    `import '../record.ts'`,
    'verifying-knows-nothing-of-writing',
  ),
  plant(
    'bot/evidence/verify/to-log.ts',
    `import type {} from '../log.ts'`,
    'verifying-knows-nothing-of-writing',
  ),
  plant(
    'bot/evidence/verify/to-replay.ts',
    `import './replay.ts'`,
    'verifying-knows-nothing-of-writing',
  ),
  plant(
    'bot/evidence/verify/to-fflate.ts',
    `import 'fflate'`,
    'verifying-knows-nothing-of-writing',
  ),

  plant('adapters/http/route.ts', `export interface Route {}`),
  plant(
    'adapters/keys/ring.ts',
    `import '../../bot/ports.ts'\nimport '../../bot/evidence/record.ts'`,
  ),
  plant('adapters/keys/store.ts', `import './ring.ts'\nimport 'node:sqlite'\nimport 'pg'`),
  plant(
    'adapters/desk/page.ts',
    `import type { Route } from '../http/route.ts'\nimport type { View } from '../../machines/contract.ts'\nimport '../../bot/views/patient.ts'\nexport type Page = Route & View`,
  ),
  plant('adapters/desk/to-turn.ts', `import '../../bot/turn.ts'`, 'adapters-see-ports-only'),
  plant('adapters/desk/to-log.ts', `import '../../bot/evidence/log.ts'`, 'adapters-see-ports-only'),
  plant(
    'adapters/desk/to-machine.ts',
    `import type {} from '../../machines/pathways/age/machine.ts'`,
    'adapters-see-ports-only',
  ),
  plant(
    'adapters/desk/to-contract.ts',
    `import '../../machines/contract.ts'`,
    'adapters-see-machines-as-types',
  ),
  plant('adapters/desk/to-keys.ts', `import '../keys/ring.ts'`, 'adapters-do-not-share'),
  plant('adapters/http/server.ts', `import 'restify'`),
  plant('adapters/desk/to-server.ts', `import '../http/server.ts'`, 'adapters-do-not-share'),
  plant('adapters/desk/to-restify.ts', `import 'restify'`, 'restify-stays-in-http'),
  plant('adapters/teams/channel.ts', `import 'botbuilder'`),
  plant('adapters/desk/to-botbuilder.ts', `import 'botbuilder'`, 'bot-framework-stays-in-teams'),
  plant('adapters/openid/provider.ts', `import 'openid-client'`),
  plant('adapters/desk/to-openid.ts', `import 'openid-client'`, 'openid-stays-in-its-adapter'),
  plant('bot/draw/layout.ts', `import 'elkjs'`),
  plant('bot/draw/to-elk.ts', `import 'elkjs'`, 'layout-stays-in-one-file'),
  plant('adapters/desk/to-sqlite.ts', `import 'node:sqlite'`, 'sql-stays-in-its-store'),
  plant('adapters/desk/to-pg.ts', `import 'pg'`, 'sql-stays-in-its-store'),

  plant('adapters/programs/serve.ts', `import '../keys/ring.ts'\nimport '../../bot/turn.ts'`),
  plant('adapters/programs/talk.ts', `import './serve.ts'`),
  plant(
    'bot/to-program.ts',
    `import '../adapters/programs/serve.ts'`,
    'bot-knows-its-ports-only',
    'nothing-uses-a-program',
  ),
  plant('adapters/programs/to-test.ts', `import '../../test/support.ts'`, 'only-tests-use-tests'),
  plant('test/support.ts', `import 'chai'\nimport '../adapters/programs/serve.ts'`),

  plant('machines/cycle.ts', `import './cycle-back.ts'`, 'no-cycles'),
  plant('machines/cycle-back.ts', `import './cycle.ts'`, 'no-cycles'),
  plant('adapters/desk/undeclared.ts', `import 'undeclared'`, 'no-undeclared-packages'),
  plant('adapters/desk/to-chai.ts', `import 'chai'`, 'no-dev-packages-at-run-time'),
  plant('adapters/desk/types-of-mocha.ts', `import type {} from 'mocha'`),
  plant('adapters/desk/nowhere.ts', `import './no-such-file.ts'`, 'everything-resolves'),
]
