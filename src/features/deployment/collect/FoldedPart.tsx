import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import classes from './CollectData.module.css'

interface FoldedPartProps {
  title: string
  /** The content, whose element has this id; rendered once it is opened. */
  children: (id: string) => ReactNode
}

/** A part of "Collect data" that is folded at first. */
export function FoldedPart({ title, children }: FoldedPartProps) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const id = useId()
  return (
    <section className={classes.part}>
      <h3>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={toggle}
        >
          <IconChevronDown size={16} stroke={1.75} aria-hidden />
          {title}
        </button>
      </h3>
      {isOpen && children(id)}
    </section>
  )
}
