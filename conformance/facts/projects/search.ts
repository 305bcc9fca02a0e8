import { type ProjectSearch, toQuery } from '#/api/kpi/assets/project-search.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

interface Listed {
  count: number
  next: string | null
  results: { uid: string; name: string }[]
}

/** Whether a search matches the draft project. */
const findsDraft = (q: (names: string, lab: Lab) => string) => async (lab: Lab) => {
  await lab.project('draft')
  const draft = await nameOf(lab)
  const { status, body } = await lab.me.request('GET', 'api/v2/assets/', { query: { q: q(draft, lab), limit: 1000 } })
  if (status !== 200) return { status, body }
  return (body as Listed).results.some(({ name }) => name === draft)
}

const nameOf = async (lab: Lab) => (await lab.me.query(assetQueries.detail((await lab.project('draft')).uid))).name

const list = async (lab: Lab, query: Record<string, string | number>) => {
  const { status, body } = await lab.me.request('GET', 'api/v2/assets/', { query })
  return { status, ...(body as Listed) }
}

/** The search of projects. */
export const projectSearch: Group = {
  name: 'search of projects',
  facts: [
    fact({
      name: 'a part of the name matches',
      source: ['NOTES Further tried', '0313'],
      when: findsDraft((name) => `name__icontains:"${name.slice(5)}"`),
      expected: true,
    }),
    fact({
      name: 'the name is matched in any case',
      source: ['0313'],
      when: findsDraft((name) => `name__icontains:"${name.toUpperCase()}"`),
      expected: true,
    }),
    fact({
      name: 'a word without a field matches the name',
      source: ['0313'],
      when: findsDraft((name) => `"${name}"`),
      expected: true,
    }),
    fact({
      name: 'AND joins a search and a type',
      source: ['0314'],
      when: findsDraft((name) => `(name__icontains:"${name}") AND asset_type:survey`),
      expected: true,
    }),
    fact({
      name: 'another type does not match a survey',
      source: ['0327'],
      when: findsDraft((name) => `(name__icontains:"${name}") AND asset_type:question`),
      expected: false,
    }),
    fact({
      name: 'NOT inverts a condition',
      source: ['0328'],
      when: findsDraft((name) => `(name__icontains:"${name}") AND NOT asset_type:survey`),
      expected: false,
    }),
    fact({
      name: 'OR joins types',
      source: ['0327'],
      when: findsDraft((name) => `(name__icontains:"${name}") AND (asset_type:block OR asset_type:survey)`),
      expected: true,
    }),
    fact({
      name: '_deployment_status:draft matches a draft',
      source: ['0320'],
      when: findsDraft((name) => `name__icontains:"${name}" AND _deployment_status:draft`),
      expected: true,
    }),
    fact({
      name: '_deployment_status:deployed does not match a draft',
      source: ['0318'],
      when: findsDraft((name) => `name__icontains:"${name}" AND _deployment_status:deployed`),
      expected: false,
    }),
    fact({
      name: '_deployment_status:archived does not match a draft',
      source: ['0319'],
      when: findsDraft((name) => `name__icontains:"${name}" AND _deployment_status:archived`),
      expected: false,
    }),
    fact({
      name: 'the owner matches',
      source: ['NOTES Further tried'],
      when: findsDraft((name, lab) => `name__icontains:"${name}" AND owner__username__iexact:"${lab.me.username}"`),
      expected: true,
    }),
    fact({
      name: 'NOT with the owner does not match',
      source: ['NOTES Further tried'],
      when: findsDraft((name, lab) => `name__icontains:"${name}" AND NOT owner__username:"${lab.me.username}"`),
      expected: false,
    }),
    fact({
      name: 'dates compare as dates',
      source: ['NOTES Further tried'],
      when: findsDraft(
        (name) => `name__icontains:"${name}" AND date_created__gte:2020-01-01 AND date_created__lt:2999-01-01`,
      ),
      expected: true,
    }),
    fact({
      name: 'moments compare as moments, whatever their time zone',
      source: ['NOTES Further tried'],
      when: async (lab) => {
        const { date_created: created } = await lab.me.query(assetQueries.detail((await lab.project('draft')).uid))
        const from = new Date(Date.parse(created) - 1000).toISOString()
        const to = new Date(Date.parse(created) + 1000).toISOString()
        const inRange = (start: string, end: string) =>
          findsDraft(
            (name) => `name__icontains:"${name}" AND date_created__gte:"${start}" AND date_created__lt:"${end}"`,
          )
        return [await inRange(from, to)(lab), await inRange(to, '2999-01-01T00:00:00.000Z')(lab)]
      },
      expected: [true, false],
    }),
    fact({
      name: 'whole tags, sectors, countries and numbers of questions match',
      source: ['0323', '2503', 'NOTES Further tried'],
      given: async (lab) => {
        const settings = {
          sector: {
            label: 'Humanitarian - Sanitation, Water & Hygiene',
            value: 'Humanitarian - Sanitation, Water & Hygiene',
          },
          country: [
            { value: 'KEN', label: 'Kenya' },
            { value: 'SOM', label: 'Somalia' },
          ],
        }
        await lab.me.request('PATCH', (await lab.project('draft')).path, {
          body: { settings, tag_string: 'round 1,2026' },
        })
      },
      when: async (lab) => {
        const { uid, name, summary } = await lab.me.query(assetQueries.detail((await lab.project('draft')).uid))
        const count = summary.row_count ?? 0
        const isFound = async (search: Partial<ProjectSearch>) => {
          const q = toQuery({ text: name, status: 'all', ...search })
          return (await list(lab, { q, limit: 1000 })).results.some((item) => item.uid === uid)
        }
        return {
          tags: [
            await isFound({ tags: ['Round 1'] }),
            await isFound({ tags: ['2026'] }),
            await isFound({ tags: ['round'] }),
          ],
          countries: [await isFound({ countries: ['UGA', 'SOM'] }), await isFound({ countries: ['UGA'] })],
          sectors: [
            await isFound({ sectors: ['Other', 'Humanitarian - Sanitation, Water & Hygiene'] }),
            await isFound({ sectors: ['Humanitarian'] }),
          ],
          questions: [
            await isFound({ questions: { from: count, to: count } }),
            await isFound({ questions: { from: count + 1 } }),
          ],
          owner: [await isFound({ owner: lab.me.username }), await isFound({ owner: `-${lab.me.username}` })],
        }
      },
      expected: {
        tags: [true, true, false],
        countries: [true, false],
        sectors: [true, false],
        questions: [true, false],
        owner: [true, false],
      },
    }),
    fact({
      name: 'a date in the future matches nothing',
      source: ['NOTES Further tried'],
      when: findsDraft((name) => `name__icontains:"${name}" AND date_modified__gte:2999-01-01`),
      expected: false,
    }),
    fact({
      name: 'tag, country and description match',
      source: ['0321', '0322', '0323', '0375', 'NOTES Further tried'],
      given: async (lab) => {
        const settings = { description: 'Conformance of fields', country: [{ value: 'KEN', label: 'Kenya' }] }
        await lab.me.request('PATCH', (await lab.project('draft')).path, {
          body: { settings, tag_string: 'conformance-tag' },
        })
      },
      when: async (lab) => {
        const found = []
        for (const q of [
          'tags__name__icontains:"conformance-t"',
          'settings__country_codes__icontains:KEN',
          'settings__description__icontains:"mance of f"',
        ])
          found.push(await findsDraft((name) => `name__icontains:"${name}" AND ${q}`)(lab))
        return found
      },
      expected: [true, true, true],
    }),
    fact({
      name: 'a short search without another condition is refused',
      source: ['0315'],
      when: async (lab) => {
        const { status, body } = await lab.me.request('GET', 'api/v2/assets/', { query: { q: 'ho' } })
        return { status, body }
      },
      expected: { status: 400, body: { detail: 'Your query is too short' } },
    }),
    fact({
      name: 'a short search together with a type is accepted',
      source: ['NOTES Seen by driving the app against it'],
      when: findsDraft(() => 'name__icontains:fi AND asset_type:survey'),
      expected: true,
    }),
    fact({
      name: 'invalid syntax matches nothing, without an error',
      source: ['0316'],
      when: findsDraft(() => 'asset_type:(survey'),
      expected: false,
    }),
    fact({
      name: 'an unknown field matches nothing, without an error',
      source: ['0317'],
      when: findsDraft(() => 'nofield:abc'),
      expected: false,
    }),
    fact({
      name: 'asset_type as a query parameter is ignored',
      source: ['0303'],
      when: async (lab) =>
        (await list(lab, { asset_type: 'question', limit: 1 })).count === (await list(lab, { limit: 1 })).count,
      expected: true,
    }),
  ],
}
