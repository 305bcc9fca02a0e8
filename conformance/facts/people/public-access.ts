import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { sendRow } from '../../lab/projects.ts'
import { ANONYMOUS, clear, give, heldBy } from '../../lab/sharing.ts'

const afterOpening = (codename: string) => async (lab: Lab) => {
  await clear(lab, ANONYMOUS)
  const { status } = await give(lab, ANONYMOUS, codename)
  const held = await heldBy(lab, ANONYMOUS)
  await clear(lab, ANONYMOUS)
  return { status, held }
}

const refused = (codename: string, source: string[]) =>
  fact({
    name: `nobody’s account cannot hold ${codename}`,
    source,
    when: afterOpening(codename),
    expected: { status: 400, held: [] },
  })

/** What everybody may see, without an account. */
export const publicAccess: Group = {
  name: 'public access',
  facts: [
    fact({
      name: 'a form can be opened to everybody',
      source: ['0640-a'],
      when: afterOpening('view_asset'),
      expected: { status: 201, held: ['view_asset'] },
    }),
    fact({
      name: 'rows opened to everybody open the form too',
      source: ['0640-d'],
      when: afterOpening('view_submissions'),
      expected: { status: 201, held: ['view_asset', 'view_submissions'] },
    }),
    fact({
      name: 'submitting opened to everybody opens nothing else',
      source: ['0640-c'],
      when: afterOpening('add_submissions'),
      expected: { status: 201, held: ['add_submissions'] },
    }),
    refused('change_asset', ['0640-b']),
    refused('change_submissions', ['0640-e']),
    refused('delete_submissions', ['0640-f']),
    refused('manage_asset', ['0640-i']),
    fact({
      name: 'a public project is read without an account, and a closed one is not',
      source: ['0642', '0643', '0349', '0752'],
      when: async (lab) => {
        const { path } = await lab.project('shared')
        const statuses = async () => [
          (await lab.anonymous.ask('GET', path)).status,
          (await lab.anonymous.ask('GET', `${path}data/`)).status,
        ]
        await clear(lab, ANONYMOUS)
        const closed = await statuses()
        await give(lab, ANONYMOUS, 'view_submissions')
        const open = await statuses()
        await clear(lab, ANONYMOUS)
        return { closed, open }
      },
      expected: { closed: [404, 404], open: [200, 200] },
    }),
    fact({
      name: 'a public project is not in the lists of others',
      source: ['0644'],
      needs: 'other',
      when: async (lab) => {
        const { uid } = await lab.project('shared')
        await clear(lab, lab.other.username)
        await give(lab, ANONYMOUS, 'view_submissions')
        const { body } = await lab.other.ask('GET', 'api/v2/assets/', { query: { q: `uid:${uid}` } })
        await clear(lab, ANONYMOUS)
        return (body as { count: number }).count
      },
      expected: 0,
    }),
    fact({
      name: 'submitting without an account needs to be opened',
      source: ['0803', '0807'],
      when: async (lab) => {
        const project = await lab.project('shared')
        await clear(lab, ANONYMOUS)
        const closed = await sendRow(lab, project, { name: 'x' }, { as: lab.anonymous })
        await give(lab, ANONYMOUS, 'add_submissions')
        const open = await sendRow(
          lab,
          project,
          { name: 'x' },
          { as: lab.anonymous, path: `${lab.me.username}/submission` },
        )
        await clear(lab, ANONYMOUS)
        return [closed.status, open.status]
      },
      expected: [401, 201],
    }),
    fact({
      name: 'without an account people are not listed',
      source: ['0133'],
      when: async (lab) => (await lab.anonymous.ask('GET', 'api/v2/users/')).status,
      expected: 401,
    }),
  ],
}
