/** What the server says of points, results of the year before, publishing and the fields of the report. */
import type { Catalogue } from '../t.ts'

export const serverIndex: Catalogue = {
  'Thiếu xếp hạng. Ghi hạng của mọi đơn vị trong khối, hoặc bỏ trống tất cả.':
    'The rank is missing. Enter the rank of every unit of the block, or leave all empty.',
  'có {0} đơn vị điểm cao hơn, nên phải là {1}{2}': '{0} {0:unit has:units have} more points, so it must be {1}{2}',
  'có {0} đơn vị xếp hạng trước, nên phải là {1}': '{0} {0:unit is:units are} ranked before, so it must be {1}',
  'có {0} mức điểm cao hơn, nên phải là {1}': '{0} {0:amount:amounts} of points are higher, so it must be {1}',
  'Xếp hạng {0} không khớp điểm {1}: {2}.': 'Rank {0} does not fit {1} points: {2}.',
  'Đợt này không có khối “{0}”.': 'This campaign has no block “{0}”.',
  'Khối “{0}” được ghi hai lần.': 'Block “{0}” is written twice.',
  'Mã đơn vị “{0}” được ghi hai lần.': 'The unit code “{0}” is written twice.',
  'Khối có {0} đơn vị, nhưng số tăng, giữ và giảm hạng cộng lại là {1}.':
    'The block has {0} units, but those up, level and down add up to {1}.',
  'Điểm này không thể lớn hơn tổng điểm {0}.': 'These points cannot be more than the total points {0}.',
  'Điểm khảo sát không thể quá {0}. Bỏ trống nếu năm ấy theo thang khác.':
    'Survey points cannot be more than {0}. Leave empty if that year had another scale.',
  'Điểm không thể quá {0}.': 'Points cannot be more than {0}.',
  'Điểm đã công bố có nhiều nhất hai chữ số sau dấu phẩy.': 'Published points have at most two decimals.',
  'Không có loại “{0}”; các loại là {1}. Bỏ trống nếu năm ấy xếp loại khác.':
    'There is no class “{0}”; the classes are {1}. Leave empty if that year had other classes.',
  'Điểm {0} thuộc loại {1}, tệp ghi {2}.': '{0} points are class {1}, the file says {2}.',
  'Khối này không có lĩnh vực “{0}”.': 'This block has no domain “{0}”.',
  'Cộng các lĩnh vực được {0}, tổng điểm ghi {1}.': 'The domains add up to {0}, the total says {1}.',
  'Không thấy dòng tiêu đề có các cột “Mã đơn vị” hoặc “Đơn vị”, và “Điểm”.':
    'No heading row found with the columns “Mã đơn vị” or “Đơn vị”, and “Điểm”.',
  'Khối “{0}” có {1} đơn vị; chỉ nhận nhiều nhất {2}.': 'Block “{0}” has {1} units; at most {2} are accepted.',
  'Loại {0}': 'Class {0}',
  'Không rõ đơn vị này thuộc khối nào. Hãy ghi mã hoặc tên khối.':
    'It is not clear which block this unit belongs to. Enter the block’s code or name.',
  'Không có đơn vị “{0}” trong đợt này. Hãy ghi mã đơn vị của năm trước.':
    'There is no unit “{0}” in this campaign. Enter the unit’s code of the year before.',
  'Mã đơn vị gồm chữ không dấu và số, nhiều nhất 32 ký tự.':
    'A unit code has unaccented letters and digits, at most 32 characters.',
  'Số không được âm.': 'The number must not be negative.',
  '“{0}” không phải là số.': '“{0}” is not a number.',
  'Thiếu điểm. Đơn vị không có kết quả năm ấy: xóa cả dòng.':
    'The points are missing. For a unit without results that year: delete the row.',
  'Xếp hạng là số nguyên từ 1.': 'A rank is a whole number from 1.',
  'Bảng không có đơn vị nào.': 'The table has no unit.',
  'Kết quả phải của năm {0}, không phải năm {1}.': 'The results must be of {0}, not of {1}.',
  '“{0}” của “{1}” được ghi hai lần.': '“{0}” of “{1}” is written twice.',
  'Điểm không được âm.': 'Points must not be negative.',
  ' Có thể bảng tính đã đổi số thành ngày: hãy định dạng ô là số rồi ghi lại.':
    ' The spreadsheet may have turned a number into a date: format the cell as a number and enter it again.',
  'Điểm tối đa của “{0}” là {1}, tệp ghi {2}.{3}': 'The maximum of “{0}” is {1}, the file says {2}.{3}',
  'Điểm có nhiều nhất {0} chữ số sau dấu phẩy; hãy làm tròn {1}.':
    'Points have at most {0} decimals; please round {1}.',
  'hiện chưa có điểm': 'it has no points now',
  'hiện là {0}': 'it is {0} now',
  '“{0}” lấy điểm từ khảo sát ({1}), không thẩm định. Hãy để trống ô này.':
    '“{0}” takes its points from the survey ({1}), it is not appraised. Leave this cell empty.',
  '{0} thiếu cả dòng của tiêu chí “{1}”.': '{0} lacks the whole row of criterion “{1}”.',
  'Thiếu điểm của “{0}” ở “{1}”. Không có điểm thì ghi 0.':
    'The points of “{0}” for “{1}” are missing. If there are none, enter 0.',
  'Thiếu điểm của cả đơn vị “{0}”.': 'All points of unit “{0}” are missing.',
  '“{0}” của “{1}” ghi {2}, cộng các dòng được {3}.{4}': '“{0}” of “{1}” says {2}, its rows add up to {3}.{4}',
  ' và {0} ô khác': ' and {0} other {0:cell:cells}',
  ' Ô {0}{1} ghi số ở dạng chữ nên ô tổng không cộng vào. Hãy định dạng ô là số rồi ghi lại.':
    ' Cell {0}{1} holds a number as text, so the sum leaves it out. Format the cell as a number and enter it again.',
  ' Nếu ô tổng là công thức, hãy xem có ô số nào đang ở dạng chữ.':
    ' If the sum is a formula, see whether a number is held as text.',
  '{0} đơn vị': '{0} {0:unit:units}',
  'một đơn vị với {0} điểm': 'one unit with {0} points',
  '{0} điểm một đơn vị': '{0} points a unit',
  '{0} điểm': '{0} points',
  '{0} điểm một lần': '{0} points at a time',
  'Bảng điểm có {0}; chỉ nhận nhiều nhất {1}.': 'The table has {0}; at most {1} are accepted.',
  'Có điểm mà không ghi đơn vị. Nếu ô được gộp, hãy bỏ gộp và ghi đơn vị ở từng chỗ.':
    'There are points but no unit. If cells are merged, unmerge them and enter the unit in each.',
  'Không có đơn vị “{0}”.{1}': 'There is no unit “{0}”.{1}',
  ' Có phải “{0}”?': ' Did you mean “{0}”?',
  ' Hãy ghi đúng tên hoặc mã đơn vị.': ' Enter the unit’s exact name or code.',
  'Có điểm mà không ghi tiêu chí.': 'There are points but no criterion.',
  'Mã hoặc tên này có thể là nhiều tiêu chí. Hãy ghi cả mã và tên.':
    'This code or name may be several criteria. Enter both code and name.',
  'Mã “{0}” không phải của “{1}” (mã {2}). Hãy sửa mã hoặc tên.':
    'Code “{0}” is not that of “{1}” (code {2}). Correct the code or the name.',
  'Tiêu chí này không có trong bộ tiêu chí của đợt. Hãy ghi đúng mã.':
    'This criterion is not in the campaign’s set. Enter the right code.',
  'Điểm tối đa của “{0}” là {1}, tệp ghi {2}.': 'The maximum of “{0}” is {1}, the file says {2}.',
  'Bảng này của đợt “{0}”, không phải đợt “{1}”.': 'This table is of campaign “{0}”, not of “{1}”.',
  'Ô có lỗi công thức {0}. Hãy sửa công thức hoặc ghi số.':
    'The cell has a formula error {0}. Correct the formula or enter a number.',
  '“{0}” có thể hiểu là số nghìn hoặc số lẻ. Hãy bỏ các số 0 ở cuối phần lẻ (1,25) hoặc dấu phân cách hàng nghìn (1250).':
    '“{0}” may be thousands or decimals. Remove zeros at the end of the decimals (1,25) or the thousands separator (1250).',
  '“{0}” không phải là số. Hãy ghi số, ví dụ 1,75; không có điểm thì ghi 0.':
    '“{0}” is not a number. Enter a number, for example 1,75; if there are no points, enter 0.',
  'Thẩm định lần {0}': 'Appraisal, round {0}',
  'Tự đánh giá': 'Self-assessment',
  'Nguồn {0} ({1})': 'Source {0} ({1})',
  'Điểm thẩm định lần {0}': 'Appraisal points, round {0}',
  'Điểm tự đánh giá': 'Self-assessment points',
  'Điểm của nguồn “{0}”': 'Points of source “{0}”',
  'lần {0}': 'round {0}',
  'Tệp này là mẫu của {0}, bạn đang nhập vào {1}. Hãy chọn đúng loại điểm hoặc tải đúng mẫu.':
    'This file is the template of {0}, you are importing into {1}. Choose the right kind of points or download the right template.',
  '“Tự đánh giá”': '“Self-assessment”',
  'Mã “{0}” và tên “{1}” là hai đơn vị khác nhau.': 'Code “{0}” and name “{1}” are two different units.',
  Điểm: 'Points',
  '“{0}” thuộc {1}, tệp ghi “{2}”.': '“{0}” belongs to {1}, the file says “{2}”.',
  'Đơn vị “{0}” có hai cột. Hãy bỏ một cột.': 'Unit “{0}” has two columns. Remove one.',
  '“{0}” và “{1}”': '“{0}” and “{1}”',
  'Cột này ghi hai đơn vị khác nhau: {0}.': 'This column names two different units: {0}.',
  'Tiêu chí “{0}” có hai dòng. Hãy bỏ một dòng.': 'Criterion “{0}” has two rows. Remove one.',
  'Điểm thẩm định': 'Appraisal points',
  'Không thấy dòng tiêu đề có cột “Mã” hoặc “Tiêu chí” và các đơn vị (hoặc các cột Đơn vị, Mã tiêu chí, Điểm).':
    'No heading row found with a column “Mã” or “Tiêu chí” and the units (or the columns “Đơn vị”, “Mã tiêu chí”, “Điểm”).',
  'Tổng cộng': 'Total',
  'Hãy chọn công bố ít nhất một trong ba mục: điểm, xếp hạng, xếp loại.':
    'Choose at least one of the three: points, ranking, classes.',
  'Điểm các lĩnh vực cộng lại thành tổng điểm, nên chỉ công bố được cùng với tổng điểm.':
    'The domains’ points add up to the total, so they can only be published with it.',
  'Thay đổi so với năm trước cần công bố điểm hoặc xếp hạng để so sánh.':
    'Changes against the year before need points or ranking published to compare.',
  'Biểu đồ vẽ từ điểm, nên chỉ công bố được cùng với điểm.':
    'The chart is drawn from the points, so it can only be published with them.',
  'Dài {0} ký tự, quá {1} ký tự. Hãy rút gọn rồi lưu lại.': '{0} characters, more than {1}. Shorten it and save again.',
  'Dài quá {0} ký tự. Mục này chỉ một dòng.': 'More than {0} characters. This part is one line only.',
  'Nhiều nhất {0} dòng, mỗi dòng nhiều nhất {1} ký tự.': 'At most {0} lines, each of at most {1} characters.',
  'Hãy viết ngày/tháng/năm có thật, ví dụ 15/01/2025.': 'Enter a real day/month/year, for example 15/01/2025.',
  'Cơ quan chủ quản': 'Superior authority',
  'Tên cơ quan cấp trên, in ở góc trái trang đầu. Ví dụ: ỦY BAN NHÂN DÂN TỈNH …':
    'Name of the authority above, printed at the top left of the first page. Example: “ỦY BAN NHÂN DÂN TỈNH …”',
  'Cơ quan ban hành': 'Issuing authority',
  'Tên cơ quan ban hành báo cáo. Để trống thì lấy tên cơ quan tổ chức đợt điều tra.':
    'Name of the authority that issues the report. If empty, that of the office organizing the survey.',
  'Số, ký hiệu': 'Number, symbol',
  'Ví dụ: 25/BC-SNV. Để trống thì in dòng chấm để điền tay.':
    'Example: “25/BC-SNV”. If empty, dots are printed to fill in by hand.',
  'Địa danh': 'Place',
  'Nơi ban hành, in trước ngày tháng: tên tỉnh hoặc thành phố.':
    'Place of issue, printed before the date: name of the province or city.',
  'Ngày ban hành': 'Date of issue',
  'Viết ngày/tháng/năm. Ví dụ: 15/01/2025. Để trống thì in dòng chấm để điền tay.':
    'Day/month/year. Example: 15/01/2025. If empty, dots are printed to fill in by hand.',
  'Trích yếu': 'Title of the report',
  'Tên của báo cáo, in dưới chữ BÁO CÁO. Để trống thì máy đặt theo năm và các khối.':
    'Printed under the words “BÁO CÁO”. If empty, the system makes it from the year and the blocks.',
  'Mở đầu': 'Opening',
  'Căn cứ, lý do và mục đích của báo cáo; đứng trước mục I.':
    'Grounds, reason and purpose of the report; stands before part I.',
  'Các văn bản làm căn cứ': 'Legal grounds',
  'Danh sách văn bản: nội dung, số và ký hiệu, ngày ban hành.':
    'List of documents: content, number and symbol, date of issue.',
  'Các bước đã thực hiện': 'Steps taken',
  'Danh sách các bước với ngày, hoặc từ ngày đến ngày.': 'List of the steps with their day, or from day to day.',
  'Công tác tự đánh giá, chấm điểm': 'Self-assessment and scoring',
  'Hướng dẫn tự đánh giá (số, ngày văn bản), cách nộp điểm và tài liệu kiểm chứng, ngày hoàn thành.':
    'Guidance for the self-assessment (number, date), how points and evidence were handed in, date of completion.',
  'Công tác thẩm định, đối chiếu kết quả': 'Appraisal and comparison of results',
  'Hội đồng và Tổ giúp việc, các bước thẩm định, việc giải trình và giám sát.':
    'The council and its working group, steps of the appraisal, explanations and supervision.',
  'Tổ chức điều tra xã hội học': 'Organization of the sociological survey',
  'Kế hoạch điều tra (số, ngày văn bản), các kênh gửi phiếu, việc giám sát, đơn vị khảo sát người dân.':
    'Plan of the survey (number, date), channels, supervision, the body that surveyed citizens.',
  'Đối tượng điều tra xã hội học': 'Respondents of the sociological survey',
  'Cách chọn người được hỏi và cỡ mẫu. Danh sách các nhóm đối tượng đã có sẵn ở trên.':
    'How those asked were chosen, and the sample size. The list of respondent groups stands above already.',
  'Bối cảnh của năm': 'Situation of the year',
  'Tình hình chung và sự chỉ đạo trong năm, trước khi nêu kết quả.':
    'The general situation and leadership in the year, before the results.',
  'Những kết quả đạt được': 'Results achieved',
  'Nhận xét về kết quả cải cách hành chính và việc xác định Chỉ số. Các con số chính đã có sẵn ở trên.':
    'Remarks on the results of administrative reform and on finding the Index. The main figures stand above already.',
  'Tồn tại, hạn chế': 'Shortcomings',
  'Tồn tại trong tự đánh giá, thẩm định và trong từng lĩnh vực cải cách hành chính.':
    'Shortcomings in self-assessment, appraisal and each domain of administrative reform.',
  'Nguyên nhân': 'Causes',
  'Nguyên nhân của các tồn tại, hạn chế.': 'Causes of the shortcomings.',
  'Phương hướng thời gian tới': 'Direction for the time ahead',
  'Nhiệm vụ của các đơn vị, đề nghị với các cơ quan phối hợp, nhiệm vụ của cơ quan thường trực.':
    'Tasks of the units, requests to co-operating bodies, tasks of the standing body.',
  'Nơi nhận': 'Recipients',
  'Mỗi nơi nhận một dòng, không cần gạch đầu dòng và dấu chấm phẩy. Ví dụ: Bộ Nội vụ':
    'One recipient a line, without dash or semicolon. Example: “Bộ Nội vụ”',
  'Quyền hạn, chức vụ người ký': 'Authority and position of the signatory',
  'Mỗi dòng in một dòng trên chữ ký. Ví dụ: KT. GIÁM ĐỐC, dòng dưới PHÓ GIÁM ĐỐC':
    'Each line is printed as a line above the signature. Example: “KT. GIÁM ĐỐC”, next line “PHÓ GIÁM ĐỐC”',
  'Họ và tên người ký': 'Full name of the signatory',
  'Để trống thì in dòng chấm để điền tay.': 'If empty, dots are printed to fill in by hand.',
  'Điểm do nơi khác cung cấp, lấy từ bản nhập số {0} ngày {1} = {2}':
    'Points given by others, from import number {0} of {1} = {2}',
  ', không gồm {0} (không đủ câu trả lời hợp lệ)': ', without {0} (too few valid answers)',
  'Tổng điểm chính xác của các tiêu chí thuộc “{0}”{1} = {2}': 'Exact total of the criteria of “{0}”{1} = {2}',
  'Điểm do nơi khác cung cấp = {0}': 'Points given by others = {0}',
}
