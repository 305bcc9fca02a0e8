import type { ReactNode } from 'react'
import { type ChoiceList, labelIn } from '#/dataset/model/form.ts'
import { tagsOf } from '#/dataset/model/supplements.ts'
import { selectedValuesOf } from '#/dataset/model/values.ts'
import classes from './Answer.module.css'
import { useDisplay } from './display.ts'

interface ChoiceAnswerProps {
  answer: string
  choices: ChoiceList | undefined
  /** As in `Display`. */
  language: number | null
}

const HUES = 6

/** One choice: a colour by its index in the list, and its label. */
export function OneChoice({ answer, choices, language }: ChoiceAnswerProps) {
  const choice = choices?.get(answer)
  return (
    <span className={classes.choice}>
      {choice && <i className={classes.square} data-hue={choice.index % HUES} />}
      <ChoiceLabel answer={answer} choices={choices} language={language} />
    </span>
  )
}

interface SeveralChoicesProps extends ChoiceAnswerProps {
  /** Shows at most this many choices; `Infinity` for all. */
  limit: number
}

/** Several choices, each as a chip. */
export function SeveralChoices({ answer, choices, language, limit }: SeveralChoicesProps) {
  return (
    <Chips
      values={selectedValuesOf(answer)}
      limit={limit}
      render={(value) => <ChoiceLabel answer={value} choices={choices} language={language} />}
    />
  )
}

/** Tags, each as a chip. */
export const Tags = ({ answer, limit }: { answer: string; limit: number }) => (
  <Chips values={tagsOf(answer)} limit={limit} render={(tag) => <bdi>{tag}</bdi>} />
)

interface ChipsProps {
  values: readonly string[]
  limit: number
  render: (value: string) => ReactNode
}

function Chips({ values, limit, render }: ChipsProps) {
  const { t } = useDisplay()
  return (
    <span className={classes.chips}>
      {values.slice(0, limit).map((value) => (
        <span key={value} className={classes.chip}>
          {render(value)}
        </span>
      ))}
      {values.length > limit && t('answer.more', { count: values.length - limit })}
    </span>
  )
}

/** The label of a choice; its value if the form does not list it. */
function ChoiceLabel({ answer, choices, language }: ChoiceAnswerProps) {
  const choice = choices?.get(answer)
  const isXmlName = choice === undefined || language === null
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{choice ? labelIn(choice, language) : answer}</bdi>
}
