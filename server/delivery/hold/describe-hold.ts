/** What a hold means, for the administrator who has to decide. Pure. */
const WORDS: Record<string, string> = {
  rewritten: 'Dữ liệu đã được nạp lại từ một bản sao lưu.',
  'other-cluster': 'Cơ sở dữ liệu đang chạy trên một máy chủ PostgreSQL khác với nơi đã gửi trước đây.',
  'other-database': 'Đây là một cơ sở dữ liệu khác với cơ sở dữ liệu đã gửi trước đây: bản sao, hoặc bản được nạp lại.',
  'other-timeline': 'Máy chủ PostgreSQL đã được đưa về một thời điểm trước, hoặc máy dự phòng đã lên thay.',
  'other-folder': 'Thư mục dữ liệu đã được chép sang chỗ khác hoặc được khôi phục từ bản sao lưu.',
  'other-host': 'Hệ thống đang chạy trên một máy khác với máy đã gửi trước đây.',
  'other-address': 'Địa chỉ công khai (PUBLIC_URL) đã đổi, nên đường dẫn trong tin mới sẽ khác tin đã gửi.',
  rewound: 'Cơ sở dữ liệu đang ở một thời điểm cũ hơn lần chạy gần nhất: có thể vừa được khôi phục.',
  slept: 'Hệ thống đã ngừng hơn 6 giờ trong khi có tin đến giờ gửi.',
}
const UNKNOWN = 'Hệ thống không chắc mình còn ở đúng nơi đã gửi trước đây.'

/** One sentence in Vietnamese. */
export const describeHold = (reason: string): string => WORDS[reason] ?? UNKNOWN
