import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { patchDraft, versionsAdded } from '../../lab/patch-draft.ts'

const settingsAfter =
  (...changes: object[]) =>
  async (lab: Lab) => {
    let settings: Record<string, unknown> = {}
    for (const one of changes) ({ settings } = (await patchDraft(lab, { settings: one })).body)
    return settings
  }

const pick =
  (...keys: string[]) =>
  (settings: Record<string, unknown>) =>
    Object.fromEntries(keys.map((key) => [key, settings[key]]))

/** What a PATCH of a project's settings, tags and name changes. */
export const settings: Group = {
  name: 'settings of a project',
  facts: [
    fact({
      name: 'settings are merged by key',
      source: ['0372', '2021'],
      when: async (lab) =>
        pick(
          'description',
          'fieldboard',
        )(await settingsAfter({ description: 'kept', fieldboard: { a: 1 } }, { fieldboard: { b: 2 } })(lab)),
      expected: { description: 'kept', fieldboard: { b: 2 } },
    }),
    fact({
      name: 'an unknown key is kept and can be set to null, but not removed',
      source: ['2023'],
      when: async (lab) => pick('fieldboard')(await settingsAfter({ fieldboard: { a: 1 } }, { fieldboard: null })(lab)),
      expected: { fieldboard: null },
    }),
    fact({
      name: 'a single country becomes a list, and its code is added',
      source: ['0371', '0373'],
      when: async (lab) =>
        pick('country', 'country_codes')(await settingsAfter({ country: { label: 'Mali', value: 'MLI' } })(lab)),
      expected: { country: [{ label: 'Mali', value: 'MLI' }], country_codes: ['MLI'] },
    }),
    fact({
      name: 'data-table settings are stored unchanged',
      source: ['NOTES Further tried'],
      when: async (lab) =>
        pick('data-table')(
          await settingsAfter({ 'data-table': { 'sort-by': { fieldId: 'name', value: 'DESCENDING' }, unknown: [1] } })(
            lab,
          ),
        ),
      expected: { 'data-table': { 'sort-by': { fieldId: 'name', value: 'DESCENDING' }, unknown: [1] } },
    }),
    fact({
      name: 'settings that are a list are refused',
      source: ['2025'],
      when: async (lab) => (await patchDraft(lab, { settings: [1] })).status,
      expected: 400,
    }),
    fact({
      name: 'settings create no version',
      source: ['0542', '2020'],
      when: versionsAdded({ settings: { description: 'no version' } }),
      expected: 0,
    }),
    fact({
      name: 'tags create no version',
      source: ['0541', '2500'],
      when: versionsAdded({ tag_string: 'a,b' }),
      expected: 0,
    }),
    fact({
      name: 'a new name creates a version',
      source: ['0370', '0540'],
      when: async (lab) => {
        const { name } = (await patchDraft(lab, {})).body
        const added = await versionsAdded({ name: `${String(name)} renamed` })(lab)
        await patchDraft(lab, { name })
        return added
      },
      expected: 1,
    }),
    fact({
      name: 'tags are separated by commas',
      source: ['0375', '2500'],
      when: async (lab) =>
        String((await patchDraft(lab, { tag_string: 'north,round 1' })).body['tag_string'])
          .split(',')
          .map((tag) => tag.trim())
          .toSorted(),
      expected: ['north', 'round 1'],
    }),
    fact({
      name: 'a viewer may not change settings',
      source: ['0382', '2026'],
      needs: 'other',
      when: async (lab) => {
        const { path } = await lab.project('shared')
        await lab.me.request('POST', `${path}permission-assignments/`, {
          body: { user: `/api/v2/users/${lab.other.username}/`, permission: '/api/v2/permissions/view_asset/' },
        })
        const { status } = await lab.other.request('PATCH', path, {
          body: { settings: { description: 'by a viewer' } },
        })
        await lab.me.request('DELETE', `${path}permission-assignments/bulk/`, {
          body: { username: lab.other.username },
        })
        return status
      },
      expected: 403,
    }),
  ],
}
