/** One way to break the code, and the test that must notice. */
export type Change = {
  /** What is changed, in words. */
  readonly what: string
  /** A file under src/. */
  readonly file: string
  /** Text that stands in the file exactly once, and what it becomes. */
  readonly from: string
  readonly to: string
  /** A file under test/, and the full name of a test in it. */
  readonly test: string
  readonly title: string
}
