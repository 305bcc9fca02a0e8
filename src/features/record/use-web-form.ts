import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'

type Purpose = 'edit' | 'view'

export interface WebForm {
  open: (purpose: Purpose) => Promise<void>
  isOpening: Purpose | null
  error: ApiError | null
  /** Where the browser kept a new tab from opening. */
  href: string | null
}

/** Nothing but a web address is followed. */
const isWeb = (href: string) => /^https?:\/\//i.test(href)

/** Opens a submission in the server's web form, in a tab of its own. */
export function useWebForm(assetUid: string, submissionId: number): WebForm {
  const client = useQueryClient()
  const [state, setState] = useState<Omit<WebForm, 'open'>>({ isOpening: null, error: null, href: null })

  const open = async (purpose: Purpose) => {
    // Opened at once: after waiting for the address, browsers no longer take it for the person's wish.
    const tab = window.open('about:blank', '_blank')
    if (tab) tab.opener = null
    setState({ isOpening: purpose, error: null, href: null })
    try {
      const { url } = await client.query(submissionQueries.enketo(assetUid, submissionId, purpose))
      if (!isWeb(url)) throw new TypeError(url)
      if (tab) tab.location.replace(url)
      setState({ isOpening: null, error: null, href: tab ? null : url })
    } catch (error) {
      tab?.close()
      setState({ isOpening: null, error: error as ApiError, href: null })
    }
  }
  return { ...state, open }
}
