/** English words of the roster and the sample. */
import type { Catalogue } from '../t.ts'

export const roster: Catalogue = {
  'Xóa danh sách': 'Clear the roster',
  'Xóa {0} người': 'Remove {0} {0:person:people}',
  'Danh sách đã xóa không lấy lại được; muốn có lại thì phải nhập lại từ tệp.':
    'A cleared roster cannot be brought back; it has to be imported from a file again.',
  ' với ': ' with ',
  ' sẽ bị bỏ khỏi danh sách của đợt điều tra này.': ' will be removed from the roster of this campaign.',
  'Chưa ai nhận được tin nhắn nào, và tệp trên máy của bạn vẫn còn nguyên.':
    'Nobody has had a message yet, and the file on your computer is untouched.',
  'Kiểm tra tệp {0}': 'Check of the file {0}',
  'Dòng có người': 'Rows with a person',
  'Nhập được': 'Can be imported',
  'Dòng chưa đúng': 'Rows with mistakes',
  'Dòng trùng': 'Duplicate rows',
  'Xem {0} dòng trùng; mỗi người chỉ được nhập một lần':
    'See {0} duplicate {0:row:rows}; each person is imported once only',
  'dòng {0} trùng dòng {1}': 'row {0} repeats row {1}',
  '{0} điều nên xem lại, vẫn nhập được': '{0} {0:thing:things} worth a look; can be imported all the same',
  'Dòng {0}, cột {1}: {2}': 'Row {0}, column {1}: {2}',
  '{0} nhóm còn quá ít người trong đơn vị của mình; nếu giữ vậy, khi mở chúng được gộp với nhóm khác cùng đơn vị để giữ kín danh tính.':
    '{0} {0:group has:groups have} too few people in {0:its:their} unit; if it stays so, opening merges them with another group of the same unit to protect identities.',
  'Chọn tệp khác': 'Choose another file',
  'Chỉ nhập {0} dòng đúng': 'Import only the {0} correct {0:row:rows}',
  'Nhập {0} dòng': 'Import {0} {0:row:rows}',
  Dòng: 'Row',
  Cột: 'Column',
  'Giá trị': 'Value',
  'Cần sửa': 'To correct',
  'Sửa các dòng này trong tệp rồi chọn lại, hoặc chỉ nhập những dòng đúng.':
    'Correct these rows in the file and choose it again, or import only the correct rows.',
  'để trống': 'empty',
  'Đang hiện {0} trên {1} lỗi. Nút Sao chép lấy đủ tất cả.':
    'Showing {0} of {1} mistakes. The Copy button takes them all.',
  Cộng: 'Sum',
  'Số phiếu của {0}': 'Questionnaires of {0}',
  'Người trả lời': 'Respondents',
  'Lấy mẫu': 'Sampling',
  '{0} người, {1} phiếu. {2}': '{0} {0:person:people}, {1} {1:questionnaire:questionnaires}. {2}',
  'Có thể nhập thêm cho tới khi mở.': 'More can be imported until the campaign is opened.',
  'Danh sách đã khóa khi mở đợt điều tra.': 'The roster was locked when the campaign was opened.',
  'Chưa có ai. Tải mẫu về, điền mỗi người một dòng, rồi kéo tệp vào đây.':
    'Nobody yet. Download the template, fill in one row a person, then drag the file here.',
  'Tải tệp mẫu': 'Download the template',
  'Đã bỏ {0} người khỏi danh sách.': 'Removed {0} {0:person:people} from the roster.',
  'Đã nhập {0} dòng từ tệp {1}.': 'Imported {0} {0:row:rows} from the file {1}.',
  'Kéo tệp danh sách vào đây': 'Drag the roster file here',
}
