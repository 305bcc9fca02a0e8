import { describe, expect, it } from 'vitest'
import type { ProjectSearch } from '#/api/kpi/assets/project-search.ts'
import { draftOf, problemOf, searchOf, withValue } from './filter-draft.ts'

const search: ProjectSearch = {
  text: 'water',
  status: 'draft',
  tags: ['north'],
  modified: { from: '2026-09-01', to: '2026-09-30' },
  questions: { from: 0, to: 20 },
}

describe('the draft of filters', () => {
  it('is the search again', () => {
    expect(searchOf(draftOf(search))).toEqual(search)
    expect(searchOf(draftOf({ text: '', status: 'all' }))).toEqual({ text: '', status: 'all' })
  })

  it('leaves out what is empty', () => {
    let draft = withValue(draftOf(search), 'tags', [])
    draft = withValue(draft, 'modified', {})
    draft = withValue(draft, 'questions', { from: ' ', to: '' })
    expect(searchOf(draft)).toEqual({ text: 'water', status: 'draft' })
  })

  it('says which field cannot be applied, and why', () => {
    const problem = (change: Partial<ReturnType<typeof draftOf>>) => problemOf({ ...draftOf(search), ...change })
    expect(problem({})).toBeNull()
    expect(problem({ owner: ' ' })).toEqual({ field: 'owner', problem: 'username' })
    expect(problem({ created: { from: '2026-02-02', to: '2026-02-01' } })).toEqual({
      field: 'created',
      problem: 'days',
    })
    expect(problem({ questions: { from: 'ten' } })).toEqual({ field: 'questions', problem: 'number' })
    expect(problem({ questions: { from: '20', to: '3' } })).toEqual({ field: 'questions', problem: 'numbers' })
  })
})
