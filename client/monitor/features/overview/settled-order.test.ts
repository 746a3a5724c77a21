import { expect, test } from 'vitest'
import { orderByNeed } from './settled-order.ts'

const unit = (name: string, answered: number, invited: number) => ({ code: name, name, answered, invited, groups: [] })

test('the lowest share of answers stands first, equal shares by the Vietnamese alphabet', () => {
  const units = [unit('Sở Y tế', 30, 60), unit('Đài', 20, 40), unit('Ban', 9, 10), unit('Sở Nội vụ', 1, 50)]
  expect(orderByNeed(units)).toEqual(['Sở Nội vụ', 'Đài', 'Sở Y tế', 'Ban'])
})

test('a unit that nobody was asked about needs no help', () => {
  expect(orderByNeed([unit('A', 0, 0), unit('B', 9, 10)])).toEqual(['B', 'A'])
})
