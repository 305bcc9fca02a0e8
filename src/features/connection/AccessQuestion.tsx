import { IconShieldQuestion } from '@tabler/icons-react'
import { Trans } from 'react-i18next'
import { isExtension } from '#/lib/host-access.ts'
import { Note } from '#/ui/feedback/Note.tsx'
import { useHasHostAccess } from './use-host-access.ts'

/** Explains the browser's permission prompt before it appears. Only in the extension. */
export function AccessQuestion({ server }: { server: string | null }) {
  return server !== null && isExtension() && <Question server={server} />
}

function Question({ server }: { server: string }) {
  const isGiven = useHasHostAccess(server)
  if (isGiven !== false) return null
  return (
    <Note hue="petrol" icon={IconShieldQuestion}>
      <p>
        <Trans
          ns="connection"
          i18nKey="access.question"
          values={{ host: new URL(server).hostname }}
          components={{ host: <bdi dir="ltr" /> }}
        />
      </p>
    </Note>
  )
}
