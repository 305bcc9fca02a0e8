/** What everybody loads, with all that it imports, in one chunk: it compresses a tenth better than in thirty. */
const start = { name: 'start', test: /src[\\/](main|app[\\/]layouts[\\/]Shell|app[\\/]routes[\\/]projects)\.tsx$/ }

/** Small things that many parts share: a chunk for each would cost its name in the first load. */
const panels = {
  name: 'panels',
  test: /src[\\/]ui[\\/](?:feedback[\\/](?:(?:Conflict)?Note|ServerWords|ErrorPanel|EmptyState|UnreadableItems|PartMissing)|Card|lazy-part)\./,
}

const icons = {
  name: 'bits',
  test: /node_modules[\\/]@(?:tabler[\\/]icons-react|mantine[\\/]hooks)[\\/]/,
  minShareCount: 2,
}

/** How answers are shown, which every view of the rows needs. */
const display = {
  name: 'words',
  test: /src[\\/](?:dataset[\\/]answers[\\/](?:display|ColumnLabel|StatusLabel)\.tsx?|lib[\\/]bidi\.ts|api[\\/]kpi[\\/]submissions[\\/](?:loaded|system)-fields\.ts)$/,
}

/** Chunks of the build that are put together by hand. */
export const chunkGroups = [start, panels, display, icons]
