/** What the server says of the words of messages: templates, placeholders, test letters. */
import type { Catalogue } from '../t.ts'

export const serverLetters: Catalogue = {
  'Tiêu đề đang trống.': 'The subject is empty.',
  'Tiêu đề phải nằm trên một dòng.': 'The subject must be on one line.',
  'Tiêu đề': 'Subject',
  '{0} chỉ được đứng trong nội dung, không đứng trong tiêu đề.': '{0} may stand only in the text, not in the subject.',
  'Nội dung đang trống.': 'The text is empty.',
  'Nội dung': 'Text',
  'Thiếu {0}. Hãy đặt nó một mình trên một dòng, ở chỗ người nhận bấm vào.':
    '{0} is missing. Put it alone on a line, where the recipient is to press.',
  '{0} xuất hiện {1} lần. Hãy giữ lại một.': '{0} occurs {1} times. Keep one.',
  '{0} phải đứng một mình trên một dòng, không kèm chữ hay dấu nào.':
    '{0} must stand alone on a line, without any word or mark.',
  'Không có {0}. Có phải ý là {1}?': 'There is no {0}. Did you mean {1}?',
  'Không có {0}. Dùng được: {1}.': 'There is no {0}. You can use: {1}.',
  'Còn {0} chỗ nữa cũng không có.': '{0} more are unknown as well.',
  'Có dấu { hoặc } lẻ. Hãy xóa đi hoặc viết đủ cặp.': 'There is a lone { or }. Remove it or write the pair.',
  'Có đoạn giống thẻ HTML; người nhận sẽ thấy nguyên văn như vậy.':
    'A part looks like an HTML tag; recipients will see it just as it is.',
  'Có địa chỉ trang mạng khác ngoài {0}. Người nhận được dặn chỉ bấm một đường dẫn; thêm đường dẫn dễ bị ngờ là lừa đảo và bị hộp thư chặn.':
    'There is a web address besides {0}. Recipients are told to press one link only; more links look like fraud and get blocked.',
  'Thư không có {0}: người nhận sẽ không biết được mời đánh giá đơn vị nào.':
    'The letter has no {0}: recipients will not know which unit they are to assess.',
  '{0} dài {1} ký tự; nhiều nhất {2}.': '{0} has {1} characters; at most {2}.',
  'Lời của tin Zalo đã được Zalo duyệt trước nên không sửa được ở đây; hệ thống chỉ điền các ô này.':
    'The words of the Zalo message were approved by Zalo beforehand and cannot be changed here; the system only fills in these fields.',
  'Họ và tên người nhận': 'The recipient’s full name',
  'Tên đợt điều tra': 'Name of the campaign',
  'Các đơn vị người nhận còn phải đánh giá; đứng một mình trên một dòng thì thành danh sách':
    'The units the recipient has still to assess; alone on a line it becomes a list',
  'Hạn trả lời, có giờ và chữ “ngày”; khi đợt không có hạn thì là “khi đợt điều tra kết thúc”':
    'Answers due, with the word “ngày”; for a campaign without a deadline “khi đợt điều tra kết thúc”',
  'Đường dẫn riêng của người nhận; bắt buộc, đúng một lần, đứng một mình trên một dòng':
    'The recipient’s own link; required, exactly once, alone on a line',
  'Tên cơ quan tổ chức khảo sát': 'Name of the organizing office',
  'Số điện thoại của cơ quan': 'Telephone number of the office',
  'Địa chỉ thư điện tử của cơ quan': 'E-mail address of the office',
  'Họ và tên, rút gọn còn nhiều nhất 30 ký tự': 'Full name, shortened to at most 30 characters',
  'Đơn vị được mời đánh giá': 'Unit the recipient is asked to assess',
  'Hạn trả lời': 'Answers due',
  'Phần riêng của đường dẫn, nằm trong nút bấm': 'The link’s own part, in the button',
  'khi kết thúc đợt': 'at the end of the campaign',
  'Hệ thống chưa được nối với máy chủ thư, nên thư thử nằm trong hộp thư thử của hệ thống.':
    'The system is not connected to a mail server, so the test letter lies in its test outbox.',
  'Máy chủ thư đã nhận thư thử. Hãy mở hộp thư của bạn; nếu vài phút nữa chưa thấy, xem cả mục thư rác.':
    'The mail server took the test letter. Open your mailbox; if it is not there in a few minutes, look in the spam folder.',
  'Chưa rõ thư thử đã đi hay chưa': 'Not known whether the test letter went out',
  'Thư thử chưa gửi được': 'The test letter could not be sent',
  'Chưa rõ thư thử đã đi hay chưa: {0}. {1}': 'Not known whether the test letter went out: {0}. {1}',
  'Thư thử chưa gửi được: {0}. {1}': 'The test letter could not be sent: {0}. {1}',
}
