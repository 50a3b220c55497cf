"""The arithmetic of the printing house: trim sizes, papers, spine, 印张 and reams."""
