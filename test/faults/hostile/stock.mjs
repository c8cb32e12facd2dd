// A server as its framework brings it: restify with its own body parser and its own limits.
import restify from 'restify'

let taken = 0
const server = restify.createServer({ name: 'stock' })
server.use(restify.plugins.bodyParser())
const take = (request, response, next) => {
  taken += 1
  response.send(200, { taken: request.body?.type ?? null })
  next()
}
server.post('/v3/directline/conversations/:id/activities', take)
server.get('/state', (_request, response, next) => {
  response.send(200, { taken })
  next()
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
