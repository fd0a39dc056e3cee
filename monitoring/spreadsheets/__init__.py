"""Files in, records and findings out, and back out as workbooks; knows file formats and the domain."""
