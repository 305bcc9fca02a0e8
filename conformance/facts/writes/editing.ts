import { editAnswers } from '#/api/kpi/submissions/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import { given, rowOf, edit, editOne, after, members } from '../../lab/edits.ts'
import type { Row } from '../../lab/lab.ts'

/** Writing answers into rows, as the app does for one and for many. */
export const editing: Group = {
  name: 'editing answers',
  facts: [
    fact<Row>({
      name: 'an answer is written, in a group too',
      source: ['0840', '0841'],
      given,
      when: after({ name: 'after', 'household/head': 'after' }, 'name', 'household/head'),
      expected: { status: 200, name: 'after', 'household/head': 'after' },
    }),
    fact<Row>({
      name: 'other answers stay',
      source: ['0841'],
      given,
      when: after({ name: 'after' }, 'age', 'member'),
      expected: { status: 200, age: '1', member: members(['N1', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'the row gets a new uuid; its _id and its root uuid stay',
      source: ['0841'],
      given,
      when: async (lab, row) => {
        const before = await rowOf(lab, row)
        await editOne(lab, row, { name: 'after' })
        const now = await rowOf(lab, row)
        return {
          isNew: now['_uuid'] !== before['_uuid'],
          id: now['_id'] === before['_id'],
          root: now['meta/rootUuid'] === `uuid:${row.uuid}`,
          deprecated: now['meta/deprecatedID'] === `uuid:${String(before['_uuid'])}`,
        }
      },
      expected: { isNew: true, id: true, root: true, deprecated: true },
    }),
    fact<Row>({
      name: 'the answer says of each row how it went, by root uuid',
      source: ['0840'],
      given,
      when: async (lab, row) => {
        const done = await lab.me.write(editAnswers((await lab.project('scratch')).uid), {
          ids: [row.id],
          data: { name: 'after' },
        })
        return {
          successes: done.successes,
          failures: done.failures,
          code: done.results[0]?.status_code,
          isRoot: done.results[0]?.root_uuid === row.uuid,
        }
      },
      expected: { successes: 1, failures: 0, code: 201, isRoot: true },
    }),
    fact<Row>({
      name: 'an empty text removes an answer',
      source: ['0853'],
      given,
      when: after({ name: '' }, 'name'),
      expected: { status: 200, name: 'absent' },
    }),
    fact<Row>({
      name: 'null removes an answer',
      source: ['2126'],
      given,
      when: after({ name: null }, 'name'),
      expected: { status: 200, name: 'absent' },
    }),
    ...[
      ['number', 5],
      ['boolean', true],
      ['list', ['a']],
    ].map(([kind, value]) =>
      fact<Row>({
        name: `a ${String(kind)} as a value is a server fault`,
        source: ['2125'],
        given,
        when: after({ age: value }, 'age'),
        expected: { status: 500, age: '1' },
      }),
    ),
    fact<Row>({
      name: 'nothing is checked against the form',
      source: ['0847', '0852'],
      given,
      when: after({ age: 'old', unknown: 'x' }, 'age', 'unknown'),
      expected: { status: 200, age: 'old', unknown: 'x' },
    }),
    fact<Row>({
      name: 'calculations and places can be written',
      source: ['NOTES Bulk edit'],
      given,
      when: after({ double: '99', place: '3 4 0 0' }, 'double', 'place', '_geolocation'),
      expected: { status: 200, double: '99', place: '3 4 0 0', _geolocation: [3, 4] },
    }),
    fact<Row>({
      name: 'a bad path is refused',
      source: ['2127'],
      given,
      when: after({ 'a b': 'x' }, 'name'),
      expected: { status: 400, name: 'before' },
    }),
    fact<Row>({
      name: '__version__, meta and formhub are left out silently',
      source: ['2128'],
      given,
      when: async (lab, row) => {
        const before = await rowOf(lab, row)
        const { status } = await editOne(lab, row, { name: 'after', __version__: 'vOther', 'meta/instanceName': 'x' })
        const now = await rowOf(lab, row)
        return {
          status,
          name: now['name'],
          version: now['__version__'] === before['__version__'],
          instanceName: 'meta/instanceName' in now,
        }
      },
      expected: { status: 200, name: 'after', version: true, instanceName: false },
    }),
    fact<Row>({
      name: 'ids that are not there are passed over without a word',
      source: ['0844'],
      given,
      when: async (lab, row) => {
        const { status, body } = await edit(lab, { submission_ids: [row.id, 999_999_999], data: { name: 'after' } })
        return { status, count: (body as { count: number }).count }
      },
      expected: { status: 200, count: 1 },
    }),
    fact({
      name: 'an empty list of ids is refused',
      source: ['0845'],
      when: async (lab) => (await edit(lab, { submission_ids: [], data: { name: 'x' } })).status,
      expected: 400,
    }),
    fact<Row>({
      name: 'data is required',
      source: ['0846'],
      given,
      when: async (lab, row) => (await edit(lab, { submission_ids: [row.id] })).status,
      expected: 400,
    }),
    fact<Row>({
      name: 'the payload may be JSON as text',
      source: ['0850'],
      given,
      when: async (lab, row) =>
        (await edit(lab, JSON.stringify({ submission_ids: [row.id], data: { name: 'after' } }))).status,
      expected: 200,
    }),
  ],
}
