import { fact, type Group } from '../../fact.ts'

export const snapshots: Group = {
  name: 'snapshots',
  facts: [
    fact({
      name: 'a snapshot of a project has a URL for the preview',
      source: ['1311'],
      realOnly: 'it has no snapshots',
      when: async (lab) => {
        const { uid } = await lab.project('scratch')
        const { status, body } = await lab.me.request('POST', 'api/v2/asset_snapshots/', {
          body: { asset: `${lab.server}/api/v2/assets/${uid}/` },
        })
        return { status, preview: typeof (body as { enketopreviewlink?: unknown }).enketopreviewlink }
      },
      expected: { status: 201, preview: 'string' },
    }),
  ],
}
