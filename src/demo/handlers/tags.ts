import { requireUser } from '#/demo/authentication.ts'
import { permissionsOf } from '#/demo/permissions/permissions.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { json, pageOf, serverError } from '#/demo/responses.ts'
import { randomOf, uidOf } from '#/demo/seed/random.ts'

export const tagResources: Resource[] = [
  resource('api/v2/tags/', {
    /** The tags of the assets that the user can see [0146, 2501]. Searching fails [1343]. */
    GET: ({ db, username, url }) => {
      requireUser(username)
      if (url.searchParams.has('q')) throw serverError()
      const visible = db
        .assets()
        .filter((asset) => asset.grants.some((grant) => grant.username === username))
        .filter((asset) => permissionsOf(asset, username).has('view_asset'))
      const names = [...new Set(visible.flatMap(({ tag_string: tags }) => tags.split(',').filter(Boolean)))]
      return json(pageOf(url, names, (name) => ({ name, uid: uidOf('t', randomOf('tag', name)) })))
    },
  }),
]
