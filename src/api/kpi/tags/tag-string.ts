/** The tags of a project, without empty and repeated ones. KPI splits them at commas, without quoting [2500]. */
export const tagsOf = (tagString: string): string[] => [
  ...new Set(
    tagString
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

/** A change of tags. A tag that is in both is added. */
export interface TagChange {
  add: readonly string[]
  remove: readonly string[]
}

/** The tags after a change, in their order; added ones come last. */
export function changedTags(tags: readonly string[], { add, remove }: TagChange): string[] {
  const kept = tags.filter((tag) => !remove.includes(tag) || add.includes(tag))
  return [...new Set([...kept, ...add])]
}
