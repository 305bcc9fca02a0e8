import type { Access } from '#/api/kpi/permissions/people.ts'
import { roleOf } from '#/api/kpi/permissions/roles.ts'
import { usePhrases } from './use-phrases.ts'
import { Sentence } from './words.tsx'

interface PersonSentenceProps {
  name: string
  access: Access
}

/** What one person can do, in one sentence: the role's own, or one put together from the permissions. */
export function PersonSentence({ name, access }: PersonSentenceProps) {
  const { canDo } = usePhrases()
  const role = roleOf(access.held)
  if (role !== 'custom') return <Sentence of={`sentence.${role}`} name={name} />
  const what = canDo(access)
  if (what === '') return <Sentence of="sentence.nothing" name={name} />
  return <Sentence of="sentence.custom" name={name} what={what} />
}
