import { Socket } from 'node:net'

/** Every name and address that this process connects to meanwhile. */
export function watchConnections() {
  const seen = new Set<string>()
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (this: Socket, ...given: never[]) {
    this.on('lookup', (_error, _address, _family, host) => seen.add(host))
    this.on('connectionAttempt', (address: string) => seen.add(address))
    return connect.apply(this, given as never)
  }
  return {
    seen,
    stop: () => {
      Socket.prototype.connect = connect
    },
  }
}
