"""What a content file may say, each field declared once."""
