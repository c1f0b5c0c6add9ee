namespace Outreach.Cases.PersonalData;

/// <summary>The words that make, announce, or end names.</summary>
internal static class NameWords
{
    /// <summary>Family names: Vietnamese, and of the peoples who come to work: Tày, Thái, Mông, Khmer, Ê Đê, Gia Rai, Hoa.</summary>
    public static readonly WordList Families = new(
        "nguyễn nguyển nguễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đào đoàn trương lâm phùng tạ thái quách hứa tống tăng triệu lương nông bế lò giàng vàng thào sùng",
        "hầu cầm hà cao mai kim sơn thạch danh châu mã lục cổ âu quan mạc mạnh nghiêm đàm lại lưu tô vi khổng khúc kiều phí từ chu trà ung tôn bành bạch cù doãn giáp hàn khương kha liêu lỗ ngụy nhan",
        "nhâm ninh phó phương sầm tiêu thân thi tưởng ứng uông viên vương vừ chảo lù ksor rơ siu rcom kpă nay niê h y a k mlô ayun êban byă rah hờ lầu cư hạng mùa tẩn phàn chẩu đèo quàng cà tòng lường",
        "mẫn giang thiều lã cung từ đồng la viêm trầm diệp hùynh nguyen sử chế thập lộ neáng nèang ma hoa ngân vi vy giả cấn tiết tào bàn đới bồ");

    /// <summary>Family names that are hardly another word: with them a name in small letters is believed.</summary>
    public static readonly WordList SureFamilies = new("nguyễn huỳnh");

    /// <summary>The same, typed with their marks.</summary>
    public static readonly WordList MarkedFamilies = new("nguyễn trần phạm huỳnh đặng bùi võ đỗ ngô trịnh trương phùng quách đinh vũ lê hoàng");

    public static readonly WordList Middles = new("thị văn thj vawn thij");

    /// <summary>Given and middle names.</summary>
    public static readonly WordList Given = new(
        "an anh ánh ái âu bắc bách bạch bảo băng bằng bích bình cẩm cầm cảnh cát châu chi chí chiến chinh chính chung chương công cúc cường danh dân diễm diệp diệu dung dũng duy duyên dương đại đạo đan đạt điền điệp",
        "đình định đô đông đoan đoàn đức gấm giang giàu gia giao hà hai hải hân hằng hạnh hảo hào hậu hiên hiền hiển hiệp hiếu hiệu hoa hòa hoà hoài hoan hoàn hoàng hồng hợp huân huấn huệ hùng huy huyền huỳnh hưng hương hường hướng hữu hường hợi",
        "kha khải khang khánh khanh khiêm khoa khôi khuê khương kiên kiệt kiều kim kỳ lài lam lâm lan lành lập lệ liên liễu linh loan lộc lợi long lựu luân luận lương lượng lưu ly lý mai mận mạnh mây mẫn mến mi minh mơ mùi my mỹ mỵ mỷ",
        "na nam năm nga ngà ngân nghi nghĩa nghĩa ngọc ngoan nguyên nguyệt nhã nhàn nhân nhạn nhật nhi nhiên nhơn nhu nhung như nhựt nhớ ninh nữ nụ oanh phát phi phong phú phúc phước phụng phương phượng quân quang quế quốc quý quyên quyền quyết quỳnh",
        "sa sang san sáng sâm sen sinh sơn sử sương sửu sỹ tài tâm tân tấn tèo thạch thái thắm thắng thanh thành thảo thạnh thi thiên thiện thiệu thịnh thoa thơ thơm thông thu thư thuấn thuận thục thủy thuỷ thuý thúy thuyên thương thùy thuỳ thy tiên tiến tiếp tín tình tỉnh toàn toản tòng trà trâm trân trang trí triết triều triệu trinh trọng trúc trung",
        "trường tú tuân tuấn tuệ tùng tuyến tuyền tuyết tường tư tý tỵ tí út uyên vân văn vàng vi viên việt vinh vĩnh vọng vũ vui vương vượng vy vĩ vỹ xuân xuyến xuyên ý yên yến ỷ thị ba sáu bảy tám chín mười bông bé bê bin bòn cu đẹp gái hên hến hoạt kỷ kỉ lạc lanh lời mừng nết ngẫu nhẫn no nuôi phấn rin sang sâm thêm thìn thọ thoại thuyết tị trắng mộng khuyên lụa nhài trưng khuyến miên thụy thuỵ");

