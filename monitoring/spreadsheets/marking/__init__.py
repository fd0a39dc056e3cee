"""The user's own workbook, marked: only the parts that must are changed, all else stays byte by byte."""
