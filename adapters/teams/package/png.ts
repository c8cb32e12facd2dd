import { crc32, deflateSync } from 'node:zlib'

/** A square of points: red, green, blue and how solid, row by row. */
export interface Picture {
  readonly size: number
  readonly rgba: Uint8Array
}

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)
const EIGHT_BITS_WITH_ALPHA = Uint8Array.of(8, 6, 0, 0, 0)

/** A PNG without a palette, its rows unfiltered. */
export function png({ size, rgba }: Picture): Uint8Array {
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Uint8Array.of(0), rgba.subarray(row * size * 4, (row + 1) * size * 4)]),
  )
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([number(size), number(size), EIGHT_BITS_WITH_ALPHA])),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([number(data.length), named, number(crc32(named))])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
