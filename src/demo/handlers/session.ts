import { requireUser } from '#/demo/authentication.ts'
import { type Resource, resource } from '#/demo/resource.ts'
import { forbidden, json, notFound } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { hexOf, lettersOf, randomOf } from '#/demo/seed/random.ts'
import { DEMO_USERS } from '#/demo/seed/users.ts'

const dateJoined = '2025-02-03T08:15:00Z'

export const sessionResources: Resource[] = [
  resource('token/', {
    GET: ({ username, url }) => {
      requireUser(username)
      const requestedUsername = url.searchParams.get('username')
      if (requestedUsername !== null && requestedUsername !== username) throw forbidden() // [0105]
      return json({ token: userNamed(username).token })
    },
  }),

  resource('me/', {
    GET: ({ username, url }) => {
      const { name } = userNamed(requireUser(username))
      const random = randomOf('me', username)
      const organization = `org${lettersOf(random, 21)}`
      return json({
        username,
        first_name: '',
        last_name: '',
        email: `${username}@example.org`,
        is_superuser: false,
        server_time: `${isoDate(Date.now()).slice(0, 19)}Z`,
        date_joined: dateJoined,
        projects_url: `${url.origin}/${username}`,
        gravatar: `https://www.gravatar.com/avatar/${hexOf(random, 32)}?s=40`,
        last_login: null,
        extra_details: { name, sector: '', country: '', organization: '', require_auth: true },
        git_rev: false,
        social_accounts: [],
        validated_password: true,
        accepted_tos: false,
        organization: {
          url: `${url.origin}/api/v2/organizations/${organization}/`,
          name: `${username}'s organization`,
          uid: organization,
        },
        extra_details__uid: `u${lettersOf(random, 21)}`,
      })
    },
  }),

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
        date_joined: dateJoined,
        public_collection_subscribers_count: 0,
        public_collections_count: 0,
      })
    },
  }),
]

function userNamed(username: string) {
  const user = DEMO_USERS.find((one) => one.username === username)
  if (!user) throw notFound()
  return user
}
