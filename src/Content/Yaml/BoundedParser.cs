using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Outreach.Content.Yaml;

/// <summary>Refuses what our files never hold and what could bring the loader down: deep nesting (the reader of trees recurses) and aliases.</summary>
internal sealed class BoundedParser(IParser inner) : IParser
{
    private const int MaxDepth = 16;
    private int _depth;

    public ParsingEvent? Current => inner.Current;

    public bool MoveNext()
    {
        if (!inner.MoveNext())
        {
            return false;
        }

        switch (inner.Current)
        {
            case AnchorAlias alias:
                throw new YamlException(alias.Start, alias.End, "aliases (*name) are not used here");
            case MappingStart or SequenceStart when ++_depth > MaxDepth:
                throw new YamlException(inner.Current.Start, inner.Current.End, "lists within lists go too deep");
            case MappingEnd or SequenceEnd:
                _depth--;
                break;
        }

        return true;
    }
}
