// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection } from '#/api/connection.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport } from '#/demo/transport.ts'

const SIGNED_IN: Connection = { ...DEMO_CONNECTION, kind: 'kpi' }
const STORED = { uid: 'aStored', name: 'Of the last visit', context: 'Kenya', status: 'deployed', count: 1200 }
const STORED_ROW = 'Of the last visitKenyaDeployed1,200'

/** The modules as a page has them that opens now. */
async function openPage() {
  vi.resetModules()
  const { setTransport } = await import('#/api/client.ts')
  const { connectionId, connections } = await import('#/api/connection.ts')
  const storage = await import('#/api/personal-storage.ts')
  const { requestFirstData } = await import('./request-first-data.ts')
  const { removeFirstProjects, showFirstProjects } = await import('./first-projects.ts')
  const demo = await createDemoTransport({ storage: 'memory' })
  const response = Promise.withResolvers<Response | null>()
  setTransport(SIGNED_IN.server, async (request) => (await response.promise) ?? demo(request))
  connections.use(SIGNED_IN)
  const id = connectionId(SIGNED_IN)
  return {
    /** The server responds: with the projects of the demo, or with what is given. */
    respond: (given: Response | null = null) => response.resolve(given),
    store: (value: unknown) => storage.writePersonalData(id, 'first-projects', '', value),
    stored: () => storage.readPersonalData(id, 'first-projects'),
    remove: removeFirstProjects,
    /** Shows the projects of an address. Settles when the server has responded. */
    show: (hash = '#/projects') => {
      const list = requestFirstData(hash, 'en')
      if (!list) throw new Error(`${hash} is no list of projects.`)
      return showFirstProjects(list, 'en')
    },
  }
}

const rows = () => [...document.querySelectorAll('.fb-first tr')].map((row) => row.textContent)

beforeEach(() => {
  document.body.replaceChildren()
  sessionStorage.clear()
  localStorage.clear()
})

describe('the projects before the app is there', () => {
  it('are those of the last visit until the server responds, and are stored for the next one', async () => {
    const page = await openPage()
    page.store([STORED])
    const done = page.show()
    await vi.waitFor(() => expect(rows()).toEqual([STORED_ROW]))
    expect(document.querySelector('.fb-first a')?.getAttribute('href')).toBe('#/projects/aStored')
    page.respond()
    await done
    expect(rows()).toHaveLength(50)
    expect(rows().join()).toContain('Household vulnerability survey, Turkana 2026Kenya · Humanitarian - Food Security')
    expect(page.stored()).toHaveLength(50)
  })

  it.each(['#/projects?q=water', '#/projects?page=2', '#/projects?sort=name'])(
    '%s: are not those of the last visit, and are not stored',
    async (hash) => {
      const page = await openPage()
      page.store([STORED])
      page.respond()
      await page.show(hash)
      expect(rows().join()).not.toContain(STORED.name)
      expect(page.stored()).toEqual([STORED])
    },
  )

  it('are not shown any more once the app has its own page', async () => {
    const page = await openPage()
    page.store([STORED])
    const done = page.show()
    await vi.waitFor(() => expect(rows()).toHaveLength(1))
    page.remove()
    expect(rows()).toEqual([])
    page.respond()
    await done
    expect(rows()).toEqual([])
    expect(page.stored(), 'the next visit has them').toHaveLength(50)
  })

  it.each([null, 'nonsense', [{ ...STORED, name: 1 }], [{}]])('ignore what is stored as %j', async (value) => {
    const page = await openPage()
    page.store(value)
    const done = page.show()
    page.respond(new Response('', { status: 403 }))
    await expect(done).rejects.toMatchObject({ status: 403 })
    expect(rows()).toEqual([])
    expect(page.stored()).toEqual(value)
  })

  it('keep names as text', async () => {
    const page = await openPage()
    page.store([{ ...STORED, name: '<img src=x onerror=alert(1)>', context: '<b>' }])
    void page.show().catch(() => null)
    await vi.waitFor(() => expect(rows()).toHaveLength(1))
    expect(document.querySelector('.fb-first :is(img, b)')).toBeNull()
  })
})
