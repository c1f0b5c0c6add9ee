namespace Outreach.Cases.PersonalData;

/// <summary>Words believed to be names only with their capital; in small letters they are mostly something else.</summary>
internal static class RareNames
{
    /// <summary>Family names: less common Vietnamese ones, and those of Mông, Dao, Thái, Tày, Mường, Hoa, Chăm, Khmer, Ê Đê, Gia Rai, Ba Na, Cơ Ho.</summary>
    private static readonly WordList Families = new(
        "khuất khưu lữ tiền đồ ôn nhữ thẩm lều ngạc thôi cáp cáo chúc chử đôn đầu hùng hình kha kiểu kinh lãnh lỡ lỵ mâu nhạc nhiêu nhâm ngọ ngôn ngưu phùn quyền sái sử tán tất thiệu thoòng tịnh tri úy uất vạn văn viết xa xầm yên an ao ánh ấu biện bì bốc ca cái chiêm chung công cung diêm điền đan đậu gia hạ hi hoa hoắc hồng hùynh hy khiếu kỷ lai lạc lang liên linh luân lưỡng minh",
        "giàng sồng sừng sìn thò tráng ma mua vừ thền lù phùn vàng cháng ly cứ và sùng lèng lỳ mạ chìu tằng voòng chắng phún sằn vòng lỷ phàng ly hờ xồng già hầu thào chá khoàng lý cư dềnh dình tếnh páo lầu bàn triệu tẩn chảo phượng đặng quàng lường tòng cà bạc lô lương ngân pạn cút hoàng vi lự lèo mông lục dương lộc lãnh dỉnh",
        "bá đàng hán quảng não ức nại thổ dụng hứa mang lựu kiên lý tăng liêu chau neang chao thị siêu khưu tô ngô ksơr kbuôr knul hwing rmah rah lan puih hmok rơ rơcom rơchăm rơlan kpuih hlong hmŏk h'mok kră kra jan lơ bon niêng srẹ pang ting liêng hót đa cát cil bnah ơi ama rmoah ninh đinh blăng brao zơrâm alăng arất bhling coor hôih pơloong bling hiên kring tơngôl ploong");

    private static readonly WordList Given = new(
        "thế đắc khắc bá sĩ sỹ viết đăng doãn hạ hoạch hoằng khởi lãm liêm lĩnh lục mão mậu mùa nhuần nhị phái phán phẩm quảng quát quyến soạn thạc thao thân thấm thiết thưởng tiềm tính toại tốt trấn triển trừ truyền tuy ước xoan xuất chanh đào dậu dần hợi ngọ sửu thìn tuất bưởi dừa mướp nhãn sim bống tép nở sỏi gạo thóc khoai ngô hĩm cún tẹo tũn bo ken sữa dậm chắt chít dín pay páo pó lả lù mỷ mị dở dơ dinh súa pà chư sáng páo chống tủa vừ tồng giống nhìa chía khua vảng chá tếnh xua blia blơi",
        "dũ khuyến khoái lựu lượm lụa mùi nghé nhẹ nhỡ nhường nữa nương ớt phàn quới quan quắn rạng rớt sậu sắn sắc sển soi sum suốt tầm tám thà thảnh thía thiềng thoan thủ thử thức thược tỏ tỏa tơ trầm trì trừng trứ tựu tửng ven vẹn viễn vời xê xem xinh xuyền ẩn ơn uy uẩn");

    public static bool IsFamily(in Token token) => NameWords.Families.Has(token) || Families.HasExactly(token);

    public static bool IsGiven(in Token token) => NameWords.Given.Has(token) || Given.HasExactly(token);
}
