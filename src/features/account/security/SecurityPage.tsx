import { TextPage } from '#/ui/TextPage.tsx'
import { ApiKeyCard } from './ApiKeyCard.tsx'
import { SignInsCard } from './SignInsCard.tsx'

interface SecurityPageProps {
  /** Where recent sign-ins are listed; absent where there is no such page. */
  activityPath?: string
}

/** The API key and the sign-ins of the account. */
export function SecurityPage({ activityPath }: SecurityPageProps) {
  return (
    <TextPage>
      <ApiKeyCard />
      <SignInsCard activityPath={activityPath} />
    </TextPage>
  )
}
