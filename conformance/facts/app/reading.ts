import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { statusOf } from '#/api/kpi/submissions/system-fields.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const table = (lab: Lab) => lab.project('table')
const approvedOnly = { '_validation_status.uid': 'validation_status_approved' }

/** What the app reads, through its own queries. */
export const appReading: Group = {
  name: 'what the app reads',
  facts: [
    fact({
      name: 'how many projects are in each state',
      source: ['1301'],
      when: async (lab) => {
        await table(lab)
        const counts = await lab.me.read(assetQueries.counts(''))
        return counts.deployed_count > 0
      },
      expected: true,
    }),
    fact({
      name: 'submissions per day',
      source: ['0360', '1335'],
      when: async (lab) => {
        const counts = await lab.me.read(assetQueries.submissionCounts((await table(lab)).uid, 30))
        return counts.total_submission_count
      },
      expected: 6,
    }),
    fact({
      name: 'a version of a form',
      source: ['0362', '2370'],
      when: async (lab) => {
        const { uid } = await table(lab)
        const { deployed_versions: versions } = await lab.me.read(assetQueries.detail(uid))
        const version = await lab.me.read(versionQueries.detail(uid, versions.results[0]?.uid ?? ''))
        return version.content.survey.some(({ name }) => name === 'added')
      },
      expected: true,
    }),
    fact({
      name: 'who may do what',
      source: ['0601'],
      when: async (lab) => {
        const { results } = await lab.me.read(permissionQueries.list((await table(lab)).uid))
        return results.some(({ permission }) => permission.includes('manage_asset'))
      },
      expected: true,
    }),
    fact({
      name: 'whether there is an account of a name',
      source: ['0131', '0132'],
      when: async (lab) => {
        const me = await lab.me.read(userQueries.byName(lab.me.username))
        return {
          me: me?.username === lab.me.username,
          nobody: await lab.me.read(userQueries.byName('nobody-of-that-name')),
        }
      },
      expected: { me: true, nobody: null },
    }),
    fact({
      name: 'some answers of rows that are shown already, with their statuses',
      source: ['2159', '2163'],
      when: async (lab) => {
        const { uid, rows } = await table(lab)
        const ids = rows.map(({ id }) => id)
        const range = { highest: Math.max(...ids), lowest: Math.min(...ids) }
        const page = await lab.me.read(
          submissionQueries.block(uid, { query: approvedOnly, ids: range, fields: ['age'] }),
        )
        return page.results.map((row) => [row['age'], statusOf(row)?.uid])
      },
      expected: [['10', 'validation_status_approved']],
    }),
    fact({
      name: 'which rows stand on a page',
      source: ['0710'],
      given: async (lab) => (await table(lab)).rows.map(({ id }) => id).toReversed(),
      when: async (lab) =>
        (await lab.me.read(submissionQueries.ids((await table(lab)).uid, { page: 1, pageSize: 30 }))).ids,
      expected: (ids: number[]) => ids,
    }),
    fact({
      name: 'the next rows below an _id',
      source: ['2159'],
      when: async (lab) => {
        const { uid, rows } = await table(lab)
        const page = await lab.me.read(submissionQueries.below(uid, { below: rows[2]?.id ?? 0, limit: 1 }))
        return { left: page.count, isNext: page.results[0]?._id === rows[1]?.id }
      },
      expected: { left: 2, isNext: true },
    }),
    fact({
      name: 'how many rows a query finds, and the newest of them',
      source: ['0734'],
      when: async (lab) => {
        const { uid, rows } = await table(lab)
        const count = await lab.me.read(submissionQueries.count(uid, approvedOnly))
        const newest = await lab.me.read(submissionQueries.newest(uid, approvedOnly))
        return { count, newest: { ...newest, id: newest.id === rows[0]?.id } }
      },
      expected: { count: 1, newest: { count: 1, id: true } },
    }),
    fact({
      name: 'where a row opens in the web form',
      source: ['0860', '0861'],
      when: async (lab) => {
        const { uid, rows } = await table(lab)
        const urls = []
        for (const purpose of ['view', 'edit'] as const) {
          urls.push(URL.canParse((await lab.me.read(submissionQueries.enketo(uid, rows[0]?.id ?? 0, purpose))).url))
        }
        return urls
      },
      expected: [true, true],
    }),
  ],
}