    /// <summary>Syllables that companies and lodgings are named with, beside those of people.</summary>
    public static readonly WordList Brands = new(
        "phát thịnh hưng tân đại thành việt nhà bè hòa thọ sao mai nam bắc á âu châu đông tây sông hồng hà tiến vượng gia lợi lộc tường an khang thái nguyên bình dương thuận hải đăng minh hoàng anh phú tín nghĩa toàn cầu mỹ nhật hàn tiên phong vạn đồng tháp cửu long sài gòn chợ lớn bà cô chú dì út hai ba tư năm sáu bảy tám chín mười");

    /// <summary>Words before a name in direct or indirect speech.</summary>
    public static readonly WordList Titles = new(
        "anh chị ông bà cô chú bác dì cậu mợ thím em bé cháu con bạn thầy sếp o mệ mạ má thằng cụ nhỏ mẹ chồng vợ cha tui tôi mình a c e mr mrs ms miss madam sir chế hia đứa tía ngoại nội mk mik mh ả lão mụ gã nàng eng dượng bố ba dzợ ck vk ní tỷ đệ huynh cái u bầm");

    /// <summary>A name in small letters is believed after these only.</summary>
    public static readonly WordList SmallTitles = new("anh chị ông bà cô chú bác dì sếp thầy");

    public static readonly PhraseList Roles = new(
        "quản lý, quản lí, tổ trưởng, tổ phó, chuyền trưởng, chuyền phó, trưởng chuyền, trưởng phòng, trưởng ca, trưởng nhóm, trưởng kho, đội trưởng, nhóm trưởng, giám đốc, phó giám đốc, tổng giám đốc, kế toán, nhân sự, bảo vệ, quản đốc, quản kho, quản lý kho, chủ trọ, chủ nhà",
        "bà chủ, ông chủ, chủ thầu, cai thầu, thầu phụ, thầu chính, thầu, cai, đốc công, giám sát, cán bộ, cán bộ nữ, nữ công, phụ trách, luật sư, đồng nghiệp, đại diện, người nhận, người gửi, người báo tin, người báo, người làm chứng, nhân chứng, môi giới, chủ tài khoản, chủ tk, chủ thẻ",
        "chủ, kỹ sư, cô giáo, thầy giáo, giáo viên, hiệu trưởng, y sĩ, điều dưỡng, ca trưởng, trưởng bộ phận, trưởng bếp, bếp trưởng, bếp phó, tài công, thuyền trưởng, thuyền viên, tiếp thị, thủ kho, thủ quỹ, chủ nhiệm, cửa hàng trưởng, kiểm hàng, tổ may, bảo mẫu, giúp việc, lái xe, phụ xe, phụ hồ, phụ bếp, cô chủ, anh chủ, chị chủ, cậu chủ, thằng chủ, ông thầu, anh thầu, ông cai, anh cai, bà thầu, nhà thầu, đầu nậu, trùm, phó giám đốc nhân sự, trưởng phòng nhân sự, trưởng phòng hành chính, đồng chí, tổng quản lý, quản lý ca, quản lý xưởng, quản lý sản xuất, giám thị, bí thư, chủ tịch, phó chủ tịch, chủ tịch công đoàn, dân phòng, tổ dân phố, chị em, vợ chồng, vợ, chồng",
        "phiên dịch, thông dịch, thông dịch viên, ký tên, người ký, người viết, người kể, người làm đơn, người đứng đơn, người khiếu nại, người bị hại, nạn nhân, chủ hụi, trung gian, cò, cò mồi, sư phụ, ông xã, bà xã, thợ chính, thợ cả, thợ phụ, thợ hàn, thợ may, thợ hồ, thợ máy, đội phó, phó phòng, phó giám đốc, trưởng khu, trưởng ấp, trưởng thôn, tổ viên, công an, trực, trực ban, tư vấn viên, chuyên viên, nhân viên, đoàn viên, bạn cùng phòng, bạn cùng xưởng, bạn cùng chuyền, trưởng xưởng, chủ xưởng, chủ quán, chủ tiệm, chủ cơ sở, chủ vườn, chủ ghe, chủ tàu, chủ nợ, kỹ thuật, tài xế, y tá, bác sĩ, thư ký, trợ lý, phiên dịch, đồng hương, bạn trai, bạn gái, người yêu, hàng xóm, con trai, con gái, em gái, em trai, chị gái, anh trai, chồng cũ, vợ cũ, con tôi, con em, mẹ em, chồng em, vợ tôi, bạn em, bạn tôi, chị họ, anh họ",
        "supervisor, manager, boss, agent, friend, owner, leader, director, landlord, brother, sister, husband, wife, roommate, colleague, coworker, contact, broker, named, called, foreman, driver, officer, accountant, worker, daughter, son");

