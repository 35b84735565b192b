"""Words of licences."""

from __future__ import annotations

from bot.facts.glossary.entry import NOBODY, OSI_PAGE, THIS_BOT, Entry, Page, listed
from bot.facts.model import Text

_LICENSOR = Text(
    "Whoever wrote the licence: read its own clause. Who keeps to it is for courts to say.",
    "ライセンスの作成者です。それぞれの条項をお読みください。守られているかどうかを判断するのは裁判所です。",
)
_OSI_LIST = Page("Open Source Initiative", "OSI Approved Licenses", "https://opensource.org/licenses")
_FSF_LIST = Page(
    "Free Software Foundation",
    "Various Licenses and Comments about Them",
    "https://www.gnu.org/licenses/license-list.html",
)
_RAIL = Page("RAIL initiative", "Responsible AI Licenses", "https://www.licenses.ai")
_SPDX = Page("SPDX (Linux Foundation)", "SPDX License List", "https://spdx.org/licenses/")

LICENSING = (
    Entry(
        id="open-license",
        name=Text("Open licence", "オープンなライセンス"),
        meaning=Text(
            "For us: a licence that OSI approved or the FSF calls free, by the SPDX list, or an open data"
            " licence, or OpenMDW. Everything else counts as restricted, whatever it calls itself.",
            "このボットでは、SPDXの一覧でOSI承認またはFSFが自由とするもの、オープンデータのライセンス、"
            "OpenMDWを指します。それ以外は、名称にかかわらず制限付きと数えます。",
        ),
        decided_by=THIS_BOT,
        pages=(_OSI_LIST, _FSF_LIST, _SPDX),
        names=listed("open license, open licenses, free licence, オープンライセンス"),
        see=("osi-approved", "fsf-free", "restricted-license"),
    ),
    Entry(
        id="restricted-license",
        name=Text("Restricted licence", "制限付きライセンス"),
        meaning=Text(
            "A licence that is on no list of open ones. Usually it limits commercial use, excludes uses or"
            " places, sets a threshold of size, forbids training other models on the output, or asks for a"
            " name.",
            "オープンなライセンスの一覧にないライセンスです。多くは、商用利用の制限、用途や地域の除外、"
            "規模の上限、出力による他モデルの学習の禁止、名称表示の義務などを含みます。",
        ),
        decided_by=THIS_BOT,
        pages=(OSI_PAGE,),
        names=listed(
            "restricted license, restrictive licence, restrictive license, community license, community"
            " licence, 制限ライセンス, 制限つきライセンス, コミュニティライセンス"
        ),
        see=("open-license", "acceptable-use", "non-commercial", "user-threshold"),
    ),
    Entry(
        id="osi-approved",
        name=Text("OSI-approved", "OSI承認"),
        meaning=Text(
            "The Open Source Initiative has found that the licence fits the Open Source Definition. We look"
            " it up in the SPDX list.",
            "ライセンスが「オープンソースの定義」に適合するとOpen Source Initiativeが認めたことです。"
            "このボットはSPDXの一覧で確認します。",
        ),
        decided_by=Text("The Open Source Initiative (OSI).", "Open Source Initiative（OSI）です。"),
        pages=(_OSI_LIST, _SPDX),
        names=listed(
            "osi approved, osi, open source initiative, osi license, osi licence, OSI認定, OSI承認ライセンス"
        ),
        see=("open-source", "fsf-free", "spdx"),
    ),
    Entry(
        id="fsf-free",
        name=Text("FSF-free", "FSFが自由とするライセンス"),
        meaning=Text(
            "The Free Software Foundation lists the licence as free. We look it up in the SPDX list.",
            "Free Software Foundationが自由なライセンスとして挙げていることです。"
            "このボットはSPDXの一覧で確認します。",
        ),
        decided_by=Text("The Free Software Foundation (FSF).", "Free Software Foundation（FSF）です。"),
        pages=(_FSF_LIST, _SPDX),
        names=listed("fsf free, fsf, free software foundation, fsf libre, FSF自由"),
        see=("free-software", "osi-approved"),
    ),
    Entry(
        id="permissive",
        name=Text("Permissive licence", "寛容型ライセンス"),
        meaning=Text(
            "An open licence that lets changed versions be shared under other terms, closed ones too, and"
            " asks for little more than keeping the notice. MIT and Apache-2.0 are examples.",
            "改変版を別の条件（非公開を含む）で配布でき、"
            "主に著作権表示を残すことだけを求めるオープンなライセンスです。MITやApache-2.0がその例です。",
        ),
        decided_by=NOBODY,
        pages=(
            Page(
                "Open Source Initiative",
                "What is a “permissive” Open Source license?",
                "https://opensource.org/faq#permissive",
            ),
        ),
        names=listed(
            "permissive, permissive license, permissive licences, 寛容, 寛容なライセンス, パーミッシブ,"
            " パーミッシブライセンス, 緩やかなライセンス"
        ),
        see=("copyleft", "open-license"),
    ),
    Entry(
        id="copyleft",
        name=Text("Copyleft", "コピーレフト"),
        meaning=Text(
            "A licence that asks whoever shares the work, changed or not, to pass on the same freedoms"
            " under the same licence. The GPL and, for content, CC-BY-SA are examples.",
            "作品を改変の有無にかかわらず配布する人に、"
            "同じライセンスで同じ自由を引き継ぐことを求めるものです。GPLや、"
            "著作物ではCC-BY-SAがその例です。",
        ),
        decided_by=Text(
            "The Free Software Foundation coined how it is used; each licence sets its own reach.",
            "用法はFree Software Foundationに由来し、及ぶ範囲は各ライセンスが定めます。",
        ),
        pages=(
            Page(
                "Free Software Foundation", "What is Copyleft?", "https://www.gnu.org/licenses/copyleft.html"
            ),
        ),
        names=listed(
            "copy left, share-alike, sharealike, share alike, viral license, 継承, コピーレフトライセンス"
        ),
        see=("permissive",),
    ),
    Entry(
        id="spdx",
        name=Text("SPDX identifier", "SPDX識別子"),
        meaning=Text(
            "A short unique name of a licence (MIT, Apache-2.0, CC-BY-NC-4.0) from a public list. Licences"
            " that are not on it get a name that begins with LicenseRef-.",
            "公開された一覧にある、ライセンスの短い一意の名前です（MIT、Apache-2.0、CC-BY-NC-4.0など）。"
            "一覧にないものにはLicenseRef-で始まる名前を付けます。",
        ),
        decided_by=Text(
            "The SPDX project of the Linux Foundation.", "Linux FoundationのSPDXプロジェクトです。"
        ),
        pages=(_SPDX,),
        names=listed("spdx, spdx id, spdx list, licenseref, SPDXライセンス, エスピーディーエックス"),
        see=("osi-approved", "fsf-free"),
    ),
    Entry(
        id="rail",
        name=Text("RAIL (Responsible AI License)", "RAIL（責任あるAIライセンス）"),
        meaning=Text(
            "Licences with a list of excluded uses that must be passed on with the model and what is made"
            " from it. OpenRAIL ones otherwise allow free use, changes and sharing, for money too. The list"
            " makes them no open-source licences in OSI's sense.",
            "禁止用途の一覧を含み、それをモデルと派生物にも引き継ぐことを求めるライセンスです。"
            "OpenRAILはそのほかの点では、商用を含む自由な利用・改変・再配布を認めます。"
            "用途の制限があるため、OSIの意味でのオープンソースライセンスではありません。",
        ),
        decided_by=Text(
            "The RAIL initiative, and whoever writes such a licence.",
            "RAILイニシアチブと、各ライセンスの作成者です。",
        ),
        pages=(_RAIL, OSI_PAGE),
        names=listed(
            "rail, openrail, open rail, openrail-m, responsible ai license, responsible ai licence, rail"
            " license, レイル, オープンレイル, RAILライセンス"
        ),
        see=("acceptable-use", "restricted-license"),
    ),
    Entry(
        id="acceptable-use",
        name=Text("Acceptable use policy", "利用規定（AUP）"),
        meaning=Text(
            "A list of uses that the licence excludes, in the licence itself or in a policy that it points"
            " to and that may change. Open-source licences have none: they may not exclude fields of use.",
            "ライセンス自体、またはそこから参照される（変わることもある）規定にある、禁止用途の一覧です。"
            "オープンソースのライセンスは利用分野を除外できないため、これを持ちません。",
        ),
        decided_by=_LICENSOR,
        pages=(OSI_PAGE, _RAIL),
        names=listed(
            "acceptable use, aup, use restrictions, usage policy, use policy, prohibited uses, 利用規定,"
            " 利用規約, 禁止用途, 使用制限, 利用ポリシー"
        ),
        see=("rail", "restricted-license"),
    ),
    Entry(
        id="research-only",
        name=Text("Research only", "研究目的限定"),
        meaning=Text(
            "The licence allows use for research and nothing else; some ask who one is before the download.",
            "研究目的に限って利用を認めるライセンスです。ダウンロードの前に身元を確認するものもあります。",
        ),
        decided_by=_LICENSOR,
        pages=(OSI_PAGE,),
        names=listed(
            "research-only, research license, research licence, research use only, 研究限定, 研究用,"
            " 研究目的のみ, 研究利用のみ"
        ),
        see=("non-commercial", "restricted-license"),
    ),
    Entry(
        id="non-commercial",
        name=Text("Non-commercial", "非商用"),
        meaning=Text(
            "The licence allows no use for money; what counts as that is in its own clause. Creative"
            " Commons: not primarily intended for commercial advantage or monetary compensation.",
            "営利目的の利用を認めないライセンスです。何が営利に当たるかは各条項が定めます。"
            "クリエイティブ・コモンズでは、主たる目的が商業的な利得や金銭的な対価でないことを指します。",
        ),
        decided_by=_LICENSOR,
        pages=(
            Page(
                "Creative Commons",
                "CC BY-NC 4.0, legal code",
                "https://creativecommons.org/licenses/by-nc/4.0/legalcode",
            ),
        ),
        names=listed(
            "non commercial, noncommercial, nc, non-commercial use, 非営利, 非商用利用, 商用不可,"
            " 商用利用不可"
        ),
        see=("research-only", "restricted-license"),
    ),
    Entry(
        id="user-threshold",
        name=Text("Threshold of users or revenue", "利用者数・売上の上限"),
        meaning=Text(
            "From a certain number of users, or of revenue, another licence is needed. OSI's definition"
            " allows no such difference between persons.",
            "利用者数や売上が一定以上になると別の許諾が必要になる条件です。OSIの定義は、"
            "人や団体によるこのような差を認めません。",
        ),
        decided_by=_LICENSOR,
        pages=(OSI_PAGE,),
        names=listed(
            "user threshold, threshold, 700 million, monthly active users, mau, revenue threshold, revenue"
            " limit, 利用者数の上限, 売上制限, 月間アクティブユーザー, 7億人"
        ),
        see=("restricted-license",),
    ),
    Entry(
        id="open-data",
        name=Text("Open data licence", "オープンデータのライセンス"),
        meaning=Text(
            "A licence for data that lets anyone use, change and share them for any purpose, attribution or"
            " share-alike aside: CC0, CC-BY, CC-BY-SA, CDLA, ODC-By and ODbL are examples.",
            "誰でもどんな目的でもデータを利用・改変・共有でき、"
            "求められても表示や継承までというライセンスです。CC0、CC-BY、CC-BY-SA、CDLA、ODC-By、"
            "ODbLなどがあります。",
        ),
        decided_by=Text(
            "No single body; the Open Definition of the Open Knowledge Foundation is the usual measure.",
            "単一の機関はありません。Open Knowledge FoundationのOpen Definitionがよく基準とされます。",
        ),
        pages=(
            Page("Open Knowledge Foundation", "Open Definition 2.1", "https://opendefinition.org/od/2.1/en/"),
        ),
        names=listed("open data, open dataset, open data license, オープンデータ, オープンデータライセンス"),
        see=("open-license", "training-data"),
    ),
    Entry(
        id="openmdw",
        name=Text("OpenMDW", "OpenMDW"),
        meaning=Text(
            "A permissive licence made for models as a whole: parameters, code, data and documents under"
            " one text. The Model Openness Tool counts OpenMDW-1.0 as open.",
            "モデル全体（パラメータ・コード・データ・文書）を一つの文書で扱う寛容型ライセンスです。Model"
            " Openness ToolはOpenMDW-1.0をオープンと数えます。",
        ),
        decided_by=Text("The Linux Foundation.", "Linux Foundationです。"),
        pages=(Page("Linux Foundation", "OpenMDW", "https://openmdw.ai/"),),
        names=listed("open mdw, openmdw license, openmdw licence, open model data and weights"),
        see=("permissive", "mof"),
    ),
)
