namespace Outreach.Cases.PersonalData;

/// <summary>What the words around a number say it is.</summary>
internal static class Cue
{
    private const int WordsBack = 10;

    private static readonly PhraseList Phone = new(
        "máy bàn, số bàn, số cố định, cố định, landline, sđt, sdt, đt, dt, điện thoại, số máy, gọi, liên hệ, liên lạc, lh, zalo, zl, viber, whatsapp, call, phone, tel, số, sô, nhắn, sim, alo, telegram, text, number, momo, viettelpay, đt bàn, hotline, reach, contact, mobile, facetime");

    private static readonly PhraseList Identity = new(
        "cccd, cmnd, cmt, cmtnd, cccd gắn chip, căn cước, căn cứoc, chứng minh, ho chiêu, hô chiếu, hộ chiêu, chứng minh thư, định danh, hộ chiếu, passport, bhxh, bhyt, bảo hiểm, bảo hiêm, sổ bảo hiểm, mã số, mst, giấy tờ tùy thân, id card, id, visa số, sổ bh, mã bh, số sổ, arc, thẻ cư trú, residence card, giấy phép lao động, work permit, gplx, bằng lái, giấy phép lái xe, blx, driving licence, driving license, licence, cứ cước, identity, insurance");

    private static readonly PhraseList Account = new(
        "stk, số tk, tk, tài khoản, tai khoan, taì khoản, thẻ, thẻ atm, atm, account, acc, card, ck, chuyển khoản, chuyển vào, ngân hàng, visa, mastercard, napas, sao kê, bank");

    public static readonly WordList Banks = new(
        "vietcombank vcb techcombank tcb bidv agribank argibank agirbank vietinbank viettinbank ctg mb mbbank acb sacombank stb vpbank tpbank ocb msb shb hdbank vib seabank eximbank scb lienvietpostbank lpbank "
        + "abbank namabank bacabank pvcombank kienlongbank oceanbank vietbank vietabank saigonbank dongabank ncb bvbank cake timo shinhan woori hsbc uob cimb publicbank techcom");

    /// <summary>The nearest cue before the token, in the same sentence. Null when there is none.</summary>
    public static PersonalKind? Before(Reading reading, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - WordsBack; i--)
        {
            // "passport no. P 1234567": a short word's full stop ends no sentence.
            if (!reading.SameLine(i + 1) || (reading.Is(i, '.') && reading[i - 1].Plain is not ("no" or "so" or "tel" or "dt" or "sdt" or "nr") || reading.Is(i, '!') || reading.Is(i, '?')) && reading.Gap(i + 1).Length > 0)
            {
                return null;
            }

            if (Banks.Has(reading[i]) || Account.At(reading, i) > 0)
            {
                return PersonalKind.Account;
            }

            if (Identity.At(reading, i) > 0)
            {
                return PersonalKind.Identity;
            }

            // "số" alone says least: "số căn cước", "số tài khoản" say more.
            if (Phone.At(reading, i) > 0 && (reading[i].Plain is not ("so" or "number") || Further(reading, i) is not { } further))
            {
                return PersonalKind.Phone;
            }
            else if (reading[i].Plain is "so" or "number")
            {
                return Further(reading, i);
            }
        }

        return null;
    }

    public static bool BankAfter(Reading reading, int index) =>
        Enumerable.Range(index + 1, 4).TakeWhile(reading.SameLine).Any(i => Banks.Has(reading[i]) || reading[i].Plain == "ngan" && reading[i + 1].Plain == "hang");

    private static PersonalKind? Further(Reading reading, int so)
    {
        for (var i = so - 1; i >= 0 && i >= so - 5 && !reading.Is(i, '.'); i--)
        {
            if (Banks.Has(reading[i]) || Account.At(reading, i) > 0)
            {
                return PersonalKind.Account;
            }

            if (Identity.At(reading, i) > 0)
            {
                return PersonalKind.Identity;
            }

            if (reading[i].Kind == TokenKind.Digits)
            {
                return null;
            }
        }

        return null;
    }
}
