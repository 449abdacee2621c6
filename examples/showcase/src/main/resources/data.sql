-- 3,000 articles: every mood with every thing and every place.
insert into article (id, title, text)
select row_number() over (order by mood.n, thing.n, place.n),
       mood.word || ' ' || thing.word || ' ' || place.word,
       'What one learns about ' || lower(thing.word) || ' ' || place.word || ', told by somebody who has been there.'
from unnest(array['Quiet', 'Early', 'Bright', 'Forgotten', 'Small', 'Northern', 'Slow', 'Open', 'Painted', 'Winter',
                  'Hidden', 'Warm', 'Crowded', 'Restless', 'Old', 'Floating', 'Steep', 'Golden', 'Distant', 'Plain'])
         with ordinality as mood(word, n)
cross join unnest(array['harbours', 'markets', 'bridges', 'gardens', 'libraries', 'stations', 'bakeries', 'lighthouses',
                        'courtyards', 'ferries', 'workshops', 'orchards', 'staircases', 'theatres', 'rooftops'])
         with ordinality as thing(word, n)
cross join unnest(array['of Lisbon', 'of Bergen', 'of Trieste', 'of Cork', 'of Gdansk', 'of Malaga', 'of Ghent', 'of Split',
                        'of Tartu', 'of Zurich'])
         with ordinality as place(word, n);
