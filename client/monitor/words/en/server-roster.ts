/** What the server says of files, the roster, the sample and sessions. */
import type { Catalogue } from '../t.ts'

export const serverRoster: Catalogue = {
  'Nội dung này quá dài.': 'This text is too long.',
  'Tệp chưa tải lên hết. Hãy tải lại.': 'The file did not arrive in full. Please upload it again.',
  'Thiếu đơn vị. Nếu ô được gộp, hãy bỏ gộp và ghi đơn vị ở từng dòng.':
    'The unit is missing. If cells are merged, unmerge them and enter the unit in each row.',
  'Thiếu nhóm. Nếu ô được gộp, hãy bỏ gộp và ghi nhóm ở từng dòng.':
    'The group is missing. If cells are merged, unmerge them and enter the group in each row.',
  'Hãy ghi một nhóm cho mọi đơn vị, hoặc mỗi đơn vị một nhóm theo đúng thứ tự.':
    'Enter one group for all units, or one group for each unit in the same order.',
  '“{0}” có thể là {1}. Hãy ghi mã đơn vị.': '“{0}” may be {1}. Enter the unit’s code.',
  'Không có đơn vị “{0}”. Hãy tách các đơn vị bằng dấu chấm phẩy (;).':
    'There is no unit “{0}”. Separate units by a semicolon (;).',
  '“{0}” có thể là {1}. Hãy ghi mã nhóm.': '“{0}” may be {1}. Enter the group’s code.',
  'Nhóm “{0}” thuộc {1}, còn “{2}” thuộc {3}.': 'Group “{0}” belongs to {1}, but “{2}” belongs to {3}.',
  '{0} không có nhóm “{1}”.{2}': '{0} has no group “{1}”.{2}',
  'Số điện thoại này đã ghi cho một người khác trong danh sách.':
    'This telephone number is already that of another person on the roster.',
  '{0} hoặc {1}': '{0} or {1}',
  'Trang “{0}”': 'Sheet “{0}”',
  'Không có dòng nào giống dòng tiêu đề.': 'No row looks like a heading row.',
  'Dòng {0} thiếu cột “{1}”.': 'Row {0} lacks the column “{1}”.',
  'Chưa có cột “{0}”.': 'There is no column “{0}” yet.',
  'Ô này có nhiều địa chỉ. Hãy giữ lại một địa chỉ.': 'This cell has several addresses. Keep one.',
  'Địa chỉ thư điện tử không đúng dạng ten@coquan.gov.vn.': 'The e-mail address is not of the form ten@coquan.gov.vn.',
  'Bảng tính đã đổi số này thành dạng rút gọn nên mất chữ số. Hãy định dạng cột là Văn bản và nhập lại số.':
    'The spreadsheet shortened this number, so digits are lost. Format the column as text and enter the number again.',
  'Ô này có nhiều số. Hãy giữ lại một số di động.': 'This cell has several numbers. Keep one mobile number.',
  'Số điện thoại có ký tự lạ. Hãy chỉ ghi chữ số.': 'The telephone number has strange characters. Enter digits only.',
  'Đây là số nước ngoài; hệ thống chỉ gửi tới số di động Việt Nam.':
    'This is a foreign number; the system sends only to Vietnamese mobile numbers.',
  'Đây là số cố định, không nhận được tin Zalo. Hãy ghi số di động hoặc để trống và ghi Email.':
    'This is a landline, which gets no Zalo messages. Enter a mobile number, or leave it empty and enter an e-mail address.',
  'Không phải số di động Việt Nam (10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09).':
    'Not a Vietnamese mobile number (10 digits, beginning with 03, 05, 07, 08 or 09).',
  'Thiếu họ và tên.': 'The full name is missing.',
  'Họ và tên dài quá {0} ký tự.': 'The full name has more than {0} characters.',
  'Họ và tên chỉ có chữ số. Hãy xem lại thứ tự các cột.':
    'The full name has only digits. Look at the order of the columns.',
  'Họ và tên bị mất dấu (ký tự “?”). Hãy lưu lại tệp dạng .xlsx hoặc CSV UTF-8.':
    'The full name has lost its accents (character “?”). Save the file as .xlsx or CSV UTF-8 again.',
  'Số điện thoại này đã ghi cho một họ tên khác ở {0}.':
    'This telephone number is already that of another full name in {0}.',
  'Dòng này khớp với hai người: {0}. Hãy ghi đủ Email và Số điện thoại ở các dòng đó.':
    'This row matches two people: {0}. Enter both e-mail and telephone number in those rows.',
  'Trùng họ tên và email với {0} nhưng khác số điện thoại. Nếu là hai người, hãy ghi Mã riêng cho từng người.':
    'Same full name and e-mail as {0} but another telephone number. If they are two people, give each a “Mã” of their own.',
  'Người này ở dòng {0} đã thuộc nhóm “{1}” cho cùng đơn vị.':
    'This person in row {0} already belongs to group “{1}” for the same unit.',
  'Email khác với dòng {0} của cùng người; giữ theo dòng đó.':
    'E-mail differs from row {0} of the same person; that row’s is kept.',
  'Dùng chung Email với {0} (người khác).': 'Shares the e-mail address with {0} (another person).',
  'Một phần đơn vị đã có ở dòng {0} của cùng người.': 'Part of the units is already in row {0} of the same person.',
  'Người cùng họ tên ở đơn vị này đã rút lại sự đồng ý: địa chỉ không được ghi lại, không có tin nào được gửi. Nếu là người khác, hãy ghi Mã riêng.':
    'Somebody of the same full name and unit has withdrawn consent: the address is not stored again and no message is sent. If it is another person, give a “Mã” of their own.',
  'dòng {0}': 'row {0}',
  'danh sách đã nhập': 'the roster imported before',
  'Địa chỉ này có lẽ gõ nhầm. Có phải {0}?': 'This address may be mistyped. Did you mean {0}?',
  'Một nội dung chỉ lấy từ một cột.': 'One content is taken from one column only.',
  'Cần ít nhất một trong hai: Email hoặc Số điện thoại.':
    'At least one of the two is needed: e-mail or telephone number.',
  'Không có đơn vị “{0}”.': 'There is no unit “{0}”.',
  '{0} không có nhóm “{1}”.': '{0} has no group “{1}”.',
  'Một đơn vị chỉ ghi một lần.': 'Enter a unit only once.',
  'Danh sách có {0} dòng; mỗi lần nhập được tối đa {1} dòng.':
    'The roster has {0} rows; at most {1} rows can be imported at a time.',
  'Cột “{0}” không được đọc vì đã đọc cột “{1}”.': 'Column “{0}” was not read because column “{1}” was.',
  'Bỏ qua dòng tổng cộng, không phải một người.': 'Left out a row of totals, which is no person.',
  'Bỏ qua dòng không có họ tên, email và số điện thoại.':
    'A row without full name, e-mail and telephone number was left out.',
  'Ô dài quá {0} ký tự.': 'The cell has more than {0} characters.',
  'Công thức trong ô này bị lỗi. Hãy thay bằng giá trị.':
    'The formula in this cell has an error. Replace it by its value.',
  'Cách tính cỡ mẫu chưa đúng.': 'The way of finding the sample size is not right.',
  'Số gieo chỉ gồm chữ không dấu, chữ số và các dấu . _ : -, nhiều nhất 100 ký tự.':
    'A seed has only unaccented letters, digits and the marks . _ : -, at most 100 characters.',
  'Đây không phải là bảng tính .xlsx.': 'This is not an .xlsx spreadsheet.',
  'Tệp có dòng nằm ngoài bảng tính.': 'The file has rows outside the sheet.',
  'Tệp có dữ liệu ở cột {0}; chỉ đọc được {1} cột đầu. Hãy xóa các ô thừa.':
    'The file has data in column {0}; only the first {1} columns can be read. Delete the extra cells.',
  'Tệp không phải là bảng tính .xlsx hay văn bản .csv.': 'The file is neither an .xlsx spreadsheet nor .csv text.',
  'Tệp .csv dùng bảng mã cũ nên chữ có dấu bị sai. Hãy lưu lại dạng “CSV UTF-8” hoặc .xlsx.':
    'The .csv file uses an old encoding, so accented letters are wrong. Save it as “CSV UTF-8” or .xlsx.',
  'Dòng {0} có dấu ngoặc kép mở mà không đóng đúng chỗ.':
    'Row {0} opens a quotation mark that is not closed where it should be.',
  'Dòng {0} có hơn {1} cột.': 'Row {0} has more than {1} columns.',
  'Tệp .xlsx bị hỏng. Hãy mở bằng phần mềm bảng tính và lưu lại.':
    'The .xlsx file is damaged. Open it with a spreadsheet program and save it again.',
  'Tệp bị hỏng hoặc chưa tải lên hết.': 'The file is damaged or did not arrive in full.',
  'Tệp chứa quá nhiều dữ liệu sau khi giải nén.': 'The file holds too much data when unpacked.',
  'Tệp lớn hơn 20 MB.': 'The file is larger than 20 MB.',
  'Tệp .xls kiểu cũ hoặc có mật khẩu. Hãy lưu lại thành .xlsx không mật khẩu.':
    'An old .xls file, or one with a password. Save it as .xlsx without a password.',
  'Tệp có quá nhiều ô để đọc. Hãy xóa các ô thừa hoặc chia nhỏ tệp.':
    'The file has too many cells to read. Delete the extra cells or divide the file.',
  '{0} trên {1}': '{0} on {1}',
  'Hãy sửa ít nhất một mục.': 'Correct at least one entry.',
}
