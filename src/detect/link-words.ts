/** Words round a name, by what they say of the person. */
import { wordsOf } from "./context.ts";
import { MARK } from "./lexicon/index.ts";
import { ES } from "./link-words-es.ts";

// Without any of these, a health term, a number or a bracket near it, a name is tied to nobody's care: see `mayTellCare`.
const TELLS = { alone: MARK.TOLD, first: MARK.TOLD_FIRST, second: MARK.TOLD_SECOND };

/** Before a name: a patient, or someone's care. */
export const PATIENT_BEFORE = wordsOf(`
patient,patients,pt,pts,resident,inpatient,outpatient,claimant,decedent,
mom,mother,dad,son,daughter,wife,husband,spouse,infant,newborn,toddler,grandma,grandmother,grandpa,grandfather,mama,papa,granddaughter,grandson,niece,nephew,
session with,visit with,appointment with,follow up with,records for,chart for,results for,result for,labs for,labs on,referral for,refill for,refills for,auth for,authorization for,prescription for,script for,
order for,orders for,photo of,picture of,imaging for,imaging of,scan of,scan for,biopsy for,biopsy on,surgery for,surgery on,appointment for,appt for,appts for,sooner appt for,to d c,ok to dc,can d c,admitted,discharged,discharging,admitting,transferring,evaluated,treated,treating,
rounded on,consult on,consult for,update on,back on,treatment of,treatment for,hospitalized,diagnosed,prescribed,screening for,bloodwork for,meds for,medication for,medications for,dose for,
xray of,x ray of,ct of,mri of,mri for,notes for,note for,patients like,paciente,sr,sra,mamá,papá,hijo,hija,esposo,esposa,madre,padre,${ES.patientBefore}`, TELLS);

/** Before a name: only beside a health term in the sentence. */
export const PERHAPS_BEFORE = wordsOf(`
client,veteran,beneficiary,subscriber,insured,donor,recipient,father,baby,child,kid,brother,sister,aunt,uncle,cousin,partner,twin,twins,girlfriend,boyfriend,fiance,fiancee,roommate,neighbor,neighbour,friend,classmate,
draw,restart,bolus,wean,scope,consent,prep,rebook,bump,
teacher,little,met with,spoke with,image of,schedule,reschedule,saw,see,care of,case of,re,release the,acct for,account for,balance for,claim for,statement for,bill for,appeal for,letter for,note for,form for,excuse for,interpreter for,ride for,transport for,bed for,slot for,pre reg,prereg,on behalf of,like,called,named,identified as,hold,recheck,check on,reminder that,man,woman,boy,girl,gentleman,lady,señor,señora,${ES.perhapsBefore}`);

/** Age and sex open a case: the name may follow at the end of a long sentence. */
export const AGE_SEX = wordsOf("male,female,man with,woman with,yo,y o,yr old,year old,years old,month old,week old,yom,yof", TELLS);

/** After a name: that person's care. */
export const PATIENT_AFTER = wordsOf(`
admitted,was admitted,is admitted,discharged,diagnosed,presented with,presents with,presenting with,underwent,undergoing,hospitalized,was treated,treated for,treated at,was seen,seen at,seen in,seen on,denies,complains of,complained of,complaining of,
tested positive,tested negative,refusing her,refusing his,refuses her,refuses his,relapsed,overdosed,vomited,seized,is pregnant,hx,dx,dx with,s p,status post,intubated,extubated,sedated,ambulating,
allergic,allergic to,post op,pre op,postop,preop,yo,y o,yr old,year old,years old,year old,years of age,dob,mrn,mbi,under mrn,hospice,due for,no showed,no show,is npo,npo,weeks pregnant,came in today,came in with,
operated,followed by,who was admitted,who visited,who was seen,mammogram,history of,previously treated,diagnosed with,undergoing treatment,passed at,expired at,pronounced at,${ES.patientAfter}`, TELLS);

/** Of these, labels and ages: they tell who, not that someone was cared for. */
export const LABELS_AFTER = wordsOf(`dob,mrn,mbi,under mrn,yo,y o,yr old,year old,years old,year of age,years of age,${ES.labelsAfter}`);

