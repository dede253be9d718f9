/** A kind of lesson: what is flown together for the same time, and what goes with it. */
export interface Lesson {
  /** codes of the aircraft, the simulator, the instructor */
  readonly flown: readonly string[]
  /** least and most, in hundredths of an hour */
  readonly time: readonly [least: number, most: number]
  readonly besides: readonly (readonly [code: string, least: number, most: number])[]
  /** the part of the aircraft's hours after which students do it, 0 to 1 */
  readonly from: number
  /** how many of them among the lessons */
  readonly often: number
}

export interface Course {
  readonly lessons: readonly Lesson[]
  /** items taken once that part of the aircraft's hours is flown */
  readonly milestones: readonly (readonly [code: string, from: number])[]
}

const FLIGHT: readonly [number, number] = [100, 180]
const SIMULATOR: readonly [number, number] = [100, 150]
const ON_THE_GROUND: readonly [number, number] = [0, 0]

/** How students of each package spend their time. */
export const COURSES: Readonly<Record<string, Course>> = {
  PPL: {
    lessons: [
      { flown: ['C172', 'DUAL'], time: FLIGHT, besides: [['BRIEF', 30, 50]], from: 0, often: 14 },
      { flown: ['C172'], time: FLIGHT, besides: [['BRIEF', 30, 30]], from: 0.35, often: 6 },
      { flown: ['SIM', 'DUAL'], time: [100, 100], besides: [], from: 0.1, often: 1 },
      { flown: [], time: ON_THE_GROUND, besides: [['GROUND', 100, 150]], from: 0, often: 5 },
    ],
    milestones: [
      ['KIT', 0],
      ['GSCHOOL', 0.05],
      ['WRITTEN', 0.45],
    ],
  },
  PPL24: {
    lessons: [
      { flown: ['C172', 'DUAL'], time: FLIGHT, besides: [], from: 0, often: 8 },
      { flown: ['C172'], time: FLIGHT, besides: [], from: 0.35, often: 3 },
    ],
    milestones: [['KIT', 0]],
  },
  IFR: {
    lessons: [
      { flown: ['C172', 'DUAL'], time: FLIGHT, besides: [['GROUND', 30, 50]], from: 0, often: 6 },
      { flown: ['SIM', 'DUAL'], time: SIMULATOR, besides: [['GROUND', 30, 50]], from: 0, often: 4 },
      { flown: ['C172'], time: FLIGHT, besides: [], from: 0.4, often: 3 },
      { flown: [], time: ON_THE_GROUND, besides: [['GROUND', 100, 200]], from: 0, often: 3 },
    ],
    milestones: [['WRITTEN', 0.5]],
  },
  CPL: {
    lessons: [
      { flown: ['C172RG', 'DUAL'], time: FLIGHT, besides: [['GROUND', 30, 50]], from: 0, often: 6 },
      { flown: ['C172RG'], time: FLIGHT, besides: [], from: 0.3, often: 1 },
      { flown: ['PA44', 'DUAL'], time: FLIGHT, besides: [['GROUND', 30, 50]], from: 0.5, often: 5 },
      { flown: [], time: ON_THE_GROUND, besides: [['GROUND', 100, 200]], from: 0, often: 1 },
    ],
    milestones: [],
  },
  REFRESH: {
    lessons: [{ flown: ['C172', 'DUAL'], time: [100, 160], besides: [['GROUND', 50, 100]], from: 0, often: 1 }],
    milestones: [],
  },
}
