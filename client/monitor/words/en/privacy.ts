/** English words of privacy. */
import type { Catalogue } from '../t.ts'

export const privacy: Catalogue = {
  'Quyền riêng tư': 'Privacy',
  'Xem dữ liệu': 'See data',
  'Sửa dữ liệu': 'Correct data',
  'Rút lại sự đồng ý': 'Withdraw consent',
  'Xóa dữ liệu': 'Erase data',
  'Muốn biết cơ quan đang giữ gì về mình.': 'Wants to know what the office holds about them.',
  'Tên, chức vụ, thư hoặc số điện thoại chưa đúng.': 'Name, position, e-mail or phone number is wrong.',
  'Không muốn tham gia, không muốn nhận tin nữa.': 'Does not want to take part or get any more messages.',
  'Muốn tên mình không còn trong hệ thống.': 'Wants their name to be gone from the system.',
  '“Chúng tôi giữ họ tên, địa chỉ để gửi phiếu và việc ông/bà đã gửi phiếu hay chưa; tôi sẽ gửi bản kê đầy đủ. Câu trả lời thì không có trong đó: khi gửi, phiếu tách khỏi tên, nên không ai, kể cả chúng tôi, biết phiếu nào là của ông/bà.”':
    '“We hold your name, an address to send the survey to, and whether you have sent your response; I will send you the full list. Your answers are not in it: when it is sent, a response parts from its name, so nobody, not even we, knows which one is yours.”',
  '“Tên, chức vụ, thư và số điện thoại chúng tôi sửa được ngay. Phiếu đã gửi thì không sửa được, vì không ai biết phiếu nào là của ông/bà.”':
    '“Name, position, e-mail and phone number we can correct at once. A response that was sent cannot be changed, because nobody knows which one is yours.”',
  '“Từ lúc này ông/bà không nhận thêm tin nào; thư và số điện thoại được xóa ngay. Nếu chưa trả lời thì ông/bà không phải làm gì nữa. Nếu đã gửi phiếu thì phiếu ấy không rút được: nó không còn gắn với tên ai nên không ai tìm ra.”':
    '“From now on you get no more messages; your e-mail and phone number are erased at once. If you have not answered, there is nothing more for you to do. If you have sent a response, it cannot be taken back: it is tied to nobody’s name any more, so nobody can find it.”',
  '“Tên, địa chỉ và những tin đã gửi cho ông/bà sẽ được xóa hẳn. Phiếu đã gửi, nếu có, vẫn được đếm: nó không gắn với tên ai nên không ai tìm ra để xóa, và cũng không ai biết đó là của ông/bà.”':
    '“Your name, addresses and the messages sent to you will be erased for good. A response that you sent, if you did, stays counted: it is tied to nobody’s name, so nobody can find it to erase it, and nobody knows that it is yours.”',
  'Công văn, thư giấy': 'Letter',
  'Gặp trực tiếp': 'In person',
  'Tin đã gửi và việc gửi tay': 'Messages sent, links handed over',
  'Thư điện tử, số điện thoại': 'E-mail addresses, phone numbers',
  'Họ tên và việc đã gửi phiếu hay chưa': 'Names, and who has sent a response',
  'Từng phiếu trả lời, không gắn với ai': 'Single responses, tied to nobody',
  '{0} lần gửi tay': '{0} {0:hand-over:hand-overs}',
  'địa chỉ của {0} người': 'addresses of {0} {0:person:people}',
  '{0} phiếu mời': '{0} {0:invitation:invitations}',
  '{0} phiếu trả lời': '{0} {0:response:responses}',
  'không còn gì': 'nothing left',
  'Đã giải quyết': 'Done',
  'Không thực hiện được': 'Could not be done',
  'Quá hạn': 'Overdue',
  'Đang giải quyết': 'In progress',
  'Kết thúc yêu cầu': 'End the request',
  'Đã làm gì': 'What was done',
  'Vì sao không thực hiện được': 'Why it could not be done',
  'Ví dụ: đã gửi bản kê qua thư ngày hôm nay.': 'For example: sent the list by e-mail today.',
  'Ví dụ: không có ai tên ấy trong danh sách; đã gọi lại báo. Người yêu cầu phải được biết lý do.':
    'For example: nobody of that name on the list; called back to say so. Whoever asked has to be told why.',
  'Lưu và kết thúc yêu cầu': 'Save and end the request',
  xóa: 'erase',
  'Xóa hẳn': 'Erase for good',
  'Họ tên, địa chỉ, các tin đã gửi và những gì cán bộ đã ghi về người này bị xóa. Còn lại: đã có một yêu cầu, ai giải quyết, ngày nào.':
    'Name, addresses, messages sent and what officers wrote about this person are erased. What stays: that there was a request, who settled it, on which day.',
  'Xóa một người và {0} tin. Đường dẫn riêng của người này không mở được nữa.':
    'Erases one person and {0} {0:message:messages}. This person’s link opens no more.',
  '{0} phiếu chưa trả lời không còn tính là phiếu phát ra.':
    '{0} unanswered {0:invitation no longer counts:invitations no longer count} as issued.',
  '{0} phiếu vẫn tính trong tỷ lệ trả lời, không kèm tên.':
    '{0} {0:invitation stays:invitations stay} in the response rate, without a name.',
  'Ghi lại': 'Write it down',
  'Người ấy muốn gì?': 'What do they want?',
  'Qua đường nào': 'How it came',
  'Ngày nhận': 'Day received',
  'Ngày nhận chưa tới.': 'That day has not come yet.',
  'Phải xong chậm nhất ngày ': 'To be done by ',
  ' ({0} ngày).': ' ({0} {0:day:days}).',
  'Người ấy nói gì, gọi lại số nào. Xóa cùng với tên người ấy.':
    'What they said, which number to call back. Erased together with their name.',
  'Có thể đọc cho người yêu cầu nghe': 'Words you can read to whoever asks',
  'Thông báo và sự đồng ý': 'Notice and consent',
  'Ai gửi phiếu cũng đã tự đánh dấu ô đồng ý dưới đúng bản thông báo này; hệ thống giữ số bản và ngày, không giữ giờ. Mã kiểm tra chứng minh lời văn không bị sửa về sau. Bản kê dữ liệu của từng người có ghi bản và ngày họ đồng ý.':
    'Everybody who sent a response ticked the consent box under this very text; the system keeps the version and the day, not the time. The hash proves that the text was not changed later. The list of a person’s data names the version and the day of their consent.',
  'Đang dùng': 'In use',
  'Bản nháp cũ': 'Older draft',
  '{0} phiếu gửi kèm sự đồng ý': '{0} {0:response:responses} sent with consent',
  'chưa ai đồng ý dưới bản này': 'nobody has agreed to this one',
  '{0} lưu ngày {1}': 'Saved by {0} on {1}',
  'Lưu ngày {0}': 'Saved on {0}',
  'Lời văn và mã kiểm tra': 'Text and hash',
  'Được mời đánh giá': 'Invited to rate',
  'Đã đề nghị không nhận tin.': 'Asked for no more messages.',
  'Chọn người khác': 'Choose somebody else',
  'Là ai trong danh sách?': 'Who is it on the list?',
  'Tên, thư, số điện thoại hoặc Mã; không cần gõ dấu. Không tìm thấy thì để trống.':
    'Name, e-mail, phone number or code; accents are not needed. Leave it empty if nobody is found.',
  'Không có ai khớp.': 'Nobody fits.',
  '{0} người khớp, đang hiện {1}. Gõ thêm để thu hẹp.': '{0} people fit, {1} are shown. Type more to narrow it down.',
  '{0} người khớp.': '{0} {0:person fits:people fit}.',
  'Người được khảo sát có quyền xem, sửa, rút lại sự đồng ý và xóa dữ liệu của mình. Điều không ai làm được, kể cả quản trị: tìm lại một phiếu đã gửi, vì phiếu không gắn với tên ai.':
    'Respondents may see, correct and erase their data and withdraw their consent. What nobody can do, not even an administrator: find a response that was sent, because it is tied to nobody’s name.',
  'Điểm, số đếm, biên nhận và mã kiểm tra của kết quả giữ nguyên. Không bấm thì việc chạy hằng ngày cũng xóa những phần này.':
    'Points, counts, receipts and the hash of the result stay as they are. Without pressing, the daily job removes these parts too.',
  'Hồ sơ hoạt động xử lý dữ liệu cá nhân': 'Register of processing',
  'Lập sẵn từ thiết lập của đợt: bên kiểm soát, mục đích, loại dữ liệu, bên nhận, thời hạn, biện pháp bảo vệ. Chỗ tô vàng là điều hệ thống không biết: cơ quan tự điền rồi ký.':
    'Filled from the campaign’s settings: controller, purposes, kinds of data, recipients, periods, measures. What is marked yellow the system does not know: the office fills it in and signs.',
  'Tải hồ sơ (.docx)': 'Download the register (.docx)',
  'Xem và in': 'View and print',
  'Đã trao bản kê': 'List handed over',
  'Sửa thông tin': 'Correct',
  'ngừng gửi': 'stop sending',
  'Ngừng gửi và xóa địa chỉ': 'Stop sending and erase addresses',
  'Xóa người này': 'Erase this person',
  'Bản kê dữ liệu (.docx)': 'List of data (.docx)',
  'Nhận ngày {0} qua {1}, {2} ghi.': 'Received on {0} by {1}, written down by {2}.',
  'Hạn ngày {0}.': 'Due on {0}.',
  '{0} kết thúc ngày {1}.': 'Ended by {0} on {1}.',
  'Yêu cầu của người được khảo sát': 'Requests of respondents',
  'Ghi yêu cầu': 'New request',
  'Chưa có ai yêu cầu. Khi có người gọi, viết thư hay tới gặp, bấm Ghi yêu cầu: hệ thống tính hạn và nhắc khi quá hạn.':
    'Nobody has asked yet. When somebody calls, writes or comes by, press New request: the system works out the due day and reminds when it has passed.',
  '{0} yêu cầu đang giải quyết': '{0} {0:request:requests} in progress',
  ', {0} quá hạn': ', {0} overdue',
  'Báo cho người yêu cầu biết đã nhận trong 2 ngày làm việc.':
    'Tell whoever asked within 2 working days that it has arrived.',
  'Yêu cầu': 'Request',
  'Người yêu cầu': 'Asked by',
  Nhận: 'Received',
  Hạn: 'Due',
  'Tình trạng': 'State',
  'xong {0}': 'done {0}',
  'đã xóa khỏi hệ thống': 'erased from the system',
  'không có ai trong danh sách': 'nobody on the list',
  'Lưu thời hạn': 'Save the periods',
  'Thông báo mà người trả lời đã đồng ý hứa giữ bao lâu thì ở đây không được dài hơn. Rút ngắn có hiệu lực từ lần xóa hằng ngày kế tiếp.':
    'No longer here than the notice promised to those who agreed to it. A shorter period counts from the next daily purge on.',
  'Giữ sau khi chốt kết quả (ngày, từ 30 đến 3.650)': 'Kept after the final result (days, 30 to 3,650)',
  'mặc định {0}': 'default {0}',
  'Giải quyết yêu cầu trong (ngày, từ 1 đến 60)': 'Requests are done within (days, 1 to 60)',
  'Giữ bao lâu, xóa khi nào': 'Kept how long, removed when',
  'Đổi thời hạn': 'Change the periods',
  'Xóa ngay phần đến hạn': 'Remove what is due now',
  'Điểm, số đếm và biên nhận không bao giờ đổi vì việc xóa này.':
    'Points, counts and receipts never change because of it.',
  'Tính từ ngày chốt kết quả {0}. Đến hạn, hệ thống tự xóa mỗi ngày một lần và ghi lại đã xóa bao nhiêu. {1}':
    'Counted from the final result on {0}. What is due is removed by itself once a day, and how much is written down. {1}',
  'Tính từ ngày chốt kết quả; đợt này chưa chốt nên chưa xóa gì. Đến hạn, hệ thống tự xóa mỗi ngày một lần và ghi lại đã xóa bao nhiêu. {0}':
    'Counted from the final result; this campaign has none yet, so nothing is removed. What is due is then removed by itself once a day, and how much is written down. {0}',
  'Dữ liệu': 'Data',
  'Giữ sau khi chốt': 'Kept after the result',
  'Xóa ngày': 'Removed on',
  'chưa chốt': 'no result yet',
  'Đến hạn': 'Due',
  'chưa kể {0} người đang có yêu cầu chưa giải quyết': 'not counting {0} {0:person:people} with a request in progress',
  'Đã xóa': 'Removed',
  'Thư điện tử và số điện thoại của người này bị xóa; muốn gửi lại phải nhập lại.':
    'This person’s e-mail and phone number are erased; to write again they have to be entered again.',
  'Tin đang chờ gửi được thu lại, không tin nào gửi thêm. Họ tên còn trong danh sách đến hạn xóa, để lần nhập danh sách sau không mời lại nhầm. Phiếu đã gửi, nếu có, vẫn được đếm.':
    'Messages waiting to be sent are taken back, and none is sent any more. The name stays on the list until it is due for removal, so that the next list does not invite them again by mistake. A response that was sent, if any, stays counted.',
  '{0} yêu cầu về dữ liệu cá nhân quá hạn': '{0} {0:request:requests} about personal data overdue',
  'Xóa một người. Đường dẫn riêng của người này không mở được nữa.':
    'Erases one person. This person’s link opens no more.',
}
