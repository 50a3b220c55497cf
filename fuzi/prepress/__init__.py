"""From set pages to the files of printers and readers: colours, boxes, marks, tags, imposition."""
