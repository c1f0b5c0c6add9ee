using System.Diagnostics;
using Outreach.Cases.PersonalData;
using Detector = Outreach.Cases.PersonalData.PersonalData;

namespace Outreach.Cases.Tests.Personal;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("gọi em 0912 345 678 nhé", "0912 345 678", PersonalKind.Phone)]
    [InlineData("sdt +84 (0)912.345.678", "+84 (0)912.345.678", PersonalKind.Phone)]
    [InlineData("so em la khong chin mot hai ba bon nam sau bay tam", "khong chin mot hai ba bon nam sau bay tam", PersonalKind.Phone)]
    [InlineData("số em 0chín12 ba4năm 678", "0chín12 ba4năm 678", PersonalKind.Phone)]
    [InlineData("sdt o9o5123789", "o9o5123789", PersonalKind.Phone)]
    [InlineData("số anh ấy 0912/884/306 đó", "0912/884/306", PersonalKind.Phone)]
    [InlineData("goi em o986 53 oo 17 nha", "o986 53 oo 17", PersonalKind.Phone)]
    [InlineData("số máy bàn 0321 3 865 490", "0321 3 865 490", PersonalKind.Phone)]
    [InlineData("đt bàn (028) 3822 1234", "(028) 3822 1234", PersonalKind.Phone)]
    [InlineData("căn cước 0 7 9 2 0 1 0 0 4 5 6 7", "0 7 9 2 0 1 0 0 4 5 6 7", PersonalKind.Identity)]
    [InlineData("họ cầm hộ chiếu C1234567", "C1234567", PersonalKind.Identity)]
    [InlineData("stk 1903 6677 8890 11 tcb", "1903 6677 8890 11", PersonalKind.Account)]
    [InlineData("mail hoa chấm nguyễn a còng gmail chấm com", "hoa chấm nguyễn a còng gmail chấm com", PersonalKind.Email)]
    [InlineData("mail hoa95 a còng gmail.com", "hoa95 a còng gmail.com", PersonalKind.Email)]
    [InlineData("mail hoa95@gmail ,com", "hoa95@gmail ,com", PersonalKind.Email)]
    [InlineData("xem zalo.me/0912345678", "zalo.me/0912345678", PersonalKind.Link)]
    [InlineData("zalo tên meo con xinh", "meo con xinh", PersonalKind.Handle)]
    [InlineData("toi la le thi thu, lam cong nhan", "le thi thu", PersonalKind.Name)]
    [InlineData("Chị Nguyễn Thị Bích Ngọc phòng nhân sự", "Nguyễn Thị Bích Ngọc", PersonalKind.Name)]
    [InlineData("anh tuấn quản lý hay chửi em", "tuấn", PersonalKind.Name)]
    [InlineData("My boss Mr. Tanaka hits me", "Mr. Tanaka", PersonalKind.Name)]
    [InlineData("My cousin Rosalinda Ocampo cannot call anybody", "Rosalinda Ocampo", PersonalKind.Name)]
    [InlineData("ông ấy họ Khuất, nợ tôi 88 công", "Khuất", PersonalKind.Name)]
    [InlineData("tụi em bị Thạc trưởng ca quấy rối", "Thạc", PersonalKind.Name)]
    [InlineData("giam doc nghiem xuan yen, no luong", "nghiem xuan yen", PersonalKind.Name)]
    [InlineData("EM TEN NGUYEN THI LAN, CONG TY NO LUONG 3 THANG", "NGUYEN THI LAN", PersonalKind.Name)]
    [InlineData("em ở phòng 305 nhà trọ Cô Ba nha", "phòng 305 nhà trọ Cô Ba", PersonalKind.Place)]
    [InlineData("Nhà ở 123/4 đường Lê Văn Sỹ", "123/4 đường Lê Văn Sỹ", PersonalKind.Place)]
    [InlineData("Nhà em ba người làm ở xí nghiệp mây tre Tân Phước Lợi", "xí nghiệp mây tre Tân Phước Lợi", PersonalKind.Place)]
    [InlineData("mk ở dorm cty Sun Hi nóng quá", "dorm cty Sun Hi", PersonalKind.Place)]
    [InlineData("We are locked in Red River Cold Storage, Lot 9", "Red River Cold Storage, Lot 9", PersonalKind.Place)]
    [InlineData("Hẹn em ở quán Hẻm Xanh, cuối chợ Lách nha", "quán Hẻm Xanh, cuối chợ Lách", PersonalKind.Place)]
    [InlineData("cty TNHH Pou Yuen nợ lương", "cty TNHH Pou Yuen", PersonalKind.Place)]
    public void What_tells_who_somebody_is_is_found(string text, string personal, PersonalKind kind)
    {
        var span = Assert.Single(Detector.Find(text));

        Assert.Equal((personal, kind), (text.Substring(span.Start, span.Length), span.Kind));
    }

    [Theory]
    [InlineData("Gọi 111, 113, 1900 9068, 18001567 hay 1022?")]
    [InlineData("Nợ 45.000.000 đồng, 4tr5, 12 000 000 đ, 150000000 đồng")]
    [InlineData("Từ 01/01/2024 đến 31-12-2025, ca 22h-6h")]
    [InlineData("Theo Luật 41/2024/QH15 và NĐ 374/2025/NĐ-CP, khoản 1 Điều 35")]
    [InlineData("Em bị nợ năm sáu bảy tháng lương rồi, hai ba lần hỏi không trả")]
    [InlineData("Bình Dương, quận 7, Hà Nội, Đài Loan, người Nga")]
    [InlineData("Hiền lành như mẹ em. Ngọc trai, sơn nhà, hoa hồng, mai mốt, lan rộng")]
    [InlineData("cong ty thanh toan luong tre, chi thanh toan mot nua, anh em lo lang")]
    [InlineData("Kính gửi Liên đoàn Lao động thành phố Hồ Chí Minh, Phòng Nhân sự, Ban Giám đốc")]
    [InlineData("cty rooif tuwj ddongs nghir thif sao, cty đăng ký bhxh chưa")]
    [InlineData("The company agrees to pay. Ask a person for help, no name needed")]
    [InlineData("Hợp đồng phải lập thành văn bản. Bạn giữ một bản, hỏi Ủy ban nhân dân hay Tòa án")]
    [InlineData("Lấy chồng Hàn, sang Ba Lan, ở Ả Rập")]
    [InlineData("tro cap mot lan, dong bao lau thi duoc, vien phi 2 trieu thi bao hiem tra may")]
    [InlineData("Chồng em, bà chủ, anh quản lý, Anh Chị cán bộ")]
    public void What_could_be_anybodys_is_left_alone(string text) => Assert.Empty(Detector.Find(text));

    [Fact]
    public void A_mask_puts_a_word_in_place_of_each_find()
    {
        const string Text = "Em là Lan, sđt 0912345678.";

        var masked = Detector.Mask(Text, Detector.Find(Text), kind => $"[{kind}]");

        Assert.Equal("Em là [Name], sđt [Phone].", masked);
    }

    [Fact]
    public void Letters_with_their_marks_apart_are_read_the_same()
    {
        const string Text = "Chị Nguyễn Thị Bích ở phòng 3 nhà trọ Cô Ba";

        var apart = Text.Normalize(System.Text.NormalizationForm.FormD);

        Assert.Equal(
            Detector.Find(Text).Select(span => Text.Substring(span.Start, span.Length)),
            Detector.Find(apart).Select(span => apart.Substring(span.Start, span.Length).Normalize()));
    }

    public static TheoryData<string> Pieces => new(
        "a", "0", "0 ", "chi ", "Nguyễn ", "@", "a@", "@ ", "hẻm 1/", "1/", "chấm a ", "không", "không ", ".", "0a", "fb ten ", "cty ", "tên ", "👍🏽", "\u0301", "http://", "(+", "nhà trọ 1 ", "Công ty May ");

    [Theory]
    [MemberData(nameof(Pieces))]
    public void A_text_made_to_be_slow_takes_no_longer_than_it_should_and_finds_do_not_overlap(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
        _ = Detector.Find(text[..400]);
        var time = Stopwatch.GetTimestamp();

        var spans = Detector.Find(text);

        // Ten times the longest message; something that grew with the square would take minutes on it.
        Assert.InRange(Stopwatch.GetElapsedTime(time), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
        Assert.All(spans, span => Assert.InRange(span.Start + span.Length, span.Start + 1, text.Length));
    }
}
