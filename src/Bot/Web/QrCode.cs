using QRCoder;

namespace Outreach.Bot.Web;

/// <summary>A page's address as a QR code, for a notice board.</summary>
internal static class QrCode
{
    public static string Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        return svg.GetGraphic(4);
    }
}
