import { setup, teardown } from './run.ts'

/** Around the run of the browser tests, which asks for one function that answers another. */
// oxlint-disable-next-line import/no-default-export -- the form that the runner asks for
export default function run(): () => void {
  setup()
  return teardown
}
