/** The notice as proof of consent: the very text that phones show, its hash, and how many agreed. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readLinkOf } from '../test/respondent.ts'
import { privacyWorld } from './final-survey.fixture.ts'

const { system, sql, call, openSurvey } = privacyWorld()

test('is the text that respondents read, with its hash and the number of consents', async () => {
  const campaign = await openSurvey(6, 4)
  const { notice } = await readLinkOf(system().app, campaign.people[5]!)
  const { notices } = (await call('GET', `/api/campaigns/${campaign.code}/privacy/notices`)).json()
  expect(notices).toEqual([
    {
      ...{ version: notice.version, text: notice.text, current: true, consents: 4 },
      sha256: createHash('sha256').update(notice.text).digest('hex'),
      firstSaved: { version: 1, by: expect.any(String), on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    },
  ])
  expect(notices[0].text).not.toContain('{')
})

test('of a draft that was changed stays, and nobody agreed to it', async () => {
  const campaign = await openSurvey(5, 2)
  await sql()`
    INSERT INTO campaign.definition_versions (campaign_id, version, definition, hash, actor)
    SELECT id, 0, jsonb_set(definition, '{notice,text}', '"Lời cũ, ít nhất {minimumCell} phiếu"'), 'h', 'can-bo@so.example'
    FROM campaign.campaigns WHERE id = ${campaign.id}`
  const { notices } = (await call('GET', `/api/campaigns/${campaign.code}/privacy/notices`)).json()
  expect(notices).toHaveLength(2)
  expect(notices[0]).toMatchObject({ text: 'Lời cũ, ít nhất 5 phiếu', current: false, consents: 0 })
  expect(notices[1]).toMatchObject({ current: true, consents: 2 })
})
