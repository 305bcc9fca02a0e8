import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { createHashRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { setServerLanguage } from '#/api/client.ts'
import { SignInPrompt } from '#/app/sign-in/SignInPrompt.tsx'
import { languageOf } from '#/i18n/languages.ts'
import { Notifications } from '#/ui/feedback/Notifications.tsx'
import { theme } from '#/ui/theme.ts'
import type { InvalidConfigProps } from './InvalidConfig.tsx'
import { rememberLocations } from './change-connection.ts'
import { type DemoControls, DemoControlsProvider } from './demo-controls.ts'
import { leaveWhenSignedOut } from './follow-connection.ts'
import { rememberSearches } from './last-addresses.ts'
import { setMutationErrorReporter } from './query-client.ts'
import { routes } from './routes.tsx'

const InvalidConfig = lazy(async () => ({ default: (await import('./InvalidConfig.tsx')).InvalidConfig }))

/** The app with its providers, or a page about an invalid `config.json`. */
export function createApp(demo: DemoControls, invalidConfig?: InvalidConfigProps) {
  setMutationErrorReporter(
    (error) => void import('./report-mutation-error.ts').then((it) => it.reportMutationError(error)),
  )
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
          <SignInPrompt />
          <DemoControlsProvider value={demo}>
            {invalidConfig ? (
              <Suspense>
                <InvalidConfig {...invalidConfig} />
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
  rememberLocations(router)
  rememberSearches(router)
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
