import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiError } from '#/api/errors.ts'
import { submissionQueries } from '#/api/kpi/submissions/queries.ts'
import { isWebAddress } from '#/lib/is-web-address.ts'

type Purpose = 'edit' | 'view'

export interface WebForm {
  open: (purpose: Purpose) => Promise<void>
  isOpening: Purpose | null
  error: ApiError | null
  /** The address, if the browser blocked the new tab. */
  href: string | null
}

/** Opens a submission in the server's web form, in a new tab. */
export function useWebForm(assetUid: string, submissionId: number): WebForm {
  const client = useQueryClient()
  const [state, setState] = useState<Omit<WebForm, 'open'>>({ isOpening: null, error: null, href: null })

  const open = async (purpose: Purpose) => {
    // Opened before the address is known: after a wait, browsers would block the tab.
    const tab = window.open('about:blank', '_blank')
    if (tab) tab.opener = null
    setState({ isOpening: purpose, error: null, href: null })
    try {
      const { url } = await client.query(submissionQueries.enketo(assetUid, submissionId, purpose))
      if (!isWebAddress(url)) throw new TypeError(url)
      if (tab) tab.location.replace(url)
      setState({ isOpening: null, error: null, href: tab ? null : url })
    } catch (error) {
      tab?.close()
      setState({ isOpening: null, error: error as ApiError, href: null })
    }
  }
  return { ...state, open }
}
