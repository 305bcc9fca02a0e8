import { describe, expect, it } from 'vitest'
import type { Codename } from '#/api/kpi/permissions/codenames.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { codenamesOf } from '#/api/kpi/permissions/roles.ts'
import { boxesOf, toggle } from './custom-permissions.ts'
import { describeChange, strongestOf } from './describe-change.ts'

const set = (...codenames: Codename[]) => new Set(codenames)
const holding = (...codenames: Codename[]): Access => ({ held: set(...codenames), partial: [] })
const limited = holding('partial_submissions', 'view_asset')

describe('describeChange', () => {
  it('tells what an editor who becomes a reviewer loses', () => {
    expect(describeChange({ held: codenamesOf('editor'), partial: [] }, codenamesOf('reviewer'))).toEqual({
      gains: [],
      loses: ['change_asset', 'add_submissions', 'change_submissions'],
      limits: 'kept',
    })
  })

  it('tells what somebody new gains', () => {
    expect(describeChange(holding(), codenamesOf('viewer')).gains).toEqual(['view_asset', 'view_submissions'])
  })

  it('tells that a limit ends, for all submissions or for none', () => {
    expect(describeChange(limited, codenamesOf('viewer')).limits).toBe('lifted')
    expect(describeChange(limited, codenamesOf('collector')).limits).toBe('closed')
    expect(describeChange(limited, set('partial_submissions', 'view_asset', 'add_submissions')).limits).toBe('kept')
  })
})

describe('strongestOf', () => {
  it('leaves out what comes along', () => {
    expect(strongestOf(codenamesOf('editor'))).toEqual(['change_asset', 'change_submissions', 'validate_submissions'])
    expect(strongestOf(limited.held)).toEqual([])
    expect(strongestOf(set('view_asset', 'add_submissions'))).toEqual(['view_asset', 'add_submissions'])
  })
})

describe('boxesOf', () => {
  const boxOf = (codename: Codename, ticked: ReadonlySet<Codename>) =>
    boxesOf(ticked, true).find((box) => box.codename === codename)

  it('keeps on what a ticked one brings along, and says which', () => {
    expect(boxOf('view_submissions', set('change_submissions'))).toMatchObject({
      isOn: true,
      comesWith: ['change_submissions'],
    })
    expect(boxOf('view_submissions', set('view_submissions'))).toMatchObject({ isOn: true, comesWith: [] })
    expect(boxOf('delete_submissions', set('change_submissions'))).toMatchObject({ isOn: false })
  })

  it('says what ticking would take away', () => {
    expect(boxOf('view_submissions', limited.held)?.against).toEqual(['partial_submissions'])
    expect(boxOf('partial_submissions', set('validate_submissions'))?.against).toEqual(['validate_submissions'])
  })

  it('has a box for limited access only where somebody has it', () => {
    expect(boxesOf(set(), false).map(({ codename }) => codename)).not.toContain('partial_submissions')
  })
})

describe('toggle', () => {
  it('leaves what came along as it was before', () => {
    const ticked = toggle(set('view_asset'), 'change_submissions')
    expect(toggle(ticked, 'change_submissions')).toEqual(set('view_asset'))
  })

  it('takes away what cannot stand beside it, both ways', () => {
    const wider = toggle(limited.held, 'view_submissions')
    expect(wider).toEqual(set('view_asset', 'view_submissions'))
    expect(toggle(wider, 'partial_submissions')).toEqual(set('view_asset', 'partial_submissions'))
  })
})
