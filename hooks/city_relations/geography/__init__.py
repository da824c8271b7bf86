"""Plain geometry of the Earth and of its pictures; knows nothing of partners, pages or words."""
