import { MantineProvider } from '@mantine/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '#/i18n/i18n.ts'
import { lazyPart } from './lazy-part.tsx'

beforeAll(async () => {
  await startI18n()
  await i18n.loadNamespaces('errors')
})

afterEach(cleanup)

const Part = ({ name }: { name: string }) => <p>{`The part of ${name}`}</p>
const Closable = ({ onClose }: { onClose: () => void }) => <button onClick={onClose}>Done</button>
const fault = new TypeError('Failed to fetch dynamically imported module')
/** Awaited, because a component that suspends renders again at the end of the `act` in which it suspended. */
const renderInPage = async (part: ReactNode) =>
  act(async () =>
    render(
      <MantineProvider env="test">
        <p>The page</p>
        {part}
      </MantineProvider>,
    ),
  )

it('a part that cannot be loaded shows an error, and loads after a retry', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part)).mockRejectedValueOnce(fault)
  const Lazy = lazyPart(load)
  await renderInPage(<Lazy name="Ada" />)
  expect((await screen.findByRole('alert')).textContent).toContain('A part of the app could not be loaded')
  expect(screen.getByText('The page')).toBeTruthy()
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('a part that could not be loaded loads when the browser is online again', async () => {
  const Lazy = lazyPart(vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part)).mockRejectedValueOnce(fault))
  await renderInPage(<Lazy name="Ada" />)
  await screen.findByRole('alert')
  dispatchEvent(new Event('online'))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
})

it.each([
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
])('the error of a part with onClose can be closed by %s', async (_, close) => {
  const onClose = vi.fn<() => void>()
  const Lazy = lazyPart(vi.fn<() => Promise<typeof Closable>>(() => Promise.resolve(Closable)).mockRejectedValue(fault))
  await renderInPage(<Lazy onClose={onClose} />)
  await screen.findByRole('alert')
  await close()
  expect(onClose).toHaveBeenCalledOnce()
})

it('a part whose catalogue cannot be loaded shows an error, and loads both after a retry', async () => {
  const { backend } = i18n.services.backendConnector as { backend: { read: () => Promise<unknown> } }
  const read = vi.spyOn(backend, 'read').mockRejectedValue(fault)
  const Lazy = lazyPart(() => Promise.resolve(Part), { namespaces: ['finding'] })
  await renderInPage(<Lazy name="Ada" />)
  await screen.findByRole('alert')
  read.mockRestore()
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
  expect(i18n.t('finding:close')).not.toBe('close')
})

it('a part that is rendered twice loads once', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part))
  const Lazy = lazyPart(load)
  await Lazy.preload()
  await renderInPage([<Lazy key="1" name="Ada" />, <Lazy key="2" name="Bo" />])
  expect(await screen.findByText('The part of Bo')).toBeTruthy()
  expect(load).toHaveBeenCalledOnce()
})

it('a part that was preloaded is there at once, without its fallback', async () => {
  const Lazy = lazyPart(() => Promise.resolve(Part), { fallback: <p>Loading</p> })
  await Lazy.preload()
  render(<Lazy name="Ada" />)
  expect(screen.getByText('The part of Ada')).toBeTruthy()
  expect(screen.queryByText('Loading')).toBeNull()
})

it('a part that loads after it was rendered stays when its page renders again', async () => {
  const Lazy = lazyPart(() => Promise.resolve(Part))
  const report = vi.spyOn(console, 'error')
  let rerender: (page: ReactNode) => void = () => {}
  await act(async () => ({ rerender } = render(<Lazy name="Ada" />)))
  expect(screen.getByText('The part of Ada')).toBeTruthy()
  await act(async () => rerender(<Lazy name="Grace" />))
  expect(screen.getByText('The part of Grace')).toBeTruthy()
  expect(report).not.toHaveBeenCalled()
})
