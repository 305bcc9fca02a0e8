import { useState } from 'react'
import type { FormContent } from '#/api/kpi/form/schema.ts'
import { firstFields } from '#/dataset/model/loaded-fields.ts'
import type { SubmissionsViewState } from '#/dataset/query/query.ts'

/**
 * What the request for a page names. Columns that are chosen later are asked for by themselves: the page stays as it is.
 * `page` tells one from another.
 */
export function useInitialFields(content: FormContent, view: SubmissionsViewState, page: string) {
  const [kept, setKept] = useState(() => ({ page, content, fields: firstFields(content, view) }))
  if (kept.page === page && kept.content === content) return kept.fields
  const fields = firstFields(content, view)
  const isSame = JSON.stringify(fields) === JSON.stringify(kept.fields)
  setKept({ page, content, fields: isSame ? kept.fields : fields })
  return isSame ? kept.fields : fields
}
