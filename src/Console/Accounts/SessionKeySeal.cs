using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Storage.Keys;

namespace Outreach.Staff.Accounts;

/// <summary>Seals the keys that sign sessions and forms under the console's master key.</summary>
internal sealed class SessionKeySeal(KeyRing keys) : IXmlEncryptor
{
    private const string Element = "sealed";
    private const string Id = "id";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var id = Guid.NewGuid();
        var text = Convert.ToBase64String(keys.SealSessionKey(id, plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement(Element, new XAttribute(Id, id), text), typeof(Opener));
    }

    /// <summary>Made by the framework, by the name that stands beside the sealed key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(services.GetRequiredService<KeyRing>().OpenSessionKey(
            Guid.Parse(encryptedElement.Attribute(Id)!.Value), Convert.FromBase64String(encryptedElement.Value)));
    }
}
