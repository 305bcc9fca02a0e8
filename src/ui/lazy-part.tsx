import type { FlatNamespace } from 'i18next'
import { type ComponentType, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { loadNamespaces } from '#/i18n/load-words.ts'
import { PartMissing } from '#/ui/feedback/PartMissing.tsx'

interface LazyPartOptions {
  /** What the part speaks, besides what its page does. */
  words?: FlatNamespace[]
  /** In its place until it is there. */
  fallback?: ReactNode
}

type Attempt<P> = Promise<{ Part: ComponentType<P> } | { error: unknown }>

/**
 * A part of a page that is loaded with its words when it is first shown, or before by `preload`, which never rejects.
 * Where it cannot be had, the page stays as it is: the part's place says so, with a way to try again. A part with
 * `onClose` is one that the person asked for: it says so over the page, and can be let go.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { words = [], fallback = null }: LazyPartOptions = {},
) {
  let had: Attempt<P> | undefined
  const preload = (): Attempt<P> =>
    (had ??= Promise.all([load(), loadNamespaces(...words)]).then(
      ([Part]) => ({ Part }),
      (error: unknown) => {
        had = undefined
        return { error }
      },
    ))

  function LazyPart(props: P) {
    const [attempt, setAttempt] = useState(preload)
    useFocusBack()
    return (
      <Suspense fallback={fallback}>
        <Loaded attempt={attempt} props={props} onRetry={() => setAttempt(preload())} />
      </Suspense>
    )
  }
  return Object.assign(LazyPart, { preload })
}

/** What takes the keyboard, a dialog, gives it back to where it was; Mantine's do so only where they stay in the page. */
function useFocusBack() {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isLost = document.activeElement === document.body
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )
}

interface LoadedProps<P> {
  attempt: Attempt<P>
  props: P
  onRetry: () => void
}

function Loaded<P extends object>({ attempt, props, onRetry }: LoadedProps<P>) {
  const loaded = use(attempt)
  if ('Part' in loaded) return <loaded.Part {...props} />
  const close = 'onClose' in props ? (props.onClose as () => void) : undefined
  return <PartMissing error={loaded.error} onRetry={onRetry} onClose={close} />
}
