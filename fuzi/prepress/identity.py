"""What the file says of itself: PDF/X-4, its printing condition, its dates, and an identifier made from its content."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from fuzi.prepress.entries import drop
from fuzi.prepress.profile import Profile

CONFORMANCE = "PDF/X-4"
PRODUCER = "fuzi"

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{authors}<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>{conformance}</pdfxid:GTS_PDFXVersion>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmpMM:DocumentID>{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>{document}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_ACTIONS = ("/OpenAction", "/AA", "/AcroForm", "/URI", "/Collection", "/Perms", "/Threads", "/SpiderInfo", "/AF")


def identify(pdf: pikepdf.Pdf, moment: datetime, seed: bytes) -> None:
    """Write Info and XMP in agreement (ISO 15930-7, 6.7 and 6.8): title, dates, ``Trapped`` false, identifiers.

    The DocumentID comes from ``seed``, all that the file was made from, so that equal sources have equal files.
    """
    info: Any = pdf.docinfo
    title = str(info.get("/Title", "")) or "—"
    stamp = moment.strftime("D:%Y%m%d%H%M%SZ")
    info[Name.Title] = String(title)
    info[Name.CreationDate] = info[Name.ModDate] = String(stamp)
    info[Name.Producer] = String(str(info.get("/Producer", PRODUCER)))
    info[Name.Creator] = String(str(info.get("/Creator", PRODUCER)))
    info[Name.Trapped] = Name("/False")
    author = str(info.get("/Author", ""))
    authors = f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>\n" if author else ""
    packet = _PACKET.format(
        title=escape(title),
        authors=authors,
        producer=escape(str(info[Name.Producer])),
        creator=escape(str(info[Name.Creator])),
        conformance=CONFORMANCE,
        date=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        document=_uuid(seed),
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # a new one is made from the content when the file is written


def _uuid(seed: bytes) -> str:
    digest = hashlib.sha256(seed).hexdigest()[:32]
    return "uuid:" + "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:]))


def set_intent(pdf: pikepdf.Pdf, profile: Profile) -> None:
    """Name the printing condition and embed its profile (ISO 15930-7, 6.2.3)."""
    embedded = pdf.make_stream(profile.data, N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        OutputCondition=String(profile.info),
        Info=String(profile.info),
        DestOutputProfile=pdf.make_indirect(embedded),
    )
    if profile.registry:
        intent.RegistryName = String(profile.registry)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def take_actions(pdf: pikepdf.Pdf) -> None:
    """Take away all that is for screens: links, forms, scripts, attachments. Outlines and page labels stay."""
    drop(pdf.Root, *_ACTIONS)
    names: Any = pdf.Root.get("/Names", Dictionary())
    drop(names, *[key for key in dict(names.items()) if key != "/Dests"])
    for page in pdf.pages:
        drop(page.obj, "/Annots", "/AA", "/B")
    outlines = pdf.Root.get("/Outlines")
    waiting: list[Any] = [outlines] if outlines is not None else []
    while waiting:
        item = waiting.pop()
        action = item.get("/A")
        if action is not None:
            if action.get("/S") == Name.GoTo:
                item.Dest = action.D
            del item["/A"]
        waiting += [item[key] for key in ("/First", "/Next") if key in item]
