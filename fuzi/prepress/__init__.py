"""From set pages to the files of printers and readers: colours, boxes, marks, tags, imposition."""

from fuzi.prepress.press import PressJob, for_press
from fuzi.prepress.profile import Profile, choose_profile

__all__ = ["PressJob", "Profile", "choose_profile", "for_press"]
