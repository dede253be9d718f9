const TYPES: Readonly<Record<string, string>> = { integer: 'bigint', text: 'text collate "C"', blob: 'bytea' }

/**
 * Writes a statement of a migration, as the embedded engine takes it, in PostgreSQL's words: so that one numbered list
 * makes both schemas. Texts are compared by their bytes, as the embedded engine does. What needs another form
 * altogether stands in `own-forms.ts`.
 */
export function translated(text: string): readonly string[] {
  const trigger =
    /^\s*create trigger (\S+) before (update|delete) on "?(\w+)"?\s+begin select raise\(abort, ('(?:[^']|'')*')\); end\s*$/.exec(
      text,
    )
  if (trigger) return refusals(trigger)
  if (/^\s*create table/.test(text)) return [createTable(text)]
  if (/^\s*alter table \S+ add column/.test(text)) return [references(columnTypes(text))]
  if (/^\s*create (unique )?index|^\s*(update|insert into|delete from|select|with) /.test(text)) return [text]
  throw new Error(`a migration has no form for PostgreSQL: ${text.trim().slice(0, 200)}`)
}

function refusals([, name, change, table, message]: RegExpExecArray): readonly string[] {
  const made = `create trigger ${name} before ${change} on ${table} for each row execute function refuse(${message})`
  if (change !== 'update') return [made]
  return [
    made,
    `create trigger ${table}_refuse_truncate before truncate on ${table} for each statement execute function refuse(${message})`,
  ]
}

function createTable(text: string): string {
  const [, table = ''] = /^\s*create table "?(\w+)"?/.exec(text) ?? []
  const body = text.replace(/\)\s*strict(,\s*without rowid)?\s*$/, ')')
  if (body === text) throw new Error(`the table ${table} is not strict`)
  // The embedded engine gives the next number after the greatest; a sequence would leave gaps after what was undone.
  const keyed = body.replace(/(\n\s*id) integer primary key/, `$1 bigint primary key default next_id('${table}')`)
  return references(columnTypes(keyed))
}

/** The type of each column: after its name, which stands first on a line, in the bracket or after a comma. */
function columnTypes(text: string): string {
  return text.replace(/([\n(,]\s*"?\w+"? |add column "?\w+"? )(integer|text|blob)\b/g, (_, before, type) => {
    return `${String(before)}${TYPES[String(type)]}`
  })
}

/** Everything that refers to something else can wait for the end of the transaction, where tables are made anew. */
function references(text: string): string {
  return text.replace(/(references \w+ \([^)]*\))(?! deferrable)/g, '$1 deferrable')
}
