// The stock Bot Framework echo bot with its state in memory: restify, CloudAdapter, no sign-in.
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  MessageFactory,
} from 'botbuilder'
import restify from 'restify'

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
adapter.onTurnError = async (_context, error) => console.error(error)
const state = new ConversationState(new MemoryStorage())
const count = state.createProperty('count')

class Echo extends ActivityHandler {
  constructor() {
    super()
    this.onMessage(async (context, next) => {
      const turns = (await count.get(context, 0)) + 1
      await count.set(context, turns)
      await context.sendActivity(MessageFactory.text(`Echo ${turns}: ${context.activity.text}`))
      await next()
    })
  }
  async run(context) {
    await super.run(context)
    await state.saveChanges(context, false)
  }
}

const bot = new Echo()
const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => bot.run(context))
})
server.listen(Number(process.env.PORT), '127.0.0.1')
