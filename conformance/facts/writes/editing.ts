import { editAnswers } from '#/api/kpi/submissions/mutations.ts'
import { fact, type Group } from '../../fact.ts'
import { addScratchRow, answersAfterEdit, edit, editOne, members, rowOf } from '../../lab/edits.ts'
import type { Row } from '../../lab/lab.ts'

/** Bulk edits of answers. */
export const editing: Group = {
  name: 'editing answers',
  facts: [
    fact<Row>({
      name: 'answers can be edited, also in a group',
      source: ['0840', '0841'],
      given: addScratchRow,
      when: answersAfterEdit({ name: 'after', 'household/head': 'after' }, 'name', 'household/head'),
      expected: { status: 200, name: 'after', 'household/head': 'after' },
    }),
    fact<Row>({
      name: 'other answers do not change',
      source: ['0841'],
      given: addScratchRow,
      when: answersAfterEdit({ name: 'after' }, 'age', 'member'),
      expected: { status: 200, age: '1', member: members(['N1', '1'], ['N2', '2']) },
    }),
    fact<Row>({
      name: 'the row gets a new uuid; its _id and its root uuid stay',
      source: ['0841'],
      given: addScratchRow,
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
      name: 'the response has a result for each row, by root uuid',
      source: ['0840'],
      given: addScratchRow,
      when: async (lab, row) => {
        const done = await lab.me.mutate(editAnswers((await lab.project('scratch')).uid), {
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
      given: addScratchRow,
      when: answersAfterEdit({ name: '' }, 'name'),
      expected: { status: 200, name: 'absent' },
    }),
    fact<Row>({
      name: 'null removes an answer',
      source: ['2126'],
      given: addScratchRow,
      when: answersAfterEdit({ name: null }, 'name'),
      expected: { status: 200, name: 'absent' },
    }),
    ...[
      ['number', 5],
      ['boolean', true],
      ['list', ['a']],
    ].map(([kind, value]) =>
      fact<Row>({
        name: `a ${String(kind)} as a value fails with 500`,
        source: ['2125'],
        given: addScratchRow,
        when: answersAfterEdit({ age: value }, 'age'),
        expected: { status: 500, age: '1' },
      }),
    ),
    fact<Row>({
      name: 'values are not validated against the form',
      source: ['0847', '0852'],
      given: addScratchRow,
      when: answersAfterEdit({ age: 'old', unknown: 'x' }, 'age', 'unknown'),
      expected: { status: 200, age: 'old', unknown: 'x' },
    }),
    fact<Row>({
      name: 'calculations and geopoints can be edited',
      source: ['NOTES Bulk edit'],
      given: addScratchRow,
      when: answersAfterEdit({ double: '99', place: '3 4 0 0' }, 'double', 'place', '_geolocation'),
      expected: { status: 200, double: '99', place: '3 4 0 0', _geolocation: [3, 4] },
    }),
    fact<Row>({
      name: 'an invalid path is refused',
      source: ['2127'],
      given: addScratchRow,
      when: answersAfterEdit({ 'a b': 'x' }, 'name'),
      expected: { status: 400, name: 'before' },
    }),
    fact<Row>({
      name: '__version__, meta and formhub are ignored',
      source: ['2128'],
      given: addScratchRow,
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
      name: 'unknown ids are skipped without an error',
      source: ['0844'],
      given: addScratchRow,
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
      given: addScratchRow,
      when: async (lab, row) => (await edit(lab, { submission_ids: [row.id] })).status,
      expected: 400,
    }),
    fact<Row>({
      name: 'the payload may be JSON as text',
      source: ['0850'],
      given: addScratchRow,
      when: async (lab, row) =>
        (await edit(lab, JSON.stringify({ submission_ids: [row.id], data: { name: 'after' } }))).status,
      expected: 200,
    }),
  ],
}
