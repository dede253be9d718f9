import { existsSync, readFileSync } from 'node:fs'

/** Lines of a failure's message that are shown: the sentence and what was compared, not the stack. */
const MESSAGE_LINES = 12

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface BrowserSuite {
  readonly suites?: readonly BrowserSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly file: string
    readonly ok: boolean
    readonly tests: readonly { readonly results: readonly { readonly errors: readonly { message?: string }[] }[] }[]
  }[]
}

/** What failed in vitest's JSON report, each with its file and message; a file that broke as a whole is one. */
export function unitFailures(file: string): readonly string[] {
  if (!existsSync(file)) return []
  const report: UnitReport = JSON.parse(readFileSync(file, 'utf8'))
  return report.testResults.flatMap((of) => {
    const tests = of.assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0 && of.status === 'failed') return [failure(of.name, '', [of.message])]
    return tests.map((test) => failure(of.name, test.fullName, test.failureMessages))
  })
}

/** What failed in Playwright's JSON report, each with its file and message. */
export function browserFailures(file: string): readonly string[] {
  if (!existsSync(file)) return []
  const report: BrowserSuite = JSON.parse(readFileSync(file, 'utf8'))
  return ofSuite(report)
}

function ofSuite(suite: BrowserSuite): readonly string[] {
  const own = (suite.specs ?? []).flatMap((spec) => {
    if (spec.ok) return []
    const messages = spec.tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))
    return [
      failure(
        spec.file,
        spec.title,
        messages.map(({ message }) => message ?? ''),
      ),
    ]
  })
  return [...own, ...(suite.suites ?? []).flatMap(ofSuite)]
}

function failure(file: string, title: string, messages: readonly string[]): string {
  const lines = messages.join('\n').split('\n').slice(0, MESSAGE_LINES)
  return [`FAILED ${file}${title ? ` > ${title}` : ''}`, ...lines.map((line) => `  ${line}`)].join('\n')
}
