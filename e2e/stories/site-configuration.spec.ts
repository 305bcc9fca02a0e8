import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '../../tooling/processes.ts'
import { expectAccessible } from '../accessible.ts'
import { expect, test } from '../fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'fieldboard-config-'))
const file = join(folder, 'config.json')
let site: RunningServer

test.describe.configure({ mode: 'serial' }) // one site, whose file each story writes

test.beforeAll(async () => {
  site = await startServer('start', ['--no-open', '--host', '127.0.0.1', '--port', '0', '--config', file])
})

test.afterAll(() => {
  site.stop()
  rmSync(folder, { recursive: true })
})

const write = (content: unknown) => writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))

const connectPage = 'Connect to a server'

test('Mistakes in config.json are listed for the host, and a visitor reads whom to contact', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  write({ servers: [{ name: 'Ours', url: 'ftp://kobo' }], demo: 'no', language: 'de', help: [{ label: 1, url: 'x' }] })
  await page.goto(site.address)
  await expect(page.getByRole('heading', { name: 'The settings of this site have an error', level: 1 })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(
    `The administrator of ${new URL(site.address).host} needs to correct the file`,
  )
  const problems = page.getByRole('region', { name: 'What is wrong in config.json' })
  await expect(problems.getByRole('listitem')).toHaveText([
    /^servers\.0\.url: must be the address of a server/,
    'demo: must be true or false',
    'language: must be "en" or "fr"',
    /^help\.0\.label: must be a text, or texts by language/,
    /^help\.0\.url: must begin with https/,
  ])
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Copy details' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`${site.address}config.json\nservers.0.url: must be`)

  const tryAgain = page.getByRole('button', { name: 'Try again' })
  await tryAgain.click()
  await expect(tryAgain, 'the file was read again').toBeEnabled()
  await expect(problems).toBeVisible()
  write({ servers: [] })
  await tryAgain.click()
  await expect(page.getByRole('heading', { name: connectPage })).toBeVisible()
})

test('A config.json that is invalid or cannot be loaded never leaves a blank page', async ({ page }) => {
  write('{ "servers": [ }')
  await page.goto(site.address)
  await expect(page.getByRole('listitem').first()).toHaveText('This is not valid JSON.')
  await expect(page.getByRole('listitem').nth(1)).toContainText('Unexpected token')

  rmSync(file)
  mkdirSync(file)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The settings of this site could not be loaded' })).toBeVisible()
  await expect(page.getByRole('listitem')).toHaveText('The site answered with the status 500.')
  await expectAccessible(page)
  rmSync(file, { recursive: true })
})

test('A host configures servers, language and help links, and disables the demo', async ({ page }) => {
  write({
    servers: [{ name: 'Ours', url: '/kobo' }],
    language: 'fr',
    help: [
      { label: { en: 'Write to us', fr: 'Nous écrire' }, url: 'mailto:help@example.org' },
      { label: 'Wiki', url: 'https://wiki.example.org/' },
    ],
  })
  await page.goto(site.address)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('radio', { name: 'Ours' })).toBeChecked()
  const help = page.getByRole('region', { name: 'Aide pour ce site' })
  await expect(help.getByRole('link', { name: 'Nous écrire' })).toHaveAttribute('href', 'mailto:help@example.org')

  await page.getByRole('button', { name: 'Langue : Français' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Help', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Wiki' })).toHaveAttribute('href', 'https://wiki.example.org/')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await expect(page.getByRole('heading', { name: 'Projects', level: 1, exact: true })).toBeVisible()

  write({ demo: false, language: 'fr' })
  await page.reload()
  await expect(page.getByRole('heading', { name: connectPage }), 'the demo is left').toBeVisible()
  await expect(page.getByRole('button', { name: 'Try the demo' })).toBeHidden()
  await page.goto(`${site.address}#/demo`)
  await expect(page.getByRole('heading', { name: 'There is no demo here' })).toBeVisible()
  await expectAccessible(page)
})

test('A copy for trying out opens the demo, and says before anything is typed that it reaches no server', async ({
  page,
}) => {
  write({ trial: true, firstVisit: 'demo' }) // as `npm start` without a server
  await page.goto(site.address)
  await page.getByRole('region', { name: 'About the demo' }).getByRole('link', { name: 'Use my own account' }).click()
  const note = page.getByRole('note')
  await expect(note).toContainText('This copy is for trying out')
  await expect(page.getByRole('heading', { name: 'Use the browser extension' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy message' })).toBeVisible()
  await expect(page.getByLabel('Username')).toBeHidden()
  await page.getByText('Show the steps').click()
  await page.getByText('Show the message').click()
  await expectAccessible(page)
})
