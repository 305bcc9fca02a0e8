import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { ANONYMOUS } from '#/api/kpi/permissions/access-summary.ts'
import { changeAccess } from '#/api/kpi/permissions/mutations.ts'
import type { Access } from '#/api/kpi/permissions/people.ts'
import { afterChange, type PublicChange, type PublicCodename, revokesSubmissions } from './public-access.ts'

/** Turns public access on and off. What opens something is asked first. */
export function usePublicChange(asset: Asset, anyone: Access, announce: (text: string) => void) {
  const { t } = useTranslation('sharing')
  const [asked, setAsked] = useState<PublicChange | null>(null)
  const change = useMutation(changeAccess(asset.uid))
  const [turning, setTurning] = useState<PublicCodename | null>(null)

  const write = (next: PublicChange) => {
    setTurning(next.codename)
    change.mutate(
      { username: ANONYMOUS, from: { held: next.before, partial: [] }, to: afterChange(next) },
      {
        onSuccess: ({ state }) => {
          setAsked(null)
          if (state === 'differs') return
          announce(
            t(
              revokesSubmissions(next)
                ? 'public.said.both_off'
                : `public.said.${next.codename}_${next.isOn ? 'on' : 'off'}`,
            ),
          )
        },
        onError: ({ kind }) => kind === 'conflict' && setAsked(null),
        onSettled: () => setTurning(null),
      },
    )
  }

  return {
    /** The change to confirm. */
    asked,
    change,
    /** What is being turned. */
    turning,
    turn: (codename: PublicCodename, isOn: boolean) => {
      if (change.isPending) return
      change.reset()
      const next = { codename, isOn, before: anyone.held }
      if (isOn || revokesSubmissions(next)) setAsked(next)
      else write(next)
    },
    confirm: () => asked && write(asked),
    close: () => {
      change.reset()
      setAsked(null)
    },
  }
}
