import { release } from 'node:os'
import { VERSION } from '../../shared/version.ts'
import { log } from './program-log.ts'

/** Writes down that a host began, and on what. */
export function hostStarted(dataFolder: string, host: 'window' | 'browser'): void {
  const system = `${process.platform} ${process.arch} ${release()}`
  log(dataFolder, { event: 'start', host, version: VERSION, node: process.versions.node, system })
}
