timeline-newest-first = 年表（新しい順）
timeline-undated-title = 年表：日付不明または相対的な日付
timeline-of = 年表：{ $what }
newest-first = 新しい順
oldest-first = 古い順
timeline-all-oldest = 出来事{ $n }件、古い順。
timeline-all-newest = 出来事{ $n }件、新しい順。
timeline-some-oldest = 出来事{ $total }件のうち{ $shown }件、古い順。
timeline-some-newest = 出来事{ $total }件のうち{ $shown }件、新しい順。
timeline-split = 出来事{ $total }件を複数のページに分け、古い順に並べています。
timeline-marks = 白い丸は確実でない日付を、白いひし形は予定・主張・否定された事柄を表します。どれに当たるかは横の言葉が示します。
timeline-empty = 出来事は見つかりませんでした。
other-pages = ほかのページ
page-before = 前
page-behind = 次
timeline-years-before = 文書より前の年
timeline-before = 最初の文書の年である{ $year }より前：
key-dates = 主な日付
key-dates-why = 多くの文書が過ぎたこととして伝える出来事です。一日に一件を挙げ、ほぼ同じ文書は一点と数えます。
month-or-later = { $month }またはそれ以降
no-single-month = 月を特定できないもの
undated-or-relative = 日付不明または相対的な日付
undated-why = 文書に暦の上の日付が示されていない出来事です。読む順に並べています。
part-before = { $year }より前
part-no-month = { $year }、月を特定できないもの
part-no-day = { $month }、日を特定できないもの
part-page = { $what }（{ $page }／{ $of }）
short-days = { $month }{ $first }〜{ $last }日
short-day = { $month }{ $day }日
short-no-day = { $month }、日を特定できないもの
overview-bar = 棒1本は{ $unit ->
    [day] 1日
    [month] 1か月
    [year] 1年
    [decade] 10年
   *[century] 100年
}を表し、最も高い棒は出来事{ $n }件です。中が白い部分は日付が確実でないもの、または予定・主張・否定された事柄です。
overview-leads = 棒から一覧の該当箇所へ移動できます。
overview-stretches = 棒の下の線は、より長く続いた事柄です。
overview-left-out = 出来事{ $n }件は{ $unit ->
    [day] 日
    [month] 月
    [year] 年
    [decade] 10年単位の時期
   *[century] 世紀
}を特定できないか、範囲から大きく外れるため棒として描いていません。
filter = 一覧を絞り込む
filter-words = 語句
filter-actor = 人物・組織・地名
filter-status = 述べ方
filter-certainty = 日付
filter-from = 開始年
filter-to = 終了年
filter-all = すべて
filter-happened = 起きたこと
filter-planned = 予定
filter-claimed = 主張
filter-negated = 否定
filter-period = 期間
filter-certain = 確実
filter-uncertain = 確実でない
filter-clear = すべて表示
filter-shown = このページの出来事{ $total }件のうち{ $shown }件を表示しています。
filter-elsewhere = { $n } 件すべての出来事を検索
timeline-search = { $n } 件の出来事を検索：
