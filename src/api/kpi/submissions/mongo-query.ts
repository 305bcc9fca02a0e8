/** As `data/?query=` takes it: MongoDB's query language [0720-0733]. */
export type MongoQuery = Record<string, unknown>
