"""What a server is to say and do with the site, in the words of each kind of server."""
