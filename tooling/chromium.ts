import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, runTool } from './processes.ts'

const systemPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
}

const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

/** Path of an installed Chromium: `$CHROMIUM`, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const fromEnvironment = process.env['CHROMIUM']
  return fromEnvironment || [...(systemPaths[process.platform] ?? []), chromium.executablePath()].find(isUsable)
}

/**
 * Path of a Chromium for tests without a window: `$HEADLESS_CHROMIUM`, `$CHROMIUM`, else Debian's headless shell, which
 * needs a third less processor time than a whole Chromium, else any Chromium. It has no extensions.
 */
export function findHeadlessChromium(): string | undefined {
  const { HEADLESS_CHROMIUM, CHROMIUM } = process.env
  return HEADLESS_CHROMIUM || CHROMIUM || (isUsable(HEADLESS_SHELL) ? HEADLESS_SHELL : findChromium())
}

/** Finds Chromium, or installs Playwright's or Debian's package. The log contains the output of the installers. */
export async function findOrInstallChromium(): Promise<{ path: string | undefined; log: string }> {
  let path = findChromium()
  let log = ''
  for (const install of [installPlaywrightChromium, installDebianPackage]) {
    if (path !== undefined) break
    log += await install()
    path = findChromium()
  }
  return { path, log }
}

/** Installs Debian's headless shell where everything may be installed, as on the machines that run `CI`. */
export async function installHeadlessShell(): Promise<void> {
  if (!process.env['CI'] || existsSync(HEADLESS_SHELL) || !isRootOfDebian()) return
  await installPackage('chromium-headless-shell') // there is none on older systems
}

const isRootOfDebian = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

/**
 * Whether the program starts. The file may exist and not work: Ubuntu's only installs a snap, and Playwright's may lack
 * system libraries.
 */
function isUsable(path: string): boolean {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function installPlaywrightChromium(): Promise<string> {
  console.log('Chromium not found. Installing Playwright’s …')
  return (await runTool('@playwright/test', ['install', 'chromium'], { limit: 240 })).output
}

async function installDebianPackage(): Promise<string> {
  return isRootOfDebian() ? installPackage('chromium') : ''
}

async function installPackage(name: string): Promise<string> {
  console.log(`Installing the system package ${name} …`)
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 600 }
  const update = await run('apt-get', ['update', '-qq'], options)
  const install = await run('apt-get', ['install', '-y', '-qq', name], options)
  return update.output + install.output
}
