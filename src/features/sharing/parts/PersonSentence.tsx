import type { Access } from '#/api/kpi/permissions/people.ts'
import { roleOf } from '#/api/kpi/permissions/roles.ts'
import { Sentence } from './sentences.tsx'
import { usePermissionPhrases } from './use-permission-phrases.ts'

interface PersonSentenceProps {
  name: string
  access: Access
}

/** One sentence on what a user can do: that of the role, or one made of the permissions. */
export function PersonSentence({ name, access }: PersonSentenceProps) {
  const { canDo } = usePermissionPhrases()
  const role = roleOf(access.held)
  if (role !== 'custom') return <Sentence of={`sentence.${role}`} name={name} />
  const what = canDo(access)
  if (what === '') return <Sentence of="sentence.nothing" name={name} />
  return <Sentence of="sentence.custom" name={name} what={what} />
}
