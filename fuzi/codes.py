"""What the pipeline itself can say (F1xx)."""

from fuzi.model.report import Code, Severity

UNKNOWN_VARIANT = Code(
    "F101",
    Severity.ERROR,
    "{field} 里写的“{tag}”不是付梓的版本",
    "{field} names “{tag}”, which is not a variant of fuzi",
    "可以写：{known}",
    "It may be one of: {known}",
)
