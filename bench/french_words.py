"""The words the made-up people consist of: first names, surnames, towns, trades; the commonest first."""

MEN = """
Jean Pierre Michel André Philippe Alain Jacques Bernard Daniel Christian Patrick Nicolas Christophe Laurent
Frédéric Thomas Stéphane David Éric Julien Olivier Pascal Alexandre Thierry Sébastien Gérard Guillaume
Jérôme Antoine Vincent François Maxime Claude Dominique Marc Bruno Didier Lucas Franck Gilles Hugo Serge
Mathieu Kevin Romain Arnaud Benjamin Cédric Fabrice Anthony Adrien Clément Hervé Denis Ludovic Florian
Xavier Emmanuel Yves Quentin Fabien Damien Paul Louis Sylvain Benoît Gabriel Arthur Jonathan Jérémy Raphaël
Simon Joseph Valentin Charles Henri Mickaël Alexis Théo Rémi Roger Georges Jules Victor Aurélien Grégory
Robert Cyril Loïc Yann Samuel Robin Dylan Mohamed Adam Léo Nathan Ethan Noé Enzo Gaël Maël Tristan Bastien
Corentin Gauthier Régis Rémy Maurice Raymond Marcel René Guy Lucien Roland Jean-Pierre Jean-Claude Jean-Luc
Jean-Marc Jean-Paul Jean-François Jean-Michel Jean-Philippe Pierre-Yves Marc-Antoine Étienne Édouard Émile
Eugène Firmin Gaston Léon Félix Achille Anatole Basile Baptiste Côme Eliott Elouan Evan Ewen Fabrizio Farid
Gaëtan Hakim Ibrahim Idriss Ismaël Jordan Kamel Karim Killian Lilian Lorenzo Malo Marius Martin Mehdi Milan
Moussa Nabil Nassim Octave Omar Oscar Ousmane Rachid Rayan Réda Sacha Saïd Salim Sami Solal Sofiane Tanguy
Timéo Titouan Tom Ulysse Walid Yanis Yassine Youssef Zacharie Aymeric Amaury Barthélemy Blaise Boris Brice
Célestin Cyprien Dorian Erwan Fernand
"""

WOMEN = """
Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise Valérie Sandrine Véronique Sophie
Céline Stéphanie Chantal Patricia Anne Julie Monique Aurélie Laurence Nicole Émilie Annie Hélène Corinne
Brigitte Virginie Camille Christelle Élodie Sarah Pauline Claire Caroline Laura Audrey Delphine Jacqueline
Élisabeth Florence Mélanie Manon Karine Léa Marine Léna Chloé Mathilde Charlotte Emma Lucie Alice Jeanne
Inès Louise Juliette Anaïs Agnès Béatrice Cécile Danielle Estelle Fabienne Geneviève Ghislaine Gaëlle Joëlle
Justine Karen Lætitia Liliane Lydie Maëlle Magali Marion Michèle Morgane Muriel Nadège Nadia Noémie Océane
Odile Pascale Régine Rose Sabrina Samia Séverine Simone Solène Sonia Suzanne Sylviane Thérèse Vanessa
Victoire Yasmine Yolande Zoé Adèle Aïcha Albane Aline Amandine Amélie Amina Anne-Laure Anne-Marie
Anne-Sophie Armelle Aude Aurore Bérénice Blandine Capucine Carole Clémence Clotilde Colette Constance
Coralie Diane Dorothée Édith Éléonore Élise Élodie-Anne Émeline Eugénie Eva Fanny Farida Fatima Fatoumata
Faustine Flavie Floriane Gabrielle Garance Gwenaëlle Héloïse Iris Jade Josiane Khadija Leïla Lise Lucile
Ludivine Madeleine Maïlys Malika Margaux Marguerite Marie-Christine Marie-Claude Marie-Hélène Marie-Laure
Marie-Noëlle Marlène Maud Mireille Myriam Naïma Ninon Nolwenn Ophélie Paulette Perrine Rachel Romane Roxane
Salomé Ségolène Soizic Sylvaine Tiphaine Viviane
"""

