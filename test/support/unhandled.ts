// Mocha hands a rejection that nobody handles back to the process, where nobody listens; thrown
// from here it comes back as an error of the test that runs.
process.on('unhandledRejection', (reason) => {
  throw reason
})
