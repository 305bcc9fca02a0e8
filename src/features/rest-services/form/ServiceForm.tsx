import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asset } from '#/api/kpi/assets/schema.ts'
import { type HookFields, hookFieldsOf } from '#/api/kpi/hooks/hook-fields.ts'
import { changeHook, createHook } from '#/api/kpi/hooks/mutations.ts'
import { hookQueries } from '#/api/kpi/hooks/queries.ts'
import type { Hook } from '#/api/kpi/hooks/schema.ts'
import { fieldOptions, useFieldTexts } from '#/features/rest-services/model/field-options.ts'
import {
  isSameValues,
  lacksPlaceholder,
  NEW_SERVICE,
  PLACEHOLDER,
  problemsOf,
  type ServiceField,
  type ServiceValues,
  toFields,
  toValues,
} from '#/features/rest-services/model/service-form.ts'
import classes from '#/features/rest-services/services.module.css'
import { Card } from '#/ui/Card.tsx'
import { TextPage } from '#/ui/TextPage.tsx'
import { ErrorPanel } from '#/ui/feedback/ErrorPanel.tsx'
import { useUnsaved } from '#/ui/use-unsaved.ts'
import { AddressWarnings } from './AddressWarnings.tsx'
import { AuthFields } from './AuthFields.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { FieldsPicker } from './FieldsPicker.tsx'
import { HeadersFieldset } from './HeadersFieldset.tsx'
import { Warning } from './Warning.tsx'

interface ServiceFormProps {
  asset: Asset
  /** `null` for a new one. */
  hook: Hook | null
  onClose: () => void
  onSaved: (hook: Hook) => void
}

/** Fields of the server whose refusal is shown beside an input. */
const SERVER_FIELDS = ['name', 'endpoint', 'payload_template'] as const

/**
 * Adds or changes a service. What a colleague changed meanwhile is never overwritten without asking, and the password on
 * the server is never shown.
 */
