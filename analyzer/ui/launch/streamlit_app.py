"""What Streamlit runs from an installed wheel.

It stands in a folder of its own, with its ``.streamlit``: beside ``pages/``, Streamlit would make a menu of these by
itself.
"""

from analyzer.ui.app import main

main()
