"""Hard pages by fuzi beside the same text by Typst, ctex and Chromium, as pictures for the eye."""