/** After a name: only beside a health term in the sentence. */
export const PERHAPS_AFTER = wordsOf(`
ssn,born,male,female,examined,complains,complaining,tolerated,tolerating,delivered,room,rm,icu,presented,presents,seen,treated,evaluated,denied,reports,tested,tests,takes,taking,took,refuses,refusing,refused,fell,injured,suffers,suffered,suffering,disclosed,coded,expired,died,passed,is on,was on,is out,been on,has been,had a,has a,has had,
is having,had an,has an,had her,had his,needs,needed,requires,required,missed,scheduled,recovering,responding,improving,worsening,still take,still taking,still on,on home,stopped,started,starting,started on,weeks,gave birth,came back,has stage,has type,
history,c o,w,referred,transferred,positive,negative,showing,showed,year,age,aged,acct,case,chart,bed,wants,asked for,called about,called re,would like,lives,lives in,hospital,er,ed,snf,insurance,medicaid,medicare,member,visited,registered,who was,who is,
failed,coding,crashing,bleeding,desatting,vomiting,satting,spiked,
called,told me he,told me she,told me they,admits,confided,wants to know,came in,up again,moved to,pulled,at,isn't coming,not coming,can't come,can't make,coming in,comes in,will be late,running late,is here,arrived,just left,back from,down to,headed to,going to,went to,went for,in for,here for,is getting,getting,did great,did well,doing well,doing ok,not doing,isn't doing,looks,looking,still has,still needs,wants to,can't keep,hasn't,${ES.perhapsAfter}`);

export const BUSINESS_BEFORE = wordsOf(`
contact,contacts,register,register with,rsvp,faculty,speaker,speakers,presenter,presented by,moderator,instructor,author,authors,edited by,written by,by,cc,bcc,sent,via,attn,attention,panelist,panelists,chaplain,actor,actress,
manager,director,president,ceo,cfo,coo,chairman,chair,secretary,senator,governor,congressman,judge,attorney,counsel,officer,editor,reporter,analyst,trader,professor,prof,principal investigator,
thank,thanks,congratulations,congrats,welcome,introducing,joining,join,hire,hired,vendor,rep,representative,vice president,vp,staff,colleague,dear,hi,hello,hey,respectfully,regards,sincerely,best,featuring,features,stars,
conference registration,seconded by,approved by,prepared by,submitted by,compiled by,questions to,inquiries to,show,
publicist,spokesman,spokeswoman,spokesperson,author of,columnist,blogger,comedian,movie,film,song,novel,singer,starring,directed by,candidate,employee,our own,signed,${ES.businessBefore}`, MARK.ASIDE);
export const BUSINESS_AFTER = wordsOf(`
gave a,gives a,talk,talk on,lecture,in pharmacy,from pharmacy,in radiology,in billing,in accounting,from accounting,in it,in hr,in the lab,in scheduling,at the front desk,joins,joined,wrote,writes,said,says,will bring,will present,presents on,will speak,will host,will lead,is presenting,manager,director,president,ceo,cfo,coo,vp,chairman,coordinator,analyst,attorney,chaplain,
esq,phd,inc,llc,et al,mba,office,announced,told reporters,spoke at,hosted,accepts,is retiring,retires,promoted,is our,was our,will cover,covering,foundation,fund,award,memorial,elected,stars,starred,
in billing,in purchasing,in receiving,in facilities,in registration,in marketing,in legal,in compliance,in security,in housekeeping,in dietary,in maintenance,in payroll,in finance,in biomed,in engineering,in sales,in supply chain,in medical records,
out sick,is out sick,called out,called in sick,on leave,is on leave,on paternity leave,on maternity leave,on vacation,is on vacation,on pto,will be out,is out of office,presented the,presented on,presented to,approved,moved to approve,seconded,chaired,led,trained at,trained in,sponsoring,is sponsoring,is hosting,is organizing,is leading the,is teaching,is recruiting,is donating,matching,will match,is speaking,is joining,is demoing,is coordinating,is drafting,is on it,is on top of,is on call,is on duty,is on site,is on board,is on shift,has the keys,has the key,has the list,has the file,has the slides,has the code,has the password,has the details,will check with,asked about,asked for more,${ES.businessAfter}`, MARK.ASIDE);
export const PROVIDER_BEFORE = wordsOf(`
dr,drs,doctor,doc,surgeon,physician,provider,prescriber,attending,resident physician,nurse,rn,np,pa,pcp,md,oncologist,cardiologist,pediatrician,psychiatrist,therapist,dentist,pharmacist,radiologist,
pathologist,anesthesiologist,dermatologist,neurologist,dra,doctora,prof,professor,referring,ordering,seen by,signed by,reviewed by,dictated by,electronically signed by,performed by,interpreted by,ordered by,per,${ES.providerBefore}`, MARK.ASIDE);
export const PROVIDER_AFTER = wordsOf("md,m d,do,rn,np,pa,pa c,dds,dmd,lcsw,phd,pharmd,dnp,crna,dpm,od,psyd,lpn,cnm,fnp,aprn,rd,rdn,dvm,facs,facp,arnp,lmft,lpc,slp,dpt,bsn,msn", MARK.ASIDE);

