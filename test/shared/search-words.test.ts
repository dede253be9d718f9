import { describe, expect, it } from 'vitest'
import { foldText } from '../../shared/folded-text.ts'
import { matchesWords, searchWords } from '../../shared/search-words.ts'

/** What is typed, and what is written: each finds the other. */
const ALIKE = [
  ['OConnor', "O'Connor"],
  ['oconnor', 'O’Connor'],
  ['dangelo', "D'Angelo"],
  ['Walesa', 'Wałęsa'],
  ['soren', 'Søren'],
  ['Soeren', 'Søren'],
  ['strasse', 'Straße'],
  ['STRASSE', 'STRAẞE'],
  ['Aegidius', 'Ægidius'],
  ['Yildiz', 'Yıldız'],
  ['ISTANBUL', 'İstanbul'],
  ['Muller', 'Müller'],
  ['Mueller', 'Müller'],
  ['Haakon', 'Håkon'],
  ['Thorbjorg', 'Þorbjörg'],
  ['Dordevic', 'Đorđević'],
  ['Nguyen', 'Nguyễn'],
  ['Oeuvre', 'Œuvre'],
  ['ΓΙΩΡΓΟΣ', 'Γιώργος'],
  ['احمد', 'أحمد'],
  ['محمد', 'مُحَمَّد'],
  ['172', '١٧٢'],
  ['ｶﾅ', 'カナ'],
  ['Oahu', 'Oʻahu'],
  ['Jeanluc', 'Jean-Luc'],
] as const

/** What is typed finds what is written, not the other way about. */
const FINDS = [
  ['connor', "Sean O'Connor"],
  ["sean o'con", 'Sean O’Connor'],
  ['jeanluc', 'Jean-Luc Godard'],
  ['jean luc', 'Jean-Luc Godard'],
  ['godard', 'Jean-Luc Godard'],
  ['c-101', 'C-101'],
  ['101', 'C-101'],
  ['kim@exam', 'kim@example.com'],
] as const

const DOES_NOT_FIND = [
  ['joe', 'John Jonas'],
  ['muller', 'Miller'],
  ['onnor', "O'Connor"],
  ['રમ', 'રામ'],
  ['sean kelly', "Sean O'Connor"],
] as const

const finds = (typed: string, written: string) => matchesWords([written], searchWords(typed))

describe('a search', () => {
  it.each(ALIKE)('finds %s and %s by each other', (one, other) => {
    expect([finds(one, other), finds(other, one)]).toEqual([true, true])
  })

  it.each(FINDS)('by %s finds %s', (typed, written) => expect(finds(typed, written)).toBe(true))

  it.each(DOES_NOT_FIND)('by %s does not find %s', (typed, written) => expect(finds(typed, written)).toBe(false))
})

it('names sort as they are typed on a plain keyboard', () => {
  const names = ['Zoe', 'Łukasz', 'Ørsted', 'Müller', 'Émile', 'Anna', 'İnci']
  expect(names.toSorted((one, other) => (foldText(one) < foldText(other) ? -1 : 1))).toEqual([
    'Anna',
    'Émile',
    'İnci',
    'Łukasz',
    'Müller',
    'Ørsted',
    'Zoe',
  ])
})
