"""The editing forms: what Sveltia CMS is told of records and pages, derived from the schema."""
