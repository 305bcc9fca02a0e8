import { type HookFields, hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import {
  changeHook,
  createHook,
  deleteHook,
  retryAllFailed,
  retryLog,
  setHookActive,
} from '#/api/kpi/hooks/mutations.ts'
import { historyQueries } from '#/api/kpi/history/queries.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import { joinLogPages } from '#/api/log-pages.ts'
import { ApiError } from '#/api/errors.ts'
import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { poll } from '../../lab/poll.ts'
import { addRow, createDeployedProject } from '../../lab/projects.ts'

const hooksPath = async (lab: Lab) => `${(await lab.project('draft')).path}hooks/`
const addHook = async (lab: Lab, fields: object) =>
  lab.me.request('POST', await hooksPath(lab), {
    body: { name: 'Conformance', endpoint: 'https://hooks.example.org/x', active: false, ...fields },
  })

const FIELDS: HookFields = {
  name: 'By the app',
  endpoint: 'https://fail.example.org/x',
  active: true,
  email_notification: false,
  export_type: 'json',
  auth_level: 'no_auth',
  username: '',
  custom_headers: {},
  subset_fields: [],
  payload_template: '',
}
const LOGS = { page: 1, pageSize: 20 }

const kindOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof ApiError ? error.kind : String(error)),
  )

/** A service that cannot be reached, with the entry of one row that was sent to it in vain. */
async function failingHook(lab: Lab, name: string) {
  const project = await createDeployedProject(lab, `service-${name}`)
  const hook = await lab.me.mutate(createHook(project.uid), { fields: { ...FIELDS, name } })
  const row = await addRow(lab, project, { name })
  const failed = async () => {
    const { results } = await lab.me.query(hookQueries.logs(project.uid, hook.uid, { ...LOGS, status: 0 }))
    return results[0]
  }
  const log = await poll(failed, (entry) => entry !== undefined, lab.signal)
  if (!log) throw new Error('No entry in the log')
  return { project, hook, row, log }
}

