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

/** Text as it sorts and compares: lower case, without accents, every letter as it is typed on a plain keyboard. */
export function foldText(text: string): string {
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
