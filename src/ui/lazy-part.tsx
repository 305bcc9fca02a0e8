import type { FlatNamespace } from 'i18next'
import { type ComponentType, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { loadNamespaces } from '#/i18n/load-namespaces.ts'
import { PartMissing } from '#/ui/feedback/PartMissing.tsx'

interface LazyPartOptions {
  /** Catalogues that the part needs in addition to those of its page. */
  namespaces?: FlatNamespace[]
  /** Shown while the part loads. */
  fallback?: ReactNode
}

type Attempt<P> = Promise<{ Part: ComponentType<P> } | { error: unknown }>

/**
 * A component that loads when it is first rendered, or when `preload` is called, which never rejects. It loads its
 * catalogues, too; once loaded, it is rendered at once, without the fallback. If loading fails, the page stays as it is, and
 * an error with a retry button takes the component's place. A component with the prop `onClose` was opened by the user:
 * its error is shown in an overlay that can be closed.
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { namespaces = [], fallback = null }: LazyPartOptions = {},
) {
  let attempted: Attempt<P> | undefined
  let part: ComponentType<P> | undefined
  const preload = (): Attempt<P> =>
    (attempted ??= Promise.all([load(), loadNamespaces(...namespaces)]).then(
      ([Part]) => {
        part = Part
        return { Part }
      },
      (error: unknown) => {
        attempted = undefined
        return { error }
      },
    ))

  function LazyPart(props: P) {
    // Of the first render: React wants `use` called in every render of a component, or in none.
    const [preloaded] = useState(() => part)
    const [attempt, setAttempt] = useState(preload)
    useRestoredFocus()
    return (
      <Suspense fallback={fallback}>
        <Loaded part={preloaded} attempt={attempt} props={props} onRetry={() => setAttempt(preload())} />
      </Suspense>
    )
  }
  return Object.assign(LazyPart, { preload })
}

/** Restores the focus when a dialog is unmounted. Mantine does that only for dialogs that stay mounted. */
function useRestoredFocus() {
  const [previous] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isLost = document.activeElement === document.body
      if (isLost && previous instanceof HTMLElement) previous.focus({ preventScroll: true })
    },
    [previous],
  )
}

interface LoadedProps<P> {
  part: ComponentType<P> | undefined
  attempt: Attempt<P>
  props: P
  onRetry: () => void
}

function Loaded<P extends object>({ part: Part, attempt, props, onRetry }: LoadedProps<P>) {
  // React waits for a promise even if it is already fulfilled.
  const loaded = Part ? { Part } : use(attempt)
  if ('Part' in loaded) return <loaded.Part {...props} />
  const close = 'onClose' in props ? (props.onClose as () => void) : undefined
  return <PartMissing error={loaded.error} onRetry={onRetry} onClose={close} />
}