SURNAMES = """
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux
David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure
André Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément
Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer
Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche
Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier
Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy
Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury
Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard
Baron Bertin Bailly Hervé Schneider Fernandez Le_Gall Collet Léger Bouvier Julien Prévost Millet Perrot
Daniel Le_Roux Cousin Germain Breton Besson Langlois Rémy Le_Goff Pelletier Lévêque Perrier Leblanc Barré
Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin
Poulain Tessier Chevallier Collin Chauvin Da_Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud
Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte Gros
Buisson Sauvage Évrard Coulon Maurice Hébert Benard Ollivier Launay Tanguy Bazin Blot Bodin Bœuf Lebœuf Nœl
Cœurderoy Delœuvre Guégan Kerdoncuff Le_Bihan Le_Guen Quéméneur Riou Cozic Salaün Morvan Prigent Abgrall
Castel Costa Ferreira Pereira Dos_Santos Lopes Rossi Bianchi Ferrari Colombo Santini Luciani Casanova Paoli
Nguyen Tran Pham Diallo Traoré Diop Ndiaye Sow Cissé Coulibaly Benali Haddad Bensaïd Mansouri Cherif
Belkacem Amrani Kaya Yilmaz Kowalski Nowak Wagner Becker Hoffmann Zimmermann Keller Vogel Wolff Schaeffer
Vandenberghe Verstraete Claes Delhaye Wauters Desmet Favre Rochat Jaquier Thill Weis Arnould Auger Babin
Bataille Beaumont Bellanger Bigot Billard Blondel Bonhomme Bossard Bouillon Bousquet Brault Briand Brossard
Cadet Camus Capelle Cartier Chartier Chatelain Combes Cornu Courtois Couturier Crépin Dardenne Daumas
Delattre Delmas Deniau Derrien Descamps Devaux Didier Drouet Ducrocq Dupré Duhamel Duvivier Esnault Faucher
Féron Ferrand Foucher Fouquet Gaudin Gicquel Godard Gosselin Goujon Granger Grenier Guilbert Guillemin Hardy
Hérault Imbert Jamet Jourdan Jung Labbé Lacombe Lafon Lagarde Lavigne Leblond Lecoq Ledoux Legros Lelièvre
Lepage Letellier Levasseur Maillot Mangin Marion Mas Maury Merle Montagne Navarro Neveu Pages Parent Pascal
Pineau Poncet Pons Potier Prat Raynal Regnier Ricard Rigaud Rousset Sabatier Salmon Samson Seguin Serre
Tardy Texier Thibault Toussaint Valentin Vallet Verdier Vigneron Villard Voisin
"""

# How old names grow: Martin, Martineau, Martinet. Only roots ending in a consonant take one.
ENDINGS = ("eau", "et", "ot", "on", "ier", "ard", "aud", "elle", "ois", "y")
PARTICLES = ("de ", "du ", "d'", "de la ", "Le ", "La ", "Saint-", "Mac ")
AFRICAN = ("n'Diaye", "N'Guessan", "n'Dour", "M'Baye", "N'Goma", "d'Almeida")

# Town, postal code, first two digits of its telephones.
TOWNS = """
Paris 75001 01|Paris 75011 01|Paris 75015 01|Paris 75020 01|Marseille 13001 04|Marseille 13008 04
Lyon 69002 04|Lyon 69003 04|Lyon 69007 04|Toulouse 31000 05|Nice 06000 04|Nantes 44000 02
Montpellier 34000 04|Strasbourg 67000 03|Bordeaux 33000 05|Lille 59000 03|Rennes 35000 02|Reims 51100 03
Le Havre 76600 02|Saint-Étienne 42000 04|Toulon 83000 04|Grenoble 38000 04|Dijon 21000 03|Angers 49000 02
Nîmes 30000 04|Villeurbanne 69100 04|Clermont-Ferrand 63000 04|Le Mans 72000 02|Aix-en-Provence 13100 04
Brest 29200 02|Tours 37000 02|Amiens 80000 03|Limoges 87000 05|Annecy 74000 04|Perpignan 66000 04
Boulogne-Billancourt 92100 01|Metz 57000 03|Besançon 25000 03|Orléans 45000 02|Rouen 76000 02
Mulhouse 68100 03|Caen 14000 02|Nancy 54000 03|Argenteuil 95100 01|Montreuil 93100 01|Saint-Denis 93200 01
Roubaix 59100 03|Tourcoing 59200 03|Avignon 84000 04|Poitiers 86000 05|Versailles 78000 01
Courbevoie 92400 01|Créteil 94000 01|Pau 64000 05|La Rochelle 17000 05|Calais 62100 03|Cannes 06400 04
Antibes 06600 04|Béziers 34500 04|Colmar 68000 03|Bourges 18000 02|Quimper 29000 02|Valence 26000 04
Troyes 10000 03|Chambéry 73000 04|Niort 79000 05|Lorient 56100 02|Montauban 82000 05|Cholet 49300 02
Vannes 56000 02|Laval 53000 02|Arles 13200 04|Évreux 27000 02|Bayonne 64100 05|Brive-la-Gaillarde 19100 05
Charleville-Mézières 08000 03|Blois 41000 02|Chalon-sur-Saône 71100 03|Saint-Brieuc 22000 02|Albi 81000 05
Carcassonne 11000 04|Belfort 90000 03|Épinal 88000 03|Tarbes 65000 05|Castres 81100 05|Arras 62000 03
Angoulême 16000 05|Bourg-en-Bresse 01000 04|Mâcon 71000 03|Auxerre 89000 03|Agen 47000 05|Périgueux 24000 05
Nevers 58000 03|Roanne 42300 04|Saint-Malo 35400 02|Dunkerque 59140 03|Gap 05000 04|Rodez 12000 05
Aurillac 15000 04|Le Puy-en-Velay 43000 04|Mende 48000 04|Cahors 46000 05|Auch 32000 05|Foix 09000 05
Tulle 19000 05|Guéret 23000 05|Moulins 03000 04|Châteauroux 36000 02|Chartres 28000 02|Alençon 61000 02
Saint-Lô 50000 02|Beauvais 60000 03|Laon 02000 03|Bar-le-Duc 55000 03|Chaumont 52000 03|Vesoul 70000 03
Lons-le-Saunier 39000 03|Digne-les-Bains 04000 04|Privas 07000 04|Ajaccio 20000 04|Bastia 20200 04
Les Sables-d'Olonne 85100 02|L'Haÿ-les-Roses 94240 01|Œting 57600 03
"""

