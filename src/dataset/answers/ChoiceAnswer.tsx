import { type ChoiceList, labelIn } from '#/dataset/model/form.ts'
import { selectedValuesOf } from '#/dataset/model/values.ts'
import classes from './Answer.module.css'
import { useDisplay } from './display.ts'

interface ChoiceAnswerProps {
  answer: string
  choices: ChoiceList | undefined
}

const HUES = 6

/** One choice: a colour by its index in the list, and its label. */
export function OneChoice({ answer, choices }: ChoiceAnswerProps) {
  const choice = choices?.get(answer)
  return (
    <span className={classes.choice}>
      {choice && <i className={classes.square} data-hue={choice.index % HUES} />}
      <ChoiceLabel answer={answer} choices={choices} />
    </span>
  )
}

interface SeveralChoicesProps extends ChoiceAnswerProps {
  /** Shows at most this many choices; `Infinity` for all. */
  limit: number
}

/** Several choices, each as a chip. */
export function SeveralChoices({ answer, choices, limit }: SeveralChoicesProps) {
  const { t } = useDisplay()
  const values = selectedValuesOf(answer)
  return (
    <span className={classes.chips}>
      {values.slice(0, limit).map((value) => (
        <span key={value} className={classes.chip}>
          <ChoiceLabel answer={value} choices={choices} />
        </span>
      ))}
      {values.length > limit && t('answer.more', { count: values.length - limit })}
    </span>
  )
}

/** The label of a choice; its value if the form does not list it. */
function ChoiceLabel({ answer, choices }: ChoiceAnswerProps) {
  const { language } = useDisplay()
  const choice = choices?.get(answer)
  const isXmlName = choice === undefined || language === null
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{choice ? labelIn(choice, language) : answer}</bdi>
}
