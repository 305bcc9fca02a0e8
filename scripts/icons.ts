// Draws the icons of the installed app and the extension from public/icon.svg: `npm run icons`, after it changed.
import { chromium } from '@playwright/test'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOrInstallChromium } from '../tooling/chromium.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { root } from '../tooling/project.ts'

const svg = readFileSync(join(root, 'public/icon.svg'), 'utf8')

/** Without margins, for systems that crop icons: the symbol stays within the circle that is never cropped. */
const maskableSvg = svg.replace('rx="5"', '').replace('<path', '<path transform="translate(1.2 1.2) scale(.9)"')

const icons = [
  ...[16, 32, 48, 128, 192, 512].map((size) => ({ name: `icon-${size}`, size, picture: svg })),
  { name: 'maskable-512', size: 512, picture: maskableSvg },
  { name: 'apple-touch-180', size: 180, picture: maskableSvg },
]

await runTask(async () => {
  if (maskableSvg === svg.replace('rx="5"', '')) throw new Failure('public/icon.svg has no <path> to scale.')
  const { path, log } = await findOrInstallChromium()
  if (path === undefined) throw new Failure(`Chromium not found.\n${log}`)
  const browser = await chromium.launch({
    executablePath: path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  mkdirSync(join(root, 'public/icons'), { recursive: true })
  for (const { name, size, picture } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${picture}`)
    await page.screenshot({ path: join(root, `public/icons/${name}.png`), omitBackground: true })
    await page.close()
    console.log(`public/icons/${name}.png`)
  }
  await browser.close()
})
