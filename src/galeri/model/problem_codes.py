"""Every problem there is: its code, how grave it is, its sentence and its hint, in English.

The sentences are msgids of `locale/<language>.po`; words in braces are filled in from the problem's values.
A hint that names a value which the problem does not have is not shown.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Sentence(NamedTuple):
    """How a problem is told: `severity` is error, warning or note."""

    severity: str
    message: str
    hint: str = ""


_GUESS = "did you mean “{guess}”?"

FILES: Mapping[str, Sentence] = {
    "no-gallery": Sentence(
        "error", "there is no galeri.yaml in “{folder}”", "`galeri init` makes a new gallery"
    ),
    "not-utf8": Sentence("error", "the file is not UTF-8 text", "save it again with the encoding UTF-8"),
    "changed-file": Sentence("error", "the file changed while the site was being built", "build again"),
    "misplaced-private": Sentence(
        "error", "what must stay private is only kept so in a file that is called “{name}”", "rename the file"
    ),
    "file-too-large": Sentence(
        "error",
        "the file has more than {limit} bytes",
        "is it what its name says?",
    ),
    "unreadable-file": Sentence("error", "the file can't be read: {reason}"),
    "outside-gallery": Sentence(
        "error",
        "this link leads out of the gallery's folder",
        "put a copy of the file here instead of a link",
    ),
    "unportable-name": Sentence(
        "error",
        "the name “{name}” can't be kept on every computer",
        "use letters, digits, hyphens and dots; rename it to “{guess}”, say",
    ),
    "same-name": Sentence(
        "error", "“{name}” and “{other}” are one and the same file on many computers", "rename one of them"
    ),
    "unknown-kind": Sentence("error", "there is no kind of record called “{name}”", _GUESS),
    "stray-file": Sentence(
        "warning", "nothing uses the file “{name}”", "each record has a folder of its own"
    ),
    "missing-facts": Sentence(
        "error", "there is no “{name}” here", "each record's facts are in a file of this name"
    ),
}

YAML: Mapping[str, Sentence] = {
    "invalid-yaml": Sentence(
        "error",
        "this is not YAML: {reason}",
        "look for a missing quote, bracket, colon or space after a colon",
    ),
    "duplicate-key": Sentence("error", "“{key}” is given twice", "keep one of them"),
    "bad-key": Sentence("error", "a key must be plain text"),
    "several-documents": Sentence(
        "error", "a second document starts here (`---`)", "a file holds one record"
    ),
    "yaml-too-deep": Sentence("error", "this is nested too deeply to be a record"),
    "yaml-bomb": Sentence(
        "error", "this file repeats itself too often (`*` and `&`)", "write the values out"
    ),
    "not-a-mapping": Sentence("error", "here must stand fields, each as `name: value`"),
    "open-front-matter": Sentence(
        "error", "the words at the top never end", "put a line `---` between them and the story"
    ),
    "no-front-matter": Sentence(
        "error", "the file does not start with its words", "start it with `---`, `title: …` and `---`"
    ),
}

VALUES: Mapping[str, Sentence] = {
    "unknown-key": Sentence("error", "there is no field “{key}” here", _GUESS),
    "missing-key": Sentence("error", "the field “{key}” is missing"),
    "wrong-type": Sentence("error", "“{value}” does not fit here: {reason}"),
    "out-of-range": Sentence("error", "“{value}” is out of range: write {bound} {limit}"),
    "wrong-choice": Sentence("error", "“{value}” is not one of: {choices}", _GUESS),
    "empty-text": Sentence("error", "this must not be empty"),
    "control-character": Sentence(
        "error", "the text holds the invisible character {value}", "delete it, type it anew"
    ),
    "bad-date": Sentence("error", "“{value}” is no date", "write year-month-day, such as 2026-11-01"),
    "bad-time": Sentence("error", "“{value}” is no time of day", "write hours:minutes, such as 09:00"),
    "bad-length": Sentence(
        "error", "“{value}” is no length", "write a number and a unit ({units}), such as 200 cm"
    ),
    "bad-weight": Sentence(
        "error", "“{value}” is no weight", "write a number and a unit ({units}), such as 380 g"
    ),
    "bad-duration": Sentence(
        "error", "“{value}” is no length of time", "write days, weeks or months, such as 30 days"
    ),
    "bad-rate": Sentence(
        "error", "“{value}” does not say how many in which time", "write it as 40 per month"
    ),
    "bad-price": Sentence(
        "error", "“{value}” is no price", "write `price: {{amount: 1250000, currency: IDR}}` or `price: ask`"
    ),
    "bad-hs-code": Sentence(
        "error", "“{value}” is no HS code", 'write 4, 6, 8 or 10 digits in quotes, such as "5208.52"'
    ),
    "bad-colour": Sentence("error", "“{value}” is no colour", 'write it in quotes, such as "#7a3b12"'),
    "bad-focus": Sentence(
        "error", "“{value}” is no point of a photo", "write two percentages, such as 50% 30%"
    ),
    "bad-url": Sentence("error", "“{value}” is no web address", "write it whole, starting with https://"),
    "bad-phone": Sentence("error", "“{value}” is no telephone number", "write it as +6281234567890"),
    "bad-isbn": Sentence(
        "error", "“{value}” is no ISBN", "copy its 13 digits with the last one, the check digit"
    ),
    "bad-file-name": Sentence("error", "“{value}” is no name of a file in this folder"),
    "bad-language": Sentence(
        "error", "“{value}” is no language tag", "write a BCP 47 tag such as id, en or jv-Java"
    ),
    "same-language": Sentence("error", "the language “{value}” is listed twice"),
    "video-source": Sentence("error", "a video needs either `file` or `link`"),
    "closes-before-opens": Sentence("error", "it closes on {value}, before it opens"),
}

LINKS: Mapping[str, Sentence] = {
    "unknown-reference": Sentence("error", "no {kind} is called “{id}”", _GUESS),
    "unknown-link-kind": Sentence(
        "error", "a story can't link to “{kind}:{id}”: there is no such kind", _GUESS
    ),
    "address-collision": Sentence(
        "error", "“{id}” has the same address as “{other}”", "rename one of the folders"
    ),
    "region-circle": Sentence("error", "the region lies in itself: {trail}"),
    "unknown-photo": Sentence("error", "this record lists no photo “{file}”", _GUESS),
    "unshown-photo": Sentence(
        "warning", "the story shows no “{file}”, as the record lists no such photo", _GUESS
    ),
    "unknown-note": Sentence("error", "the collection has no piece “{id}” to put this note before", _GUESS),
}

PHOTOS: Mapping[str, Sentence] = {
    "missing-photo": Sentence("error", "the photo “{file}” is not in the folder", _GUESS),
    "unlisted-photo": Sentence(
        "warning", "the photo “{file}” is not listed under `photos`", "list it, or delete it"
    ),
    "missing-film": Sentence("error", "the film “{file}” is not in the folder", _GUESS),
    "not-an-image": Sentence(
        "error", "“{file}” is not a photo that can be read", "export it again, or copy it anew"
    ),
    "broken-photo": Sentence(
        "error", "the photo can't be decoded: {reason}", "export it again, or copy it anew"
    ),
    "coarse-photo": Sentence(
        "warning",
        "the photo is printed {width} mm wide at {ppi} pixels an inch; a press wants {wanted}",
        "put a photo of {pixels} pixels in its width in its place",
    ),
    "too-many-pixels": Sentence(
        "error", "the photo claims {width} × {height} pixels, more than any camera makes", "export it again"
    ),
    "repeated-photo": Sentence("error", "the photo “{file}” is listed twice"),
    "other-capitals": Sentence(
        "error", "“{file}” is called “{found}” in the folder", "write it with the same capitals"
    ),
    "small-photo": Sentence(
        "warning",
        "the photo has {width} × {height} pixels; to be shown well it needs {least} on its longer side",
        "ask for the file as the camera wrote it: messengers send smaller copies",
    ),
    "soft-photo": Sentence(
        "note",
        "the photo has {width} × {height} pixels; it is crisp on every screen with {least} on its longer side",
    ),
    "small-print": Sentence(
        "note",
        "the photo has {width} × {height} pixels; printed {millimetres} mm long it needs {least}",
    ),
    "blurred-photo": Sentence(
        "warning",
        "the photo looks blurred (sharpness {sharpness}, where {least} is little)",
        "look at it at full size; with more light, or the camera on a firm ground, it will be sharp",
    ),
    "same-photo": Sentence(
        "warning", "this is the same picture as “{other}”", "show one of them, or another view"
    ),
    "shared-photo": Sentence("note", "this is the same file as “{other}”"),
    "animated-photo": Sentence(
        "warning", "the photo moves; only its first picture is shown", "publish a film with `video`"
    ),
    "photo-position": Sentence("note", "the file says where the photo was taken; that is not published"),
    "film-position": Sentence(
        "error",
        "the file says where the film was taken, and films are published as they are",
        "export it without its place, or take that out of it: exiftool -all= {file}",
    ),
}

WORDS: Mapping[str, Sentence] = {
    "missing-words": Sentence(
        "error", "there are no words in {language}, the gallery's default language", "write them in {file}"
    ),
    "words-twice": Sentence("error", "the words in “{language}” are given twice: here and in {file}"),
    "unknown-language": Sentence(
        "error",
        "the gallery has no language “{language}”; it has: {languages}",
        "add it to `languages`, or choose another",
    ),
    "undeclared-language": Sentence(
        "warning", "“{language}” is not among the gallery's languages", "add it to `languages` in galeri.yaml"
    ),
    "uncurated": Sentence(
        "error", "an approved piece needs {missing}", "add it, or set `curation: draft` until it is there"
    ),
}

THEME: Mapping[str, Sentence] = {
    "unknown-theme": Sentence("error", "there is no theme “{name}”", _GUESS),
    "missing-template": Sentence("error", "the theme has no template “{name}”"),
    "no-fallback": Sentence(
        "error",
        "the last format is “{value}”, which not every browser can show",
        "end the list with jpeg",
    ),
    "missing-recipe": Sentence("error", "the theme has no images for the role “{role}”"),
    "missing-segment": Sentence("error", "the theme has no address for {kind} in “{language}”"),
    "same-segment": Sentence(
        "error", "{kind} and {other_kind} have the same address “{segment}” in “{language}”"
    ),
    "bad-catalogue": Sentence("error", "the translations can't be read: {reason}"),
    "broken-font": Sentence(
        "error",
        "“{file}” is not a font that can be read",
        "fonts are files in TrueType or OpenType: .ttf, .otf, and .woff2 for pages",
    ),
    "missing-font": Sentence("error", "the font “{file}” is not in the folder fonts/", _GUESS),
    "restricted-font": Sentence(
        "warning",
        "“{file}” says of itself that it may not be embedded, or not in part, as pages do with it",
        "ask its maker, or choose a font under the SIL Open Font License",
    ),
    "unknown-font": Sentence(
        "error",
        "no font here is called “{name}”; there is: {names}",
        "put its file into fonts/, or name another",
    ),
    "missing-glyphs": Sentence(
        "warning",
        "no font here has these letters of “{language}”, so the picture for sharing lacks that text: {characters}",
        "put a font that has them into the folder fonts/ beside galeri.yaml, as .ttf or .otf",
    ),
    "broken-icon": Sentence("error", "no icon can be made of this: {reason}", "draw it as SVG or PNG"),
    "theme-circle": Sentence("error", "the theme “{name}” extends itself, directly or through others"),
    "unknown-setting": Sentence("error", "the theme has no setting “{name}”", _GUESS),
    "wrong-setting": Sentence(
        "error", "“{value}” is nothing that the setting “{name}” can hold", "write one of these: {expected}"
    ),
    "low-contrast": Sentence(
        "error",
        "“{text}” ({text_colour}) on “{ground}” ({ground_colour}) has a contrast of {ratio}; it needs {least}",
        "“{better}” would be clear enough for “{text}”",
    ),
    "template-failed": Sentence("error", "{reason}", "the template was making the page “{page}”"),
    "undisplayed-letters": Sentence(
        "error",
        "no font here has these letters of “{page}”: {characters}; they stand in: {records}",
        "put a font that has them into the folder fonts/ beside galeri.yaml, as .ttf or .otf",
    ),
}

PRIVACY: Mapping[str, Sentence] = {
    "private-value": Sentence(
        "error",
        "the page “{page}” would show a private value of “{record}” ({field})",
        "take it out of the words and facts; it stands in private.yaml",
    ),
    "withheld-name": Sentence(
        "error",
        "the page “{page}” would show the name of “{record}”, who has not agreed to it",
        "take the name out of the words, or ask for consent",
    ),
    "nik-in-text": Sentence(
        "error",
        "“{value}” looks like an identity number (NIK)",
        "delete it here; what the council must keep belongs in private.yaml",
    ),
    "phone-in-text": Sentence(
        "error",
        "“{value}” looks like a telephone number that nobody agreed to have published",
        "delete it, or write it under `contact` of the gallery, a venue or a maker with `consent: {{phone: true}}`",
    ),
    "email-in-text": Sentence(
        "error",
        "“{value}” is an e-mail address that nobody agreed to have published",
        "delete it, or write it under `contact` of the gallery, a venue or a maker with `consent: {{phone: true}}`",
    ),
}

CRAFT: Mapping[str, Sentence] = {
    "hs-elsewhere": Sentence(
        "warning",
        "“{hs}” is in chapter {chapter} of the HS, where no piece of kind `{craft}` belongs",
        "is it mistyped? ask your customs broker",
    ),
    "hs-other-fibre": Sentence(
        "warning",
        "“{hs}” is in chapter {chapter} of the HS, which is not that of {fibres}",
        "fibre and form decide the code, as batik has none of its own; ask your customs broker",
    ),
    "batikmark-grade": Sentence("warning", "“{grade}” is no grade of Batikmark", "write one of: {choices}"),
    "batikmark-technique": Sentence(
        "warning",
        "this Batikmark says “{grade}”, but the techniques say “{expected}”",
        "look at its label: gold is for tulis, silver for kombinasi, white for cap",
    ),
    "unproven-heritage": Sentence(
        "note",
        "this says designated, but neither the year nor the number",
        "recording and designation are two events; write what the certificate shows",
    ),
    "food-papers": Sentence(
        "warning", "a food that is sold needs {missing}", "ask the maker for it, and write it here"
    ),
    "cites-papers": Sentence(
        "note",
        "“{id}” may come from a protected species: it may need CITES papers to cross a border",
        "add the certificate with `scheme: cites`, or name the material so that one sees what it is",
    ),
    "arms": Sentence(
        "note",
        "to a carrier this is a weapon",
        "ask the airline, the post and the customs before it is sold abroad",
    ),
    "region-level": Sentence(
        "warning",
        "the code {code} is not one of level `{level}`",
        "a province has two digits, as 35; a regency's code ends in .01 to .69, a city's in .71 to .79",
    ),
    "region-parent": Sentence(
        "warning",
        "the code {code} is not in “{parent}”, whose code is {other}",
        "compare both with the ministry's list",
    ),
    "region-code-twice": Sentence(
        "warning", "the code {code} is that of “{other}”, too", "compare both with the ministry's list"
    ),
    "region-name": Sentence(
        "warning",
        "“{title}” and the level `{level}` contradict one another",
        "a Kabupaten is a regency, a Kota is a city",
    ),
    "ambiguous-region": Sentence(
        "warning",
        "there are two regions called “{title}”: a regency and a city, with crafts of their own",
        "say which: “Kabupaten {title}” or “Kota {title}”",
    ),
    "old-price": Sentence(
        "note", "this price is of {value}: more than a year ago", "ask for it again, or write `price: ask`"
    ),
    "expired-certificate": Sentence(
        "warning", "this certificate ({scheme}) expired on {value}", "write the new one, or take it out"
    ),
}

SHEETS: Mapping[str, Sentence] = {
    "missing-sheet": Sentence("error", "the workbook has no sheet “{name}”", _GUESS),
    "missing-column": Sentence("error", "the sheet has no column “{name}”", _GUESS),
    "repeated-row": Sentence(
        "error", "“{id}” has a row already: row {other}", "each record has one row; give this one another id"
    ),
    "formula-cell": Sentence(
        "error", "the cell holds a formula, or what may become one: {value}", "type the value itself"
    ),
    "shortened-cell": Sentence(
        "error", "the text is longer than a cell can hold, so it can't be changed here", "change it in {file}"
    ),
    "uneditable": Sentence(
        "error",
        "the file is written so that one value can't be changed without others (`&` and `*`, say)",
        "change it by hand",
    ),
}

PROBLEMS: Mapping[str, Sentence] = {
    **FILES,
    **YAML,
    **VALUES,
    **LINKS,
    **PHOTOS,
    **WORDS,
    **THEME,
    **PRIVACY,
    **CRAFT,
    **SHEETS,
}
