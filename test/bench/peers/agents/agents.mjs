// The echo bot of the Bot Framework's successor, the Microsoft 365 Agents SDK, with its state in memory.
import {
  ActivityHandler,
  CloudAdapter,
  ConversationState,
  MemoryStorage,
  MessageFactory,
} from '@microsoft/agents-hosting'
import express from 'express'

const adapter = new CloudAdapter({})
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
const server = express()
server.use(express.json())
server.post('/api/messages', (request, response) =>
  adapter.process(request, response, (context) => bot.run(context)),
)
server.listen(Number(process.env.PORT), '127.0.0.1')
