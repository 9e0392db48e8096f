; Windows looks at what follows the last full stop: a bundle's first volume, x.amber.001, is a file of the sort .001, which
; other programs have as well. So Amberdesk is among the programs that are offered for it, by the class that opens bundles.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\.001\OpenWithProgids" "Amberdesk bundle" ""
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.001\OpenWithProgids" "Amberdesk bundle"
!macroend
