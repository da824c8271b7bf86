"""The whole way from content to a site: what is published, framed, weighed and put in place."""
