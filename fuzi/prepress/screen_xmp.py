"""The metadata of a screen PDF as XMP: what the book is, and the two standards that the file keeps (ISO 19005-3, 6.6;
ISO 14289-1, 5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{descriptions}
{extension}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""

_EXTENSION = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A knows the properties of PDF/UA only when they are described (ISO 19005-3, 6.6.2.3)."""

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def packet(info: Mapping[str, str], language: str) -> bytes:
    """The packet that says the same as the document information ``info`` (``/Title`` …), and in which language."""
    return _PACKET.format(descriptions="\n".join(_descriptions(info, language)), extension=_EXTENSION).encode()


def _descriptions(info: Mapping[str, str], language: str) -> list[str]:
    dc = [_alternatives("title", info.get("/Title", ""))]
    if info.get("/Author"):
        dc.append(f"<dc:creator><rdf:Seq>{_item(info['/Author'])}</rdf:Seq></dc:creator>")
    if info.get("/Subject"):
        dc.append(_alternatives("description", info["/Subject"]))
    if language:
        dc.append(f"<dc:language><rdf:Bag>{_item(language)}</rdf:Bag></dc:language>")
    dc.append("<dc:format>application/pdf</dc:format>")
    pdf = [_property("pdf:Producer", info.get("/Producer", "")), _property("pdf:Keywords", info.get("/Keywords", ""))]
    xmp = [
        _property("xmp:CreatorTool", info.get("/Creator", "")),
        _property("xmp:CreateDate", _moment(info.get("/CreationDate", ""))),
        _property("xmp:ModifyDate", _moment(info.get("/ModDate", ""))),
        _property("xmp:MetadataDate", _moment(info.get("/ModDate", ""))),
    ]
    return [_description("dc", dc), _description("pdf", pdf), _description("xmp", xmp)]


def _description(prefix: str, properties: list[str]) -> str:
    content = "\n".join(filter(None, properties))
    return f'<rdf:Description rdf:about="" xmlns:{prefix}="{_NAMESPACES[prefix]}">\n{content}\n</rdf:Description>'


def _property(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _alternatives(name: str, text: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></dc:{name}>'


def _item(text: str) -> str:
    return f"<rdf:li>{escape(text)}</rdf:li>"


def _moment(date: str) -> str:
    """A date of PDF (UTC) as one of XMP."""
    found = _DATE.match(date)
    if found is None:
        return ""
    year, month, day, hour, minute, second = found.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
