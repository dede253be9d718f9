/** An action as it was recorded here. What is JSON stays text: the outbox keeps it, and does not read it. */
export interface KeptAction {
  /** the command's id, call and content, under which it is sent */
  readonly id: string
  readonly call: string
  readonly user_id: number
  readonly hash: string
  readonly input: string
  /** milliseconds since 1970 */
  readonly recorded_at: number
  /** the school's day on which it was recorded */
  readonly day: string
  /** where the chain of the copy ended on which it was played */
  readonly base_number: number
  readonly base_hash: string
  /** JSON: what it did here, entry by entry */
  readonly effect: string
  /** JSON: numbers of the actions that it was built on */
  readonly depends: string
  /** JSON: what its caller was answered */
  readonly answer: string
  /** the number of the customer whom it concerns; empty where none is */
  readonly customer: string
}

/** What became of it. */
export interface OutboxRow extends KeptAction {
  readonly number: number
  readonly state: 'waiting' | 'sent' | 'refused' | 'taken_back'
  /** milliseconds since 1970 of that */
  readonly at: number | null
  /** the server's last entry of it, and JSON: the names that it gave for those from here */
  readonly entry: number | null
  readonly refs: string | null
  readonly code: string | null
  readonly message: string | null
  readonly remedy: string | null
  readonly settled_at: number | null
  readonly settled_by: number | null
  readonly settled_note: string | null
  /** the command that did it again by its form, and JSON: what that answered */
  readonly repeated_id: string | null
  readonly repeated_answer: string | null
}

/** What makes an outbox of each version one of the next. */
export const OUTBOX_STEPS: readonly string[] = [
  `
  create table actions (
    number integer primary key autoincrement,
    id text not null,
    call text not null,
    user_id integer not null,
    hash text not null,
    input text not null,
    recorded_at integer not null,
    day text not null,
    base_number integer not null,
    base_hash text not null,
    effect text not null,
    depends text not null,
    answer text not null,
    customer text not null
  ) strict;
  create index actions_by_command on actions (id);
  create table outcomes (
    number integer primary key references actions,
    state text not null check (state in ('sent', 'refused', 'taken_back')),
    at integer not null,
    entry integer,
    refs text,
    code text,
    message text,
    remedy text
  ) strict;
  create table settlements (
    number integer primary key references outcomes,
    settled_at integer not null,
    settled_by integer not null,
    settled_note text not null
  ) strict;
  ${onlyGrowing('actions', 'outcomes', 'settlements')}`,
  `create table repeats (
    id text primary key,
    number integer not null references outcomes,
    begun_by integer not null
  ) strict;
  create table repeated (
    number integer primary key references outcomes,
    repeated_id text not null references repeats,
    repeated_answer text not null
  ) strict;
  ${onlyGrowing('repeats', 'repeated')}`,
]

function onlyGrowing(...tables: readonly string[]): string {
  return tables
    .flatMap((table) =>
      ['update', 'delete'].map(
        (change) => `create trigger ${table}_refuse_${change} before ${change} on ${table}
          begin select raise(abort, 'the outbox only grows'); end;`,
      ),
    )
    .join('\n')
}

export const OUTBOX_ROWS = `
  select a.*, coalesce(o.state, 'waiting') as state, o.at, o.entry, o.refs, o.code, o.message, o.remedy,
    s.settled_at, s.settled_by, s.settled_note, r.repeated_id, r.repeated_answer
  from actions a left join outcomes o on o.number = a.number left join settlements s on s.number = a.number
    left join repeated r on r.number = a.number`
