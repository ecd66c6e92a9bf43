"""The page of the HTML export: values for its template, style and script as files."""
