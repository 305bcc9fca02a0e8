import { methodNotAllowed } from '#/demo/answers.ts'
import { openRosaUnauthorized } from '#/demo/open-rosa/answers.ts'
import { receive } from '#/demo/open-rosa/receive.ts'
import { readSent } from '#/demo/open-rosa/sent.ts'
import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { type Resource, resource } from '#/demo/resource.ts'

/** The largest body that is taken, in bytes [2081]. */
const LARGEST = '10000000'

/**
 * OpenRosa's address for submissions, and the one of each owner, where projects that anyone may send to take them
 * without signing in [0803, 0807].
 */
export const openRosaResources: Resource[] = [
  resource('submission', {
    GET: ({ request }) => {
      if (request.method !== 'HEAD') throw methodNotAllowed('GET')
      return new Response(null, { status: 204, headers: { 'X-OpenRosa-Accept-Content-Length': LARGEST } })
    },
    POST: async (call) => {
      const [, owner] = /^\/([^/]+)\/submission$/.exec(call.url.pathname) ?? []
      if (owner === undefined && call.username === ANONYMOUS) throw openRosaUnauthorized()
      return receive(call, await readSent(call.request), owner)
    },
  }),
]
