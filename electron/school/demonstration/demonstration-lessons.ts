import type { Course, Lesson } from './demonstration-courses.ts'
import type { Flown } from './demonstration-desk.ts'
import type { DemonstrationPackage } from './demonstration-package.ts'
import type { SeededChance } from './seeded-chance.ts'

/** The shortest time that anybody starts an engine for, in hundredths. */
const SHORTEST = 50
const TENTH = 10

/** What is flown next, at most what the package still has; nothing once its hours are used up. */
export function nextLesson(chance: SeededChance, course: Course, pack: DemonstrationPackage): Flown[] {
  const possible = course.lessons.filter((lesson) => isPossible(lesson, pack))
  if (possible.length === 0) return lastHours(pack)
  return flownIn(chance, chance.of(possible.flatMap((lesson) => Array<Lesson>(lesson.often).fill(lesson))), pack)
}

function isPossible(lesson: Lesson, pack: DemonstrationPackage): boolean {
  if (pack.progress < lesson.from) return false
  const codes = lesson.flown.length > 0 ? lesson.flown : lesson.besides.map(([code]) => code)
  return codes.every((code) => pack.left(code) >= SHORTEST)
}

/** One time for all that is flown together: the aircraft's and the instructor's hours agree. */
function flownIn(chance: SeededChance, lesson: Lesson, pack: DemonstrationPackage): Flown[] {
  const time = Math.min(tenths(chance, ...lesson.time), ...lesson.flown.map((code) => pack.left(code)))
  return [
    ...lesson.flown.map((code) => ({ code, quantity: time })),
    ...lesson.besides.map(([code, least, most]) => ({ code, quantity: tenths(chance, least, most) })),
  ]
}

/** What is left here and there goes into the preparation for the checkride. */
function lastHours(pack: DemonstrationPackage): Flown[] {
  return hourCodes(pack)
    .filter((code) => pack.left(code) > 0)
    .map((code) => ({ code, quantity: Math.min(pack.left(code), 150) }))
}

/** The lines of a package that are sold by the hour. */
function hourCodes(pack: DemonstrationPackage): string[] {
  return pack.lines.filter(({ kind }) => kind === 'hour').map(({ code }) => code)
}

function tenths(chance: SeededChance, least: number, most: number): number {
  return chance.whole(least / TENTH, most / TENTH) * TENTH
}
