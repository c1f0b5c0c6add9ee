using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Outreach.Staff.Accounts;

/// <summary>Session keys of a service that keeps nothing.</summary>
internal sealed class MemoryKeys : IXmlRepository
{
    private readonly List<XElement> _elements = [];

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_elements)
        {
            return [.. _elements];
        }
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_elements)
        {
            _elements.Add(new XElement(element));
        }
    }
}
