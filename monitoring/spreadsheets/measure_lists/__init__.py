"""Lists of measures as towns keep them: groups and reports between the rows, marks and colours in columns.

Each layout adds what it knows to one `MeasureList` before its rows are read.
"""
