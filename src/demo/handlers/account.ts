import { keyOf, requireUser } from '#/demo/authentication.ts'
import { bodyOf, isRecord } from '#/demo/permissions/access.ts'
import { type Call, type Resource, resource } from '#/demo/resource.ts'
import { badRequest, forbidden, json, noContent, notFound } from '#/demo/responses.ts'
import { isoDate } from '#/demo/seed/assets.ts'
import { hexOf, lettersOf, randomOf } from '#/demo/seed/random.ts'
import { DATE_JOINED, DEMO_USERS } from '#/demo/seed/users.ts'
import { ensureOrganization, organizationOf, serializeOrganization } from './organizations.ts'

function userNamed(username: string) {
  const user = DEMO_USERS.find((one) => one.username === requireUser(username))
  if (!user) throw notFound()
  return user
}

/** @throws 403 for the key of another account, which only superusers may read [0105] */
function requireOwnKey({ username, url }: Call) {
  const requested = url.searchParams.get('username')
  const user = userNamed(username)
  if (requested !== null && requested !== username) throw forbidden()
  return user
}

async function createKey({ db }: Call, { username }: { username: string }): Promise<string> {
  const key = hexOf(Math.random, 40)
  await db.saveAccount({ ...db.account(username), key })
  return key
}

/** The account in KPI's format [0110]. */
function serializeAccount(call: Call) {
  const { db, username, url } = call
  const { name } = userNamed(username)
  const random = randomOf('me', username)
  const { first_name = '', last_name = '', details = {} } = db.account(username)
  const organization = serializeOrganization(organizationOf(call), call)
  return {
    username,
    first_name,
    last_name,
    email: `${username}@example.org`,
    is_superuser: false,
    server_time: `${isoDate(Date.now()).slice(0, 19)}Z`,
    date_joined: DATE_JOINED,
    projects_url: `${url.origin}/${username}`,
    gravatar: `https://www.gravatar.com/avatar/${hexOf(random, 32)}?s=40`,
    last_login: null,
    extra_details: { name, sector: '', country: '', organization: '', ...details, require_auth: true },
    git_rev: false,
    social_accounts: [],
    validated_password: true,
    accepted_tos: false,
    organization: { url: organization.url, name: organization.name, uid: organization.id },
    extra_details__uid: `u${lettersOf(random, 21)}`,
  }
}

const OF_ORGANIZATION = ['organization', 'organization_website', 'organization_type']

/** @throws 400 with KPI's checks (its source, `validate_extra_details`, and seen on a real KPI) */
function checkDetails(details: unknown, isMember: boolean): Record<string, unknown> {
  if (details === undefined) return {}
  if (details === null) throw badRequest({ extra_details: ['This field may not be null.'] })
  if (!isRecord(details)) throw badRequest({ extra_details: ['Unable to parse JSON'] })
  const refused = isMember ? OF_ORGANIZATION.filter((name) => name in details) : []
  const errors = Object.fromEntries(refused.map((name) => [name, 'This action is not allowed.']))
  if (refused.length === 0 && 'name' in details && !details['name']) errors['name'] = 'This field may not be blank.'
  if (Object.keys(errors).length > 0) throw badRequest({ extra_details: errors })
  return details
}

/** Longest names of Django's users. */
const LONGEST_NAME = 150

/** @throws 400 for a name that is too long (seen on a real KPI) */
function checkNames(body: Record<string, unknown>): Record<string, string> {
  const names: Record<string, string> = {}
  for (const field of ['first_name', 'last_name']) {
    const name = body[field]
    if (typeof name !== 'string') continue
    if (name.length > LONGEST_NAME) {
      throw badRequest({ [field]: [`Ensure this field has no more than ${LONGEST_NAME} characters.`] })
    }
    names[field] = name
  }
  return names
}

export const accountResources: Resource[] = [
  resource('token/', {
    GET: async (call) => {
      const user = requireOwnKey(call)
      return json({ token: keyOf(call.db, user) ?? (await createKey(call, user)) })
    },
    // Gives the key that there is, or makes one (seen on a real KPI).
    POST: async (call) => {
      const user = requireOwnKey(call)
      const key = keyOf(call.db, user)
      return json({ token: key ?? (await createKey(call, user)) }, key === null ? 201 : 200)
    },
    DELETE: async (call) => {
      const user = requireOwnKey(call)
      if (keyOf(call.db, user) === null) throw notFound()
      await call.db.saveAccount({ ...call.db.account(user.username), key: null })
      return noContent()
    },
  }),

  resource('logout-all/', {
    // There are no sessions in the page.
    POST: ({ username }) => {
      requireUser(username)
      return json('Logged out of all sessions')
    },
  }),

  resource('me/', {
    GET: async (call) => {
      await ensureOrganization(call)
      return json(serializeAccount(call))
    },
    PATCH: async (call) => {
      await ensureOrganization(call)
      const body = await bodyOf(call)
      const { username } = userNamed(call.username)
      const account = call.db.account(username)
      const details = checkDetails(body['extra_details'], organizationOf(call).members.length > 0)
      await call.db.saveAccount({
        ...account,
        ...checkNames(body),
        details: { ...account.details, ...details },
      })
      return json(serializeAccount(call))
    },
  }),
]
