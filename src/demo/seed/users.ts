import { DEMO_CONNECTION } from '#/demo/connection.ts'
import { hexOf, lettersOf, randomOf } from './random.ts'

/** A user of the demo. The password is the username. */
export interface DemoUser {
  username: string
  name: string
  token: string
}

/** Invented people. Enumerators share one account per team, as they often do in the field. */
const PEOPLE: [username: string, name: string][] = [
  ['demo', 'Demo visitor'],
  ['amina', 'Amina Kariuki'],
  ['joseph', 'Joseph Ekal'],
  ['joseph.ouma', 'Joseph Ouma'],
  ['fatuma', 'Fatuma Hirsi'],
  ['yusuf', 'Yusuf Abdi'],
  ['p.lefevre', 'Pauline Lefèvre'],
  ['n.alsabri', 'ناديا الصبري'],
  ['d_mutiso', 'Daniel Mutiso'],
  ['g.furaha', 'Grâce Furaha'],
  ['m.salazar', 'Marisol Salazar'],
  ['t.bekele', 'Tigist Bekele'],
  ['h.qasim', 'هدى قاسم'],
  ...Array.from({ length: 8 }, (_, at): [string, string] => [`enum_team_0${at + 1}`, `Enumerators, team ${at + 1}`]),
]

export const DEMO_USERS: readonly DemoUser[] = PEOPLE.map(([username, name]) => ({
  username,
  name,
  token: username === DEMO_CONNECTION.username ? DEMO_CONNECTION.auth.token : hexOf(randomOf('token', username), 40),
}))

/** A user's uid in KPI's logs, the same in each of their entries. */
export const userUidOf = (username: string) => `u${lettersOf(randomOf('user', username), 21)}`

export const ENUMERATORS = DEMO_USERS.map(({ username }) => username).filter((username) => username.startsWith('enum_'))

export const DATE_JOINED = '2025-02-03T08:15:00Z'
