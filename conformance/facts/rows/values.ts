import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { walkSubmissions } from '#/api/kpi/submissions/walk-submissions.ts'
import { statusRecordOf } from '../../../src/dataset/model/system-fields.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { dataOf } from '../../lab/projects.ts'

const readTable = async (lab: Lab, query: Parameters<typeof dataOf>[2]) =>
  dataOf(lab.me, await lab.project('table'), query)

/** The first row, with all types of answers. */
const firstRow = async (lab: Lab) => (await readTable(lab, { sort: { _id: 1 }, limit: 1 })).rows[0] ?? {}

/** Values of rows, and counts. */
export const values: Group = {
  name: 'rows: values',
  facts: [
    fact({
      name: 'all answers are texts, also in repeat groups; missing ones are absent',
      source: ['0701', '0726'],
      when: async (lab) => {
        const row = await firstRow(lab)
        return {
          age: row['age'],
          weight: row['weight'],
          double: row['double'],
          likes: row['likes'],
          hasMoment: 'moment' in row,
          member: row['member'],
        }
      },
      expected: {
        age: '10',
        weight: '1.5',
        double: '20',
        likes: 'red green',
        hasMoment: false,
        member: [
          { 'member/member_name': 'N1', 'member/member_age': '1' },
          { 'member/member_name': 'N2', 'member/member_age': '12' },
        ],
      },
    }),
    fact({
      name: 'the submission time is in UTC, without a time zone',
      source: ['0701'],
      when: async (lab) => {
        const time = String((await firstRow(lab))['_submission_time'])
        return {
          form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/.test(time),
          isRecent: Math.abs(Date.parse(`${time}Z`) - Date.now()) < 900_000,
        }
      },
      expected: { form: true, isRecent: true },
    }),
    fact({
      name: 'start keeps the offset that the device sent',
      source: ['0701'],
      when: async (lab) => (await firstRow(lab))['start'],
      expected: '2026-01-05T23:30:00.000+00:00',
    }),
    fact({
      name: 'a geopoint is sent as text and as _geolocation',
      source: ['0701', '0747'],
      when: async (lab) => {
        const [row] = (await readTable(lab, { query: { age: '-5' } })).rows
        return { place: row?.['place'], location: row?.['_geolocation'] }
      },
      expected: { place: '1.5 36.25 0 0', location: [1.5, 36.25] },
    }),
    fact({
      name: 'without a geopoint _geolocation is a pair of nulls',
      source: ['0726'],
      when: async (lab) => (await firstRow(lab))['_geolocation'],
      expected: [null, null],
    }),
    fact({
      name: 'a row has the version that was deployed when it was sent',
      source: ['0701'],
      when: async (lab) => {
        const all = (await readTable(lab, { sort: { _id: 1 }, fields: ['__version__'] })).rows.map(
          (row) => row['__version__'],
        )
        return { different: new Set(all).size, last: all.at(-1) !== all[0] }
      },
      expected: { different: 2, last: true },
    }),
    fact({
      name: 'a row is read by its _id, uuid or root uuid',
      source: ['0740', '0741'],
      given: async (lab) => (await lab.project('table')).rows[0],
      when: async (lab, row) => {
        const { path } = await lab.project('table')
        const ids = []
        for (const key of [row?.id, row?.uuid])
          ids.push(((await lab.me.request('GET', `${path}data/${key}/`)).body as { _id: number })._id)
        return ids
      },
      expected: (row: { id: number }) => [row.id, row.id],
    }),
    fact({
      name: 'an unknown row is 404',
      source: ['0742'],
      when: async (lab) => (await lab.me.request('GET', `${(await lab.project('table')).path}data/999999999/`)).status,
      expected: 404,
    }),
    fact({
      name: 'rows of a draft are refused',
      source: ['0750'],
      when: async (lab) => {
        const { status, body } = await lab.me.request('GET', `${(await lab.project('draft')).path}data/`)
        return { status, body }
      },
      expected: { status: 400, body: { detail: 'The specified asset has not been deployed' } },
    }),
    fact({
      name: 'counts are 404 for a draft',
      source: ['1337', 'NOTES Seen by driving the app against it'],
      when: async (lab) =>
        (await lab.me.request('GET', `${(await lab.project('draft')).path}counts/`, { query: { days: 30 } })).status,
      expected: 404,
    }),
    fact({
      name: 'counts contain submissions per day and in total',
      source: ['0360'],
      when: async (lab) => {
        const { body } = await lab.me.request('GET', `${(await lab.project('table')).path}counts/`, {
          query: { days: 7 },
        })
        const { daily_submission_counts: days, total_submission_count: total } = body as {
          daily_submission_counts: Record<string, number>
          total_submission_count: number
        }
        return { sum: Object.values(days).reduce((sum, count) => sum + count, 0), total }
      },
      expected: { sum: 6, total: 6 },
    }),

    fact({
      name: 'the app reads statuses with any fields',
      source: ['2163', '2164'],
      when: async (lab) => {
        const { uid } = await lab.project('table')
        const page = await lab.me.query(
          submissionQueries.page(uid, {
            page: 1,
            pageSize: 30,
            sort: { field: '_id', descending: false },
            fields: ['name'],
          }),
        )
        return page.results.map((row) => statusRecordOf(row)?.uid ?? null)
      },
      expected: [
        'validation_status_approved',
        'validation_status_not_approved',
        'validation_status_on_hold',
        null,
        null,
        null,
      ],
    }),
    fact({
      name: 'the app reads all rows in batches, newest first',
      source: ['0710', '2159'],
      when: async (lab) => {
        const { uid, rows: sent } = await lab.project('table')
        const ids: number[] = []
        for await (const { results } of walkSubmissions(lab.me.client, uid, { pageSize: 2 }))
          ids.push(...results.map(({ _id }) => _id))
        return {
          isAll: ids.length === sent.length,
          isNewestFirst: ids.every((id, at) => at === 0 || id < (ids[at - 1] ?? 0)),
        }
      },
      expected: { isAll: true, isNewestFirst: true },
    }),
  ],
}
