import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { HeaderRow } from '#/features/rest-services/model/service-form.ts'
import classes from '#/features/rest-services/services.module.css'
import { IconButton } from '#/ui/IconButton.tsx'

interface HeadersFieldsetProps {
  headers: readonly HeaderRow[]
  problem: string | undefined
  onChange: (headers: readonly HeaderRow[]) => void
}

/** Headers of one's own, as rows of name and value. */
export function HeadersFieldset({ headers, problem, onChange }: HeadersFieldsetProps) {
  const { t } = useTranslation('services')
  const change = (key: number, part: Partial<HeaderRow>) =>
    onChange(headers.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const nextKey = Math.max(-1, ...headers.map(({ key }) => key)) + 1
  return (
    <fieldset className={classes.fieldset}>
      <legend>{t('form.headers')}</legend>
      {headers.length === 0 && <p className={classes.small}>{t('form.headersHelp')}</p>}
      {headers.map(({ key, name, value }, index) => (
        <div key={key} className={classes.header}>
          <TextInput
            label={t('form.headerName', { number: index + 1 })}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={({ currentTarget }) => change(key, { name: currentTarget.value })}
          />
          <TextInput
            label={t('form.headerValue', { number: index + 1 })}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={({ currentTarget }) => change(key, { value: currentTarget.value })}
          />
          <IconButton
            label={t('form.headerRemove', { number: index + 1 })}
            size="var(--fb-ctl)"
            onClick={() => onChange(headers.filter((row) => row.key !== key))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </IconButton>
        </div>
      ))}
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => onChange([...headers, { key: nextKey, name: '', value: '' }])}
        >
          {t('form.headerAdd')}
        </Button>
      </div>
    </fieldset>
  )
}
