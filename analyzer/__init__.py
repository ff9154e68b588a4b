"""Task-automation opportunity analyzer."""
