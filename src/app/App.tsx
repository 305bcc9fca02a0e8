import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { setServerLanguage } from '#/api/client.ts'
import { languageOf } from '#/i18n/languages.ts'
import { Notifications } from '#/ui/feedback/Notifications.tsx'
import { theme } from '#/ui/theme.ts'
import type { BrokenConfigProps } from './BrokenConfig.tsx'
import { SignInAgain } from './SignInAgain.tsx'
import { rememberPlaces } from './change-connection.ts'
import { type DemoControls, DemoControlsProvider } from './demo-controls.ts'
import { leaveWhenSignedOut } from './follow-connection.ts'
import { routes } from './routes.tsx'

const BrokenConfig = lazy(async () => ({ default: (await import('./BrokenConfig.tsx')).BrokenConfig }))

/** The app, put together; or a page about `config.json`, where it cannot be used. */
export function createApp(demo: DemoControls, broken?: BrokenConfigProps) {
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
          <SignInAgain />
          <DemoControlsProvider value={demo}>
            {broken ? (
              <Suspense>
                <BrokenConfig {...broken} />
              </Suspense>
            ) : (
              <RouterProvider router={createRouter()} />
            )}
          </DemoControlsProvider>
        </FollowLanguage>
      </MantineProvider>
    </DirectionProvider>
  )
}

function createRouter() {
  const router = createHashRouter(routes)
  leaveWhenSignedOut(router)
  rememberPlaces(router)
  return router
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
