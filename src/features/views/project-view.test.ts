import { describe, expect, it } from 'vitest'
import { tableSettingsOf } from '#/api/kpi/data-table/schema.ts'
import { FormContent } from '#/api/kpi/form/schema.ts'
import { columnsOf, type DataColumn, SYSTEM_COLUMNS } from '#/dataset/model/columns.ts'
import { readDatasetQuery } from '#/dataset/query/query.ts'
import { formOf } from '#/dataset/sources/kpi/questions.ts'
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
const all: DataColumn[] = [...SYSTEM_COLUMNS, ...columnsOf(formOf(content))]
const project = (table: unknown) => ({ settings: { 'data-table': table }, content })
/** As written by KPI's own front end. */
const THEIRS = {
  'selected-columns': ['_validation_status.uid', 'hh/code', 'water'],
  'frozen-column': 'hh/code',
  'translation-index': -1,
  'show-group-name': true,
  'sort-by': { fieldId: 'water', value: 'DESCENDING' },
}
const search = (text: string) => new URLSearchParams(text)

/** What saving a view for everyone writes, for a project with this table. */
function kept(table: unknown, address: string, rest: string[], frozen = ['_validation_status', 'hh/code']) {
  const view = openView(search(address), project(table))
  const stored = tableSettingsOf(project(table).settings)
  return toDataTable({ view, layout: { frozen, rest }, isDefault: false, all, stored })
}

describe('the view of a project', () => {
  it('is the default if the URL contains no view', () => {
    expect(openView(search('page=2'), project(THEIRS))).toMatchObject({
      page: 2,
      columns: ['_validation_status', 'hh/code', 'water'],
      frozen: ['_validation_status', 'hh/code'],
      language: null,
      sort: { field: 'water', descending: true },
    })
    expect(openView(search('labels=1'), project(THEIRS))).toEqual(readDatasetQuery(search('labels=1')))
    expect(openView(search('view=own'), project(THEIRS)).columns).toBeNull()
  })

  it('is not applied to a URL of the default table', () => {
    const asset = project(THEIRS)
    const plain = readDatasetQuery(search('page=3'))
    expect(openView(search(new URLSearchParams(viewAddressOf(plain, asset)).toString()), asset)).toEqual(plain)
    expect(viewAddressOf(plain, { settings: {}, content })).toEqual({ page: '3' })
    const view = openView(search(''), asset)
    expect(openView(search(new URLSearchParams(viewAddressOf(view, asset)).toString()), asset)).toEqual(view)
  })

  it('is written with the values and names of KPI’s own front end, and parsed again', () => {
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

  it('contains a repeat group by its questions', () => {
    expect(kept({}, '', ['member'])['selected-columns']).toEqual([
      '_validation_status.uid',
      'hh/code',
      'member/member_name',
      'member/member_age',
      'member/shot/on',
    ])
    const some = { 'selected-columns': ['water', 'member/shot/on'], 'frozen-column': 'member/shot/on' }
    expect(viewOfProject(project(some))).toMatchObject({ columns: ['water', 'member'], frozen: ['member'] })
    // The chosen questions of a repeat group are kept.
    expect(kept(some, '', ['water'], ['member'])).toMatchObject({
      'selected-columns': ['member/shot/on', 'water'],
      'frozen-column': 'member/shot/on',
    })
    expect(kept({}, '', [], ['member'])['frozen-column']).toBe('member/member_name')
  })

  it('keeps columns that only KPI’s own front end has', () => {
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

  it('ignores an unknown frozen column, and keeps it when saving', () => {
    const unknown = { 'frozen-column': '_uuid', 'show-hxl-tags': true }
    expect(viewOfProject(project(unknown))).toEqual({})
    expect(kept(unknown, '', ['water'])['frozen-column']).toBe('_uuid')
    expect(kept(unknown, 'frozen=water', [], ['water'])['frozen-column']).toBe('water')
  })

  it('has no status column if it was not chosen', () => {
    expect(viewOfProject(project({ 'selected-columns': ['water'] }))).toMatchObject({ columns: ['water'], frozen: [] })
    const frozen = { 'selected-columns': ['water'], 'frozen-column': 'hh/code' }
    expect(viewOfProject(project(frozen)).frozen).toEqual(['hh/code'])
  })

  it('migrates settings that a former version of this app wrote', () => {
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

  it('is empty for malformed settings', () => {
    expect(viewOfProject(project('x'))).toEqual({})
    expect(viewOfProject(project({ 'selected-columns': [1], 'sort-by': 'up', 'frozen-column': 5 }))).toEqual({})
    expect(viewOfProject(project({ 'sort-by': { fieldId: 'water', value: 'sideways' } })).sort).toEqual({
      field: 'water',
      descending: false,
    })
    expect(tableSettingsOf({ 'data-table': { 'show-hxl-tags': true } })).toMatchObject({ 'show-hxl-tags': true })
  })
})

it('shows what was added to answers, under the same names as KPI’s own front end', () => {
  const name = 'water/6f1d2c8e-3f0a-4c55-9a3e-0d6b7a4f1a01'
  const analysis = { additional_fields: [{ type: 'qualText', source: 'water', name, label: 'Note' }] }
  const columns = [...SYSTEM_COLUMNS, ...columnsOf(formOf(content, analysis))]
  const stored = {
    'selected-columns': ['water', `_supplementalDetails/${name}`, `_supplementalDetails/${name}/verified`],
  }
  const owner = { ...project(stored), analysis_form_json: analysis }
  const view = openView(search(''), owner)
  expect(view.columns).toEqual(['water', `_supplementalDetails/${name}`])
  const layout = { frozen: [], rest: view.columns?.map(String) ?? [] }
  const written = toDataTable({ view, layout, isDefault: false, all: columns, stored: tableSettingsOf(owner.settings) })
  expect(written['selected-columns']).toEqual(stored['selected-columns'])
})
