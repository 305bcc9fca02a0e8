import { requireUser } from '#/demo/authentication.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { forbidden, json } from '#/demo/responses.ts'
import { DATE_JOINED, DEMO_USERS } from '#/demo/seed/users.ts'

export const userResources: Resource[] = [
  resource('api/v2/users/', {
    // Only superusers may list users [0130]; the demo has none.
    GET: ({ username }) => {
      requireUser(username)
      throw forbidden()
    },
  }),

  resource('api/v2/users/:username/', {
    GET: ({ params, username, url }) => {
      requireUser(username)
      const user = DEMO_USERS.find((one) => one.username === params.username)
      if (!user) return json({ detail: 'No User matches the given query.' }, 404)
      return json({
        url: `${url.origin}/api/v2/users/${user.username}/`,
        username: user.username,
        date_joined: DATE_JOINED,
        public_collection_subscribers_count: 0,
        public_collections_count: 0,
      })
    },
  }),
]
