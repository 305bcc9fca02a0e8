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
const Asked = ({ onClose }: { onClose: () => void }) => <button onClick={onClose}>Done</button>
const fault = new TypeError('Failed to fetch dynamically imported module')
/** Awaited: what waits for a promise is drawn again with the end of the act that it began in. */
const inPage = async (part: ReactNode) =>
  act(async () =>
    render(
      <MantineProvider env="test">
        <p>What is read</p>
        {part}
      </MantineProvider>,
    ),
  )

it('A part that cannot be loaded says so in its place, and is tried again', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part)).mockRejectedValueOnce(fault)
  const Lazy = lazyPart(load)
  await inPage(<Lazy name="Ada" />)
  expect((await screen.findByRole('alert')).textContent).toContain('A part of the app could not be loaded')
  expect(screen.getByText('What is read')).toBeTruthy()
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('comes by itself when the network is back', async () => {
  const Lazy = lazyPart(vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part)).mockRejectedValueOnce(fault))
  await inPage(<Lazy name="Ada" />)
  await screen.findByRole('alert')
  dispatchEvent(new Event('online'))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
})

it.each([
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
])('What the person asked for can be let go by %s', async (_, letGo) => {
  const onClose = vi.fn<() => void>()
  const Lazy = lazyPart(vi.fn<() => Promise<typeof Asked>>(() => Promise.resolve(Asked)).mockRejectedValue(fault))
  await inPage(<Lazy onClose={onClose} />)
  await screen.findByRole('alert')
  await letGo()
  expect(onClose).toHaveBeenCalledOnce()
})

it('A part is not shown without its words, and asks for them again', async () => {
  const { backend } = i18n.services.backendConnector as { backend: { read: () => Promise<unknown> } }
  const read = vi.spyOn(backend, 'read').mockRejectedValue(fault)
  const Lazy = lazyPart(() => Promise.resolve(Part), { words: ['finding'] })
  await inPage(<Lazy name="Ada" />)
  await screen.findByRole('alert')
  read.mockRestore()
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Try again' })))
  expect(await screen.findByText('The part of Ada')).toBeTruthy()
  expect(i18n.t('finding:label')).not.toBe('label')
})

it('is loaded once, however often it is shown', async () => {
  const load = vi.fn<() => Promise<typeof Part>>(() => Promise.resolve(Part))
  const Lazy = lazyPart(load)
  await Lazy.preload()
  await inPage([<Lazy key="1" name="Ada" />, <Lazy key="2" name="Bo" />])
  expect(await screen.findByText('The part of Bo')).toBeTruthy()
  expect(load).toHaveBeenCalledOnce()
})
