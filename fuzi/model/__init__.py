"""The values that pass between the stages: frozen data without I/O, on the standard library alone."""
