import { type ComponentType, createContext } from 'react'
import { FullAnswer, type FullAnswerProps } from '#/dataset/answers/FullAnswer.tsx'

/** What shows an answer outside repeat groups: on a submission's own page it can be edited there. */
export const AnswerPlaceContext = createContext<ComponentType<FullAnswerProps>>(FullAnswer)
