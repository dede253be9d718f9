import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

const here = import.meta.dirname

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Native or tied to Electron's run time; everything else is bundled, which makes the start quick.
      externalizeDeps: { include: ['better-sqlite3', 'electron-store'] },
      rollupOptions: {
        input: { main: resolve(here, 'electron/main.ts'), cli: resolve(here, 'electron/cli.ts') },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        // A sandboxed window can only load CommonJS.
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
