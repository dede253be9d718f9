import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.ts'
import { App } from './app.tsx'
import { prepareForContentSecurityPolicy } from './content-security.ts'
import { stylePutOn } from './style-put-on.ts'

prepareForContentSecurityPolicy()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root element')
// Not awaited: the build would then lay everything that this file imports into many small files.
void stylePutOn().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
