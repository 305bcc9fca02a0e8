import { Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { setValidationStatus } from '#/api/kpi/submissions/mutations.ts'
import { Verdict } from '#/api/kpi/submissions/schema.ts'
import { StatusLabel } from '#/dataset/answers/StatusLabel.tsx'

interface StatusMenuProps {
  assetUid: string
  submissionId: number
  verdict: Verdict | null
  opened?: boolean
  onClose?: () => void
  /** The button that opens it. */
  children: ReactNode
}

const NONE = 'none'

/** The statuses that a submission may be given. */
export function StatusMenu({ assetUid, submissionId, verdict, opened, onClose, children }: StatusMenuProps) {
  const { mutate } = useMutation(setValidationStatus(assetUid, submissionId))
  const choose = (value: string) => {
    const next = Verdict.safeParse(value).data ?? null
    if (next !== verdict) mutate(next)
  }
  return (
    <Menu position="bottom-start" {...(opened !== undefined && { opened })} {...(onClose && { onClose })}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={verdict ?? NONE} onChange={choose}>
          {[...Verdict.options, null].map((option) => (
            <Menu.RadioItem key={option} value={option ?? NONE} closeMenuOnClick>
              <StatusLabel verdict={option} />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
