interface WithConnection {
  /** Not in every browser. */
  connection?: { saveData?: boolean }
}

/** Whether the person asked the browser to load no more than needed. */
export const savesData = () => (navigator as WithConnection).connection?.saveData === true