/** Verbs that stand between a name and what ails it. */
export const HAVING = wordsOf(`has,had,have,having,got,get,gets,is,was,on,takes,taking,needs,with,w,still,back,tiene,tuvo,con,toma,presenta,${ES.having}`);

/** An animal's care is no one's health information. */
export const PETS = wordsOf(`vet,vets,animal hospital,veterinarian,veterinary,dog,dogs,cat,cats,puppy,kitten,kitty,horse,pet,pets,rabbit,hamster,spay,spayed,neuter,neutered,heartworm,animal clinic,litter box,kennel,leash,perro,gato,veterinario,${ES.pets}`, MARK.PETS);

/** After a possessive: what someone works with or owns, whatever it is about. "Jim's team presented the CHF data". */
export const WORK_OF = wordsOf(`
team,teams,fantasy,slides,slide,talk,lecture,presentation,staff,group,department,office,company,cafe,restaurant,store,dog,cat,puppy,horse,party,wedding,shower,desk,data,project,proposal,meeting,class,course,email,emails,paper,study,studies,research,
grant,article,book,movie,show,episode,season,blog,podcast,vendor,demo,script,spreadsheet,dashboard,protocol,policy,template,order set,lecture,session on,training,registry,numbers,award,inventory,gala,symposium,workshop,webinar,seminar,conference,tower,invoice,invoices,picnic,tour,openings,opening,contract,counts,committee,task force,budget,supplies,locks,cards,equipment,vendor,audit,scores,retirement,shift,shifts,schedule,interview,fundraiser,charity,foundation,walk,means,
commitment,effort,efforts,initiative,campaign,mission,fight,program,programs,epidemic,pandemic,outbreak,industry,market,economy,stance,pitch,demo,argument,arguments,speech,remarks,comments,decision,vote,administration,government,claims,views,opinion,opinions,idea,ideas,question,questions,point,points,comment`);

/** Of these, what a colleague made. */
export const MADE = wordsOf("slides,slide,talk,lecture,presentation,poster,deck,spreadsheet,dashboard,proposal,paper,article,book,abstract,manuscript,grant,draft,podcast,blog,email,memo");

/** "Susan to update", "Ashley will bring". */
export const MODALS = wordsOf("to,will,can,should,could,would,may,please,shall,might,and i,has to,needs to,wants to,would like to,offered to,volunteered to,agreed to,going to", MARK.ASIDE);
/** What staff do for the care of others. */
export const DOES = wordsOf(`
update,order,send,review,present,lead,draft,write,bring,contact,coordinate,share,prepare,email,provide,confirm,finalize,discuss,fax,print,pull,cover,organize,host,run,train,teach,demo,create,submit,compile,circulate,chair,attend,join,help,
add,assign,audit,collect,distribute,fix,install,negotiate,post,purchase,report,set,stock,upload`, MARK.ASIDE);

/** Known to all: kings, sportsmen. The patients of the news are no one's patients here. */
export const PUBLIC_BEFORE = wordsOf("king,queen,prince,princess,pope,duchess,president,senator,congressman,congresswoman,governor,quarterback,pitcher,striker,midfielder,goalkeeper,linebacker,shortstop,forward,actor,actress,singer,rapper,celebrity,star,superstar,legend", MARK.ASIDE);

export const OWN = wordsOf("his,her,their,hers,su,sus");
/** Between a health term and the one it is meant for. */
export const TOWARDS = wordsOf("on,for,of,para,de");

/** What is done to a patient, and to nobody else. */
export const TREATS = wordsOf("redraw,restick,swab,extubate,intubate,reintubate,transfuse,cath,cardiovert,cardioverted,catheterize,straight cath,trach,suction,debride,dialyze,diurese,ambulate,irrigate,vaccinate,immunize", TELLS);
/** Head a sentence that goes on about the person named before. */
export const PRONOUNS = wordsOf("he,she,his,her,he's,she's");
