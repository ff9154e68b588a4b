from analyzer.ui.app import main  # noqa: D100

main()
