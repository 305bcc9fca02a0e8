import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const hooksPath = async (lab: Lab) => `${(await lab.project('draft')).path}hooks/`
const addHook = async (lab: Lab, fields: object) =>
  lab.me.request('POST', await hooksPath(lab), {
    body: { name: 'Conformance', endpoint: 'https://hooks.example.org/x', active: false, ...fields },
  })

const NO_HOOKS = 'it has no REST services'

export const hooks: Group = {
  name: 'REST services',
  facts: [
    fact({
      name: 'a service can be added to a draft, changed and deleted',
      source: ['1201', '1202', '1204', '1209', '1220'],
      realOnly: NO_HOOKS,
      when: async (lab) => {
        const { status, body } = await addHook(lab, { export_type: 'json' })
        const path = `${await hooksPath(lab)}${(body as { uid: string }).uid}/`
        const changed = await lab.me.request('PATCH', path, { body: { name: 'Renamed', subset_fields: ['name'] } })
        const removed = await lab.me.request('DELETE', path)
        return { status, name: (changed.body as { name: string }).name, removed: removed.status }
      },
      expected: { status: 201, name: 'Renamed', removed: 204 },
    }),
    fact({
      name: 'a password is returned in plain text',
      source: ['1205'],
      realOnly: NO_HOOKS,
      when: async (lab) => {
        const { body } = await addHook(lab, {
          auth_level: 'basic_auth',
          settings: { username: 'u', password: 'visible' },
        })
        return (body as { settings: { password: string } }).settings.password
      },
      expected: 'visible',
    }),
    fact({
      name: 'the endpoint is required',
      source: ['1206'],
      realOnly: NO_HOOKS,
      when: async (lab) => (await lab.me.request('POST', await hooksPath(lab), { body: { name: 'x' } })).status,
      expected: 400,
    }),
    fact({
      name: 'a template that is not JSON is refused',
      source: ['1207'],
      realOnly: NO_HOOKS,
      when: async (lab) => (await addHook(lab, { payload_template: '{bad' })).status,
      expected: 400,
    }),
    fact({
      name: 'schemes other than http and https are refused',
      source: ['2392'],
      realOnly: NO_HOOKS,
      when: async (lab) => (await addHook(lab, { endpoint: 'ftp://example.org/' })).status,
      expected: 400,
    }),
    fact({
      name: 'an inactive service cannot retry',
      source: ['2399'],
      realOnly: NO_HOOKS,
      when: async (lab) => {
        const { body } = await addHook(lab, {})
        return (await lab.me.request('PATCH', `${await hooksPath(lab)}${(body as { uid: string }).uid}/retry/`)).status
      },
      expected: 400,
    }),
  ],
}
