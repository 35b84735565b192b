"""The English words of each cue: patterns in lower case, one a line, with ``N`` for a name and ``D`` for a date.

``opensource`` stands for "open source" and "open-sourced", so that neither "open" nor "source" is seen in it.
"""

from __future__ import annotations

from bot.questions.cue import Cue

CUES: dict[Cue, str] = {
    Cue.HELP: r"""
        ^help\b
        help me\b
        what (?:can|do) you (?:do|know|answer|offer)
        how (?:does|do) (?:this|it|you)(?: bot| thing)? work
        how (?:do|can|should) (?:i|we|one) (?:use|talk to|ask) (?:you|this|the bot|it)
        what (?:are|is) (?:you|this bot|this)\b(?! (?:about|based))
        who are you
        (?:list|show)(?: me)?(?: all| your)* commands
        what commands
        what (?:can|could|should) (?:i|we) ask
        how (?:do|can) i ask
        ^(?:hi|hello|hey|good morning)(?: there)?[ !.]*$
        ^(?:start|menu|usage|instructions|examples|example questions?)\W*$|(?:give|show)(?: me)? (?:some |an )?examples?(?: questions?)?\W*$|what (?:sort|kind|kinds|types?) of questions|what questions
    """,
    Cue.EDIT: r"""
        ^(?:please |pls |hey |ok |bot |can you |could you |would you |i want to |i'd like to |let me |we need to |you should )*(?:now )?(?:add|delete|remove|edit|correct|fix|rename|approve|reject|undo|revert|register|propose|submit|merge|import|subscribe|unsubscribe|schedule|notify|remind|ping|alert|configure|mute|pause|resume|cancel|publish (?:this|my)|insert|overwrite)\b
        ^(?:please |can you |could you )*(?:change|set|update|switch|turn (?:on|off)|enable|disable|make) (?:the|your|this|that|our|my|it|N|digest|language|notifications?)\b
        (?:un)?subscri(?:be|ption)\w*
        \bdigests?\b
        \b(?:notify|remind|ping|alert|message|dm) (?:me|us|this channel)\b|\btell (?:me|us) when .*\b(?:is|are|gets?) (?:open\w*|releas\w+|publish\w*|available|out)\b|\btell (?:me|us) when .*\b(?:changes|happens|comes out)\b
        \bpost\b.* (?:here|channel|every)\b
        every (?:day|week|month|morning|monday|tuesday|wednesday|thursday|friday) (?:at|in|to|here|please)
        \bfix (?:it|this|that|your)
        (?:entry|record|data|date|card|answer|licen[cs]e|info\w*|facts?|source|timeline|page|list|what you (?:say|list|have|wrote))\b.* (?:is|are|looks|seems|was) (?:wrong(?! of| to| for)|incorrect|false|outdated|out of date|mistaken)
        (?:propose|suggest|submit|report) (?:a|an|this) (?:change|edit|correction|fix|fact|model|mistake|error)
        how (?:do|can|would) (?:i|we|one) (?:propose|suggest|submit|report|correct|add|edit|fix|subscribe)
        (?:want|would like|need|like) to (?:add|report|correct|propose|suggest|submit|register|subscribe|edit)
        (?:send|give) (?:me|us) (?:a )?(?:weekly|daily|monthly)
        (?:weekly|daily) (?:summary|update|report|news)\b
        add (?:N|a|an|this|it|the)\b.*(?:model|data|list|record|database|entry|fact)
        (?:found|spotted|noticed|there'?s|there is) (?:an? )?(?:error|mistake|typo|bug|wrong)|you (?:have|got) (?:the|a) wrong|time ?zone|(?:stop|start) (?:posting|sending|the)|change (?:my|the|your) (?:language|settings?)|roll ?back
        \btell (?:me|us|this channel) (?:(?:about )?every\b|each\b|whenever|as soon as|once\b)
    """,
    Cue.OPINION: r"""
        (?:do|would|did) (?:you|u) (?:really |honestly |personally )?(?:think|believe|like|agree|prefer|trust|feel|recommend|support|hate|love|care)
        your (?:\w+ )?(?:opinion|view|take|thoughts?|favou?rite|feeling|stance|verdict on (?:elon|people))
        what do you (?:think|make) of
        (?:hot )?take on\b
        thoughts on\b
        (?:should|shouldn't|ought) (?!i\b|we (?:cite|read)|be (?:due|open by|out by))(?:\w+ ){0,4}?(?:be|have|stop|open|release|publish|trust|care|ban|boycott|regulate|opensource|share|force|worry)
    """,
    Cue.JUDGEMENT: r"""
        \bevil\b
        \bliars?\b|\blying\b|\blies?\b|\blied\b
        hypocri\w+
        betray\w*
        \bscam\w*|\bfraud\w*|\bgrift\w*
        trustworthy|\bhonest\b|\bdishonest\b|can (?:we|i|you) trust
        (?:good|bad) (?:guys?|people|company|companies|actor)
        hero(?:es)?\b|villain\w*
        \bshame\w*|\bshady\b|\bsleazy\b|\bsketchy\b
        dangerous|\bsafer?\b(?! ?tensors)|\bharmful\b|\brisky\b
        (?:un|im)?moral\w*|(?:un)?ethical\w*
        \bdeserve\w*
        over-?(?:rated|hyped)|under-?rated|\bhype\b
        any good\b
        worth (?:it|using|the hype)
        (?:good|bad|right|wrong) (?:thing|idea|move|call|to) 
        (?:good|bad) for (?:the world|humanity|society|us|competition|the industry|science|everyone)
        (?:sincere|genuine|disingenuous|stupid|idiot|jerk|greedy|corrupt|cool|cute|funny|sucks?|awesome|cringe)\b
        who is right\b
        (?:is|are|was|were) (?:\w+ ){0,3}(?:right|wrong) (?:to|about|in)\b
        (?:like|love|hate|admire|prefer) (?:most|best|more)
        favou?rite
        justified|fair (?:to|that|of)\b|\bunfair\w*
        better for (?:the world|humanity|society|democracy)
        open-?washing (?:bad|wrong|ok)
        guilty
        (?:biggest|worst|best) (?:offender|company|ceo|person|lab)
        call(?:ing)? (?:it|them)sel(?:f|ves) open
        ridiculous|disgrac\w+|embarrass\w+|pathetic|greed\w*|outrag\w+|disgust\w+|respect(?:able)?\b|admirable|cynical|propagand\w+|\bfake news\b|naive|crook\w*|thie(?:f|ves)|monopol\w+|traitor\w*|selfish|noble\b|virtuous|arrogan\w+|incompeten\w+|irresponsible
        whose side|(?:on|take) (?:\w+ )?sides?\b|(?:wrong|right|fair|nice|kind|smart|stupid|wise) (?:of|for)\b|(?:was|is) it (?:wrong|right|good|bad)\b
        liv(?:e|es|ing|ed) up to (?:its|their|the) name|worthy of (?:its|the|their) name|mislead\w*|deceptive|deceiv\w+|dishonest\w*
    """,
    Cue.PREDICTION: r"""
        when (?:will|would|do you think|are|is) (?!.*\b(?:due|supposed|been)\b).*\b(?:open(?:ed|ing)?|releas\w+|publish\w*|opensource|drop\w*|weights|out|come|coming|available|free|land\w*|ship\w*|going)
        ^when will\b
        ^when (?:opensource|open|weights|release)\b
        (?:will|'ll|won't) (?:\w+ ){0,5}?(?:ever |also |soon |finally |actually |really |be )*(?:open(?:ed)?|releas\w+|publish\w*|opensource|drop|go (?:open|closed)|come out|be out|share|become|make|keep|turn|catch|stay|remain|deliver|follow|change|happen|get|upload|put|ship|give)\b
        (?:is|are) (?:\w+ ){1,4}?(?:going to|about to|likely to|planning to|expected to|gonna) (?!.*promise)
        (?:odds|chances?|likelihood|probability|likely|unlikely|probable)\b
        predict\w*|forecast\w*|\bguess\b|speculat\w+|\brumou?rs?\b
        (?:do you|you|would you) expect
        (?:i )?(?:think|reckon|bet) (?:they'll|he'll|it'll|N will|N'll|\w+ will)
        some ?day|one day\b|eventually|in the (?:near )?future|anytime soon|any time soon|\bnext (?:year|month|week|model|one|version|generation|release)\b
        (?:will|would|gonna|going to|think|N'll|they'll) (?:\w+ )?ever\b|\bever (?:going to|gonna)\b
        before (?:the )?(?:end of (?:the|this) year|next)
        what(?:'s| is| will be)? (?:the )?next\b
        which (?:model|company|lab|one) (?:will|is next)
        \b(?:coming|arriving|landing|dropping|out) soon\b|\bsoon\?|\bby (?:next|20(?:2[7-9]|3[0-9]))|(?:who|which \w+) (?:will|is going to|is gonna)\b
    """,
    Cue.LEGAL: r"""
        \b(?:il)?legal(?:ly|ity)?\b(?! (?:terms?|name|text))
        \bsue[ds]?\b|\bsuing\b|lawsuits?|litigat\w+|\bin court\b|\bcourts?\b
        liab\w+
        (?:need|ask|asking|consult|hire|get|see|want|talk to|speak to|involve) (?:a |an |our |my |the )?(?:lawyers?|attorneys?|counsel|solicitors?)|(?:general|legal) counsel
        infring\w+
        violat\w+|in breach|\bbreach\w*
        copyright\w*|\bpatents?\b|trademark\w*|intellectual property
        gdpr|(?:comply|compliant|compliance)\b
        (?:in|into|get us in|get me in) (?:legal )?trouble
        prosecut\w+|\bfine[sd]\b|penalt\w+|\bjail\b|\barrested\b
        against the law|\bby law\b|unlawful\w*|lawful\w*
        \bdmca\b|cease and desist|\bexposure\b|enforceab\w+|hold up in
        binding\b
        a crime|criminal\w*|class action|\bjudges?\b|legal (?:risk|trouble|action|problem|issue|advice|opinion)s?|\bregulators?\b|the law\b|\blaws\b|statut\w+|damages|indemni\w+
    """,
    Cue.ELSEWHERE: r"""
        \bv-?ram\b|\bgpus?\b|\bram\b|hardware|\bcuda\b|\b(?:h|a)100s?\b|rtx ?\d+|\bmac(?:book)?\b|raspberry
        tokens? (?:per|a|/) ?(?:s|sec|second|minute)|tok/s|latency|throughput|inference speed
        context (?:length|window|size)|token limit|max(?:imum)? (?:tokens|context)
        pric(?:e|es|ing)\b|how much (?:does|do|money|would|(?:is|are) (?!.*open))|\bcosts?\b|cheap\w*|expensive|subscription (?:fee|price)|per (?:million|1m|1k) tokens|per token
        (?:how many|number of|count of) (?:\w+ )?(?:param(?:eter)?s|layers|experts|tokens|billion)
        (?:how|that|so|very|too) (?:good|smart|fast|clever|intelligent|capable|accurate|powerful|big|large|strong|creative|slow)\b
        (?:smart|clever|capable|accurate|intelligent|powerful|strong)(?:est|er)\b
        (?:best|fastest|strongest|top|better|good|great|greatest) (?:\w+ ){0,3}?(?:models?|llms?|ai|one|chatbot|assistant)?\s*(?:for|at|in|to) (?:cod\w+|programming|math\w*|writing|reasoning|translat\w+|chat\w*|summari\w+|agents?|role-?play\w*|japanese|german|french|spanish|chinese|homework|rag|vision|images?|beginners|my|a|me|use|run)
        (?:best|fastest|strongest|smartest|top|better) (?:\w+ ){0,2}?(?:model|llm|ai|chatbot|assistant)\b
        which (?:\w+ )?(?:is|performs|scores|does) (?:the )?(?:best|better|fastest|strongest)\b(?! licen)
        better (?:at|than)\b
        install\w*|run (?:it |this |N )?(?:locally|on my|offline|at home)|set ?up (?:N|ollama|vllm|llama\.cpp)|quanti[sz]\w+|\bgguf\b|\bollama\b|\bvllm\b|\blm studio\b|docker (?:image|run)
        how (?:do|can|to) (?:i |we |you )?(?:fine-?tune|prompt|run|deploy|host|jailbreak|finetune|train|build|use N (?:with|in|from))
        weather|\bjokes?\b|\bpoems?\b|haiku|recipes?\b|world cup|football|soccer|stock (?:price|market)|\bstocks?\b|movie|song|lyrics|restaurant|horoscope|capital of|president|election|what time|meaning of life
        ^(?:please |can you |could you )*(?:write|translate|summari[sz]e|draw|generate|sing|calculate|solve|compose|draft)\b
        knowledge cut-?off|training cut-?off|hallucinat\w+|api keys?|rate limits?|sign up|log ?in|account|\bmmlu\b|\bswe-?bench\b|humaneval|\belo\b|\barena\b|leaderboard|\biq\b|\bbenchmark(?:s|ed)? (?:score|vs|against)|outperform\w*|\bbeats?\b
        (?:market|share|valuation|revenue of|funding|raised|investors?|employees? (?:does|do|work)|headquarter\w*|founded|founder|ceo of|net worth|salary|hiring|jobs? at)
        (?:does|do|can|is) (?:it|N) (?:speak|understand|support|handle|see|hear|think|conscious|sentient|multimodal|multilingual)\b
        compared to (?:a )?humans?
        system prompt|your prompt|your instructions|initial instructions
        favou?rite colou?r|how are you|are you (?:human|a bot|sentient|ok|an ai)|love me|marry
        energy (?:use|consumption)|carbon|water use|electricity
        \bactive parameters\b|model size\b|how (?:big|large)\b
        performance\b|\bquality\b|\baccuracy\b|\bspeed\b(?! of opening)|\bscores?\b(?! of N$)(?=.*(?:bench|mmlu|math|test|exam))|(?:can|could|does|will) N (?:do|read|see|hear|speak|write|draw|process|handle|generate|understand|translate|search|browse|code|play|solve|remember|replace)\b|tutorial|user interface|\bwebsite down\b|\bcrypto\b|bitcoin|\b[0-9]+ ?[+*x] ?[0-9]+\b|who (?:founded|created|invented|owns|runs|leads)|when was N founded|where is N (?:based|located)|\bceo\b|tell me a story|how old\b|bug in my|my (?:code|homework|laptop|pc|computer|phone)|recommend (?:me )?(?:a |an )?(?:model|llm|gpu)
    """,
    Cue.DEFINE: r"""
        what (?:is|are|does|do)\b
        what's
        explain\w*
        \beli5\b
        in plain (?:english|words|language)
        who (?:decides?|defines?|sets|says what|determines|gets to (?:decide|say))
        stand for
        when (?:do|does|would) (?:you|one|people|we|somebody) call
        what counts as|counts? as\b
        tell me (?:about|what)
        how (?:do|is|are|would) (?:you|we|they|one)? ?(?:define|defined)
        concept of|notion of|terminology|glossary|jargon
        \bis (?:a|an)\b
        what makes
    """,
    Cue.MEANING: r"""
        \bmean(?:s|ing|t)?\b(?! (?:N|to))
        defin(?:e|es|ition|itions)\b
        stand for
    """,
    Cue.DISTINGUISH: r"""
        differen(?:ce|ces|t|tiate)\b
        differ\b
        distin(?:ction|guish)\w*
        same (?:thing|as)
        \bvs\.?|\bversus\b
        confus\w+
        mix(?:ed|ing)? up
        interchangeabl\w+
        opposed to
        is .* (?:just )?another (?:word|name)
        imply|implies
        (?:are|is) .* the same\b|one and the same|equivalent|synonym\w*
    """,
    Cue.MEETS: r"""
        meets?\b|satisf\w+|pass(?:es|ed)?\b|fulfil\w*|qualif\w+|compl(?:y|ies|iant)|approv\w+|according to|under\b
    """,
    Cue.COMPARE: r"""
        compar\w+
        \bvs\.?(?= |$)|\bversus\b
        side by side|next to|head to head|against\b
        differ(?:s|ence|ences|ent)?\b
        which (?:one|of (?:them|these|the two|those))?
        (?:more|less) (?:open|permissive|free|restrictive|liberal)
        (?:freer|looser|stricter|opener) 
        (?:more|less|better|worse) .*than
        contrast
        \bor\b
        \bboth\b
    """,
    Cue.SOURCES: r"""
        (?<!data )sources? (?:for|of|on|about|behind|say|please|pls|disagree|conflict|do|did|are|is|you)\b
        (?<!data )(?<!data-)\bsources?\b(?! codes?)
        cit(?:ation|ations|e|ed)\b
        evidence
        references?\b
        proofs?\b|\bprove[sn]?\b
        who (?:says?|said|claims?|reported|confirmed)\b(?! what)
        according to (?:who|whom|what)
        how do you know|how (?:can|would) you know|how sure|are you sure
        where (?:did|do|does) (?:you|this|that|it) (?:get|have|find|come|read)
        last (?:checked|verified|reviewed)
        receipts?\b|verif(?:y|ied|ication|iable)
        back(?:ed|ing)? (?:that |this |it )?up|provenance of (?:this|that|your|the claim)
        based on what|basis for|on what basis
        link(?:s)? to (?:the )?(?:proof|source|announcement|page|primary)
        (?:primary|original) (?:source|document|announcement)s?
        trustworthy source|footnotes?|bibliograph\w+|archived?\b
        come[s]? from|came from|says who\b|who told you|on whose (?:authority|word)|which (?:page|document|article|website|site)|where (?:can|could|do) (?:i|we) (?:read|verify|check|see) (?:that|this|it|about|proof)|cite\b|where (?:is|was) (?:that|this|it) (?:written|stated|documented)|(?:claim|that|fact)s? with (?:a )?links?|how (?:was|is|did) (?:that|this|it|you) (?:verif|check|confirm)\w*
    """,
    Cue.PROMISES: r"""
        promis\w+
        pledge\w*|\bvow\w*|\bswore\b
        commitments?\b|committed? (?:to|themselves)|commit to
        overdue
        (?:how|days|weeks|months|years|is it|is N|too|running|running|N|still|already) late\b|^late\b|\blate (?:or|by|on)\b|\bbelated\w*|late is\b
        deadlines?|due date|\b(?:been|was|is|be) due\b|behind schedule|on (?:schedule|time|track)\b
        supposed to|meant to be (?:open|released|out)|should (?:have been|be) (?:open|out|released)(?:ed|sourced)? by
        (?:said|says|saying|told us|announced|claimed|stated|tweeted|wrote|posted|teased)\b.*\b(?:would|will|'d|going to|plans?|planned)\b
        (?:kept|keep|keeping|broke|break|broken|hold|honou?r\w*|fulfil\w*|make good on|go back on|true to)\b.* (?:words?|promises?|pledges?|commitments?)
        (?:was|were|is|it|been|or|not|actually) (?:\w+ )?(?:kept|honou?red|broken)\b
        \b(?:kept|broken) (?:or|yet)
        \b(?:word|promise) (?:kept|broken)
        deliver(?:ed|ing)? on
        what (?:exactly )?(?:did|has|have|had) (?:N|he|she|they|it) (?:\w+ )?(?:say|said|tweet|announce|tell)
        by now\b
        (?:plan|plans|planned|planning|intends?|intended|intention) to (?:open|release|publish|opensource|share|make)
        roadmap|guarantee\w*
        (?:taken?|took|walked) back
        (?:has|have|had|is|was|were) to be (?:open\w*|releas\w+|publish\w*)|must be open\w*
        (?:say|says|said|saying|claim|claims|announce|announces|tell|tells|told|swear|swears|assured?|teased?|tweet|tweets) (?:\w+ ){0,4}?(?:would|will|'d|'ll|was going to|were going to|is going to|plans?|wants?)\b
        follow(?:ed|s|ing)? through|live(?:d|s)? up to|reneg\w+|backtrack\w*|back-?ped\w+|failed to (?:open|release|publish|deliver|keep)|still waiting (?:for|on)|what (?:became|happened) (?:of|to) (?:the|that|his|her|their|N's|musk's) (?:promise|plan|pledge|announcement|opensource|open)
        \b(?:his|her|their|its|broke|keep|kept|keeps|N's) words?\b
        go(?:ing|es)? to be late|running late|tardy|postpon\w+|pushed back|slipped
        exact words|\bquotes?\b|what .* said about|said (?:about|regarding|on) (?:open|releas|publish)\w*|past due|announced (?:\w+ )?on time|in time\b
    """,
    Cue.PACE: r"""
        \bpace\b
        \blags?\b
        \bgaps?\b
        \bdelays?\b(?!ed)
        how (?:long|quick(?:ly)?|fast|slow(?:ly)?|soon|many (?:days|weeks|months|years))\b(?!.*\b(?:late|overdue)\b)
        (?:days|weeks|months|time|years|period|interval|span|wait) (?:from|between|until|till|it took|elapsed|passed|before)
        between (?:launch|release|announcement|first use|product|api)\b.*\b(?:weights|open\w*|publication|publishing|opensource)
        average|median|typical(?:ly)?|\bmean (?:time|lag|delay)
        turnaround|speed of opening|usually (?:wait|take)
        opens? (?:\w+ )?(?:fast|quick|soon|slow)\w*
        (?:fast|quick|slow)(?:est|er) to (?:open|release|publish)
        wait(?:ed|s)? (?:before|until|to)
        take(?:s|n)? (?:\w+ ){0,3}to (?:open|release|publish|opensource|get)
    """,
    Cue.TIMELINE: r"""
        time-?lines?
        histor(?:y|ies|ical)
        chronolog\w+
        (?:sequence|order|series|list|string|chain|course) of events
        \bevents\b
        step by step|blow by blow|one after (?:the other|another)
        unfold\w*
        what happened (?:to|with|around|after)
        everything that happened|(?:the )?story of|saga\b|backstory
        in (?:date |chronological |time |the right )?order\b
        (?:key|important|which|what|all|relevant) dates|milestones?|dates matter
        evolution of|evolve\w*|how .* (?:evolved|came about|developed)
        over the years|through the years|year by year|recap\b
        date by date|day by day|month by month|stor(?:y|ies) (?:of|behind)|whole story|full story|journey|saga|with dates|when (?:was|did) (?:each|every|all)
        dated (?:events?|entr(?:y|ies))|(?:every|each|all) (?:\w+ )?(?:events?|entr(?:y|ies)|steps?|stages?|dates)\b
    """,
    Cue.CHANGES: r"""
        what(?:'s| is| has been| was)? (?:new|happening|going on|fresh)\b
        (?:anything|something|whats?|what is|what's) (?:new|happen\w*|going on|interesting|else new)\b
        what (?:has |have )?(?:you )?(?:changed|happened|been (?:added|changed|updated|corrected|opened|going on)|got(?:ten)? added|moved)
        changes?\b|changed (?:since|this|in the|lately|recently|over)|changelog|\bdiff\b
        \bnews\b|headlines
        updat(?:e|es|ed)\b
        recent(?:ly)?\b
        lately\b
        latest (?:changes?|additions?|releases?|news|developments?|openings?|entries|facts)
        (?:did|have) (?:i|we) miss\w*
        catch me up|bring me up to (?:speed|date)|fill me in
        (?:what|anything|which) .*(?:add(?:ed)?|correct(?:ed)?|revis(?:ed)?|amended)\b
        (?:newly|just) (?:opened|released|added|published)
        new (?:openings?|releases?|entries|additions|facts|since|in|on|this|today)
        been (?:added|corrected) D
        developments?
        record(?:ed)? since|logged|(?:this|past|last) week in\b|what's up\b|what is up\b|new(?:est)? (?:additions|releases)|happened (?:since|this|last|lately|recently|D)|what did i miss|what have (?:i|we) missed
    """,
    Cue.LICENSE: r"""
        (?:re-?)?licen[cs]\w+
        \bterms\b(?! of open)
        \beula\b|\btos\b
        commercial\w*|non-?commercial\w*
        (?:re)?sell\w*|\bsold\b|resale
        monet[ai]\w+|make (?:any )?money|earn|for[- ]profit|profit\w*|charge (?:for|customers|people|users)|paid (?:product|service|app)
        revenue (?:cap|limit|threshold|clause)|\$ ?\d|million (?:monthly|users|in)|monthly (?:active )?users|\bmaus?\b|user (?:limits?|cap|threshold)|threshold\w*
        redistribut\w*|re-?publish\w*|re-?upload\w*|re-?host\w*|share (?:a |my |the )?(?:modified|fine-?tune\w*|derivative|merge)|derivatives?
        attribution|built with|credit (?:them|N|the)|notice|must i (?:name|mention|put|show|call|credit)|(?:naming|name) (?:requirement|clause|rule|my)|have to (?:name|mention|credit|call)
        acceptable use|use polic(?:y|ies)|usage (?:polic(?:y|ies)|restrictions?|terms|rights|limits)|restrict(?:ions?|ive|ed|s)?\b|prohibit\w*|forbid\w*|forbidden|banned|off[- ]limits|\bexclud\w+|fine[- ]print|strings attached|catch\b
        (?:am i|are we|is (?:one|anyone|it|a \w+)|are \w+) (?:allowed|permitted|free|entitled)|allow(?:s|ed)?\b|permit(?:s|ted)?\b|permission
        ^(?:may|might) (?:i|we|one|a|our|my|N|companies|anyone|students|people)\b
        \bmay (?:i|we|one|a|our|my|companies|anyone|you|freely)\b
        (?:can|could) (?:i|we|my|our|a|an|one|anyone|companies|startups|students|people|businesses|freelancers) (?:\w+ ){0,3}?(?:use|ship|sell|deploy|embed|build|fine-?tune|finetune|modify|republish|distribute|charge|make|integrate|bundle|put|include|host|offer|distill|train|adapt|change|fork|merge|redistribute|monetize|serve|rent|incorporate|profit|earn)
        (?:ok|okay|fine|allowed|safe|good|free|possible|permitted|cleared) (?:for|to) (?:\w+ ){0,4}?(?:fine-?tune|train|distill|modify|redistribute|republish|host|embed|make|use|commercial|sell|business\w*|production|work|startups?|compan\w+|ship|prod|enterprise|build|deploy|research)
        \boutputs?\b.*\b(?:train\w*|distill\w*|use[d]?|model)|\btrain\w* .*\b(?:on|with) .*\boutputs?|distill\w* (?:from|it|N|its|their|another|my)
        (?:in|for|into) (?:production|business|(?:a |our |my )?compan(?:y|ies)|(?:a |our |my )?start-?ups?|(?:a |our |my )?products?|enterprise)\b
        (?:europe\w*|\beu\b|territor\w*|(?:which|what) countr\w+|region(?:s|al)?\b|geograph\w*|worldwide)
        internally|in-house|for (?:work|clients?|customers)
        royalt\w+|(?:have|need) to pay|free of charge|\bfee\b|pay (?:N|them|for (?:a )?licen)
        obligat\w+|conditions?\b|requirements? (?:of|for|in|to)|what (?:must|do) (?:i|we) (?:do|have to do|need to do) (?:to|if)
        rights\b|permissive\w*|copyleft
        can (?:i|we) use (?:N|it|this|that)
        free to use|use (?:it |N )?(?:freely|for free|commercially)
        what (?:can|may|could|am) (?:i|we|one|you) (?:\w+ )?(?:do|use) 
        (?:need|require)s? (?:a )?(?:permission|approval|licen[cs]e|to sign|registration)|small print|(?:do|must|should) (?:i|we) (?:ask|accept|sign|agree|register|apply)|who (?:may|can|is allowed to) use|white-?label\w*|re-?brand\w*|rename it|limits? (?:on|to|for) (?:use|usage|users|what)|(?:any|what) (?:limits|limitations|caveats|obligations|conditions)|limitations?\b|(?:student|academic|research|hobby|personal|private|military|medical|government) (?:use|purposes?|projects?)
        usable (?:by|for|in)|(?:allowed|permitted|ok|okay|legit) or not|suitable for (?:\w+ )?(?:use|commercial|business)|non-?profits?|charit(?:y|ies)|for (?:a|my|our) (?:compan\w+|start-?up|business|client|agency|firm|school|universit\w+|hospital|bank|ngo)|what (?:am i|are we) (?:allowed|permitted)|watch out for
    """,
    Cue.TERMS: r"""
        licen[cs]\w+
        commercial\w*|non-?commercial\w*
        \bterms\b(?! of open)
    """,
    Cue.OUTPUT: r"""
        \boutputs?\b|distill\w*|generations\b
    """,
    Cue.LIST: r"""
        (?:which|what|how many|any|all|every|some|the|only|list|show|find|give|other|open|closed|new|those|these|no|get|see|of|filter|fully|weights?|opensource|commercial|licensed|japanese|chinese|european|american|french|german) (?:\w+[- ]){0,5}?(?:models|llms|checkpoints released)\b
        ^models\b|\bmodels (?:with|under|that|which|whose|released|opened|published|usable|available|i|we|from|by|since|in|out|have|having|are|using|like|on|licensed|allow\w*|for)\b
        (?:N|D|licensed|licence|license) models\b
        (?:show|give|list|find) (?:me |us )?(?:everything|all|anything|what)\b
        what (?:can|could) (?:i|we) (?:use|download|run|ship|deploy)\b
        how many\b.*(?:open|models|N)
        ^(?:list|enumerate)\b
        \bwhich (?:ones|of N's|are|have)\b
        anything (?:N )?(?:i|we) can use|everything (?:i|we) can use
        who (?:publishes|published|releases|released|shares|shared|discloses) (?:\w+ )?(?:training|their|its|the)? ?(?:data|code|dataset|training)
        who (?:has|have|else|all) (?:\w+ )?(?:open\w*|publish\w*|releas\w+|shar\w+)|which (?:makers|companies|labs|organi[sz]ations) (?:\w+ )?(?:open|publish|release|share|disclose)\w*|examples of|name (?:some|a few|all|every)|(?:any|which|what) (?:open|free|opensource|commercial\w*|permissive\w*) (?:\w+ )?(?:alternatives?|options?|ones)\b
    """,
    Cue.MODELS: r"""
        models|llms|checkpoints
    """,
    Cue.EVERYTHING: r"""
        what (?:has|have|did|does|had|is|was|were|do|are) .*(?:open\w*|releas\w+|publish\w*|opensource|shar\w+|closed|put out|give\w* away|available)
        (?:so far|to date|until now|up to now|overall|in total|altogether|in general|nowadays|these days)
        how open\b|openness
        (?:tell me (?:more )?about|overview|summary|rundown|profile|record|track record|portfolio|catalog(?:ue)?|summari[sz]e|status|who is|what is|what about)
        anything\b|everything\b|\bstuff\b|whole (?:line-?up|portfolio)
        (?:still )?closed\b
        \b(?:company|lab|maker|vendor|organi[sz]ation|team|firm|group)\b
        models?\b
        next one|the next\b
    """,
    Cue.COMMERCIAL: r"""
        commercial\w*(?<!non-commercial)
        for (?:business|profit|work|money)|in (?:business|production|a product|products)|(?:our|my) (?:product|business|company|startup)
        make money|\bsell\b|monetiz\w+|business use|enterprise use
    """,
    Cue.OPEN: r"""
        \bopen(?:ly|ed|ness|ing|s)?\b|opensource\w*
        \bclosed\b|proprietary|\bprivate\b|secret\b
        weights?|download\w*|checkpoint\w*
        publicly?\b|publish\w*|releas\w+|avail\w+|disclos\w+|shared?\b|\bout\b|leak\w*
        \bfree(?:ly)?\b|\blibre\b
        transparen\w+|reproduc\w+|inspect|audit\w*
    """,
    Cue.WHEN: r"""
        \bwhen\b|what (?:day|date)|which (?:day|date|month|year)|since when|on what date|\bdate\b
    """,
    Cue.QUESTION: r"""
        ^(?:ok |so |and |but |well |hey |yo |hi |also |please |anyway,? |now |then |quick q:? )*(?:is|are|was|were|did|does|do|can|could|may|has|have|had|what|which|who|whose|how|when|where|why|will|would|should|tell|show|list|give|compare|explain|define|name|find|say|answer|any|anything|must|am|let)\b
        what i (?:want|need|would like) to know|wonder(?:ing)?|(?:i'd|would) like to know|want to know|curious|question
        please|can you|could you|does anyone know|tell me|show me|give me|let me know
        \?$
    """,
    Cue.INJECTION: r"""
        (?:ignore|forget|disregard|never mind) (?:all |any |your |the |my |previous |prior |every |about )\w*
        you are now|pretend|from now on|roleplay|act as|disregard|forget (?:all|your|every|previous)|override|jailbreak|\bdan\b|system:|answer that|^say\b|say (?:that|yes)|just say|respond (?:only )?with|output only
        \bconfirm\b(?: it| that)?\W*$|admit (?:it|that)|agree that|repeat after me|the (?:truth|answer) is|you must (?:say|answer)|answer (?:yes|no|only|with)|believe that|you believe
    """,
}
