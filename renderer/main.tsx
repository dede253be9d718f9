import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.ts'
import { App } from './app.tsx'
import { prepareForContentSecurityPolicy } from './content-security.ts'

prepareForContentSecurityPolicy()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root element')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
