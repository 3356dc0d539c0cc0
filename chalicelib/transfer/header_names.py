"""The headers we know without being told: ours, the French labels, and those of Google, Outlook and Excel.

Each line gives a field and the headers that mean it; case, accents, blanks and punctuation do not count.
Sources: product/VOCABULARY.md, research/integrations.md §7, exports of the named programs.
"""

from chalicelib.transfer.folding import fold

# Fields named company_* describe the company of a person; `full_name` is a first and a last name in one.
CONTACTS = """
civility: civilité, civ, titre de civilité, politesse, salutation, prefix, name prefix, préfixe
first_name: prénom, prénoms, first name, given name, firstname, forename, deuxième prénom, second prénom
first_name: middle name, additional name
last_name: nom, nom de famille, nom usuel, last name, family name, surname, lastname
full_name: nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom, full name, name, file as
full_name: display name, nom affiché, nom à afficher, contact, nom du contact, contact name
personal_phone: tél fixe personnel, téléphone fixe personnel, téléphone personnel, tél personnel, tél perso
personal_phone: téléphone, tél, tel fixe, téléphone fixe, fixe, phone, phone number, telephone
personal_phone: téléphone domicile, téléphone (domicile), téléphone 2 (domicile), home phone, home phone 2
personal_phone: numéro de téléphone, téléphone (autre), other phone, téléphone principal, primary phone
personal_phone: main phone, phone home, téléphone maison, maison, domicile
personal_mobile: tél mobile personnel, téléphone mobile personnel, mobile personnel, portable personnel
personal_mobile: tél mobile, téléphone mobile, mobile, portable, tél portable, téléphone portable, gsm, natel
personal_mobile: mobile phone, cell, cell phone, cellulaire, téléphone (voiture), car phone, iphone
personal_mobile: phone mobile, phone cell, tél mobile perso, radio téléphone, radio phone
personal_email: email personnel, e-mail personnel, mail personnel, adresse e-mail personnelle
personal_email: email, e-mail, mail, courriel, mél, adresse e-mail, adresse mail, adresse électronique
personal_email: adresse de messagerie, e-mail address, email address, e-mail 3 address
personal_email: adresse de messagerie 3, personal e-mail, e-mail home, e-mail domicile, home e-mail
personal_email: e-mail perso
personal_email: adresse électronique principale, primary e-mail, primary email
personal_street: adresse, adresse personnelle, adresse postale, rue, voie, adresse 1, adresse ligne 1
personal_street: rue (domicile), adresse (domicile), home street, home address, street, street address
personal_street: address, adresse 2, adresse ligne 2, complément d'adresse, complément
personal_street: rue (domicile) 2, rue (domicile) 3, home street 2, home street 3, adresse privée
personal_street: adresse privée 2, home address 2
personal_postal_code: code postal, cp, code postal (domicile), home postal code, postal code, zip, zip code
personal_postal_code: code postal personnel, postcode
personal_city: ville, ville (domicile), home city, city, commune, localité, ville personnelle, town
personal_country: pays, pays (domicile), pays/région (domicile), pays/région, home country/region
personal_country: home country, pays/état
personal_country: country, country/region, pays personnel
birthday: date de naissance, né(e) le, né le, naissance, anniversaire, birthday, birth date, date of birth
note: notes, note, note(s), remarque, remarques, commentaire, commentaires, comments, observations
interests: centre d'intérêt, centre(s) d'intérêt, centres d'intérêt, centres d'intérêts, intérêts, interests
interests: interest, loisirs, passe-temps, hobby, hobbies, catégories, catégorie, categories, labels, libellés
interests: étiquettes, tags, group membership, groupes
more_positions: autres postes, other positions
title: fonction, poste, titre du poste, intitulé du poste, job title, position, emploi, qualité
title: organization title, organization 1 - title, profession
work_phone: tél fixe professionnel, téléphone fixe professionnel, téléphone professionnel, tél professionnel
work_phone: tél pro, téléphone pro, téléphone (bureau), téléphone 2 (bureau), téléphone bureau, business phone
work_phone: business phone 2, office phone, work phone, ligne directe, phone work, téléphone travail
work_mobile: tél mobile professionnel, téléphone mobile professionnel, mobile professionnel, mobile pro
work_mobile: portable professionnel, portable pro, tél mobile pro, work mobile, mobile work, business mobile
work_email: email professionnel, e-mail professionnel, mail professionnel, email pro, e-mail pro, mail pro
work_email: adresse e-mail professionnelle, work e-mail, business e-mail, adresse de messagerie 2
work_email: e-mail 2 address, e-mail work, e-mail bureau, e-mail travail, adresse électronique secondaire
work_email: secondary e-mail
start: date d'entrée, entrée, date d'embauche, start, start date
end: date de sortie, sortie, date de départ, end, end date
company: société, nom société, nom de la société, nom de société, entreprise, nom de l'entreprise, company
company: company name, organisation, organization, organization name, organization 1 - name, raison sociale
company: employeur, établissement, structure
company_street: rue (bureau), business street, adresse société, adresse de la société, adresse professionnelle
company_street: rue (bureau) 2, rue (bureau) 3, business street 2, business street 3
company_street: adresse entreprise, business address, work address
company_postal_code: code postal (bureau), business postal code, cp société, code postal société
company_city: ville (bureau), business city, ville société, ville entreprise
company_country: pays (bureau), pays/région (bureau), business country/region, business country, pays société
company_phone: téléphone société, company main phone, tél société, standard
company_website: page web, web page, site web, site internet, site, website, website 1 - value, url
company_website: site web 1
company_website: site web 2, personal web page
linkedin: linkedin, profil linkedin
x: x, twitter, x (twitter)
facebook: facebook
instagram: instagram
youtube: youtube
bluesky: bluesky
mastodon: mastodon
viadeo: viadeo
"""

