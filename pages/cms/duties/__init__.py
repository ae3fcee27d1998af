"""The duty map for officers: the report, the paper, and the question before the last page of a duty goes."""