    public static readonly PhraseList Callings = new(
        "tên, họ tên, họ và tên, tn, name, im, name is, my name, my name is, names, named, i am, i'm, this is, gặp, hỏi, thưa, kính thưa, người gửi, người nhận, người đại diện, đại diện, người đứng đơn, đứng tên, ký tên, gọi là, kêu là, thường gọi, hay gọi, biệt danh, tự xưng, tự xưng là, xưng là, tên thật, nhờ gặp, xin gặp, cám ơn, cảm ơn, chào, signed, regards");

    /// <summary>Offices, trades and bodies that begin like names.</summary>
    public static readonly PhraseList Bodies = new(
        "lưu ý, chú ý, đoàn thanh niên, đoàn viên, đoàn thể, đoàn kiểm tra, liên đoàn, lao động, công nhân, nhân viên, nhân sự, kế toán, công ty, công đoàn, giám đốc, tổ trưởng, quản lý, bảo vệ, văn phòng, an toàn, an ninh, công an, thanh tra, hội phụ nữ, hội liên hiệp, hội đồng, chính phủ, quốc hội, thông tin, thông báo, trân trọng, trường hợp, phản ánh, trưởng phòng, hồ sơ, hợp đồng, kim loại, lương hưu, lương cơ bản, mai mốt, ngân hàng, phương án, tư vấn, văn bản, giang hồ, thạch cao, hoa hồng, tài xế, tài khoản, thu nhập, phúc lợi, tiền lương, từ ngày, từ khi, từ lúc, từ tháng, la mắng, kiều bào, châu á, châu âu, phó phòng, chu kỳ, chu đáo, thái độ, vi phạm, hành chính, quan hệ, quan trọng, cao điểm, danh sách, cung cấp, đồng ý, đồng phục, đồng hồ, đồng nghiệp, ủy ban, uỷ ban, dân sự, hình sự, tòa án, toà án, viện kiểm sát, tâm lý, yên tâm, an tâm, tài chính, thỏa thuận, thoả thuận, giới thiệu, đăng ký, đăng kí, tham gia, tăng ca, đăng tin, thành lập, minh bạch, đình công, hợp tác, an sinh, bảo hộ, chính thức, tự nguyện, sinh hoạt, chính sách, thành phố, chấm công, trung tâm, thanh niên, phụ nữ, nông dân, phòng khám, bảo hiểm, lý do, lý lịch, lý thuyết, hà tiện, trang phục, cao cấp, cao tuổi, phương tiện, hải quan, quân sự, quân nhân, cảnh sát, công chứng, tư pháp, nội vụ, y tế, giáo dục, văn hóa, xã hội, dân tộc, tôn giáo, kinh tế, kinh doanh, xuất cảnh, xuất khẩu, nhập cảnh, thanh lý, trợ cấp, hưu trí, thai sản, ốm đau, thất nghiệp, cung ứng, dịch vụ, thương mại, bình thường, bình đẳng, hòa giải, đối thoại, thương lượng, thẻ đỏ, an cư, tạm trú, thường trú, quyết toán, quyết định, quy trình, quá trình, công trình, chương trình, tiến trình, trình độ, trình bày, lộ trình, thương binh, liệt sĩ, phương pháp, vi tính, vân tay, hoa mắt, hoa quả, mai táng, lan truyền, thu tiền, thu nợ, thông qua, trung quốc, mỹ phẩm, tình cảm, tình dục, tình trạng, tiến độ, hiền lành, hòa nhã, công việc, cảnh cáo, khánh thành, khánh kiệt, tường trình, duyên cớ");

