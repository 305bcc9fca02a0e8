import { describe, expect, it } from 'vitest'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { type SubmissionColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { columnsOf } from '#/dataset/model/loaded-fields.ts'
import { readView } from '#/dataset/query/query.ts'
import { openView, toDataTable, viewAddressOf, viewOfProject } from './project-view.ts'

const content = FormContent.parse({
  translations: [null],
  survey: [
    { type: 'begin_group', name: 'hh', $xpath: 'hh' },
    { type: 'text', name: 'code', $xpath: 'hh/code' },
    { type: 'end_group' },
    { type: 'integer', name: 'water', $xpath: 'water' },
    { type: 'begin_repeat', name: 'member', $xpath: 'member' },
    { type: 'text', name: 'member_name', $xpath: 'member/member_name' },
    { type: 'integer', name: 'member_age', $xpath: 'member/member_age' },
    { type: 'begin_repeat', name: 'shot', $xpath: 'member/shot' },
    { type: 'date', name: 'on', $xpath: 'member/shot/on' },
    { type: 'end_repeat' },
    { type: 'end_repeat' },
  ],
  choices: [],
})
const all: SubmissionColumn[] = [...SYSTEM_COLUMNS, ...columnsOf(content)]
const project = (table: unknown) => ({ settings: { 'data-table': table }, content })
/** As KPI's own front end writes it. */
const THEIRS = {
  'selected-columns': ['_validation_status.uid', 'hh/code', 'water'],
  'frozen-column': 'hh/code',
  'translation-index': -1,
  'show-group-name': true,
  'sort-by': { fieldId: 'water', value: 'DESCENDING' },
}
const search = (text: string) => new URLSearchParams(text)

/** What "Keep for everyone" writes of a view, where the project has this table. */
function kept(table: unknown, address: string, rest: string[], frozen = ['_validation_status', 'hh/code']) {
  const view = openView(search(address), project(table))
  const stored = tableSettingsOf(project(table).settings)
  return toDataTable({ view, arrangement: { frozen, rest }, isUsual: false, all, stored })
}

describe('the table that a project sets up', () => {
  it('is what opens where an address says nothing of it', () => {
    expect(openView(search('page=2'), project(THEIRS))).toMatchObject({
      page: 2,
      columns: ['_validation_status', 'hh/code', 'water'],
      frozen: ['_validation_status', 'hh/code'],
      language: null,
      sort: { field: 'water', descending: true },
    })
    expect(openView(search('labels=1'), project(THEIRS))).toEqual(readView(search('labels=1')))
    expect(openView(search('view=own'), project(THEIRS)).columns).toBeNull()
  })

  it('does not come back where somebody left it', () => {
    const asset = project(THEIRS)
    const plain = readView(search('page=3'))
    expect(openView(search(new URLSearchParams(viewAddressOf(plain, asset)).toString()), asset)).toEqual(plain)
    expect(viewAddressOf(plain, { settings: {}, content })).toEqual({ page: '3' })
    const view = openView(search(''), asset)
    expect(openView(search(new URLSearchParams(viewAddressOf(view, asset)).toString()), asset)).toEqual(view)
  })

  it('is written with the values and names of the server’s own front end, and read again', () => {
    const to = kept(THEIRS, '', ['water'])
    expect(to).toEqual({
      'selected-columns': ['_validation_status.uid', 'hh/code', 'water'],
      'frozen-column': 'hh/code',
      'translation-index': -1,
      'sort-by': { fieldId: 'water', value: 'DESCENDING' },
    })
    expect(viewOfProject(project(to))).toEqual(viewOfProject(project(THEIRS)))
    expect(kept({}, 'sort=_validation_status.uid', [])['sort-by']).toEqual({
      fieldId: '_validation_status.uid',
      value: 'ASCENDING',
    })
    expect(kept({}, '', ['water'], ['_validation_status'])['frozen-column']).toBe('_validation_status.uid')
  })

  it('lists a repeat group by its questions, and knows it by them', () => {
    expect(kept({}, '', ['member'])['selected-columns']).toEqual([
      '_validation_status.uid',
      'hh/code',
      'member/member_name',
      'member/member_age',
      'member/shot/on',
    ])
    const some = { 'selected-columns': ['water', 'member/shot/on'], 'frozen-column': 'member/shot/on' }
    expect(viewOfProject(project(some))).toMatchObject({ columns: ['water', 'member'], frozen: ['member'] })
    // What was chosen of a repeat group there stays so.
    expect(kept(some, '', ['water'], ['member'])).toMatchObject({
      'selected-columns': ['member/shot/on', 'water'],
      'frozen-column': 'member/shot/on',
    })
    expect(kept({}, '', [], ['member'])['frozen-column']).toBe('member/member_name')
  })

  it('keeps the columns that only the server’s own front end has in their place', () => {
    const theirs = {
      'selected-columns': ['_uuid', 'hh/code', '_supplementalDetails/voice/transcript', 'gone/question', 'water'],
    }
    expect(viewOfProject(project(theirs)).columns).toEqual(['hh/code', 'gone/question', 'water'])
    expect(kept(theirs, '', ['gone/question', 'water', 'member'], ['hh/code'])['selected-columns']).toEqual([
      '_uuid',
      'hh/code',
      '_supplementalDetails/voice/transcript',
      'gone/question',
      'water',
      'member/member_name',
      'member/member_age',
      'member/shot/on',
    ])
    expect(kept(theirs, '', [], ['water'])['selected-columns']).toEqual([
      '_uuid',
      '_supplementalDetails/voice/transcript',
      'gone/question',
      'water',
    ])
  })

  it('shows the usual columns where it freezes one that is not known, and keeps that', () => {
    const unknown = { 'frozen-column': '_uuid', 'show-hxl-tags': true }
    expect(viewOfProject(project(unknown))).toEqual({})
    expect(kept(unknown, '', ['water'])['frozen-column']).toBe('_uuid')
    expect(kept(unknown, 'frozen=water', [], ['water'])['frozen-column']).toBe('water')
  })

  it('has no status where the columns were chosen without it', () => {
    expect(viewOfProject(project({ 'selected-columns': ['water'] }))).toMatchObject({ columns: ['water'], frozen: [] })
    const frozen = { 'selected-columns': ['water'], 'frozen-column': 'hh/code' }
    expect(viewOfProject(project(frozen)).frozen).toEqual(['hh/code'])
  })

  it('is read and mended where an earlier version of this app wrote it', () => {
    const ours = {
      'selected-columns': ['_validation_status', 'hh/code', 'member'],
      'frozen-column': '_validation_status',
      'sort-by': { fieldId: 'water', value: 'desc' },
    }
    expect(viewOfProject(project(ours))).toMatchObject({
      columns: ['_validation_status', 'hh/code', 'member'],
      frozen: ['_validation_status'],
      sort: { field: 'water', descending: true },
    })
    expect(kept(ours, '', ['hh/code', 'member'], ['_validation_status'])).toMatchObject({
      'selected-columns': [
        '_validation_status.uid',
        'hh/code',
        'member/member_name',
        'member/member_age',
        'member/shot/on',
      ],
      'frozen-column': '_validation_status.uid',
      'sort-by': { fieldId: 'water', value: 'DESCENDING' },
    })
    const ascending = { 'sort-by': { fieldId: '_validation_status', value: 'asc' } }
    expect(viewOfProject(project(ascending)).sort).toEqual({ field: '_validation_status.uid', descending: false })
    expect(kept(ascending, '', [])['sort-by']).toEqual({ fieldId: '_validation_status.uid', value: 'ASCENDING' })
  })

  it('is none where the settings are odd', () => {
    expect(viewOfProject(project('x'))).toEqual({})
    expect(viewOfProject(project({ 'selected-columns': [1], 'sort-by': 'up', 'frozen-column': 5 }))).toEqual({})
    expect(viewOfProject(project({ 'sort-by': { fieldId: 'water', value: 'sideways' } })).sort).toEqual({
      field: 'water',
      descending: false,
    })
    expect(tableSettingsOf({ 'data-table': { 'show-hxl-tags': true } })).toMatchObject({ 'show-hxl-tags': true })
  })
})
