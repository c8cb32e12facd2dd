import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const runFile = promisify(execFile)

/** Emptied by npm ci, so what is in it belongs to the packages that are installed. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * A browser for a test: CANDOUR_CHROMIUM, else the system’s, else the one that npm installed.
 * Whoever launches it closes it.
 */
export async function launch(): Promise<Browser> {
  const installed = process.env.CANDOUR_CHROMIUM ?? (await onPath())
  if (installed) return chromium.launch({ executablePath: installed, args })
  const { executablePath, libraries, fonts } = await unpacked()
  const env = {
    ...process.env,
    FONTCONFIG_PATH: fonts,
    ...((await lacksLibraries(executablePath)) && { LD_LIBRARY_PATH: libraries }),
  }
  return chromium.launch({ executablePath, args, env })
}

async function onPath(): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = join(folder, name)
      if (await isExecutable(file)) return file
    }
  }
  return undefined
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

export interface Unpacked {
  readonly executablePath: string
  /** What Chromium links to and a bare system lacks: nss, nspr and their like. */
  readonly libraries: string
  readonly fonts: string
}

/** Unpacks npm’s Chromium, once after each install. */
export async function unpacked(): Promise<Unpacked> {
  await mkdir(cache, { recursive: true })
  const folder = join(cache, 'chromium')
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
  }
}

/** Two processes may both unpack; the first to rename has won and the other’s copy goes. */
async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`)
  try {
    await inflate(staging)
    await writeFile(join(staging, 'fonts', 'fonts.conf'), FONTS)
    await rename(staging, folder)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/**
 * The package unpacks into the temporary directory, and its libraries only where it believes to
 * run on Lambda: so it gets a process in which both are as we need them.
 */
async function inflate(into: string): Promise<void> {
  const script = `import c from '@sparticuz/chromium'; await c.executablePath()`
  await runFile(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
}

/** The package’s own list says where its fonts are on Lambda: elsewhere a bare system has none. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`

async function lacksLibraries(executable: string): Promise<boolean> {
  return runFile('ldd', [executable]).then(
    ({ stdout }) => stdout.includes('not found'),
    () => true,
  )
}
