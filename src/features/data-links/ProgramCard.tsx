import { useTranslation } from 'react-i18next'
import { Card } from '#/ui/Card.tsx'
import { CopyButton } from '#/ui/CopyButton.tsx'
import classes from './data-links.module.css'
import { type DataAddresses, type Program, SIGN_IN, snippetOf } from './snippets.ts'

interface ProgramCardProps {
  program: Program
  addresses: DataAddresses
  isPublic: boolean
}

/** The steps for one program, with code that runs as it is. */
export function ProgramCard({ program, addresses, isPublic }: ProgramCardProps) {
  const { t } = useTranslation('data-links')
  const code = snippetOf(program, addresses)
  const name = t(`program.${program}`)
  const signIn = SIGN_IN[program]
  const needs = isPublic && signIn !== 'key' ? 'nothing' : signIn === 'public' ? 'notPublic' : signIn
  const steps = [t(`step.${program}.1`), t(`step.${program}.2`), ...furtherSteps()]
  return (
    <Card title={name} aside={t(`needs.${needs}`)}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step}>
            {step}
            {index === 1 && (
              <div className={classes.snippet}>
                <pre className={classes.pre} dir="ltr">
                  {code}
                </pre>
                <CopyButton text={code} label={t('copyCode')} description={t('copyCodeOf', { program: name })} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )

  function furtherSteps(): string[] {
    switch (program) {
      case 'excel':
        return [isPublic ? t('step.excelPublic') : t('step.excel.3'), t('step.excel.4')]
      case 'powerBi':
        return [isPublic ? t('step.powerBiPublic') : t('step.powerBi.3'), t('step.powerBi.4')]
      case 'sheets':
        return [t('step.sheets.3')]
      default:
        return []
    }
  }
}
