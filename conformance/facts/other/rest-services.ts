import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'

const hooksPath = async (lab: Lab) => `${(await lab.project('draft')).path}hooks/`
const addHook = async (lab: Lab, more: object) =>
  lab.me.ask('POST', await hooksPath(lab), {
    body: { name: 'Conformance', endpoint: 'https://hooks.example.org/x', active: false, ...more },
  })

const noHooks = 'it has no REST services'

export const hooks: Group = {
  name: 'REST services',
  facts: [
    fact({
      name: 'a service is added to a draft too, changed and deleted',
      source: ['1201', '1202', '1204', '1209', '1220'],
      realOnly: noHooks,
      when: async (lab) => {
        const { status, body } = await addHook(lab, { export_type: 'json' })
        const path = `${await hooksPath(lab)}${(body as { uid: string }).uid}/`
        const changed = await lab.me.ask('PATCH', path, { body: { name: 'Renamed', subset_fields: ['name'] } })
        const removed = await lab.me.ask('DELETE', path)
        return { status, name: (changed.body as { name: string }).name, removed: removed.status }
      },
      expected: { status: 201, name: 'Renamed', removed: 204 },
    }),
    fact({
      name: 'a password comes back in clear',
      source: ['1205'],
      realOnly: noHooks,
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
      name: 'an address is required',
      source: ['1206'],
      realOnly: noHooks,
      when: async (lab) => (await lab.me.ask('POST', await hooksPath(lab), { body: { name: 'x' } })).status,
      expected: 400,
    }),
    fact({
      name: 'a template that is no JSON is refused',
      source: ['1207'],
      realOnly: noHooks,
      when: async (lab) => (await addHook(lab, { payload_template: '{bad' })).status,
      expected: 400,
    }),
    fact({
      name: 'other schemes than http and https are refused',
      source: ['2392'],
      realOnly: noHooks,
      when: async (lab) => (await addHook(lab, { endpoint: 'ftp://example.org/' })).status,
      expected: 400,
    }),
    fact({
      name: 'a service that is paused cannot retry',
      source: ['2399'],
      realOnly: noHooks,
      when: async (lab) => {
        const { body } = await addHook(lab, {})
        return (await lab.me.ask('PATCH', `${await hooksPath(lab)}${(body as { uid: string }).uid}/retry/`)).status
      },
      expected: 400,
    }),
  ],
}
