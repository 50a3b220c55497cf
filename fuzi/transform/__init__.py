"""From the book to the settled text of one script variant."""

from fuzi.transform.steps import transform

__all__ = ["transform"]
