import { metadataQueries } from '#/api/kpi/asset-metadata/queries.ts'
import { assetQueries } from '#/api/kpi/assets/queries.ts'
import { environmentQueries } from '#/api/kpi/environment/queries.ts'
import { permissionQueries } from '#/api/kpi/permissions/queries.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { userQueries } from '#/api/kpi/users/queries.ts'
import { versionQueries } from '#/api/kpi/versions/queries.ts'
import { statusRecordOf } from '../../../src/dataset/model/system-fields.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const tableProject = (lab: Lab) => lab.project('table')
const approvedOnly = { '_validation_status.uid': 'validation_status_approved' }

/** Queries of the app. */
export const appReading: Group = {
  name: 'queries of the app',
  facts: [
    fact({
      name: 'counts of projects by deployment status',
      source: ['1301'],
      when: async (lab) => {
        await tableProject(lab)
        const counts = await lab.me.query(assetQueries.counts({ text: '', status: 'all' }))
        return counts.deployed_count > 0
      },
      expected: true,
    }),
    fact({
      name: 'submissions per day',
      source: ['0360', '1335'],
      when: async (lab) => {
        const counts = await lab.me.query(assetQueries.submissionCounts((await tableProject(lab)).uid, 30))
        return counts.total_submission_count
      },
      expected: 6,
    }),
    fact({
      name: 'the countries and sectors of all projects, to filter by',
      source: ['0330'],
      when: async (lab) => {
        const { countries, sectors } = await lab.me.query(metadataQueries.choices())
        return [Array.isArray(countries), Array.isArray(sectors)]
      },
      expected: [true, true],
    }),
    fact({
      name: 'a version of a form',
      source: ['0362', '2370'],
      when: async (lab) => {
        const { uid } = await tableProject(lab)
        const { deployed_versions: versions } = await lab.me.query(assetQueries.detail(uid))
        const version = await lab.me.query(versionQueries.detail(uid, versions.results[0]?.uid ?? ''))
        return version.content.survey.some(({ name }) => name === 'added')
      },
      expected: true,
    }),
    fact({
      name: 'permissions of a project',
      source: ['0601'],
      when: async (lab) => {
        const { results } = await lab.me.query(permissionQueries.list((await tableProject(lab)).uid))
        return results.some(({ permission }) => permission.includes('manage_asset'))
      },
      expected: true,
    }),
    fact({
      name: 'the names of all projects',
      source: ['1302'],
      when: async (lab) => {
        const { uid } = await tableProject(lab)
        return (await lab.me.query(assetQueries.names())).some((project) => project.uid === uid)
      },
      expected: true,
    }),
    fact({
      name: 'the address that collectors enter in the app',
      source: ['0120'],
      when: async (lab) => {
        const { open_rosa_server: server } = await lab.me.query(environmentQueries.collectServer())
        return /^https?:/.test(server)
      },
      expected: true,
    }),
    fact({
      name: 'existence of a username',
      source: ['0131', '0132'],
      when: async (lab) => {
        const me = await lab.me.query(userQueries.byName(lab.me.username))
        return {
          me: me?.username === lab.me.username,
          nobody: await lab.me.query(userQueries.byName('nobody-of-that-name')),
        }
      },
      expected: { me: true, nobody: null },
    }),
    fact({
      name: 'further fields of a range of rows, with their statuses',
      source: ['2159', '2163'],
      when: async (lab) => {
        const { uid, rows } = await tableProject(lab)
        const ids = rows.map(({ id }) => id)
        const range = { highest: Math.max(...ids), lowest: Math.min(...ids) }
        const page = await lab.me.query(
          submissionQueries.columns(uid, { query: approvedOnly, ids: range, fields: ['age'] }),
        )
        return page.results.map((row) => [row['age'], statusRecordOf(row)?.uid])
      },
      expected: [['10', 'validation_status_approved']],
    }),
    fact({
      name: 'ids of the rows of a page',
      source: ['0710'],
      given: async (lab) => (await tableProject(lab)).rows.map(({ id }) => id).toReversed(),
      when: async (lab) =>
        (await lab.me.query(submissionQueries.ids((await tableProject(lab)).uid, { page: 1, pageSize: 30 }))).ids,
      expected: (ids: number[]) => ids,
    }),
    fact({
      name: 'the next rows below an _id',
      source: ['2159'],
      when: async (lab) => {
        const { uid, rows } = await tableProject(lab)
        const page = await lab.me.query(submissionQueries.cursorPage(uid, { cursor: rows[2]?.id ?? 0, limit: 1 }))
        return { left: page.count, isNext: page.results[0]?._id === rows[1]?.id }
      },
      expected: { left: 2, isNext: true },
    }),
    fact({
      name: 'number of rows that match a query, and the newest of them',
      source: ['0734'],
      when: async (lab) => {
        const { uid, rows } = await tableProject(lab)
        const count = await lab.me.query(submissionQueries.count(uid, approvedOnly))
        const newest = await lab.me.query(submissionQueries.newest(uid, approvedOnly))
        return { count, newest: { ...newest, key: newest.key === rows[0]?.id } }
      },
      expected: { count: 1, newest: { count: 1, key: true } },
    }),
    fact({
      name: 'URLs of the web form of a row',
      source: ['0860', '0861'],
      when: async (lab) => {
        const { uid, rows } = await tableProject(lab)
        const urls = []
        for (const purpose of ['view', 'edit'] as const) {
          urls.push(URL.canParse((await lab.me.query(submissionQueries.enketo(uid, rows[0]?.id ?? 0, purpose))).url))
        }
        return urls
      },
      expected: [true, true],
    }),
  ],
}