    /// <summary>Between "tên" and the name.</summary>
    public static readonly WordList Fillers = new("em e tôi tui mình là laf la tooi của cua cháu con thật đầy đủ khai sinh chị anh mẹ chồng vợ ổng ông bà nó hắn bả is ck ni nè mi thiệt gọi");

    /// <summary>Capitalised, yet the beginning of no name.</summary>
    public static readonly WordList Ordinary = new(
        "quý kế trời công tổ quản chủ giám trưởng nhân luật hội ban phòng bộ sở tết zalo facebook fb tiktok hr cn nv qc vn vnd bhxh bhyt bhtn bảo điều khoản nghị thông quyết hợp đồng mẫu đơn số ngày tháng lương tiền trung ương đảng nhà nước cục chi xin dạ vâng cảm chào kính cho gửi nếu khi vì và hoặc nhưng theo với tại ở từ đến",
        "i the my we they he she it boss company please hello hi dear sir monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december vietnam vietnamese english chinese korean japanese filipino filipina filipinas burmese indonesian thai khmer lao indian malaysian cambodian cambodia myanmar nepal indonesia philippines hospital police union labour labor whatsapp telegram viber",
        "nepali bangladeshi pakistani sri taiwanese russian nigerian african american australian british french german covid ok tv usd is has have was are not and who what where when why how will can must pregnant sick afraid scared locked wage salary passport worker workers",
        "mã căn cước cccd cmnd sđt stk email gmail momo visa atm otp app đt kcn tnhh hđlđ tp ubnd ca hiv id pin vssid vneid fc c-section gps wifi");

    /// <summary>Small words of English; some are Vietnamese syllables too.</summary>
    public static readonly WordList EnglishSmall = new(
        "the is are was were my we they he she his her our their your you and of to in at from with for not but have has had this that it if who what when where how i i'm im do does did no all am be been cannot can't don't didn't will would after before because them us me him please help work works working boss company months days here there");

    /// <summary>What ends or excludes a name in small letters.</summary>
    public static readonly WordList Stops = new(
        "ta tao mày toàn nữ sai đúng bay hắn không khôg ko k kg hông hong hổng hok hôk hem chưa chua ch đã đang se sẽ vẫn van còn con bị bi được dc đc phải có co là la thì thi mà ma ở o tại va và với voi vs của cua cho để de khi k nếu neu như nhu này nay đó do kia nào nao gì gi ai sao",
        "em tôi toi tui tụi mình minh anh chị chi chau cháu chúng người nguoi ng bạn họ cũ cu mới moi khác riêng nhà nước ngoài trong trên tren dưới gần xa lớn nhỏ hiện trước sau nha nhé nhe ạ a ha hả à ơi oi nè đây day đấy luôn lun hoài rồi roi r z v e c j",
        "trả tra nợ no giữ giu đuổi duoi bắt bat ép ep sa thải thai cắt cat giảm giam trừ tru phạt phat tăng chậm cham trốn tron lừa lua nói noi ns báo bao đóng dong đống phá sản giải thể chấm dứt ký kí ky hết het mất mat",
        "yêu cầu muốn muon nghỉ nghi làm lam lm tính tất cả đổi đưa dua gửi gui hẹn hứa nhận nhan tuyển thuê thue đặt chuyển đọc hai ban quy định xin xác nộp nop sắp tự từ chối khóa khoá ngưng tạm điều động áp lấy lay thu lương luong lg bảo hiểm hợp tiền tien số so sđt sdt stk dt đt cccd mail email zalo fb facebook công cong đoàn",
        "vì vi nên nen thường luôn cũng cung cx chỉ hay rất qua quá lại lai ra vào vao lên len xuống cùng một mot mấy may vài các cac những moi mỗi hàng năm nam thang tháng ngày ngay tuần giờ gio hôm hom quê que sinh tuổi tuoi đi di về ve bên ben cty ct cti đánh danh chửi quấy rối tai nạn gãy đòi",
        "is are was were has have had does do did will would can could may must should not never still to of and or but if in at on for from with that which who where when why how my me i he she they we works working work",
        "mk mik mh zl mail gmail nick acc bả ổng hắn nó "
        + "biết biet bik thấy thay nghe gọi goi giúp giup dùm gium vậy vay zậy nhưng nhung nhờ nho mong cần can cách mức cao thấp đủ thiếu sống bán mua chạy ngồi đứng ăn uống bệnh ốm đau yếu thuộc nhóm trưởng phó tổ chuyền ca phòng kho bộ phận xưởng gặp gap địa ở quản chủ liên lien hoặc hoac hả nữa thật hiểu vay giả dia chỉ ghi chụp khai khu kcn đường hẻm ấp xã");

