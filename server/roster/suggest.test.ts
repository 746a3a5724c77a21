import { describe, expect, it } from 'vitest'
import { normalizeEmail } from './normalize-email.ts'
import { suggestEmails } from './suggest-email.ts'
import { suggestPhones } from './suggest-phone.ts'

describe('suggestEmails', () => {
  it.each([
    ['nam@gmail.con', ['nam@gmail.com']],
    ['nam@gmial.com', ['nam@gmail.com']],
    ['nam@gmail', ['nam@gmail.com']],
    ['nam@gmail.com.vn', ['nam@gmail.com']],
    ['nam@gmail,com', ['nam@gmail.com']],
    ['nam gmail.com', ['nam@gmail.com'.replace('nam', 'nam')]],
    ['nam @ sonla.gov.vn', ['nam@sonla.gov.vn']],
    ['nam@sonla.gov.v', ['nam@sonla.gov.vn']],
    ['nguyễn.nam@sonla.gov.vn', ['nguyen.nam@sonla.gov.vn']],
    ['nam(at)sonla.gov.vn', ['nam@sonla.gov.vn']],
    ['nam@yaho.com', ['nam@yahoo.com']],
    ['a@so.example; b@so.example', ['a@so.example', 'b@so.example']],
  ])('%s was meant as %j', (cell, meant) => {
    expect(suggestEmails(cell)).toEqual(meant)
  })

  it.each(['nam@sonla.gov.vn', 'nam@gmail.com', 'nam@yahoo.com.vn', 'nam@mail.com', 'nam@email.com', 'nam@fpt.vn', ''])(
    'leaves %j alone',
    (cell) => expect(suggestEmails(cell)).toEqual([]),
  )

  it('only suggests what the import accepts', () => {
    for (const cell of ['@', 'x@y', 'nam@@gmail.com', 'đt: 0912', 'nam@.com'])
      for (const email of suggestEmails(cell)) expect(normalizeEmail(email)).toEqual({ email })
  })
})

describe('suggestPhones', () => {
  it.each([
    ['O912345678', ['0912345678']],
    ['09l2345678', ['0912345678']],
    ['0912 345 67B', ['0912345678']],
    ['sđt 0912345678', ['0912345678']],
    ['0912345678 / 0987654321', ['0912345678', '0987654321']],
    ['09122345678', ['0912345678']],
  ])('%s was meant as %j', (cell, meant) => {
    expect(suggestPhones(cell)).toEqual(meant)
  })

  it.each(['', 'không nhớ', '12', '02123850111'])('knows nothing for %j', (cell) =>
    expect(suggestPhones(cell)).toEqual([]),
  )
})