COMPANIES = """
name: nom, société, nom société, nom de la société, nom de société, raison sociale, entreprise, name, company
name: nom de l'entreprise, company name, organisation, organization, organization name, dénomination
name: dénomination sociale, nom / société, établissement, compte, account name
site_label: site, libellé du site, nom du site, site label, agence
kinds: type, types, kind, kinds, nature, catégorie, type de société, statut
siren: siren, n° siren, numéro siren
siret: siret, n° siret, numéro siret
vat_number: n° tva, tva, numéro de tva, n° de tva, tva intracommunautaire, n° tva intracommunautaire
vat_number: vat number, tva intracom, vat
street: adresse, rue, voie, adresse 1, adresse postale, street, address, street address, rue (bureau)
street: adresse 2, adresse ligne 2, complément d'adresse, complément, rue (bureau) 2, business street 2
street: business street, siège, adresse du siège
postal_code: code postal, cp, postal code, zip, zip code, postcode, code postal (bureau), business postal code
city: ville, commune, localité, city, town, ville (bureau), business city
country: pays, country, pays/région, country/region, pays (bureau), pays/région (bureau), business country
country: business country/region
phone: téléphone, tél, tel fixe, téléphone fixe, fixe, phone, phone number, telephone, téléphone société
phone: téléphone (bureau), business phone, company main phone, standard, numéro de téléphone, main phone
phone: téléphone principal
mobile: tél mobile, téléphone mobile, mobile, portable, tél portable, téléphone portable, gsm, mobile phone
email: email, e-mail, mail, courriel, mél, adresse e-mail, adresse mail, adresse électronique, e-mail address
email: adresse de messagerie, email address
website: site web, site internet, website, page web, web page, url, www
note: notes, note, note(s), remarque, remarques, commentaire, commentaires, comments, observations
linkedin: linkedin
x: x, twitter, x (twitter)
facebook: facebook
instagram: instagram
youtube: youtube
bluesky: bluesky
mastodon: mastodon
viadeo: viadeo
"""

# How a field is called in a sentence to the user, French then English.
LABELS = {
    "civility": ("Civilité", "Civility"),
    "first_name": ("Prénom", "First name"),
    "last_name": ("Nom", "Last name"),
    "full_name": ("Nom complet", "Full name"),
    "personal_phone": ("Tél fixe personnel", "Personal phone"),
    "personal_mobile": ("Tél mobile personnel", "Personal mobile"),
    "personal_email": ("Email personnel", "Personal email"),
    "personal_street": ("Adresse", "Street"),
    "personal_postal_code": ("Code postal", "Postal code"),
    "personal_city": ("Ville", "City"),
    "personal_country": ("Pays", "Country"),
    "birthday": ("Date de naissance", "Birthday"),
    "note": ("Note", "Note"),
    "interests": ("Centres d'intérêt", "Interests"),
    "title": ("Fonction", "Title"),
    "work_phone": ("Tél fixe professionnel", "Work phone"),
    "work_mobile": ("Tél mobile professionnel", "Work mobile"),
    "work_email": ("Email professionnel", "Work email"),
    "start": ("Date d'entrée", "Start date"),
    "end": ("Date de sortie", "End date"),
    "company": ("Société", "Company"),
    "more_positions": ("Autres postes", "Other positions"),
    "company_street": ("Adresse société", "Company street"),
    "company_postal_code": ("Code postal société", "Company postal code"),
    "company_city": ("Ville société", "Company city"),
    "company_country": ("Pays société", "Company country"),
    "company_phone": ("Téléphone société", "Company phone"),
    "company_website": ("Site web", "Website"),
    "name": ("Nom", "Name"),
    "site_label": ("Site", "Site"),
    "kinds": ("Type", "Kinds"),
    "siren": ("SIREN", "SIREN"),
    "siret": ("SIRET", "SIRET"),
    "vat_number": ("N° TVA", "VAT number"),
    "street": ("Adresse", "Street"),
    "postal_code": ("Code postal", "Postal code"),
    "city": ("Ville", "City"),
    "country": ("Pays", "Country"),
    "phone": ("Téléphone", "Phone"),
    "mobile": ("Tél mobile", "Mobile"),
    "email": ("E-mail", "Email"),
    "website": ("Site web", "Website"),
    "linkedin": ("LinkedIn", "LinkedIn"),
    "x": ("X (Twitter)", "X (Twitter)"),
    "facebook": ("Facebook", "Facebook"),
    "instagram": ("Instagram", "Instagram"),
    "youtube": ("YouTube", "YouTube"),
    "bluesky": ("Bluesky", "Bluesky"),
    "mastodon": ("Mastodon", "Mastodon"),
    "viadeo": ("Viadeo", "Viadeo"),
}


def by_header(table: str) -> dict[str, str]:
    """Return {folded header: field}; a field's own wire name and what the screen calls it mean it, too."""
    known: dict[str, str] = {}
    for line in table.strip().splitlines():
        field, _, headers = line.partition(":")
        for header in [field, *headers.split(",")]:
            known.setdefault(fold(header), field)
    for field in dict.fromkeys(known.values()):
        for label in LABELS.get(field, ()):
            known.setdefault(fold(label), field)
    return known
