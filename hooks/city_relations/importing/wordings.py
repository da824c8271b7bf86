"""What stands around the text of a release, in the languages press offices write."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

_I = re.IGNORECASE
LABEL = re.compile(
    r"(?:(?:dossier|communiqué|note|avis|point)(?: commun)?(?: de| à la)? presse"
    r"|communiqué(?: commun)?"
    r"|(?:joint |press |media |news )*(?:press|media|news) (?:release|statement|notice)"
    r"|(?:gemeinsame )?(?:presse|medien)(?:mitteilung|information|info|meldung|aussendung|-info)"
    r"|comunicato (?:congiunto|stampa)(?: congiunto)?|nota stampa|nota de prensa"
    r"|comunicado de prensa"
    r"|プレスリリース|(?:記者|報道)(?:発表|提供|会見)?(?:資料)?|お知らせ"
    r"|(?:بلاغ|بيان|خبر)(?: صحفي| صحافي)?(?: مشترك)?"
    r"|(?:for immediate release|zur sofortigen veröffentlichung|(?:pour )?diffusion immédiate"
    r"|per la pubblicazione immediata|للنشر الفوري))(?:\s*(?:n[°ºr]\.?|n\.?|nr\.?|no\.?"
    r"|رقم|第)?\s*\d[\w/-]*)?[\s:.!]*",
    _I,
)
FROM = re.compile(
    r"(?:de la part d(?:u |es |e la |e l['’]|e )|émis par|émetteur\s*:|issued by|from\s*:"
    r"|released by"
    r"|herausgegeben von(?: der| dem)?|herausgeber(?:in)?\s*:|absender\s*:|von\s*:"
    r"|a cura (?:dell['’]|della |del |di )|emesso da|mittente\s*:|صادر عن|الجهة المصدرة\s*:"
    r"|المصدر\s*:)\s*",
    _I,
)


@cache
def _weekday() -> str:
    """Return what finds the name of a day of the week, read when a release is."""
    days = {
        day.lower()
        for language in ("fr", "de", "en", "it", "es", "ar")
        for day in Locale.parse(language).days["format"]["wide"].values()
    }
    return "|".join(sorted(days))


@cache
def dated() -> re.Pattern[str]:
    """Find what stands before a date, from the beginning of its line."""
    return re.compile(
        r"(?:date|datum|data|fecha|التاريخ|publié|veröffentlicht|published|pubblicato|発表日|日付)?"
        rf"\s*(?:le|den|am|on|il|el|في|بتاريخ|:|：)?\s*:?\s*(?:{_weekday()})?\s*",
        _I,
    )


@cache
def between() -> re.Pattern[str]:
    """Find what stands between a place and a date."""
    return re.compile(
        rf"\s*[,،(]?\s*(?:le|den|am|on|il|li|lì|el|في|يوم|the)?\s*(?:{_weekday()})?\s*", _I
    )


CONTACT = re.compile(
    r"(?:vos )?(?:contacts?(?: (?:de )?(?:presse|médias?|media|press|stampa))?(?!\w)"
    r"|relations (?:presse|médias)"
    r"|(?:press|media) (?:contacts?|enquiries|office contact)|for (?:more|further) information"
    r"(?:,? please contact)?|enquiries|presse?kontakte?|medienkontakt|ansprechpartner(?:in)?"
    r"|kontakt(?: für die presse)?|rückfragen?(?: an|hinweis)?|contatti?(?: stampa)?"
    r"|per (?:ulteriori )?informazioni"
    r"|pour (?:plus|toute|de plus amples) (?:d['’])?informations?(?:,? contactez)?"
    r"|renseignements"
    r"|お問い?合わ?せ(?:先)?|問い?合わ?せ(?:先)?|連絡先|担当(?:課)?"
    r"|للاتصال|للتواصل|جهة الاتصال|الاتصال الصحفي|لمزيد من المعلومات)\s*[:：–—-]?\s*",
    _I,
)
EMBARGO = re.compile(
    r"embargo|sperrfrist|gesperrt bis|nicht zur veröffentlichung vor|حظر (?:ال)?نشر|解禁"
    r"|not for publication before",
    _I,
)
HOUR = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])\s*(?:(?:h|:|\.|Uhr|時)\s*(?P<minute>[0-5]\d)?(?:\s*Uhr)?(?!\d)"
    r"|(?=[ap]\.?m))(?:\s*(?P<half>[ap])\.?m\b)?",
    _I,
)
SUBJECT = re.compile(
    r"(?:objet|betreff|betrifft|oggetto|subject|re|asunto|الموضوع|件名)\s*[:：]\s*", _I
)
CREDIT = re.compile(
    r"(?:\(?©\s*|(?:crédits?|photo|foto|fotos|picture|image|bild|bildnachweis|credit"
    r"|credito|صورة|تصوير)"
    r"(?: photos?| foto)?\s*(?:by|von|di)?\s*[:：©]\s*©?)\s*(?P<who>[^©()\n]{2,80}?)\)?\s*\.?$",
    _I,
)
CAPTION = re.compile(r"(?:légende|caption|bildunterschrift|didascalia)\s*:\s*", _I)
END = re.compile(r"[\s*#–—-]*(?:fin|ende|ends?|fine|انتهى|#{2,}|-30-|\*{3})[\s*#–—-]*", _I)
# Whoever speaks as a person, not as an office.
PERSON = re.compile(
    r"sprecher|attaché|chargée? d|direct(?:eur|rice|or)\b|addett[oa]|officer|manager"
    r"|responsable"
    r"|leiter|referent|m(?:me|r|rs|s)\.? |frau |herr |dott|monsieur|madame|(?:ال)?سيد",
    _I,
)
OFFICE = re.compile(
    r"servi[cz]|bureau|büro|abteilung|magistrat|gabinetto|desk|medien|"
    r"課|係|室$|広報|事務局|direction|office|press|stelle|\bamt|amt\b|referat|uffici|comune|stadt"
    r"|ville|mairie"
    r"|city|council|department|cabinet|association|comité|mission|relations|kommunikation"
    r"|communication"
    r"|comunicazione|unit|team|secr[eé]tariat|مكتب|مصلحة|قسم|بلدية|جماعة|ديوان",
    _I,
)
_SAID = (
    "explique|souligne|se félicite|se réjouit|conclut|déclare|affirme|précise|indique|ajoute"
    "|rappelle|estime|assure|confie|note|commente|insiste|annonce|dit"
    "|a déclaré|a expliqué|a souligné|salue"
    "|sagt|sagte|erklärt|erklärte|betont|betonte|freut sich|ergänzt|unterstreicht|meint|so"
    "|said|says|explained|explains|added|adds|concluded|stated|commented|noted"
    "|ha dichiarato|dichiara|spiega|ha spiegato|afferma|ha affermato|sottolinea|conclude|commenta"
    "|aggiunge|ha detto|dice"
    "|قال|قالت|صرح|صرحت|أكد|أكدت|أضاف|أضافت|أوضح|أوضحت"
)
SAID = re.compile(rf"[,،]?\s*(?:{_SAID})\s+(?=\S)", _I)
# In Arabic the verb may come before who says it, and « and » is written with it.
SAYS_FIRST = re.compile(
    r"[وف]?(?:قال|قالت|صرح|صرحت|أكد|أكدت|أضاف|أضافت|أوضح|أوضحت)\s+(?P<who>[^:«»]{3,140}?)\s*:\s*$"
)
# « name, function: “…” » without a verb: three words that are names and titles, or a comma.
NAMED_FIRST = re.compile(
    r"(?!(?:der|die|das|the|le|la|les|il|el|lo)\s)(?-i:[^\W\d_a-zà-ÿ]\S+(?:\s+(?:de|von|di|of|du|d['’]))?"
    r"(?:\s+[^\W\d_a-zà-ÿ]\S+){1,4})(?P<role>,\s*[^:«„“\"]{3,100})?\s*:\s*$"
)
# « 市長は「…」と述べました。 »
JAPANESE = re.compile(
    r"(?P<who>[^、。「」]{2,40}?)(?:は|が)、?「(?P<words>[^「」]+)」と"
    r"(?:述べ|話し|語り|語っ|コメント|説明|強調|挨拶)[^。「」]{0,12}。?"
)
SAYING = re.compile(
    rf"^(?P<who>\S.{{2,140}}?)\s*,?\s*(?:{_SAID})(?:\s[^:«„“]{{0,40}})?\s*:\s*$", _I
)
CITY = re.compile(
    r"(?:la )?(?:ville|mairie|commune)(?: de | d['’])|stadt |gemeinde |city of |town of "
    r"|borough of "
    r"|(?:il )?comune di |città di |(?:جماعة|بلدية|مدينة) ",
    _I,
)
BODIES = {
    "association": re.compile(
        r"(?<!\w)(?:association|comité|verein|charity|associazione|جمعية)", _I
    ),
    "intercommunal": re.compile(
        r"(?<!\w)(?:communauté (?:de|d['’])|agglomération|métropole|grand |landkreis"
        r"|unione)",
        _I,
    ),
}
