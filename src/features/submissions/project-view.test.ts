import { describe, expect, it } from 'vitest'
import { dataTableOf } from '#/api/data-table/schema.ts'
import { addressOf, openView, toDataTable, viewOfProject } from './project-view.ts'
import { readView } from './view-state.ts'

const settings = {
  'data-table': {
    'selected-columns': ['hh/code', 'water'],
    'frozen-column': 'hh/code',
    'translation-index': -1,
    'show-group-name': true,
    'sort-by': { fieldId: 'water', value: 'desc' },
  },
}
const search = (text: string) => new URLSearchParams(text)

describe('the table that a project sets up', () => {
  it('is what opens where an address says nothing of it', () => {
    expect(openView(search('page=2'), settings)).toMatchObject({
      page: 2,
      columns: ['hh/code', 'water'],
      frozen: ['_validation_status', 'hh/code'],
      language: null,
      sort: { field: 'water', descending: true },
    })
    expect(openView(search('labels=1'), settings)).toEqual(readView(search('labels=1')))
    expect(openView(search('view=own'), settings).columns).toBeNull()
  })

  it('does not come back where somebody left it', () => {
    const plain = readView(search('page=3'))
    expect(openView(search(new URLSearchParams(addressOf(plain, settings)).toString()), settings)).toEqual(plain)
    expect(addressOf(plain, {})).toEqual({ page: '3' })
    const view = openView(search(''), settings)
    expect(openView(search(new URLSearchParams(addressOf(view, settings)).toString()), settings)).toEqual(view)
  })

  it('is kept in the words of the server, and read again', () => {
    const view = openView(search(''), settings)
    const table = toDataTable(view, { frozen: ['_validation_status', 'hh/code'], rest: ['water'] }, false)
    expect(table).toEqual({
      'selected-columns': ['_validation_status', 'hh/code', 'water'],
      'frozen-column': 'hh/code',
      'translation-index': -1,
      'sort-by': { fieldId: 'water', value: 'desc' },
    })
    expect(viewOfProject({ 'data-table': table })).toMatchObject({
      sort: view.sort,
      frozen: view.frozen,
      language: null,
    })
  })

  it('is none where the settings are odd', () => {
    expect(viewOfProject({ 'data-table': 'x' })).toEqual({})
    expect(viewOfProject({ 'data-table': { 'selected-columns': [1], 'sort-by': 'up', 'frozen-column': 5 } })).toEqual(
      {},
    )
    expect(dataTableOf({ 'data-table': { 'show-hxl-tags': true } })).toMatchObject({ 'show-hxl-tags': true })
  })
})
