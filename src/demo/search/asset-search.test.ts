import { beforeAll, describe, expect, it } from 'vitest'
import { toQuery } from '#/api/kpi/assets/project-search.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'

let answer: Transport
const ask = async (q: string) => {
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/?limit=200&q=${encodeURIComponent(q)}`
  const response = await answer(new Request(url, { headers: { Authorization: `Token ${DEMO_CONNECTION.auth.token}` } }))
  const body = (await response.json()) as { results?: { name: string }[]; detail?: string }
  return { status: response.status, detail: body.detail, names: body.results?.map(({ name }) => name) ?? [] }
}
const search = async (text: string) => (await ask(toQuery({ text, status: 'all' }))).names

beforeAll(async () => {
  answer = await createDemoTransport({ storage: 'memory' })
})

describe('what `q` finds', () => {
  it('finds bare words also in the summary, as the server does', async () => {
    const { names: all } = await ask('asset_type:survey')
    expect((await ask('asset_type:survey AND label')).names).toHaveLength(all.length)
    expect((await ask('asset_type:survey AND name__icontains:label')).names).toEqual([])
  })

  it('refuses short words only where nothing else is asked [0315]', async () => {
    expect(await ask('ho')).toMatchObject({ status: 400, detail: 'Your query is too short' })
    expect(await ask('ho hh')).toMatchObject({ status: 400 })
    expect((await ask('ho AND household')).status).toBe(200)
    expect((await ask('asset_type:survey AND ho')).names.length).toBeGreaterThan(0)
  })

  it('reads numbers as such, and finds nothing for null within a text', async () => {
    expect((await ask('name__icontains:02026')).names).toEqual((await ask('name__icontains:2026')).names)
    expect((await ask('name__icontains:null')).names).toEqual([])
  })

  it('refuses more conditions on tags than the server takes', async () => {
    const many = Array.from({ length: 11 }, () => 'tags__name__icontains:a').join(' OR ')
    expect((await ask(many)).status).toBe(400)
    expect((await search('a b c d e f g h i j k l m n')).length).toBe(0)
  })
})

describe('a search of projects', () => {
  it('finds nothing by what every project has in its summary or its list of countries', async () => {
    for (const word of ['label', 'value', 'column']) expect(await search(word)).toEqual([])
    expect((await search('name')).every((name) => /name/i.test(name))).toBe(true)
  })

  it('finds projects by country, sector and short words', async () => {
    const { names: all } = await ask('asset_type:survey')
    const kenyan = await search('kenya')
    expect(kenyan.length).toBeGreaterThan(0)
    expect(kenyan.length).toBeLessThan(all.length)
    expect((await search('protection')).length).toBeGreaterThan(0)
    expect(await search('Turkana 2')).toEqual(all.filter((name) => name.includes('Turkana') && name.includes('2')))
  })

  it('finds what is typed, whatever it means elsewhere', async () => {
    for (const text of ['"', "'", 'OR', 'NOT x', '\\', 'a:b', '(', 'null', '1e3', '٣', `"'`])
      expect((await ask(toQuery({ text, status: 'all' }))).status).toBe(200)
  })
})
