import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PRIVATE } from '../storage/durable-file.ts'
import { isRunning } from '../storage/temporary-files.ts'

const FORM = /^commands-under-way\.(\d+)-([0-9a-f]{12})$/
/** So long after its answer was handed over a command counts as unanswered, should this process be killed. */
const ARRIVES_MS = 1_000
const lineSchema = z.union([z.tuple([z.string(), z.int(), z.int()]), z.tuple([z.string()])])
/** the files of this process */
const own = new Set<string>()

export interface SentCommand {
  readonly id: string
  /** milliseconds since 1970 */
  readonly sentAt: number
}

/**
 * The commands that are worked on, noted beside the data by id and user alone: where this process is killed, the next
 * one knows whose answers got lost, and the window asks after them. What is kept is no part of the school: where it
 * cannot be written, the work goes on.
 */
export class SentCommands {
  readonly #file: string
  readonly #mark = randomBytes(6).toString('hex')
  #handle: number | null = null
  /** of earlier processes: never answered, and not asked after yet */
  readonly #lost = new Map<string, { readonly userId: number; readonly sentAt: number }>()
  readonly #answered = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(dataFolder: string) {
    own.add(this.#mark)
    this.#file = join(dataFolder, `commands-under-way.${process.pid}-${this.#mark}`)
    for (const file of leftIn(dataFolder)) {
      for (const [id, userId, sentAt] of unanswered(file)) {
        this.#lost.set(id, { userId, sentAt })
        this.#note([id, userId, sentAt])
      }
      forget(file)
    }
  }

  begin(id: string, userId: number, sentAt: Date): void {
    this.#answered.delete(id)
    this.#note([id, userId, sentAt.getTime()])
  }

  /** Its answer is on its way to the window. */
  end(id: string): void {
    this.#answered.add(id)
    this.#timer ??= setTimeout(() => this.#arrived(), ARRIVES_MS).unref()
  }

  /** The commands of a user whose answers got lost with an earlier process. */
  lostOf(userId: number): SentCommand[] {
    return [...this.#lost].flatMap(([id, lost]) => (lost.userId === userId ? [{ id, sentAt: lost.sentAt }] : []))
  }

  /** Somebody asked after it, and knows now what became of it. */
  askedAfter(id: string): void {
    if (this.#lost.delete(id)) this.#note([id])
  }

  close(): void {
    this.#arrived()
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
    own.delete(this.#mark)
    if (this.#lost.size === 0) forget(this.#file)
  }

  #arrived(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const id of this.#answered) this.#note([id])
    this.#answered.clear()
  }

  #note(line: z.output<typeof lineSchema>): void {
    try {
      this.#handle ??= openSync(this.#file, 'a', PRIVATE.file)
      writeSync(this.#handle, `${JSON.stringify(line)}\n`)
    } catch {
      // A full disk or a folder that cannot be written says so where it matters.
    }
  }
}

function forget(file: string): void {
  try {
    rmSync(file, { force: true, recursive: true })
  } catch {
    // It stays, and is looked at again by the next start.
  }
}

/** The files that processes have left that run no more. */
function leftIn(folder: string): string[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const [, process, mark] = FORM.exec(name) ?? []
      return mark === undefined || own.has(mark) || isRunning(Number(process)) ? [] : [join(folder, name)]
    })
  } catch {
    return []
  }
}

/** Empty where the file cannot be read: a folder of that name, or nobody may. The start goes on without it. */
function unanswered(file: string): [string, number, number][] {
  const sent = new Map<string, [string, number, number]>()
  for (const text of textOf(file).split('\n')) {
    const line = lineSchema.safeParse(parsed(text)).data
    if (line?.length === 3) sent.set(line[0], line)
    else if (line) sent.delete(line[0])
  }
  return [...sent.values()]
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The last line may be cut off. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
