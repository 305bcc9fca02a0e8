import { TagsInput } from '@mantine/core'
import { IconTag, IconTagOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagQueries } from '#/api/kpi/tags/queries.ts'
import { tagsOf } from '#/api/kpi/tags/tag-string.ts'
import { newProjectJob } from '#/features/project-actions/jobs/project-job.ts'
import { possibilityOf } from '#/features/project-actions/project-can.ts'
import { ConfirmDialog } from '#/ui/dialogs/ConfirmDialog.tsx'
import { Obstacles } from './Obstacles.tsx'
import type { ActionDialogProps } from './dialog-props.ts'

/** Adds tags to projects, or removes them. The other tags of each project stay. */
export function TagDialog({
  kind,
  projects,
  username,
  onStart,
  onClose,
}: ActionDialogProps & { kind: 'tag' | 'untag' }) {
  const { t } = useTranslation('project-actions')
  const [chosen, setChosen] = useState<string[]>([])
  const [typed, setTyped] = useState('')
  const known = useQuery({ ...tagQueries.names(), enabled: kind === 'tag' })
  const possibility = possibilityOf(kind, projects, username)
  const { possible } = possibility
  const held = [...new Set(possible.flatMap(({ tag_string: tags }) => tagsOf(tags)))].toSorted()
  // What is still being typed counts, too.
  const tags = tagsOf([...chosen, typed].join(','))
  const unknown = kind === 'untag' ? tags.filter((tag) => !held.includes(tag)) : []
  const affected = possible.filter((project) => {
    const own = tagsOf(project.tag_string)
    return kind === 'tag' ? tags.some((tag) => !own.includes(tag)) : tags.some((tag) => own.includes(tag))
  })
  const count = affected.length
  const Icon = kind === 'tag' ? IconTag : IconTagOff
  const change = kind === 'tag' ? { add: tags, remove: [] } : { add: [], remove: tags }
  return (
    <ConfirmDialog
      opened
      title={t(`${kind}.title`, { count: possible.length })}
      confirmLabel={t(`${kind}.confirm`, { count: tags.length === 0 ? possible.length : count })}
      confirmIcon={<Icon size={16} stroke={1.75} aria-hidden />}
      ready={tags.length > 0 && count > 0}
      onConfirm={() => onStart(newProjectJob({ kind: 'tag', ...change }, affected))}
      onClose={onClose}
    >
      <p>{t(`${kind}.text`)}</p>
      <Obstacles {...possibility} />
      <TagsInput
        label={t('tag.label')}
        description={t('tag.help')}
        data={kind === 'tag' ? (known.data ?? []) : held}
        value={chosen}
        onChange={(next) => setChosen(tagsOf(next.join(',')))}
        searchValue={typed}
        onSearchChange={setTyped}
        splitChars={[',']}
        acceptValueOnBlur
        error={unknown.length > 0 && t('untag.unknown', { tags: unknown.join(', ') })}
        openOnFocus={false}
        data-autofocus
      />
      {tags.length > 0 && count < possible.length && (
        <p role="status">{t(`${kind}.unchanged`, { count: possible.length - count })}</p>
      )}
    </ConfirmDialog>
  )
}
