/** The pieces of Electron's app that the last work needs. */
export interface Quittable {
  on(event: 'will-quit', listener: (event: { preventDefault(): void }) => void): unknown
  quit(): void
}

/** Holds the end of the application back until the last work is done, whether that went well or not. */
export function beforeQuitting(app: Quittable, lastWork: () => Promise<void>): void {
  let done = false
  let begun = false
  app.on('will-quit', (event) => {
    if (done) return
    event.preventDefault()
    if (begun) return
    begun = true
    const end = () => {
      done = true
      app.quit()
    }
    lastWork().then(end, end)
  })
}
