import fold from '../../shared/fold.module.css'
import { t } from '../../words/t.ts'
import classes from './ranges-fold.module.css'

/** What the two ranges beside a survey score mean, for somebody who never heard of either. */
export function RangesFold() {
  return (
    <details className={`${fold.fold} ${classes.fold}`}>
      <summary>{t`Hai khoảng bên cạnh điểm phiếu nghĩa là gì?`}</summary>
      <div>
        <p>
          {t`Không phải ai được hỏi cũng trả lời. Vì vậy bên cạnh điểm phiếu có hai khoảng, trả lời hai câu hỏi khác nhau:`}
        </p>
        <dl>
          <dt>
            <i data-kind="possible" aria-hidden="true" />
            {t` Nếu người im lặng đều chấm thấp nhất – cao nhất`}
          </dt>
          <dd>
            {t`Giả sử tất cả những người chưa trả lời đều chọn mức kém nhất, hoặc đều chọn mức tốt nhất, thì điểm sẽ là bao nhiêu. Điểm không bao giờ ra ngoài khoảng này. Càng nhiều người trả lời, khoảng càng hẹp.`}
          </dd>
          <dt>
            <i data-kind="interval" aria-hidden="true" />
            {t` Khoảng tin cậy 95 %`}
          </dt>
          <dd>
            {t`Coi như việc im lặng là ngẫu nhiên, tức là người chưa trả lời cũng nghĩ giống người đã trả lời. Khi đó, nếu hỏi được tất cả mọi người, điểm nằm trong khoảng này trong ít nhất 95 trên 100 lần. Nếu người im lặng nghĩ khác thì khoảng này không còn đúng; hãy xem khoảng thứ nhất.`}
          </dd>
        </dl>
        <p>{t`Khi điểm của đơn vị đang được ẩn vì chưa đủ phiếu, cả hai khoảng cũng được ẩn.`}</p>
      </div>
    </details>
  )
}
