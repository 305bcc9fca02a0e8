// The icons of the installed app and of the extension, drawn from public/icon.svg: `npm run icons`, after it changed.
import { chromium } from '@playwright/test'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringChromium } from '../tooling/chromium.ts'
import { Failure, runTask } from '../tooling/fail.ts'
import { root } from '../tooling/project.ts'

const svg = readFileSync(join(root, 'public/icon.svg'), 'utf8')

/** Up to the edges, for systems that cut the shape themselves: the sign stays within the circle that none of them cuts. */
const full = svg.replace('rx="5"', '').replace('<path', '<path transform="translate(1.2 1.2) scale(.9)"')

const icons = [
  ...[16, 32, 48, 128, 192, 512].map((size) => ({ name: `icon-${size}`, size, picture: svg })),
  { name: 'maskable-512', size: 512, picture: full },
  { name: 'apple-touch-180', size: 180, picture: full },
]

await runTask(async () => {
  if (full === svg.replace('rx="5"', '')) throw new Failure('public/icon.svg has no <path to make smaller any more.')
  const { path, log } = await bringChromium()
  if (path === undefined) throw new Failure(`There is no Chromium to draw with.\n${log}`)
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
