import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

interface Listed {
  count: number
  next: string | null
  results: { uid: string; name: string }[]
}

/** Which of the run's shared projects a search finds: by their short names, in the order of the answer. */
const found = (q: (names: string, lab: Lab) => string) => async (lab: Lab) => {
  await lab.project('draft')
  const draft = await nameOf(lab)
  const { status, body } = await lab.me.ask('GET', 'api/v2/assets/', { query: { q: q(draft, lab), limit: 1000 } })
  if (status !== 200) return { status, body }
  return (body as Listed).results.some(({ name }) => name === draft)
}

const nameOf = async (lab: Lab) => (await lab.me.read(assetQueries.detail((await lab.project('draft')).uid))).name

const list = async (lab: Lab, query: Record<string, string | number>) => {
  const { status, body } = await lab.me.ask('GET', 'api/v2/assets/', { query })
  return { status, ...(body as Listed) }
}

/** The list of projects: search, filters, order, paging. */
export const projectSearch: Group = {
  name: 'search of projects',
  facts: [
    fact({
      name: 'a name is found by a part of it',
      source: ['NOTES Further tried', '0313'],
      when: found((name) => `name__icontains:"${name.slice(5)}"`),
      expected: true,
    }),
    fact({
      name: 'the case of a name does not matter',
      source: ['0313'],
      when: found((name) => `name__icontains:"${name.toUpperCase()}"`),
      expected: true,
    }),
    fact({
      name: 'a bare word searches the name',
      source: ['0313'],
      when: found((name) => `"${name}"`),
      expected: true,
    }),
    fact({
      name: 'AND joins a search and a type',
      source: ['0314'],
      when: found((name) => `(name__icontains:"${name}") AND asset_type:survey`),
      expected: true,
    }),
    fact({
      name: 'another type does not find a survey',
      source: ['0327'],
      when: found((name) => `(name__icontains:"${name}") AND asset_type:question`),
      expected: false,
    }),
    fact({
      name: 'NOT turns a filter round',
      source: ['0328'],
      when: found((name) => `(name__icontains:"${name}") AND NOT asset_type:survey`),
      expected: false,
    }),
    fact({
      name: 'OR joins types',
      source: ['0327'],
      when: found((name) => `(name__icontains:"${name}") AND (asset_type:block OR asset_type:survey)`),
      expected: true,
    }),
    fact({
      name: 'a draft is found as such',
      source: ['0320'],
      when: found((name) => `name__icontains:"${name}" AND _deployment_status:draft`),
      expected: true,
    }),
    fact({
      name: 'a draft is not found as deployed',
      source: ['0318'],
      when: found((name) => `name__icontains:"${name}" AND _deployment_status:deployed`),
      expected: false,
    }),
    fact({
      name: 'a draft is not found as archived',
      source: ['0319'],
      when: found((name) => `name__icontains:"${name}" AND _deployment_status:archived`),
      expected: false,
    }),
    fact({
      name: 'a project is found by its owner',
      source: ['NOTES Further tried'],
      when: found((name, lab) => `name__icontains:"${name}" AND owner__username__iexact:"${lab.me.username}"`),
      expected: true,
    }),
    fact({
      name: 'a project is not found without its owner',
      source: ['NOTES Further tried'],
      when: found((name, lab) => `name__icontains:"${name}" AND NOT owner__username:"${lab.me.username}"`),
      expected: false,
    }),
    fact({
      name: 'dates compare as dates',
      source: ['NOTES Further tried'],
      when: found(
        (name) => `name__icontains:"${name}" AND date_created__gte:2020-01-01 AND date_created__lt:2999-01-01`,
      ),
      expected: true,
    }),
    fact({
      name: 'a date in the future finds nothing',
      source: ['NOTES Further tried'],
      when: found((name) => `name__icontains:"${name}" AND date_modified__gte:2999-01-01`),
      expected: false,
    }),
    fact({
      name: 'a project is found by tag, country and description',
      source: ['0321', '0322', '0323', '0375', 'NOTES Further tried'],
      given: async (lab) => {
        const settings = { description: 'Conformance of fields', country: [{ value: 'KEN', label: 'Kenya' }] }
        await lab.me.ask('PATCH', (await lab.project('draft')).path, {
          body: { settings, tag_string: 'conformance-tag' },
        })
      },
      when: async (lab) => {
        const hits = []
        for (const q of [
          'tags__name__icontains:"conformance-t"',
          'settings__country_codes__icontains:KEN',
          'settings__description__icontains:"mance of f"',
        ])
          hits.push(await found((name) => `name__icontains:"${name}" AND ${q}`)(lab))
        return hits
      },
      expected: [true, true, true],
    }),
    fact({
      name: 'a short search alone is refused',
      source: ['0315'],
      when: async (lab) => {
        const { status, body } = await lab.me.ask('GET', 'api/v2/assets/', { query: { q: 'ho' } })
        return { status, body }
      },
      expected: { status: 400, body: { detail: 'Your query is too short' } },
    }),
    fact({
      name: 'a short search beside a type passes',
      source: ['NOTES Seen by driving the app against it'],
      when: found(() => 'name__icontains:fi AND asset_type:survey'),
      expected: true,
    }),
    fact({
      name: 'bad syntax finds nothing, without an error',
      source: ['0316'],
      when: found(() => 'asset_type:(survey'),
      expected: false,
    }),
    fact({
      name: 'an unknown field finds nothing, without an error',
      source: ['0317'],
      when: found(() => 'nofield:abc'),
      expected: false,
    }),
    fact({
      name: 'asset_type as a parameter is no filter',
      source: ['0303'],
      when: async (lab) =>
        (await list(lab, { asset_type: 'question', limit: 1 })).count === (await list(lab, { limit: 1 })).count,
      expected: true,
    }),
  ],
}
