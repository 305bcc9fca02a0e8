/** MongoDB's query language, for the parameter `query` of `data/` [0720-0733]. */
export type MongoQuery = Record<string, unknown>

/** The field by which submissions are sorted. */
export interface SubmissionSort {
  /** Key of the answer. The server compares values as texts: 10 comes before 9 [0711]. */
  field: string
  descending: boolean
}
