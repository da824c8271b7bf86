"""Addresses of the web asked whether they still answer: the one room that reaches the network."""
