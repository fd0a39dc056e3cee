"""Tables with headings on two sides: years, sectors, carriers and quantities along rows and columns.

A table has a stub (the row labels at its left), a boxhead (the column headings above) and a body of cells.
"""
