import { beforeEach, describe, expect, it } from 'vitest'
import type { AssetListItem } from '#/api/kpi/assets/schema.ts'
import { projectSelection, type ShownProjects } from './selection.ts'

const projects = ['a', 'b', 'c', 'd'].map((uid) => ({ uid, name: uid }) as AssetListItem)
const shown = (text: string, page = 1, rows = projects): ShownProjects => ({
  page: { search: { text, status: 'all' }, ordering: 'name', page, pageSize: 4 },
  projects: rows,
  count: 8,
})
const [a, , , d] = projects as [AssetListItem, AssetListItem, AssetListItem, AssetListItem]
const selected = () => [...projectSelection.get().projects.keys()]

beforeEach(() => {
  projectSelection.leave()
  projectSelection.show(shown(''))
})

describe('the selection of projects', () => {
  it('reaches with Shift from the project clicked before, in both directions', () => {
    projectSelection.toggle(d, true, false)
    projectSelection.toggle(a, true, true)
    expect(selected().toSorted()).toEqual(['a', 'b', 'c', 'd'])
    projectSelection.toggle(d, false, true)
    expect(selected()).toEqual([])
  })

  it('selects one by Shift where none was clicked before on this page', () => {
    projectSelection.toggle(d, true, true)
    expect(selected()).toEqual(['d'])
  })

  it('stays on other pages, and is cleared by another search', () => {
    projectSelection.toggle(a, true, false)
    projectSelection.show(shown('', 2, []))
    expect(selected()).toEqual(['a'])
    projectSelection.show(shown('x'))
    expect(selected()).toEqual([])
  })

  it('of all keeps those of this page where one is deselected', () => {
    projectSelection.selectAll()
    expect(projectSelection.get().isAll).toBe(true)
    projectSelection.toggle(a, false, false)
    expect(projectSelection.get()).toMatchObject({ isAll: false })
    expect(selected()).toEqual(['b', 'c', 'd'])
  })

  it('shows a selected project as the list has it now', () => {
    projectSelection.toggle(a, true, false)
    projectSelection.show(shown('', 1, [{ ...a, name: 'renamed' }]))
    expect(projectSelection.get().projects.get('a')?.name).toBe('renamed')
  })
})
