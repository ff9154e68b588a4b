"""The app: pages that read widgets, call one service and show the result.

Nothing else in the project imports Streamlit.
"""
