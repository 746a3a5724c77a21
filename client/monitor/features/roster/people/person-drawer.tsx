/** One person of the list: who they are, how they are reached, whom they rate. Nothing about answering. */
import { Button, Drawer, Group } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { RosterCard } from '../../../../shared/roster-types.ts'
import { campaignPath, refreshCampaign } from '../../../shared/campaign-queries.ts'
import { ErrorNote } from '../../../shared/error-note.tsx'
import { PageLoading } from '../../../shared/page-loading.tsx'
import { phoneWords } from '../../../shared/phone-words.ts'
import { request } from '../../../shared/request.ts'
import { useSingleMutation } from '../../../shared/use-single-mutation.ts'
import { t } from '../../../words/t.ts'
import { cardQuery } from './people-window.ts'
import classes from './person-drawer.module.css'
import { PersonForm } from './person-form.tsx'

type PersonDrawerProps = { code: string; id: string; opened: boolean; mayChange: boolean; onClose: () => void }

export function PersonDrawer({ code, id, opened, mayChange, onClose }: PersonDrawerProps) {
  const card = useQuery(cardQuery(code, id))
  const [editing, setEditing] = useState(false)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={card.data?.name ?? t`Đang tải…`}
      // A slip of the hand takes nothing away that was typed: the form has a button for that.
      closeOnEscape={!editing}
      closeOnClickOutside={!editing}
      withCloseButton={!editing}
    >
      <ErrorNote error={card.error} onRetry={() => void card.refetch()} />
      {card.isLoading && <PageLoading />}
      {card.data && (
        <Card key={id} code={code} card={card.data} mayChange={mayChange} onEditing={setEditing} onClose={onClose} />
      )}
    </Drawer>
  )
}

type CardProps = {
  code: string
  card: RosterCard
  mayChange: boolean
  onEditing: (editing: boolean) => void
  onClose: () => void
}

function Card({ code, card, mayChange, onEditing, onClose }: CardProps) {
  const [form, setForm] = useState<'edit' | 'remove' | null>(null)
  const [saved, setSaved] = useState(false)
  const editing = form === 'edit'
  useEffect(() => {
    onEditing(editing)
    return () => onEditing(false)
  }, [editing, onEditing])
  if (editing) {
    return (
      <PersonForm
        code={code}
        card={card}
        onCancel={() => setForm(null)}
        onDone={() => {
          setForm(null)
          setSaved(true)
        }}
      />
    )
  }
  return (
    <div className={classes.card}>
      {saved && (
        <p className={classes.saved} role="status">
          {t`Đã lưu.`}
        </p>
      )}
      <Facts card={card} />
      {form === 'remove' ? (
        <Remove code={code} card={card} onCancel={() => setForm(null)} onDone={onClose} />
      ) : (
        <div className={classes.acts}>
          {card.editable && mayChange && (
            <>
              <Button onClick={() => setForm('edit')}>{t`Sửa người này`}</Button>
              <Button variant="default" onClick={() => setForm('remove')}>
                {t`Bỏ khỏi danh sách`}
              </Button>
            </>
          )}
          {!card.editable && (
            <Link to="/campaigns/$code/delivery/people" params={{ code }} search={{ person: card.id }}>
              {t`Tin đã gửi và sửa địa chỉ: mở ở Gửi phiếu`}
            </Link>
          )}
        </div>
      )}
    </div>
  )
}

function Facts({ card }: { card: RosterCard }) {
  const facts = [
    [t`Mã`, card.code],
    [t`Chức vụ`, card.position],
    [t`Thư điện tử`, card.email ?? t`không có`],
    [t`Điện thoại`, card.phone ? phoneWords(card.phone) : t`không có`],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div>
        <dt>{t`Đánh giá`}</dt>
        <dd>
          <ul>
            {card.ratings.map(({ unit, unitName, groupName }) => (
              <li key={unit}>
                {unitName} <span className={classes.soft}>({groupName})</span>
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}

type RemoveProps = { code: string; card: RosterCard; onCancel: () => void; onDone: () => void }

function Remove({ code, card, onCancel, onDone }: RemoveProps) {
  const client = useQueryClient()
  const remove = useSingleMutation({
    mutationFn: () =>
      request(campaignPath(code, `/roster/people/${encodeURIComponent(card.id)}`), { method: 'DELETE' }),
    onSuccess: async () => {
      onDone()
      await refreshCampaign(client, code)
    },
  })
  return (
    <div className={classes.inset}>
      <p>
        {t`Bỏ ${card.name} khỏi danh sách cùng ${card.ratings.length} phiếu của người này? Chưa ai nhận được tin nhắn nào.`}
      </p>
      <ErrorNote error={remove.error} />
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onCancel} disabled={remove.isPending} data-autofocus>
          {t`Thôi`}
        </Button>
        <Button loading={remove.isPending} onClick={() => remove.mutate()}>
          {t`Bỏ người này`}
        </Button>
      </Group>
    </div>
  )
}
