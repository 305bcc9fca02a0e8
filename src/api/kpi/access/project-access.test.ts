import { describe, expect, it } from 'vitest'
import { accessByPerson, projectAccessOf } from './project-access.ts'

const grant = (user: string, permission: string, more: object = {}) => ({
  url: `https://kf.example.org/${user}.${permission}/`,
  user: `https://kf.example.org/api/v2/users/${user}/`,
  permission: `https://kf.example.org/api/v2/permissions/${permission}/`,
  ...more,
})

describe('projectAccessOf', () => {
  it('leaves out the owner, and keeps public access as it was loaded', () => {
    const project = projectAccessOf({
      uid: 'a1',
      name: 'Survey',
      owner__username: 'alice',
      deployment_status: 'deployed',
      deployment__submission_count: 3,
      permissions: [grant('alice', 'view_asset'), grant('bob', 'view_asset'), grant('AnonymousUser', 'view_asset')],
    })
    expect([...project.people.keys()]).toEqual(['bob', 'AnonymousUser'])
    expect(project.publicWhenLoaded).toBe('form')
  })
})

describe('accessByPerson', () => {
  it('has each common set of permissions in memory once', () => {
    const people = accessByPerson(
      [grant('bob', 'view_submissions'), grant('bob', 'view_asset'), grant('carol', 'view_asset')],
      'alice',
    )
    const others = accessByPerson([grant('dan', 'view_asset'), grant('dan', 'view_submissions')], 'alice')
    expect(others.get('dan')).toBe(people.get('bob'))
    expect(people.get('carol')).not.toBe(people.get('bob'))
  })

  it('keeps row-level rules and unknown permissions of each person apart', () => {
    const rule = [{ url: '/api/v2/permissions/view_submissions/', filters: [{ _submitted_by: 'bob' }] }]
    const people = accessByPerson(
      [
        grant('bob', 'partial_submissions', { partial_permissions: rule }),
        grant('carol', 'partial_submissions', { partial_permissions: [] }),
        grant('dan', 'new_permission'),
      ],
      'alice',
    )
    expect(people.get('bob')?.partial).toEqual([{ codename: 'view_submissions', filters: [{ _submitted_by: 'bob' }] }])
    expect(people.get('carol')?.partial).toEqual([])
    expect(people.get('dan')?.unknown).toEqual(['new_permission'])
  })
})
