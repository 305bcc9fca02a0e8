import { type ComponentType, createContext } from 'react'
import { FullAnswer, type FullAnswerProps } from '#/dataset/answers/FullAnswer.tsx'

/** The component for an answer outside repeat groups: one with which it can be edited, for users with permission. */
export const AnswerSlotContext = createContext<ComponentType<FullAnswerProps>>(FullAnswer)
