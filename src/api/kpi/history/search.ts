/** What is searched in a project's history. */
export interface HistorySearch {
  /** KPI's name of an action, or of several; empty for any. */
  action: string | readonly string[]
  /** A username; empty for anyone. */
  person: string
  /** From this moment on. */
  from?: Date | undefined
  /** Before this moment. */
  until?: Date | undefined
  /** Whether entries for views of the data are wanted too, where no action is named. */
  withViews: boolean
}

/** In quotes, where a backslash is an ordinary character: KPI takes off the quotes and nothing else. */
const quoted = (text: string) => (text.includes('"') ? `'${text.replaceAll("'", '')}'` : `"${text}"`)

/**
 * The `q` for a search, `undefined` for all [2002]. A person is searched by `user__username` [2004]; dates by
 * `date_created`, as KPI's documentation has it, not recorded.
 */
export function historyQuery({ action, person, from, until, withViews }: HistorySearch): string | undefined {
  const actions = [action].flat().filter((one) => one !== '')
  const anyAction = actions.map((one) => `action:${quoted(one)}`).join(' OR ')
  const terms = [
    actions.length > 1 ? `(${anyAction})` : anyAction || (withViews ? '' : 'NOT action:view-data'),
    person !== '' && `user__username:${quoted(person)}`,
    from && `date_created__gte:"${from.toISOString()}"`,
    until && `date_created__lt:"${until.toISOString()}"`,
  ].filter(Boolean)
  return terms.length === 0 ? undefined : terms.join(' AND ')
}
