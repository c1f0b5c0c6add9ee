namespace Outreach.Cases.PersonalData;

/// <summary>The words that begin the name of a workplace, a lodging, an address.</summary>
internal static class PlaceWords
{
    /// <summary>Of workplaces: these and a name lead to somebody.</summary>
    public static readonly PhraseList Works = new(
        "công ty, cty, cong ti, công ti, cti, ct tnhh, ct cp, xí nghiệp, nhà máy, xưởng, phân xưởng, cơ sở, doanh nghiệp, tập đoàn, nhà hàng, quán, quán cơm, quán ăn, quán cafe, quán cà phê, quán karaoke, karaoke, quán nhậu, quán net, tiệm, tiệm nail, tiệm bánh, tiệm tóc, cửa hàng, shop, spa, siêu thị, trại, trang trại, trại gà, trại heo, trại vịt, nông trại, vườn, mỏ đá, mỏ than, mỏ, lò gạch, lò mổ, lò bánh, lò",
        "trường, trường tiểu học, trường cấp 2, trường thpt, trường mầm non, mầm non, trường học, nhóm trẻ, nhà trẻ, hợp tác xã, htx, công trình, công trường, tàu cá, tàu, ghe, ghe cá, nông trường, đồn điền, tổ đội, đội thầu, vựa, bãi, garage, gara, phòng khám, thẩm mỹ viện, salon, massage, lâm trường, hãng xe, kho, kho hàng, bưu cục, tổ hợp, đại lý, hộ kinh doanh, nhà xe, trạm trộn, bến xe, sàn, factory, company, dntn, doanh nghiệp tư nhân, hộ, chi nhánh, cây xăng, trạm xăng, tiệm may, nhà may, nhà in, nhà xưởng, nhà kho, bar, pub, vũ trường, sân golf, bếp ăn, trại giống, đầm tôm, vuông tôm, bè cá, rẫy, đồi chè, dự án, đội xe, bách hóa, nhà thuốc, hiệu thuốc, hiệu, phòng gym, lớp mẫu giáo, mẫu giáo, lò bún, lò giết mổ, vựa cá, vựa ve chai, vựa phế liệu, nhà cung cấp, công ty con, nhà thầu, đội thi công, tổ hợp tác, bãi xe, bến cá, xưởng may, cửa tiệm, tạp hóa, lò rèn, lò than");

    /// <summary>Those of them after which a name in small letters is believed.</summary>
    public static readonly PhraseList SureWorks = new("công ty, cty, công ti, cti, xí nghiệp, nhà máy, xưởng, company, tập đoàn");

    /// <summary>Of lodgings and buildings.</summary>
    public static readonly PhraseList Lodgings = new(
        "nhà trọ, nhá trọ, nhà tro, phòng trọ, khu nhà trọ, khu trọ, dãy trọ, dãy nhà trọ, xóm trọ, trọ, ktx, ký túc xá, kí túc xá, chung cư, chung cư mini, cư xá, khu lưu trú, nhà lưu trú, nhà nghỉ, khách sạn, tòa nhà, toà nhà, tòa, toà, khu biệt thự, biệt thự, căn hộ, khu đô thị, khu dân cư, kdc, homestay, lán, block, villa, khu tập thể, nhà tập thể, khu nhà ở, khu ký túc xá, nhà ở công nhân, nhà ở xã hội, phòng trọ số, khu tái định cư, resort");

    /// <summary>Of streets and small places: with a name they lead to somebody, with a bare number only beside others.</summary>
    public static readonly PhraseList Streets = new(
        "đường, đuong, đg, đường số, phố, ngõ, ngách, hẻm, hẽm, hem, kiệt, ấp, thôn, xóm, khu phố, kp, chợ, buôn, bản, làng, kiốt, ki ốt, kiot, sạp, cầu, ngã tư, ngã ba, kênh, rạch, chùa, bến, cảng, khóm, tổ dân phố, street, quốc lộ, tỉnh lộ, ql, tl, dt, hương lộ, đại lộ, phố cổ, phum, cồn, cù lao, tổ dân phố số, xóm trọ");

    /// <summary>Too wide or too small alone; they count beside others.</summary>
    public static readonly PhraseList Weak = new(
        "số nhà, nhà số, số, tổ, lô, phòng, tầng, lầu, dãy, phường, xã, p, quận, huyện, tp, thành phố, thị trấn, thị xã, tỉnh, room, căn, kcn, khu công nghiệp, kcx, khu chế xuất, khu, cụm, cụm công nghiệp, ccn, nhà, đội, q, cổng, gate, floor, ward, district");

    /// <summary>What a company does, where its name would stand; names have the same syllables.</summary>
    public static readonly WordList Deeds = new(
        "toàn thông thanh thành tiến tổ hiện hoàn khai khoán thêm tuyên tư tính tình điều đại đông sơn sang hai ba năm chính chung kỷ giao giàu kiểm quyết định hứa giả lập vui an bình thường nhân luân chương triển trang trọng tạo tin tín tịch tịnh mời mình việc hưởng phong thời phân phối kinh kiện hà hành hình hồi");

    /// <summary>Between a head and the name: the trade, the legal form.</summary>
    public static readonly WordList Trades = new(
        "tnhh mtv cp cổ phần trách nhiệm hữu hạn một thành viên tm dv sx xnk xd thương mại dịch vụ sản xuất xuất nhập khẩu may mặc giày dép da dệt kim nhuộm điện tử cơ khí gỗ nhựa thủy sản hải bao bì in lụa ấn xây dựng thực phẩm chế biến đông lạnh nội thất túi xách balo vali bảo vệ vận tải logistics nước đá bánh kẹo bún phở mía đường sữa thép tôn inox sắt gạch men sứ gốm mộc đá dừa",
        "điều cà phê cao su hạt lúa gạo cá tôm heo gà vịt bò rau hoa quả cây giặt ủi mầm non tư thục mini bia rượu tóc nail tráng cơm nhậu ăn karaoke cafe trà net massage xe máy sơn hóa chất dược phẩm mỹ phẩm giấy thuốc phụ tùng linh kiện quốc tế môi giới xuất khẩu lao động tư nhân liên doanh sỉ lẻ kho hàng áo nón len chỉ vải mút nệm khí gia công hộp tái chế lò lắp ráp chăn nuôi nấm tranh lưới cáp sản cung ứng nhân lực vệ sinh công nghiệp bất động dây kéo khoáng nghiệp đầu phát triển kinh doanh công nghệ kỹ thuật giải pháp trường địa ốc du lịch truyền thông y tế thiết bị vật liệu giao nhận chế tạo khuôn mẫu");

    /// <summary>Heads of English that follow the name: "Golden Star Furniture factory".</summary>
    public static readonly WordList After = new("factory company co ltd inc corp corporation farm dorm dormitory restaurant spa hotel bar hostel shop mill plant school villa building apartment apartments residence garment seafood karaoke nursery club salon plantation");

    /// <summary>Before a bare number and street: "ở 45 Nguyễn Thị Tú".</summary>
    public static readonly WordList Standing = new("ở o tại chỉ nhà số at address lives ngụ trú");
}
