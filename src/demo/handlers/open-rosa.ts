import { receive } from '#/demo/open-rosa/receive.ts'
import { openRosaUnauthorized } from '#/demo/open-rosa/responses.ts'
import { readSubmittedForm } from '#/demo/open-rosa/submitted-form.ts'
import { ANONYMOUS } from '#/demo/permissions/permissions.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { methodNotAllowed } from '#/demo/responses.ts'

/** Largest accepted body, in bytes [2081]. */
const MAX_BODY_SIZE = '10000000'

/**
 * OpenRosa's URL for submissions, and one URL per owner where projects that are open to anyone accept submissions
 * without authentication [0803, 0807].
 */
export const openRosaResources: Resource[] = [
  resource('submission', {
    GET: ({ request }) => {
      if (request.method !== 'HEAD') throw methodNotAllowed('GET')
      return new Response(null, { status: 204, headers: { 'X-OpenRosa-Accept-Content-Length': MAX_BODY_SIZE } })
    },
    POST: async (call) => {
      const [, owner] = /^\/([^/]+)\/submission$/.exec(call.url.pathname) ?? []
      if (owner === undefined && call.username === ANONYMOUS) throw openRosaUnauthorized()
      return receive(call, await readSubmittedForm(call.request), owner)
    },
  }),
]
