import { configure } from '@testing-library/react'

// A busy machine takes longer than the usual second to answer.
configure({ asyncUtilTimeout: 15_000 })
