/** The words of a message when a campaign has none of its own, and those that stand below any. Pure. */

export type Template = { subject: string; body: string }
export type MessageKind = 'invitation' | 'reminder'

const REQUEST = {
  invitation: `{cơ_quan} mời ông/bà trả lời phiếu “{đợt}”. Ông/bà nhận được thư này vì có tên trong danh sách khảo sát, để đánh giá:`,
  reminder: `{cơ_quan} đã gửi ông/bà phiếu “{đợt}” và chưa nhận được phiếu trả lời. Ông/bà còn phiếu đánh giá:`,
}
const SUBJECT = {
  invitation: 'Mời trả lời phiếu khảo sát: {đợt}',
  reminder: 'Nhắc trả lời phiếu khảo sát: {đợt}',
}

/** Plain, because people are taught to distrust links: who asks, why you, how long, until when. */
export function builtInTemplate(kind: MessageKind, hasDeadline: boolean): Template {
  const until = hasDeadline ? ' Xin ông/bà gửi phiếu chậm nhất {hạn}.' : ''
  return {
    subject: SUBJECT[kind],
    body: `Kính gửi ông/bà {họ_tên},

${REQUEST[kind]}
{đơn_vị}

Trả lời mất vài phút, làm được ngay trên điện thoại.${until}

Đường dẫn dưới đây dành riêng cho ông/bà, xin đừng chuyển cho người khác:

{đường_dẫn}`,
  }
}

/** What happens to the answer, whom to call, how to get no more: not the campaign's to leave out. */
export type Closing = { anonymity: string; contact: string; optOut: string }

export function closingOf(organizer: { name: string; phone: string; email: string }): Closing {
  const reach = [organizer.phone && `gọi ${organizer.phone}`, organizer.email && `viết tới ${organizer.email}`]
  return {
    anonymity:
      'Phiếu được gửi đi không kèm tên, không kèm đường dẫn này; kết quả chỉ được công bố khi đã gộp từ nhiều người.',
    contact: `Cần hỏi, hoặc muốn biết thư này có thật không, xin ${reach.filter(Boolean).join(' hoặc ') || 'liên hệ'} (${organizer.name}).`,
    optOut: 'Không muốn nhận thêm thư của đợt này:',
  }
}
