import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, runTool } from './processes.ts'

const systemPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
}

/** Path of an installed Chromium: `$CHROMIUM`, the system's, or Playwright's. */
export function findChromium(): string | undefined {
  const fromEnvironment = process.env['CHROMIUM']
  return fromEnvironment || [...(systemPaths[process.platform] ?? []), chromium.executablePath()].find(isUsable)
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
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return ''
  console.log('Installing the system package chromium …')
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 600 }
  const update = await run('apt-get', ['update', '-qq'], options)
  const install = await run('apt-get', ['install', '-y', '-qq', 'chromium'], options)
  return update.output + install.output
}
