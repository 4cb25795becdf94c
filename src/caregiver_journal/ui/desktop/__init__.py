"""What the desktop tells and can be asked: each platform's own ways, all optional."""
