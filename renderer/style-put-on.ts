/**
 * Puts on the style that the page only fetches beforehand (electron.vite.config.ts): what is painted first waits for
 * none. It stands where it stood, before what the parts of the window bring along and what is made at run time.
 */
export async function stylePutOn(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="preload"][as="style"]')
  await Promise.all(
    [...links].map(
      (link) =>
        new Promise<void>((resolve) => {
          // A window without its style is better than none.
          for (const end of ['load', 'error']) link.addEventListener(end, () => resolve(), { once: true })
          link.rel = 'stylesheet'
        }),
    ),
  )
}