export const hooks: Group = {
  name: 'REST services',
  facts: [
    fact({
      name: 'a service can be added to a draft, changed and deleted',
      source: ['1201', '1202', '1204', '1209', '1220'],
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
      name: 'the settings of a service are replaced as a whole, its password with them',
      source: ['1205', 'NOTES REST services'],
      when: async (lab) => {
        const { body } = await addHook(lab, {
          auth_level: 'basic_auth',
          settings: { username: 'u', password: 'visible' },
        })
        const path = `${await hooksPath(lab)}${(body as { uid: string }).uid}/`
        const changed = await lab.me.request('PATCH', path, { body: { settings: { username: 'v' } } })
        return (changed.body as { settings: unknown }).settings
      },
      expected: { username: 'v' },
    }),
    fact({
      name: 'the app changes a service, keeps its password, and hands none out',
      source: ['1204', '1205'],
      when: async (lab) => {
        const { uid } = await lab.project('draft')
        const fields = { ...FIELDS, name: 'With a password', auth_level: 'basic_auth', username: 'u', active: false }
        const hook = await lab.me.mutate(createHook(uid), { fields, password: 'kept' })
        const from = hookFieldsOf(hook)
        const changed = await lab.me.mutate(changeHook(uid), {
          uid: hook.uid,
          from,
          to: { ...from, username: 'v', custom_headers: { 'X-Env': 'test' } },
        })
        const stored = await lab.me.request('GET', `${await hooksPath(lab)}${hook.uid}/`)
        const stale = await kindOf(
          lab.me.mutate(changeHook(uid), { uid: hook.uid, from, to: { ...from, name: 'Mine' } }),
        )
        const { settings } = stored.body as { settings: { username: string; password: string } }
        await lab.me.mutate(deleteHook(uid), hook.uid)
        return { shown: JSON.stringify(changed).includes('kept'), settings, stale }
      },
      expected: {
        shown: false,
        settings: { username: 'v', password: 'kept', custom_headers: { 'X-Env': 'test' } },
        stale: 'conflict',
      },
    }),
    fact({
      name: 'the endpoint is required',
      source: ['1206'],
      when: async (lab) => (await lab.me.request('POST', await hooksPath(lab), { body: { name: 'x' } })).status,
      expected: 400,
    }),
    fact({
      name: 'a template that is not JSON is refused',
      source: ['1207'],
      when: async (lab) => (await addHook(lab, { payload_template: '{bad' })).status,
      expected: 400,
    }),
    fact({
      name: 'an unknown way to sign in, an unknown format, and fields that are no list are refused',
      source: ['seen on a real KPI'],
      when: async (lab) => {
        const bodies = await Promise.all(
          [{ auth_level: 'bearer' }, { export_type: 'csv' }, { subset_fields: 'x' }].map((fields) =>
            addHook(lab, fields),
          ),
        )
        return bodies.map(({ status, body }) => [status, Object.keys(body as object)])
      },
      expected: [
        [400, ['auth_level']],
        [400, ['export_type']],
        [400, ['subset_fields']],
      ],
    }),
    fact({
      name: 'a template with quotes around the submission is saved',
      source: ['seen on a real KPI'],
      when: async (lab) => (await addHook(lab, { payload_template: '{"sub":"%SUBMISSION%"}' })).status,
      expected: 201,
    }),
    fact({
      name: 'the log of a service that is deleted is empty',
      source: ['seen on a real KPI'],
      when: async (lab) => {
        const { body } = await addHook(lab, {})
        const path = `${await hooksPath(lab)}${(body as { uid: string }).uid}/`
        await lab.me.request('DELETE', path)
        const log = await lab.me.request('GET', `${path}logs/`)
        return { gone: (await lab.me.request('GET', path)).status, log: log.status, entries: log.body }
      },
      expected: { gone: 404, log: 200, entries: { count: 0, next: null, previous: null, results: [] } },
    }),
    fact({
      name: 'a template is only for JSON',
      source: ['2390', '2391'],
      when: async (lab) => {
        const payload_template = '{"data": %SUBMISSION%}'
        const json = await addHook(lab, { payload_template, export_type: 'json' })
        const xml = await addHook(lab, { payload_template, export_type: 'xml' })
        return [json.status, xml.status]
      },
      expected: [201, 400],
    }),
    fact({
      name: 'schemes other than http and https are refused',
      source: ['2392'],
      when: async (lab) => (await addHook(lab, { endpoint: 'ftp://example.org/' })).status,
      expected: 400,
    }),
    fact({
      name: 'who may only view a project finds no services, and may add none',
      source: ['1210'],
      needs: 'other',
      when: async (lab) => {
        const path = `${(await lab.project('shared')).path}hooks/`
        const body = { name: 'x', endpoint: 'https://hooks.example.org/x' }
        const [list, added] = [await lab.other.request('GET', path), await lab.other.request('POST', path, { body })]
        return [list.status, added.status]
      },
      expected: [404, 404],
    }),
    fact({
      name: 'an inactive service cannot retry, an active one without failures has nothing to do',
      source: ['2398', '2399'],
      when: async (lab) => {
        const { uid } = await lab.project('draft')
        const hook = await lab.me.mutate(createHook(uid), { fields: { ...FIELDS, name: 'Retrying', active: false } })
        const inactive = await kindOf(lab.me.mutate(retryAllFailed(uid), hook.uid))
        const resumed = await lab.me.mutate(setHookActive(uid), { uid: hook.uid, active: true })
        const active = await lab.me.mutate(retryAllFailed(uid), hook.uid)
        await lab.me.mutate(deleteHook(uid), hook.uid)
        const left = await lab.me.query(hookQueries.list(uid))
        return { inactive, resumed: resumed.active, active, left: left.results.some((one) => one.uid === hook.uid) }
      },
      expected: { inactive: 'rejected', resumed: true, active: 0, left: false },
    }),
    fact({
      name: 'a row that arrives has one entry in the log, which cannot be retried within two minutes',
      source: ['1212', '1213', '1215', '1217', '2396', '2402'],
      when: async (lab) => {
        const { project, hook, row, log } = await failingHook(lab, 'failing')
        const again = await lab.me.query(hookQueries.log(project.uid, hook.uid, log.uid))
        const tooEarly = await kindOf(lab.me.mutate(retryLog(project.uid, hook.uid), log.uid))
        const all = await lab.me.mutate(retryAllFailed(project.uid), hook.uid)
        await lab.me.mutate(deleteHook(project.uid), hook.uid)
        return {
          isOfRow: log.submission_id === row.id && again.uid === log.uid,
          status: log.status,
          tries: log.tries,
          tooEarly,
          all,
        }
      },
      expected: { isOfRow: true, status: 0, tries: 1, tooEarly: 'rejected', all: 1 },
    }),
    fact({
      name: 'what arrives while a service is paused has no entry, and the log cannot be written',
      source: ['2400', '2401'],
      when: async (lab) => {
        const { project, hook } = await failingHook(lab, 'paused')
        await lab.me.mutate(setHookActive(project.uid), { uid: hook.uid, active: false })
        const missed = await addRow(lab, project, { name: 'missed' })
        await lab.me.mutate(setHookActive(project.uid), { uid: hook.uid, active: true })
        const { count } = await lab.me.query(hookQueries.logs(project.uid, hook.uid, LOGS))
        const posted = await lab.me.request('POST', `${project.path}hooks/${hook.uid}/logs/`, {
          body: { submission_id: missed.id },
        })
        await lab.me.mutate(deleteHook(project.uid), hook.uid)
        return { count, posted: posted.status }
      },
      expected: { count: 1, posted: 405 },
    }),
    fact({
      name: 'the history says when a service was added and paused',
      source: ['NOTES History and the access log'],
      when: async (lab) => {
        const { uid } = await lab.project('draft')
        const hook = await lab.me.mutate(createHook(uid), { fields: { ...FIELDS, name: 'Watched' } })
        await lab.me.mutate(setHookActive(uid), { uid: hook.uid, active: false })
        const search = { action: ['register-service', 'modify-service'], person: '', withViews: false }
        const entries = async () => {
          const { pages } = await lab.me.client.fetchInfiniteQuery({
            ...historyQueries.entries(uid, search),
            staleTime: 0,
          })
          return joinLogPages(pages).results
        }
        const isOfHook = ({ metadata }: Awaited<ReturnType<typeof entries>>[number]) => metadata.hook?.uid === hook.uid
        const found = await poll(entries, (all) => all.filter(isOfHook).length >= 2, lab.signal)
        await lab.me.mutate(deleteHook(uid), hook.uid)
        return found.filter(isOfHook).map(({ action, metadata }) => [action, metadata.hook?.active])
      },
      expected: [
        ['modify-service', false],
        ['register-service', true],
      ],
    }),
    fact({
      name: 'what a service sends is read as JSON, the newest row first or by id, and as XML',
      source: ['0745', 'NOTES REST services'],
      when: async (lab) => {
        const project = await createDeployedProject(lab, 'service-rows')
        const first = await addRow(lab, project, { name: 'first' })
        const second = await addRow(lab, project, { name: 'second' })
        const names = async (ids: readonly number[] | 'newest') =>
          (await lab.me.query(hookQueries.rows(project.uid, ids))).map((row) => row['name'])
        const xml = await lab.me.query(hookQueries.rowXml(project.uid, first.id))
        return {
          newest: await names('newest'),
          both: await names([first.id, second.id]),
          hasAnswer: xml.includes('<name>first</name>'),
        }
      },
      expected: { newest: ['second'], both: ['second', 'first'], hasAnswer: true },
    }),
  ],
}
