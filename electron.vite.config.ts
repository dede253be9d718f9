import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const here = import.meta.dirname

/** Copies the files of a folder into the build, under a name of their own. */
function besideTheBuild(folder: string, name: string): Plugin {
  return {
    name: `copy ${name}`,
    generateBundle() {
      for (const file of readdirSync(folder)) {
        this.emitFile({ type: 'asset', fileName: `${name}/${file}`, source: readFileSync(resolve(folder, file)) })
      }
    },
  }
}

/** A window is built without the sentences that only the engine says; `test/house` holds that it names none of them. */
function withoutEngineWords(): Plugin {
  return {
    name: 'without engine words',
    enforce: 'pre',
    load: (id) => (id.endsWith('/shared/words/en/engine.ts') ? 'export const engine = {}' : null),
  }
}

/** Lays every script and style of the window packed beside it, for the host that serves it to a browser. */
function packed(): Plugin {
  return {
    name: 'packed',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
        writeFileSync(resolve(dir, `${file}.gz`), gzipSync(readFileSync(resolve(dir, file)), { level: 9 }))
      }
    },
  }
}

/** The window's style is fetched beforehand and put on by its script: what is painted first waits for no style. */
function paintedFirst(): Plugin {
  return {
    name: 'painted first',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replaceAll('<link rel="stylesheet"', '<link rel="preload" as="style"'),
    },
  }
}

export default defineConfig({
  main: {
    plugins: [besideTheBuild(resolve(here, 'electron/documents/pdf/fonts'), 'fonts')],
    build: {
      outDir: 'out/main',
      // Bundling makes the start quick; what is native or tied to Electron's run time stays outside.
      externalizeDeps: false,
      rollupOptions: {
        external: [
          'electron',
          'better-sqlite3',
          'pg',
          'electron-store',
          'pdfkit',
          'fontkit',
          'harfbuzzjs',
          // Makes a require of its own, beside which the build's cannot stand.
          'fflate',
          'read-excel-file/node',
          'write-excel-file/node',
        ],
        input: {
          main: resolve(here, 'electron/main.ts'),
          cli: resolve(here, 'electron/cli.ts'),
          'integrity-worker': resolve(here, 'electron/storage/sqlite/integrity-worker.ts'),
          'statement-worker': resolve(here, 'electron/statements/statement-worker.ts'),
          'reading-worker': resolve(here, 'electron/calls/threads/reading-worker.ts'),
          'writing-worker': resolve(here, 'electron/calls/threads/writing-worker.ts'),
        },
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
    plugins: [withoutEngineWords(), react(), paintedFirst(), packed()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: resolve(here, 'renderer/index.html') },
    },
  },
})
