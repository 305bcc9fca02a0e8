import { useIsFetching } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigation } from 'react-router'
import { paths } from '#/app/paths.ts'
import { SubmitSwitch } from '#/app/submit-switch.tsx'
import { preloadCode, preloadData } from './preload-page.ts'

/** The likely next pages, most likely first. The code is the same for every project. */
const NEXT = [paths.project('any'), paths.submissions('any')]

/** Milliseconds that the pointer or the focus stays on a link before its data is requested. */
const REST = 100

/**
 * Preloads pages: code when the browser is idle and this page has all its data, data when the pointer or the focus rests on
 * a link.
 */
export function PreloadPages() {
  const isNavigating = useNavigation().state !== 'idle'
  const isLoading = useIsFetching() > 0 || isNavigating
  useEffect(() => (isLoading ? undefined : whenIdle(preloadNext)), [isLoading])
  useEffect(preloadPointedLinks, [])
  return null
}

/** In series, so that the likeliest page has the whole network. */
async function preloadNext() {
  for (const path of NEXT) await preloadCode(path)
  await SubmitSwitch.preload() // the summary of a project has it
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(work: () => Promise<void>) {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(() => void work(), 500)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(() => void work())
  return () => cancelIdleCallback(handle)
}

/** Preloads the page of the link under the pointer or the focus. Returns a function that ends it. */
function preloadPointedLinks() {
  let timer: ReturnType<typeof setTimeout> | undefined
  const leave = () => clearTimeout(timer)
  const enter = ({ target }: Event) => {
    leave()
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#/"]') : null
    if (!link || link.getAttribute('aria-current') === 'page') return
    const path = link.hash.slice(1)
    void preloadCode(path)
    timer = setTimeout(() => void preloadData(path), REST)
  }
  const listeners = { pointerover: enter, focusin: enter, pointerout: leave, focusout: leave }
  for (const [type, listener] of Object.entries(listeners)) document.addEventListener(type, listener)
  return () => {
    leave()
    for (const [type, listener] of Object.entries(listeners)) document.removeEventListener(type, listener)
  }
}
