"""How models/ came to be: data, encoder, heads, evaluation."""
