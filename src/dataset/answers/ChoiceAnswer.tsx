import { type ChoiceList, labelIn } from '#/api/kpi/form/questions.ts'
import { chosenOf } from '#/dataset/model/values.ts'
import classes from './Answer.module.css'
import { useDisplay } from './display.ts'

interface ChoiceAnswerProps {
  answer: string
  choices: ChoiceList | undefined
}

const HUES = 6

/** One choice: the colour of its place in the list, and its label. */
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
  /** At most so many in a table's cell; the panel has all. */
  limit: number
}

/** Several choices, each in an outline of its own. */
export function SeveralChoices({ answer, choices, limit }: SeveralChoicesProps) {
  const { t } = useDisplay()
  const chosen = chosenOf(answer)
  return (
    <span className={classes.chips}>
      {chosen.slice(0, limit).map((value) => (
        <span key={value} className={classes.chip}>
          <ChoiceLabel answer={value} choices={choices} />
        </span>
      ))}
      {chosen.length > limit && t('answer.more', { count: chosen.length - limit })}
    </span>
  )
}

/** A choice that the form does not list is shown as it was sent. */
function ChoiceLabel({ answer, choices }: ChoiceAnswerProps) {
  const { language } = useDisplay()
  const choice = choices?.get(answer)
  const isXmlName = choice === undefined || language === null
  return <bdi dir={isXmlName ? 'ltr' : 'auto'}>{choice ? labelIn(choice, language) : answer}</bdi>
}
