import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { setServerLanguage } from '#/api/client.ts'
import { languageOf } from '#/i18n/languages.ts'
import { Notifications } from '#/ui/Notifications.tsx'
import { theme } from '#/ui/theme.ts'
import { type DemoControls, DemoControlsProvider } from './demo-controls.ts'
import { leaveWhenSignedOut } from './follow-connection.ts'
import { routes } from './routes.tsx'

/** The app, put together. */
export function createApp(demo: DemoControls) {
  const router = createHashRouter(routes)
  leaveWhenSignedOut(router)
  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false} // src/ui/theme.css holds them
        withGlobalClasses={false}
      >
        <FollowLanguage>
          <Notifications />
          <DemoControlsProvider value={demo}>
            <RouterProvider router={router} />
          </DemoControlsProvider>
        </FollowLanguage>
      </MantineProvider>
    </DirectionProvider>
  )
}

/** Mantine's direction, and the language of the server's texts, follow the interface's language. */
function FollowLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  const { code, dir } = languageOf(i18n.language)
  useEffect(() => {
    setDirection(dir)
    setServerLanguage(code)
  }, [code, dir, setDirection])
  return children
}
