"""The pieces that pages are made of: each draws one thing and knows nothing of where its data came from."""
