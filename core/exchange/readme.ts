/** README.txt of every bundle: how to open it without Amberdesk. The same text in all of them. */
export const README_TEXT = `AMBERDESK BUNDLE, FORMAT 1
==========================

How to open this bundle without Amberdesk
-----------------------------------------
You need: age (1.0 or later; 1.3 or later if your key begins with
AGE-SECRET-KEY-PQ-), tar, ssh-keygen (OpenSSH 8.2 or later), sha256sum, gzip.

1. Decrypt and unpack into an empty folder. With your key:
       age -d -i me.key BUNDLE.amber | tar -x
   With a passphrase (age asks for it):
       age -d BUNDLE.amber | tar -x
2. Check who sent it. Write the sender's signing key, as it stands on the
   sender's card, into a file "allowed_signers", on one line:
       NAME ssh-ed25519 AAAA...
   then
       ssh-keygen -Y verify -f allowed_signers -I NAME -n amberdesk-bundle \\
           -s manifest.json.sig < manifest.json
3. Check that nothing was changed:
       sha256sum -c SHA256SUMS
   and that "sums" in manifest.json is what "sha256sum SHA256SUMS" prints.
4. Read. print/ holds readable copies, if the sender added some; reply/ holds a
   form for your answer, which says how it is filled in. blobs/ holds
   attachments, named by their SHA-256; the records say what they are called.
   "gzip -dc records.jsonl.gz" prints the records: one JSON object a line, each
   one revision of one record, signed by the installation of its author.

The bundle's handling marks (TLP) bind you in whatever way you open it.


Comment ouvrir ce paquet sans Amberdesk
---------------------------------------
Il faut : age (1.0 ou plus récent ; 1.3 si votre clé commence par
AGE-SECRET-KEY-PQ-), tar, ssh-keygen (OpenSSH 8.2 ou plus récent), sha256sum,
gzip.

1. Déchiffrer et extraire dans un dossier vide. Avec votre clé :
       age -d -i ma.cle PAQUET.amber | tar -x
   Avec une phrase secrète (age la demande) :
       age -d PAQUET.amber | tar -x
2. Vérifier l'expéditeur. Écrire sa clé de signature, telle qu'elle figure sur
   sa carte, dans un fichier « allowed_signers », sur une seule ligne :
       NOM ssh-ed25519 AAAA...
   puis
       ssh-keygen -Y verify -f allowed_signers -I NOM -n amberdesk-bundle \\
           -s manifest.json.sig < manifest.json
3. Vérifier que rien n'a été modifié :
       sha256sum -c SHA256SUMS
   et que « sums » dans manifest.json est bien ce qu'affiche
   « sha256sum SHA256SUMS ».
4. Lire. print/ contient des copies lisibles, si l'expéditeur en a joint ;
   reply/ un formulaire pour votre réponse, qui dit comment le remplir. blobs/
   contient les pièces jointes, nommées par leur SHA-256 ; les fiches indiquent
   leur nom. « gzip -dc records.jsonl.gz » affiche les fiches : un objet JSON
   par ligne, chacun étant une révision d'une fiche, signée par l'installation
   de son auteur.

Les mentions de diffusion (TLP) vous engagent quelle que soit la façon dont
vous ouvrez ce paquet.
`;
