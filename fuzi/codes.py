"""What the pipeline itself can say (F1xx)."""

from fuzi.model.report import Code, Severity

UNKNOWN_VARIANT = Code(
    "F101",
    Severity.ERROR,
    "没有“{tag}”这个版本",
    "there is no variant “{tag}”",
    "variants 里可以写：{known}",
    "variants may name: {known}",
)

UNKNOWN_SOURCE_VARIANT = Code(
    "F102",
    Severity.ERROR,
    "source_variant 写了不认识的“{tag}”",
    "source_variant names an unknown variant “{tag}”",
    "可以写：{known}",
    "It may be one of: {known}",
)
