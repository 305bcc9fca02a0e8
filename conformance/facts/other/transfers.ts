import { fact, type Group } from '../../fact.ts'
import type { Lab } from '../../lab/lab.ts'
import { makeProject } from '../../lab/projects.ts'

const invite = async (lab: Lab, assets: string[]) =>
  lab.me.ask('POST', 'api/v2/project-ownership/invites/', {
    body: { recipient: `${lab.server}/api/v2/users/${lab.other.username}/`, assets },
  })
interface Invite {
  url: string
  status: string
}

const answer = async (account: Lab['me'], { url }: Invite, status: string) =>
  account.ask('PATCH', `api/v2/project-ownership/invites/${/invites\/(\w+)\//.exec(url)?.[1]}/`, { body: { status } })

const noTransfers = 'it knows no transfers of ownership'

export const transfers: Group = {
  name: 'transfers of ownership',
  facts: [
    fact({
      name: 'an invitation is pending until it is answered; declined, the project stays',
      source: ['1360', '2316', '2318'],
      needs: 'other',
      realOnly: noTransfers,
      when: async (lab) => {
        const project = await makeProject(lab, 'transfer')
        const { status, body } = await invite(lab, [project.uid])
        const declined = await answer(lab.other, body as Invite, 'declined')
        const asset = (await lab.me.ask('GET', project.path)).body as { owner__username: string }
        return {
          status,
          state: (body as Invite).status,
          declined: (declined.body as { status: string }).status,
          isMine: asset.owner__username === lab.me.username,
        }
      },
      expected: { status: 201, state: 'pending', declined: 'declined', isMine: true },
    }),
    fact({
      name: 'a pending invitation blocks the next one',
      source: ['2314'],
      needs: 'other',
      realOnly: noTransfers,
      when: async (lab) => {
        const project = await makeProject(lab, 'transfer-twice')
        const { body } = await invite(lab, [project.uid])
        const { status } = await invite(lab, [project.uid])
        await answer(lab.me, body as Invite, 'cancelled')
        return status
      },
      expected: 400,
    }),
    fact({
      name: 'only the owner may hand a project over',
      source: ['2310'],
      needs: 'other',
      realOnly: noTransfers,
      when: async (lab) => {
        const project = await makeProject(lab, 'not-mine', undefined, lab.other)
        return (await invite(lab, [project.uid])).status
      },
      expected: 400,
    }),
  ],
}
