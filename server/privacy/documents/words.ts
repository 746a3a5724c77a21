/** Words of the documents for what the database names by a code. */
export const KIND: Record<string, string> = {
  see: 'Xem dữ liệu',
  correct: 'Sửa dữ liệu',
  withdraw: 'Rút lại sự đồng ý',
  erase: 'Xóa dữ liệu',
}

export const REQUEST_STATE: Record<string, string> = {
  open: 'Đang giải quyết',
  done: 'Đã giải quyết',
  refused: 'Không thực hiện được',
}

export const HOW: Record<string, string> = {
  'zalo-chat': 'Nhắn Zalo của cán bộ',
  paper: 'Phiếu mời giấy',
  other: 'Gửi tay',
}
