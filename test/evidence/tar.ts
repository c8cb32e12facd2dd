/** As much of tar as a list of small files needs: names, lengths, bytes. */
const BLOCK = 512

export function writeTar(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = []
  for (const [name, data] of files) {
    const header = Buffer.alloc(BLOCK)
    const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
    header.write(name, 0)
    header.write(`${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100)
    header.write(`${octal(data.length, 11)}\0${octal(0, 11)}\0`, 124)
    header.write('        0', 148)
    header.write('ustar\x0000', 257)
    const sum = header.reduce((all, byte) => all + byte, 0)
    header.write(`${octal(sum, 6)}\0 `, 148)
    parts.push(header, data, new Uint8Array((BLOCK - (data.length % BLOCK)) % BLOCK))
  }
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]))
}

export function readTar(tar: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const text = (from: number, to: number) =>
    Buffer.from(tar.subarray(from, to)).toString('latin1').replace(/\0.*$/s, '')
  for (let at = 0; tar[at] !== 0;) {
    const size = Number.parseInt(text(at + 124, at + 136), 8)
    files.set(text(at, at + 100), tar.slice(at + BLOCK, at + BLOCK + size))
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
