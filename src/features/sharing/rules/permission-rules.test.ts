import { describe, expect, it } from 'vitest'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { permissionCheckboxes, togglePermission } from './custom-permissions.ts'
import { describeChange, strongestOf } from '#/features/sharing/parts/describe-change.ts'

const set = (...codenames: Codename[]) => new Set(codenames)
const holding = (...codenames: Codename[]): Access => ({ held: set(...codenames), partial: [] })
const limited = holding('partial_submissions', 'view_asset')

describe('describeChange', () => {
  it('lists what an editor loses who becomes a reviewer', () => {
    expect(describeChange({ held: codenamesOf('editor'), partial: [] }, codenamesOf('reviewer'))).toEqual({
      gains: [],
      loses: ['change_asset', 'add_submissions', 'change_submissions'],
      limits: 'kept',
    })
  })

  it('lists what a new user gets', () => {
    expect(describeChange(holding(), codenamesOf('viewer')).gains).toEqual(['view_asset', 'view_submissions'])
  })

  it('reports whether partial_submissions is lifted or closed', () => {
    expect(describeChange(limited, codenamesOf('viewer')).limits).toBe('lifted')
    expect(describeChange(limited, codenamesOf('collector')).limits).toBe('closed')
    expect(describeChange(limited, set('partial_submissions', 'view_asset', 'add_submissions')).limits).toBe('kept')
    expect(describeChange(holding('view_submissions', 'view_asset'), limited.held).limits).toBe('begun')
    const own = [{ codename: 'view_submissions', filters: [{ _submitted_by: 'bob' }] }]
    expect(describeChange(limited, limited.held, own).limits).toBe('changed')
    expect(describeChange({ ...limited, partial: own }, limited.held, own).limits).toBe('kept')
  })
})

describe('strongestOf', () => {
  it('leaves out implied permissions', () => {
    expect(strongestOf(codenamesOf('editor'))).toEqual(['change_asset', 'change_submissions', 'validate_submissions'])
    expect(strongestOf(limited.held)).toEqual([])
    expect(strongestOf(set('view_asset', 'add_submissions'))).toEqual(['view_asset', 'add_submissions'])
  })
})

describe('permissionCheckboxes', () => {
  const checkboxOf = (codename: Codename, checkedPermissions: ReadonlySet<Codename>) =>
    permissionCheckboxes(checkedPermissions).find((box) => box.codename === codename)

  it('checks implied permissions, with the implying ones', () => {
    expect(checkboxOf('view_submissions', set('change_submissions'))).toMatchObject({
      isOn: true,
      impliedBy: ['change_submissions'],
    })
    expect(checkboxOf('view_submissions', set('view_submissions'))).toMatchObject({ isOn: true, impliedBy: [] })
    expect(checkboxOf('delete_submissions', set('change_submissions'))).toMatchObject({ isOn: false })
  })

  it('lists contradicting permissions', () => {
    expect(checkboxOf('view_submissions', limited.held)?.contradicts).toEqual(['partial_submissions'])
    expect(checkboxOf('partial_submissions', set('validate_submissions'))?.contradicts).toEqual([
      'validate_submissions',
    ])
  })
})

describe('togglePermission', () => {
  it('deselecting one does not select those that it implied', () => {
    const checkedPermissions = togglePermission(set('view_asset'), 'change_submissions')
    expect(togglePermission(checkedPermissions, 'change_submissions')).toEqual(set('view_asset'))
  })

  it('deselects contradicting permissions, both ways', () => {
    const wider = togglePermission(limited.held, 'view_submissions')
    expect(wider).toEqual(set('view_asset', 'view_submissions'))
    expect(togglePermission(wider, 'partial_submissions')).toEqual(set('view_asset', 'partial_submissions'))
  })
})
