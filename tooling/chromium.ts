import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { run, runTool } from './processes.ts'

const systemPaths: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
}

/** A Chromium that is on this machine: `$CHROMIUM`, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  return named || [...(systemPaths[process.platform] ?? []), chromium.executablePath()].find(works)
}

/** Finds Chromium, or brings it: Playwright's own, else Debian's package. The log says what was tried. */
export async function bringChromium(): Promise<{ path: string | undefined; log: string }> {
  let path = findChromium()
  let log = ''
  for (const install of [installPlaywrights, installDebians]) {
    if (path !== undefined) break
    log += await install()
    path = findChromium()
  }
  return { path, log }
}

/** A file is no proof: Ubuntu's is a stand-in for a snap, and Playwright's may lack libraries of the system. */
function works(path: string): boolean {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function installPlaywrights(): Promise<string> {
  console.log('No Chromium here. Asking Playwright for its own …')
  return (await runTool('@playwright/test', ['install', 'chromium'], { limit: 240 })).output
}

async function installDebians(): Promise<string> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return ''
  console.log("Installing the system's package chromium …")
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 600 }
  const update = await run('apt-get', ['update', '-qq'], options)
  const install = await run('apt-get', ['install', '-y', '-qq', 'chromium'], options)
  return update.output + install.output
}
