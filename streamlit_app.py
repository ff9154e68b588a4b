from analyzer.ui.app import main
main()
