"""What people call the large time zones, beside the names that IANA gives them: best known first.

Cities that have no zone of their own, countries, abbreviations that mean one zone, and Japanese names.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES: Mapping[str, tuple[str, ...]] = {
    "Asia/Tokyo": tuple("東京 とうきょう 日本 japan jst 大阪 osaka 京都 kyoto 札幌 福岡".split()),
    "UTC": ("gmt", "協定世界時", "世界時"),
    "America/Los_Angeles": (
        *"ロサンゼルス サンフランシスコ シアトル シリコンバレー seattle pst pdt pt".split(),
        *("san francisco", "silicon valley", "palo alto", "mountain view", "pacific time"),
    ),
    "America/New_York": (
        *"ニューヨーク ワシントン ボストン washington boston atlanta miami est edt et".split(),
        *("eastern time",),
    ),
    "Europe/London": ("ロンドン", "イギリス", "uk", "england", "united kingdom"),
    "Europe/Paris": ("パリ", "フランス", "france"),
    "Europe/Berlin": ("ベルリン", "ドイツ", "germany", "ミュンヘン", "munich", "hamburg", "cet", "cest"),
    "Asia/Shanghai": tuple("上海 北京 中国 深圳 杭州 広州 china beijing shenzhen hangzhou guangzhou".split()),
    "Asia/Seoul": ("ソウル", "韓国", "korea", "kst"),
    "Asia/Singapore": ("シンガポール",),
    "Asia/Kolkata": tuple("インド コルカタ デリー ムンバイ india delhi mumbai calcutta bengaluru".split()),
    "Asia/Hong_Kong": ("香港", "hkt"),
    "Asia/Taipei": ("台北", "台湾", "taiwan"),
    "Australia/Sydney": ("シドニー", "キャンベラ", "canberra", "aest", "aedt"),
    "America/Chicago": ("シカゴ", "ダラス", "ヒューストン", "dallas", "houston", "austin", "central time"),
    "America/Denver": ("デンバー", "ソルトレイクシティ", "salt lake city", "mst", "mdt", "mountain time"),
    "America/Toronto": ("トロント", "モントリオール", "オタワ", "montreal", "ottawa"),
    "America/Vancouver": ("バンクーバー",),
    "America/Sao_Paulo": ("サンパウロ", "リオデジャネイロ", "ブラジリア", "rio de janeiro", "brasilia"),
    "America/Mexico_City": ("メキシコシティ",),
    "Europe/Amsterdam": ("アムステルダム", "オランダ", "netherlands"),
    "Europe/Zurich": ("チューリッヒ", "スイス", "geneva", "ジュネーブ", "switzerland"),
    "Europe/Madrid": ("マドリード", "スペイン", "barcelona", "バルセロナ", "spain"),
    "Europe/Rome": ("ローマ", "イタリア", "milan", "ミラノ", "italy"),
    "Europe/Stockholm": ("ストックホルム", "スウェーデン", "sweden"),
    "Europe/Helsinki": ("ヘルシンキ", "フィンランド", "finland"),
    "Europe/Moscow": ("モスクワ", "msk"),
    "Europe/Istanbul": ("イスタンブール", "トルコ", "ankara", "アンカラ"),
    "Europe/Kyiv": ("キーウ", "ウクライナ", "ukraine", "kiev"),
    "Asia/Dubai": ("ドバイ", "abu dhabi", "アブダビ"),
    "Asia/Riyadh": ("リヤド", "サウジアラビア", "saudi arabia"),
    "Asia/Jerusalem": ("エルサレム", "イスラエル", "tel aviv", "テルアビブ", "israel"),
    "Asia/Bangkok": ("バンコク", "タイ", "thailand"),
    "Asia/Jakarta": ("ジャカルタ", "インドネシア", "indonesia"),
    "Asia/Ho_Chi_Minh": ("ホーチミン", "ハノイ", "ベトナム", "hanoi", "saigon", "vietnam"),
    "Asia/Manila": ("マニラ", "フィリピン", "philippines"),
    "Africa/Cairo": ("カイロ", "エジプト", "egypt"),
    "Africa/Johannesburg": ("ヨハネスブルグ", "cape town", "ケープタウン", "south africa"),
    "Africa/Nairobi": ("ナイロビ", "kenya"),
    "Africa/Lagos": ("ラゴス", "nigeria"),
    "Pacific/Honolulu": ("ホノルル", "ハワイ", "hawaii", "hst"),
    "Pacific/Auckland": ("オークランド", "wellington", "ウェリントン", "new zealand"),
}
"""By zone, the names beside its own; of several zones that are meant alike, the earlier comes first."""
