import { expect, it } from 'vitest'
import type { HookRecord } from '#/demo/records.ts'
import { attempt } from './delivery.ts'

const HOOK: HookRecord = {
  uid: 'h1',
  name: 'Hook',
  endpoint: 'https://hooks.example.org/x',
  active: true,
  export_type: 'json',
  auth_level: 'no_auth',
  email_notification: false,
  settings: {},
  subset_fields: [],
  payload_template: null,
  date_modified: '2026-12-01T00:00:00Z',
  logs: [],
}
const SENT = { status: 2, status_code: 200 }
const UNSENT = { status: 0, status_code: null, message: 'Submission has been deleted' }

it.each<[string, Partial<HookRecord>, object]>([
  ['JSON with some of the fields', { subset_fields: ['name', 'nothing'] }, SENT],
  ['JSON with a field of a group, by its name', { subset_fields: ['size'] }, SENT],
  ['JSON with nothing left', { subset_fields: ['nothing'] }, UNSENT],
  ['XML with nothing left', { subset_fields: ['nothing'], export_type: 'xml' }, SENT],
  ['a template with nothing left', { subset_fields: ['nothing'], payload_template: '{"sub":%SUBMISSION%}' }, SENT],
  [
    'a template that is the submission, with nothing left',
    { subset_fields: ['nothing'], payload_template: '%SUBMISSION%' },
    UNSENT,
  ],
  ['a template', { payload_template: '{"sub":%SUBMISSION%}' }, SENT],
  ['a template with quotes around the submission', { payload_template: '{"sub":"%SUBMISSION%"}' }, UNSENT],
])('answers for %s', (_, fields, answer) => {
  const submission = { _id: 1, name: 'A $& name', 'household/size': '3' } as unknown as Parameters<typeof attempt>[2]
  expect(attempt({ ...HOOK, ...fields }, { submission_id: 1 }, submission)).toMatchObject(answer)
})
