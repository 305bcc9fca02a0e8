import { Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { StatusLabel } from '#/dataset/answers/StatusLabel.tsx'
import type { RowKey } from '#/dataset/model/row.ts'
import { Status } from '#/dataset/query/status.ts'
import type { StatusAccess } from '#/dataset/sources/source.ts'

interface StatusItemsProps {
  access: StatusAccess
  rowKey: RowKey
  status: Status | null
}

interface StatusMenuProps extends StatusItemsProps {
  opened?: boolean
  onClose?: () => void
  /** The button that opens it. */
  children: ReactNode
}

const NONE = 'none'

/** A menu that sets the validation status of a row. */
export function StatusMenu({ opened, onClose, children, ...items }: StatusMenuProps) {
  return (
    <Menu position="bottom-start" {...(opened !== undefined && { opened })} {...(onClose && { onClose })}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <StatusItems {...items} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** Menu items: each validation status, to set it. */
export function StatusItems({ access, rowKey, status }: StatusItemsProps) {
  const { mutate } = useMutation(access.set(rowKey))
  const choose = (value: string) => {
    const next = Status.safeParse(value).data ?? null
    if (next !== status) mutate(next)
  }
  return (
    <Menu.RadioGroup value={status ?? NONE} onChange={choose}>
      {[...Status.options, null].map((option) => (
        <Menu.RadioItem key={option} value={option ?? NONE} closeMenuOnClick>
          <StatusLabel status={option} />
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
