import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'

/** Makes a certificate of an authority of its own for some addresses, readable for the server; answers its file. */
export function certificateFor(folder: string, hosts: readonly string[], name: string): string {
  const file = join(folder, `${name}.crt`)
  const key = join(folder, `${name}.key`)
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${hosts[0] ?? ''}`]
  const names = `subjectAltName=${hosts.map((host) => `IP:${host}`).join(',')}`
  execFileSync('openssl', [...words, '-addext', names, '-keyout', key, '-out', file], { stdio: 'ignore' })
  chmodSync(key, 0o600)
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', key, file])
  return file
}
