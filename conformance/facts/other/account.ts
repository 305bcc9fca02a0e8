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
      realOnly: 'it does not count usage',
      when: async (lab) => {
        const { body } = await lab.me.request('GET', 'api/v2/service_usage/')
        return ['total_submission_count', 'total_storage_bytes'].filter((key) => key in (body as object))
      },
      expected: ['total_submission_count', 'total_storage_bytes'],
    }),
    fact({
      name: 'the own access log can be read',
      source: ['1348', '2497'],
      realOnly: 'it has no access log',
      when: async (lab) => (await lab.me.request('GET', 'api/v2/access-logs/me/', { query: { limit: 1 } })).status,
      expected: 200,
    }),
    fact({
      name: 'the access log of all users needs an administrator',
      source: ['1349'],
      realOnly: 'it has no access log',
      when: async (lab) => (await lab.me.request('GET', 'api/v2/access-logs/')).status,
      expected: 403,
    }),
  ],
}
