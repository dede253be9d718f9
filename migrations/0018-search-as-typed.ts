import { type Kysely, sql } from 'kysely'

const ROWS_AT_ONCE = 500

interface PackageWords {
  id: number
  customer: string
  number: string
  package: string
  code: string
  ref: string
}

/**
 * The Packages tab sorts and finds names as people type them: sort keys and search words are made anew, folded as the
 * program folds them from now on. The rules of that day are copied in: a landed migration does not change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table package_search`.execute(db)
  await sql`
    create virtual table package_search using fts5 (
      words, content = '', contentless_delete = 1, detail = none,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'", prefix = '1 2 3'
    )`.execute(db)
  for (let after = 0; ;) {
    const { rows } = await sql<PackageWords>`
      select p.id, c.name as customer, c.number, k.name as package, k.code, p.ref
      from customer_packages p join customers c on c.id = p.customer_id join packages k on k.id = p.package_id
      where p.id > ${after} order by p.id limit ${ROWS_AT_ONCE}`.execute(db)
    for (const row of rows) await indexAnew(db, row)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

async function indexAnew(db: Kysely<unknown>, row: PackageWords): Promise<void> {
  const words = wordsOf([row.customer, row.number, row.package, row.code, row.ref].join(' ')).join(' ')
  await sql`insert into package_search (rowid, words) values (${row.id}, ${words})`.execute(db)
  await sql`
    update package_list set customer_sort = ${foldText(row.customer)}, package_sort = ${foldText(row.package)}
    where customer_package_id = ${row.id}`.execute(db)
}

/** Letters that Unicode does not take apart, as people type them who do not have them on their keyboard. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  [
    'ßss æae œoe øo łl đd ðd þth ħh ŧt ŋn ıi ĸk əe ɛe ɔo ƒf ɓb ɗd ƙk ƴy ςσ'.split(' '),
    ['ىي', 'یي', 'کك', 'ةه'],
  ].flatMap((pairs) => pairs.map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)),
)
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'gu')

/** Accents and points; the vowel signs of Indian and other scripts are letters to who reads them, and stay. */
const ACCENTS =
  /(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/gu
/** Signs that join letters or give a direction; nobody sees them. */
const UNSEEN = /[\u00AD\u0640\u061C\u200B-\u200F\u2060\uFEFF]/g
/** The digits of other scripts, each row of ten by its 0. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xe50, 0x1040]
const DIGITS =
  /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0A66-\u0A6F\u0AE6-\u0AEF\u0BE6-\u0BEF\u0E50-\u0E59\u1040-\u1049]/g
const PLAIN = /^[\t -~]*$/

function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DIGITS, latinDigit)
}

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  return String(code - Math.max(...ZEROS.filter((zero) => zero <= code)))
}

/** Every sign that people type for an apostrophe, the letters of some languages among them. */
const APOSTROPHES = /['`\u00B4\u2018-\u201B\u02B9-\u02BC\u02BE\u02BF\u02C8\u2032\uA78C\uFF07]/gu
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u
const HYPHENATED = /(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu
/** Letters that are also written with two: Müller is Mueller, Søren Soeren, Håkon Haakon. */
const WITH_TWO = /[äöüøå]/giu
const TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** The words by which a text is found, folded: of O'Connor oconnor, o and connor; of Jean-Luc jean, luc and jeanluc. */
function wordsOf(text: string): string[] {
  const whole = text.normalize('NFC')
  const joined = whole.replace(APOSTROPHES, '')
  const written = new Set([joined, whole.replace(APOSTROPHES, ' '), joined.replace(HYPHENATED, '')])
  const folded = new Set([...written].flatMap((one) => [foldText(one), foldText(inTwo(one))]))
  return [...new Set([...folded].flatMap((one) => one.split(BETWEEN_WORDS)))].filter((word) => word !== '')
}

function inTwo(text: string): string {
  return text.replace(WITH_TWO, (letter) => TWO[letter.toLowerCase()] ?? letter)
}
