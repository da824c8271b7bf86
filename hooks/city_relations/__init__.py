"""The public record of a city's ties abroad: from content files to the text of every output."""
