import { beforeAll, describe, expect, it } from 'vitest'
import { AssetMetadata } from '#/api/kpi/asset-metadata/schema.ts'
import { ALL_PROJECTS, type ProjectSearch, toQuery } from '#/api/kpi/assets/project-search.ts'
import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { createDemoTransport, type Transport } from '#/demo/transport.ts'
import { dayText, startOfDay } from '#/lib/time/local-day.ts'

let transport: Transport
const request = async (q: string) => {
  const url = `${DEMO_CONNECTION.server}/api/v2/assets/?limit=200&q=${encodeURIComponent(q)}`
  const response = await transport(
    new Request(url, { headers: { Authorization: `Token ${DEMO_CONNECTION.auth.token}` } }),
  )
  const body = (await response.json()) as { results?: { name: string }[]; detail?: string }
  return { status: response.status, detail: body.detail, names: body.results?.map(({ name }) => name) ?? [] }
}
const search = async (text: string) => (await request(toQuery({ text, status: 'all' }))).names

beforeAll(async () => {
  transport = await createDemoTransport({ storage: 'memory' })
})

describe('the `q` parameter', () => {
  it('matches words without a field also in the summary, like the server', async () => {
    const { names: all } = await request('asset_type:survey')
    expect((await request('asset_type:survey AND label')).names).toHaveLength(all.length)
    expect((await request('asset_type:survey AND name__icontains:label')).names).toEqual([])
  })

  it('refuses short words only if there is no other condition [0315]', async () => {
    expect(await request('ho')).toMatchObject({ status: 400, detail: 'Your query is too short' })
    expect(await request('ho hh')).toMatchObject({ status: 400 })
    expect((await request('ho AND household')).status).toBe(200)
    expect((await request('asset_type:survey AND ho')).names.length).toBeGreaterThan(0)
  })

  it('reads digits as a number, and matches nothing for null within a text', async () => {
    expect((await request('name__icontains:02026')).names).toEqual((await request('name__icontains:2026')).names)
    expect((await request('name__icontains:null')).names).toEqual([])
  })

  it('refuses more conditions on tags than the server accepts', async () => {
    const many = Array.from({ length: 11 }, () => 'tags__name__icontains:a').join(' OR ')
    expect((await request(many)).status).toBe(400)
    expect((await search('a b c d e f g h i j k l m n')).length).toBe(0)
  })
})

describe('a search of projects', () => {
  it('ignores words that every project has in its summary or its list of countries', async () => {
    for (const word of ['label', 'value', 'column']) expect(await search(word)).toEqual([])
    expect((await search('name')).every((name) => /name/i.test(name))).toBe(true)
  })

  it('finds projects by country, sector and short words', async () => {
    const { names: all } = await request('asset_type:survey')
    const kenyan = await search('kenya')
    expect(kenyan.length).toBeGreaterThan(0)
    expect(kenyan.length).toBeLessThan(all.length)
    expect((await search('protection')).length).toBeGreaterThan(0)
    expect(await search('Turkana 2')).toEqual(all.filter((name) => name.includes('Turkana') && name.includes('2')))
  })

  it('accepts any text, also one that is syntax in `q`', async () => {
    for (const text of ['"', "'", 'OR', 'NOT x', '\\', 'a:b', '(', 'null', '1e3', '٣', `"'`])
      expect((await request(toQuery({ text, status: 'all' }))).status).toBe(200)
  })
})

describe('the filters of projects', () => {
  type Item = Record<'name' | 'owner__username' | 'date_modified' | 'tag_string', string> & {
    date_deployed: string | null
    settings: { sector: { value: string }; country_codes: string[]; description: string }
    summary: { row_count: number }
    deployment_status: string
  }
  const itemsOf = async (search: Partial<ProjectSearch>, ordering = 'name') => {
    const query = new URLSearchParams({ q: toQuery({ ...ALL_PROJECTS, ...search }), ordering, limit: '200' })
    const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
    const response = await transport(new Request(`${DEMO_CONNECTION.server}/api/v2/assets/?${query}`, { headers }))
    return ((await response.json()) as { results: Item[] }).results
  }
  const countOf = async (search: Partial<ProjectSearch>) => (await itemsOf(search)).length

  it.each<[string, Partial<ProjectSearch>, (item: Item) => boolean]>([
    ['own', { owner: 'demo' }, (item) => item.owner__username === 'demo'],
    ['shared', { owner: '-demo' }, (item) => item.owner__username !== 'demo'],
    ['tags', { tags: ['baseline', 'no such'] }, (item) => item.tag_string.split(',').includes('baseline')],
    ['countries', { countries: ['KEN', 'SOM'] }, (item) => /KEN|SOM/.test(item.settings.country_codes.join())],
    [
      'sectors',
      { sectors: ['Humanitarian - Health'] },
      (item) => item.settings.sector.value === 'Humanitarian - Health',
    ],
    [
      'questions',
      { questions: { from: 10, to: 30 } },
      ({ summary: { row_count: count } }) => count >= 10 && count <= 30,
    ],
    ['deployed', { deployed: { last: 365 } }, ({ date_deployed: date }) => date !== null && daysAgo(date) < 365],
  ])('%s: exactly those that match', async (_name, search, isMatch) => {
    const matching = await itemsOf(search)
    expect(matching.length).toBeGreaterThan(0)
    expect(matching).toEqual((await itemsOf({})).filter(isMatch))
  })

  it('match days of this time zone, both limits included', async () => {
    const [first] = await itemsOf({}, 'date_modified')
    const day = dayText(new Date(first?.date_modified ?? ''))
    const before = dayText(startOfDay(day, -1))
    const names = async (search: Partial<ProjectSearch>) => (await itemsOf(search)).map(({ name }) => name)
    expect(await names({ modified: { from: day, to: day } })).toContain(first?.name)
    expect(await names({ modified: { to: before } })).toEqual([])
  })

  it('sort as KPI does: in descending order what has no value comes first', async () => {
    const deployed = (await itemsOf({}, '-date_deployed')).map(({ date_deployed: date }) => date)
    expect(deployed[0]).toBeNull()
    expect((await itemsOf({}, 'date_deployed')).at(-1)?.date_deployed).toBeNull()
    const statuses = (await itemsOf({}, '_deployment_status')).map(({ deployment_status: status }) => status)
    expect([...new Set(statuses)]).toEqual(['archived', 'deployed', 'draft'])
    const sectors = (await itemsOf({}, 'settings__sector__value')).map(({ settings }) => settings.sector.value)
    expect(sectors).toEqual(sectors.toSorted())
  })

  it('have their choices in the metadata', async () => {
    const headers = { Authorization: `Token ${DEMO_CONNECTION.auth.token}` }
    const response = await transport(new Request(`${DEMO_CONNECTION.server}/api/v2/assets/metadata/`, { headers }))
    const { countries, sectors } = AssetMetadata.parse(await response.json())
    expect(countries).toContainEqual(['KEN', 'Kenya'])
    for (const [value] of sectors) expect(await countOf({ sectors: [value] })).toBeGreaterThan(0)
  })
})

const daysAgo = (date: string) => (startOfDay(dayText(new Date()), 1).getTime() - Date.parse(date)) / 86_400_000
