import { expect, it } from 'vitest'
import { timeZoneChoices } from '../../renderer/ui/fields/locale-choices.ts'
import { isTimeZone } from '../../shared/time-zone.ts'

it('a time zone is found by its present name, once, and each that is offered is one', () => {
  const zones = timeZoneChoices('')
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'America/Denver', 'Asia/Kolkata', 'Asia/Kathmandu']))
  expect(zones).toEqual(expect.arrayContaining(['Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv', 'America/Nuuk']))
  expect(zones.filter((zone) => /Calcutta|Katmandu|Saigon|Rangoon|Kiev|Godthab/.test(zone))).toEqual([])
  expect(new Set(zones).size).toBe(zones.length)
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([])
})

it('the time zone that a school has stays among the choices, whatever its name', () => {
  expect(timeZoneChoices('Asia/Calcutta')).toEqual(expect.arrayContaining(['Asia/Calcutta', 'Asia/Kolkata']))
})
