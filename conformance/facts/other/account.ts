import { accessLogQueries } from '#/api/kpi/access-logs/queries.ts'
import { seesProjectUsage, usageQueries } from '#/api/kpi/usage/queries.ts'
import { fact, type Group } from '../../fact.ts'

export const account: Group = {
  name: 'account and site',
  facts: [
    fact({
      name: 'the choices of countries and sectors are pairs',
      source: ['0120'],
      when: async (lab) => {
        const { body } = await lab.me.request('GET', 'api/v2/environment/')
        const { country_choices: countries, sector_choices: sectors } = body as {
          country_choices: unknown[][]
          sector_choices: unknown[][]
        }
        return [countries[0]?.length, sectors[0]?.length]
      },
      expected: [2, 2],
    }),
    fact({
      name: 'me/ is HTML for a browser',
      source: ['0106', '0117'],
      realOnly: 'it sends no HTML for the API',
      when: async (lab) => {
        const { headers } = await lab.me.request('GET', 'me/', { headers: { Accept: 'text/html,*/*;q=0.8' } })
        return headers.get('Content-Type')?.startsWith('text/html')
      },
      expected: true,
    }),
    fact({
      name: 'the API before v2 answers 410',
      source: ['0122', '0123'],
      when: async (lab) => [
        (await lab.me.request('GET', 'environment/')).status,
        (await lab.me.request('GET', 'api/v1/data')).status,
      ],
      expected: [410, 410],
    }),
    fact({
      name: 'usage contains totals of submissions and storage',
      source: ['0143'],
      when: async (lab) => {
        const { body } = await lab.me.request('GET', 'api/v2/service_usage/')
        return ['total_submission_count', 'total_storage_bytes'].filter((key) => key in (body as object))
      },
      expected: ['total_submission_count', 'total_storage_bytes'],
    }),
    fact({
      name: 'the period of the usage has begun and not ended, and all usage is at least that of the period',
      source: ['0140', '0143'],
      when: async (lab) => {
        const usage = await lab.me.query(usageQueries.service())
        const [start, end] = [Date.parse(usage.current_period_start), Date.parse(usage.current_period_end)]
        const { all_time: all, current_period: current } = usage.total_submission_count
        return { runs: start <= Date.now() && Date.now() < end + 86_400_000, isMore: all >= current }
      },
      expected: { runs: true, isMore: true },
    }),
    fact({
      name: 'usage by project is a page, of the account or of its organization, in the order of names on request',
      source: ['0137', '0141', '0144'],
      when: async (lab) => {
        const organization = await lab.me.query(usageQueries.organization())
        const own = await lab.me.query(usageQueries.projects(null, 1, 'status'))
        const uid = organization && seesProjectUsage(organization) ? organization.id : null
        const ordered = await lab.me.query(usageQueries.projects(uid, 1, 'name'))
        return [own.count >= own.results.length, ordered.count >= ordered.results.length]
      },
      expected: [true, true],
    }),
    fact({
      name: 'the environment says whether limits are enforced',
      source: ['0120'],
      when: async (lab) => typeof (await lab.me.query(usageQueries.enforcement())),
      expected: 'boolean',
    }),
    fact({
      name: 'the own access log can be read',
      source: ['1348', '2497'],
      when: async (lab) => (await lab.me.request('GET', 'api/v2/access-logs/me/', { query: { limit: 1 } })).status,
      expected: 200,
    }),
    fact({
      name: 'each request with a key adds a row to the own access log, also one for the log',
      source: ['2497'],
      when: async (lab) => {
        const { pages } = await lab.me.client.fetchInfiniteQuery(accessLogQueries.entries())
        const { body } = await lab.me.request('GET', 'api/v2/access-logs/me/', { query: { limit: 1, q: 'action:no' } })
        const { results, count } = body as { results: { metadata: { auth_type: string } }[]; count: number }
        return { added: count - (pages[0]?.count ?? 0), type: results[0]?.metadata.auth_type }
      },
      expected: { added: 1, type: 'token' },
    }),
    fact({
      name: 'the access log of all users needs an administrator',
      source: ['1349'],
      when: async (lab) => (await lab.me.request('GET', 'api/v2/access-logs/')).status,
      expected: 403,
    }),
  ],
}
