d8023ui
r z BC-Lygna--Ferry 1stLd-Writethru   10-06 0052
^BC-Lygna--Ferry, 1st Ld-Writethru,52<
^Ferry to sail on Saturdays<
^AP Photo TRN101<
^Eds: Updates with the kiosk.<
^By IDA LUND=
^Desk Writer=
	   TORN, Lygna (DP) _ The ferry will sail on Saturdays _ for the first time in years.
	   ``We are glad,'' said Per Holm.
^The kiosk<
	   It opens as well.
	   ___
	   Mette Dahl in Lygna helped with this story.

DP-WF-10-06-26 1012GMT<
