import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { type Ended, run, runTool } from './processes.ts'

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

/** Finds Chromium, or brings it: Playwright's own, else Debian's package. */
export async function bringChromium(): Promise<string | undefined> {
  for (const install of [nothing, installPlaywrights, installDebians]) {
    await install()
    const found = findChromium()
    if (found !== undefined) return found
  }
  return undefined
}

/** A file is no proof: Ubuntu's is a stand-in for a snap, and Playwright's may lack libraries of the system. */
function works(path: string): boolean {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

async function nothing(): Promise<void> {}

async function installPlaywrights(): Promise<void> {
  console.log('No Chromium here. Asking Playwright for its own …')
  await runTool('@playwright/test', ['install', 'chromium'], { limit: 240 })
}

async function installDebians(): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  console.log("Installing the system's package chromium …")
  await apt(['update', '-qq'])
  await apt(['install', '-y', '-qq', 'chromium'])
}

function apt(args: string[]): Promise<Ended> {
  return run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' }, limit: 600 })
}
