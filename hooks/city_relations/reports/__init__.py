"""Papers made of the record alone: what a council and a mayor read."""
