import type { ReactNode } from 'react'
import { NavLink, useParams } from 'react-router'
import { NoPage } from '#/app/NoPage.tsx'
import classes from './SectionPages.module.css'

/** A page of an area: one parameter of the address, `page`, says which. */
interface Section {
  /** The parameter; none for the first page. */
  page?: string
  label: string
  path: string
  content: ReactNode
}

interface SectionPagesProps {
  /** The name of the navigation. */
  label: string
  sections: readonly Section[]
}

/** The pages of an area with links to one another, such as those of a project's settings. */
export function SectionPages({ label, sections }: SectionPagesProps) {
  const { page } = useParams()
  const current = sections.find((section) => section.page === page)
  if (!current) return <NoPage />
  return (
    <>
      {sections.length > 1 && (
        <nav className={classes.links} aria-label={label}>
          {sections.map((section) => (
            <NavLink key={section.path} to={section.path} end>
              {section.label}
            </NavLink>
          ))}
        </nav>
      )}
      {current.content}
    </>
  )
}