    /// <summary>Places everybody knows and peoples: too wide to tell who somebody is.</summary>
    public static readonly PhraseList Wide = new(
        "phan thiết, phan rang, hà nội, hồ chí minh, thành phố hồ chí minh, tp hồ chí minh, sài gòn, tp hcm, hcm, đà nẵng, hải phòng, cần thơ, huế, thừa thiên huế, bình dương, đồng nai, long an, bình phước, tây ninh, bà rịa, vũng tàu, bà rịa vũng tàu, tiền giang, bến tre, trà vinh, vĩnh long, đồng tháp, an giang, kiên giang, hậu giang, sóc trăng, bạc liêu, cà mau, lâm đồng, đắk lắk, đắk nông, đăk lăk, gia lai, kon tum, quảng nam, quảng ngãi, bình định, phú yên, khánh hòa, ninh thuận, bình thuận",
        "quảng trị, quảng bình, hà tĩnh, nghệ an, thanh hóa, ninh bình, nam định, hà nam, thái bình, hưng yên, hải dương, bắc ninh, bắc giang, vĩnh phúc, phú thọ, thái nguyên, lạng sơn, cao bằng, bắc kạn, tuyên quang, hà giang, lào cai, yên bái, sơn la, lai châu, điện biên, hòa bình, quảng ninh, thủ đức, bình tân, tân bình, tân phú, bình chánh, hóc môn, củ chi, gò vấp, nhà bè, thủ dầu một, dĩ an, thuận an, bến cát, tân uyên, biên hòa, long thành, nhơn trạch, trảng bom, đức hòa, bến lức, nha trang, đà lạt, vinh, quy nhơn, buôn ma thuột, pleiku, phú quốc, châu đốc, rạch giá, bình thạnh, phú nhuận, đông anh, long biên, từ sơn, yên phong, quế võ, phổ yên",
        "việt nam, đài loan, hàn quốc, nhật bản, trung quốc, campuchia, lào, thái lan, malaysia, singapore, myanmar, nga, mỹ, đức, pháp, anh, nhật, hàn, trung, ấn độ, philippines, indonesia, hoa kỳ, châu âu, châu á, đông nam á, úc, miền tây, miền bắc, miền trung, miền nam, bắc, nam, tây, đông, kinh, khmer, mông, tày, thái, chăm, hoa, mường, dao, nùng, ê đê, gia rai, ba na, long khánh, nam bộ, bắc bộ, ba lan, ma cao, ả rập, ả rập xê út, ả rập saudi, hồng kông, hong kong, hungary, rumani, romania, đông âu, bạch mai, chợ rẫy, từ dũ, nội bài, tân sơn nhất, miền đông, tây bắc, đông bắc, tây nguyên, đông nam bộ, tây nam bộ, đồng bằng, hà lan, thổ nhĩ kỳ, bồ đào nha, tây ban nha, thụy điển, na uy, phần lan, thụy sĩ, triều tiên, hoa lục, quảng đông, quảng tây, cao hùng, đài bắc, đài trung, đào viên, tokyo, osaka, seoul, bắc kinh, thượng hải, dubai, qatar, băng cốc, bangkok, phnom penh, viêng chăn, bavet, poipet, sihanoukville, tân cảng, cát lái, mộc bài, móng cái, lao bảo, sa pa, sapa, đồng xoài, tân an, mỹ tho, cao lãnh, sa đéc, long xuyên, vị thanh, hội an, tam kỳ, đông hà, đồng hới, vinh phúc, việt trì, hạ long, cẩm phả, uông bí, phủ lý, hưng nguyên",
        "tết nguyên đán, nguyên đán, quốc khánh, giỗ tổ, hùng vương, trung thu, giỗ tổ hùng vương, noel, bắc nam, á châu, đông á, quân đội, liên việt, tiên phong, nam á, bắc á, quốc tế, thương tín, ngoại thương, công thương, nông nghiệp, đầu tư, phát triển, kỹ thương");
}
