import { receive } from '#/demo/open-rosa/receive.ts'
import { formList, manifest, xformId } from '#/demo/open-rosa/form-list.ts'
import { openRosaUnauthorized } from '#/demo/open-rosa/responses.ts'
import { readSubmittedForm } from '#/demo/open-rosa/submitted-form.ts'
import { ANONYMOUS, permissionsOf } from '#/demo/permissions/permissions.ts'
import type { AssetRecord } from '#/demo/records.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { methodNotAllowed, notFound } from '#/demo/responses.ts'

/** Largest accepted body, in bytes [2081]. */
const MAX_BODY_SIZE = '10000000'

/** Archived projects are in no list of forms. */
const isCollecting = ({ active, deployed_version_id: version }: AssetRecord) => active && version !== null

/**
 * OpenRosa's URL for submissions, and one URL per owner where projects that are open to anyone accept submissions
 * without authentication [0803, 0807].
 */
export const openRosaResources: Resource[] = [
  resource('formList', {
    GET: (call) => {
      const [username, id] = [call.username, call.url.searchParams.get('formID')]
      if (username === ANONYMOUS) throw openRosaUnauthorized()
      const forms = call.db
        .assets()
        .filter((asset) => isCollecting(asset) && permissionsOf(asset, username).has('add_submissions'))
        .filter(({ uid }) => id === null || uid === id)
      return formList(forms, call.url.origin)
    },
  }),
  resource('xformsManifest/:id', {
    GET: ({ db, params, username, url }) => {
      if (username === ANONYMOUS) throw openRosaUnauthorized()
      const asset = db.assets().find((one) => isCollecting(one) && xformId(one) === params.id)
      if (!asset || !permissionsOf(asset, username).has('add_submissions')) throw notFound()
      return manifest(asset, url.origin)
    },
  }),
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