# Country, town, postal code, telephone.
ABROAD = (
    ("BE", "Bruxelles", "1000", "+32 2 5{} {} {}"),
    ("BE", "Liège", "4000", "+32 4 2{} {} {}"),
    ("BE", "Namur", "5000", "+32 81 {} {} {}"),
    ("CH", "Genève", "1201", "+41 22 7{} {} {}"),
    ("CH", "Lausanne", "1003", "+41 21 6{} {} {}"),
    ("CH", "Neuchâtel", "2000", "+41 32 7{} {} {}"),
    ("LU", "Luxembourg", "1445", "+352 26 {} {} {}"),
    ("LU", "Esch-sur-Alzette", "4010", "+352 54 {} {} {}"),
)
COUNTRIES = {"FR": "France", "BE": "Belgique", "CH": "Suisse", "LU": "Luxembourg"}

WAYS = ("rue", "rue", "avenue", "boulevard", "place", "chemin", "impasse", "allée", "quai", "route", "square")
STREETS = """
de la République|Victor-Hugo|de la Gare|Jean-Jaurès|du Général-de-Gaulle|des Écoles|de l'Église|Pasteur
Gambetta|du Moulin|des Lilas|du Château|de Verdun|Émile-Zola|du 8-Mai-1945|du 11-Novembre|Voltaire
Jules-Ferry|de la Mairie|des Tilleuls|des Acacias|du Stade|de la Liberté|Marcel-Pagnol|Molière|des Vignes
de la Fontaine|Saint-Michel|du Cœur-Volant|des Bœufs|de l'Œuvre|Anatole-France|Berlioz|de la Forêt|du Marché
des Prés|Louise-Michel|d'Alsace
"""

TRADES = """
Boulangerie|Menuiserie|Garage|Plomberie|Maçonnerie|Pharmacie|Librairie|Imprimerie|Transports|Électricité
Couverture|Boucherie|Fromagerie|Cave|Fleurs|Optique|Cabinet|Étude|Ateliers|Constructions mécaniques
Société d'Études|Établissements|Agence|Serrurerie|Peinture|Chauffage|Paysages|Pépinières|Domaine|Laiterie
Conserverie|Brasserie|Hôtel|Restaurant|Traiteur|Pâtisserie|Coiffure|Bijouterie|Horlogerie|Tapisserie
Ébénisterie|Verrerie|Fonderie|Scierie|Taxis|Ambulances|Auto-école|Nettoyage|Sécurité|Conseil|Informatique
Télécoms|Photographie|Studio|Éditions|Formation
"""
ENDINGS_OF_FIRMS = ("", "", "", " SARL", " SAS", " & Fils", " et Associés", " Frères", " SA", " EURL")

JOBS = """
Gérant|Directeur général|Assistante de direction|Comptable|Responsable commercial|Technicien|Chef de projet
Acheteur|Ingénieur d'études|Secrétaire|Responsable des œuvres sociales|Chargé d'affaires|Chef d'équipe
Vendeur|Directrice des ressources humaines|Responsable qualité|Conducteur de travaux|Développeur|Graphiste
Médecin|Infirmière|Professeur|Avocat|Notaire|Architecte|Chef de cuisine|Livreur|Apprenti|Stagiaire|Président
"""

REMARKS = """
Rencontré au salon de Lyon|À rappeler en septembre|Préfère le courriel|Budget annoncé : 1 200 €
Client depuis 2009|Ne pas appeler le mercredi|Attend un devis à 3 500 €|Sœur de M. Dubois
Intéressé par la maintenance|Livraison à l'arrière
"""

# What people are ticked with, from the frequent to the rare: what they look for, their trades, their tastes.
INTERESTS = """
À la recherche|Libre|Newsletter|Client fidèle|Comptable|Vendeur automobile|Analyste programmeur|Golf
Manager textile|Œnologie|Assistant commercial|Salon de Lyon|Vélo|Chef de chantier|Infirmier|Randonnée
Contrôleur de gestion|Cuisine|Électricien|Juriste|Théâtre|Chauffeur livreur|Voile|Développeur mobile
Opéra|Menuisier|Ski|Acheteur|Photographie|Soudeur|Jardinage|Formateur|Tennis|Géomètre|Astronomie
Traducteur|Échecs|Fleuriste|Apiculture|Relieur
"""
