import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { ErrorPanel } from './ErrorPanel.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('errors')
})

afterEach(cleanup)

it('other-account: names the account, does not claim that nothing was saved, and offers no retry', () => {
  render(
    <MantineProvider env="test">
      <ErrorPanel isChange kind="other-account" title="The name was not saved" message="bob" onRetry={() => {}} />
    </MantineProvider>,
  )
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('This was done under another account')
  expect(alert.textContent).toContain('in the name of bob')
  expect(alert.textContent).not.toContain('not saved')
  expect(screen.queryByRole('button')).toBeNull()
})

it('no-network: says that nothing was sent only of a change', () => {
  const show = (isChange: boolean) => {
    cleanup()
    render(
      <MantineProvider env="test">
        <ErrorPanel kind="no-network" isChange={isChange} />
      </MantineProvider>,
    )
    return screen.getByRole('alert').textContent
  }
  expect(show(false)).toContain('This page could not be loaded. Try again when you are connected.')
  expect(show(false)).not.toContain('Nothing was sent')
  expect(show(true)).toContain('Nothing was sent. What you entered or chose is still here.')
})
