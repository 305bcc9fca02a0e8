import { describe, expect, it } from 'vitest'
import { completePartial, isSamePartial, type PartialPermission } from '#/api/kpi/permissions/partial.ts'
import { columnsOf, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { filterColumns } from '#/dataset/model/filter-operators.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
import { viewQuery } from './access-rules.ts'
import { draftRules, forUser, newRule, partialOfDrafts } from './rule-draft.ts'

const FORM = formOf({
  survey: [
    { type: 'select_one', name: 'region', $xpath: 'hh/region', select_from_list_name: 'regions' },
    { type: 'text', name: 'name', $xpath: 'hh/name' },
  ],
  choices: [{ list_name: 'regions', name: 'north', label: ['North'] }],
  translations: [null],
})
const context = { form: FORM, columns: filterColumns(SYSTEM_COLUMNS, columnsOf(FORM)), username: 'bob' }

const own = { _submitted_by: 'bob' }
const north = { 'hh/region': 'north' }
const foreign = { 'hh/name': { $gt: 'a' } }
const partial: PartialPermission[] = completePartial([
  { codename: 'change_submissions', filters: [own] },
  { codename: 'validate_submissions', filters: [north, foreign] },
])

describe('draftRules', () => {
  it('makes a rule of each filter, with what the user can do there', () => {
    const drafts = draftRules(partial, context)
    expect(drafts.map(({ rows, codenames }) => [rows, [...codenames]])).toEqual([
      ['own', ['add_submissions', 'view_submissions', 'change_submissions']],
      ['conditions', ['view_submissions', 'validate_submissions']],
      ['kept', ['view_submissions', 'validate_submissions']],
    ])
  })

  it('keeps what was not changed exactly as the server has it', () => {
    expect(isSamePartial(partialOfDrafts(draftRules(partial, context), context) ?? [], partial)).toBe(true)
  })

  it('begins with the user’s own submissions', () => {
    expect(partialOfDrafts(draftRules([], context), context)).toEqual([
      { codename: 'view_submissions', filters: [own] },
    ])
  })
})

describe('partialOfDrafts', () => {
  it('is null while a rule has no condition, so that nobody is shown everything by mistake', () => {
    expect(partialOfDrafts([newRule(), { ...newRule(), rows: 'conditions' }], context)).toBeNull()
    expect(partialOfDrafts([], context)).toBeNull()
  })

  it('for several users, stands for each of them', () => {
    const each = partialOfDrafts([newRule()], { ...context, username: null }) ?? []
    expect(forUser(each, 'carol')).toEqual([{ codename: 'view_submissions', filters: [{ _submitted_by: 'carol' }] }])
  })
})

describe('viewQuery', () => {
  it('asks for what any rule shows', () => {
    expect(viewQuery(partial)).toEqual({ $or: [own, north, foreign] })
    expect(
      viewQuery(
        draftRules([], context).length > 0 ? completePartial([{ codename: 'delete_submissions', filters: [own] }]) : [],
      ),
    ).toEqual(own)
  })
})