export function ServiceForm({ asset, hook, onClose, onSaved }: ServiceFormProps) {
  const { t } = useTranslation(['services', 'common'])
  const client = useQueryClient()
  const options = fieldOptions(asset.content, 'json', useFieldTexts())
  const keys = options.map(({ value }) => value)
  // What was shown when editing began, to detect changes by colleagues.
  const [from, setFrom] = useState<HookFields | null>(() => hook && hookFieldsOf(hook))
  const initial = from ? toValues(from, keys) : NEW_SERVICE
  const [values, setValues] = useState<ServiceValues>(initial)
  const [showsProblems, setShowsProblems] = useState(false)
  const [saved, setSaved] = useState<Hook | null>(null)
  const isChanged = !isSameValues(values, initial)
  useUnsaved(isChanged && saved === null, 'edit')
  // After it no longer counts as unsaved, or the app would ask before it leaves.
  const leave = useEffectEvent(onSaved)
  useEffect(() => {
    if (saved) leave(saved)
  }, [saved])

  const create = useMutation(createHook(asset.uid))
  const update = useMutation(changeHook(asset.uid))
  const error = create.error ?? update.error
  const isPending = create.isPending || update.isPending
  const hasPassword = hook?.hasPassword === true && from?.auth_level === 'basic_auth'
  const problems = problemsOf(values, { hasPassword })
  const change = (part: Partial<ServiceValues>) => setValues({ ...values, ...part })
  const problemOf = (field: ServiceField) => {
    const problem = showsProblems ? problems[field] : undefined
    return problem && t(`services:form.problem.${problem}`)
  }
  const refusal = (field: (typeof SERVER_FIELDS)[number]) => error?.fields[field]
  const isConflict = error?.kind === 'conflict'
  const isBesideField = SERVER_FIELDS.some((field) => refusal(field) !== undefined)

  const save = (base: HookFields | null) => {
    setShowsProblems(true)
    if (Object.keys(problems).length > 0) return
    const password = values.hasAuth && values.password !== '' ? values.password : undefined
    const done = { onSuccess: (result: Hook) => setSaved(result) }
    if (!hook || !base) create.mutate({ fields: toFields(values, true), password }, done)
    else update.mutate({ uid: hook.uid, from: base, to: toFields(values, base.active), password }, done)
  }
  const now = async () => {
    const { results } = await client.query({ ...hookQueries.list(asset.uid), staleTime: 0 })
    return results.find(({ uid }) => uid === hook?.uid)
  }

  return (
    <TextPage>
      <Card title={t(hook ? 'services:form.edit' : 'services:form.add')}>
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault()
            save(from)
          }}
        >
          <TextInput
            label={t('services:form.name')}
            dir="auto"
            error={problemOf('name') ?? refusal('name')}
            value={values.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <div className={classes.fieldset}>
            <TextInput
              label={t('services:form.endpoint')}
              description={t('services:form.endpointHelp')}
              type="url"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              error={problemOf('endpoint') ?? refusal('endpoint')}
              value={values.endpoint}
              onChange={({ currentTarget }) => change({ endpoint: currentTarget.value })}
            />
            <AddressWarnings endpoint={values.endpoint.trim()} />
          </div>
          <Radio.Group
            label={t('services:form.format')}
            description={t('services:form.formatHelp')}
            value={values.format}
            onChange={(format) => change({ format: format === 'xml' ? 'xml' : 'json' })}
          >
            <div className={classes.actions}>
              <Radio value="json" label="JSON" />
              <Radio value="xml" label="XML" />
            </div>
          </Radio.Group>
          <FieldsPicker content={asset.content} values={values} problem={problemOf('fields')} onChange={change} />
          {values.format === 'json' && (
            <div className={classes.fieldset}>
              <Textarea
                label={t('services:form.template')}
                description={t('services:form.templateHelp', { placeholder: PLACEHOLDER })}
                placeholder={`{"data": ${PLACEHOLDER}}`}
                dir="ltr"
                autosize
                minRows={2}
                maxRows={8}
                spellCheck={false}
                error={problemOf('template') ?? refusal('payload_template')}
                value={values.template}
                onChange={({ currentTarget }) => change({ template: currentTarget.value })}
              />
              {lacksPlaceholder(values) && (
                <Warning>{t('services:form.noPlaceholder', { placeholder: PLACEHOLDER })}</Warning>
              )}
            </div>
          )}
          <AuthFields values={values} hasPassword={hasPassword} problemOf={problemOf} onChange={change} />
          <HeadersFieldset
            headers={values.headers}
            problem={problemOf('headers')}
            onChange={(headers) => change({ headers })}
          />
          <Checkbox
            label={t('services:form.emails')}
            description={t('services:form.emailsHelp')}
            checked={values.emails}
            onChange={({ currentTarget }) => change({ emails: currentTarget.checked })}
          />
          {!hook && <p className={classes.small}>{t('services:form.fromNowOn')}</p>}
          {isConflict && (
            <ChangedMeanwhile
              read={now}
              onTakeTheirs={(theirs) => {
                const fields = hookFieldsOf(theirs)
                setFrom(fields)
                setValues(toValues(fields, keys))
                update.reset()
              }}
              onUseMine={(theirs) => {
                const fields = hookFieldsOf(theirs)
                setFrom(fields)
                save(fields)
              }}
            />
          )}
          {error && !isConflict && !isBesideField && (
            <ErrorPanel isChange kind={error.kind} title={t('services:failed.save')} message={error.message} />
          )}
          {showsProblems && Object.keys(problems).length > 0 && (
            <p role="alert" className={classes.problem}>
              {t('services:form.problems', { count: Object.keys(problems).length })}
            </p>
          )}
          <div className={classes.actions}>
            <Button type="submit" loading={isPending} disabled={!isChanged}>
              {t(hook ? 'services:form.save' : 'services:form.create')}
            </Button>
            <Button variant="default" disabled={isPending} onClick={onClose}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </form>
      </Card>
    </TextPage>
  )
}
