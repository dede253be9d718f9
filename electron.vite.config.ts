import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Bundling makes the start quick; what is native or tied to Electron's run time stays outside.
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron', 'better-sqlite3', 'electron-store'],
        input: { main: resolve(here, 'electron/main.ts'), cli: resolve(here, 'electron/cli.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(here, 'electron/preload.ts'), page: resolve(here, 'electron/browser/page.ts') },
        // A sandboxed window can only load CommonJS; the page's script runs as a plain one.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      rollupOptions: { input: resolve(here, 'renderer/index.html') },
    },
  },
})
