using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>
/// The nodes of a YAML file one after the other, without what a price list never needs and an attacker likes: aliases, anchors, tags and
/// depth. Read from the parser's events, so that nothing is expanded, instantiated or recursed into.
/// </summary>
internal sealed class YamlEvents(string text)
{
    // A mapping of lists of mappings, and a list or mapping by mistake where a value is due.
    private const int MaxDepth = 4;

    private readonly Parser parser = new(new StringReader(text));
    private Mark place = new(0, 1, 1);
    private int depth;

    /// <summary>The next event.</summary>
    /// <exception cref="YamlException">It is no YAML, or none that is accepted.</exception>
    public ParsingEvent Next()
    {
        if (!MoveNext() || parser.Current is not { } next)
        {
            throw new RefusedYamlException(place, "The file ends too early.");
        }

        place = next.Start;

        if (next is AnchorAlias)
        {
            throw new RefusedYamlException(next.Start, "Aliases are not accepted; write the value itself.");
        }

        if (next is NodeEvent node)
        {
            Refuse(node);
        }

        depth += next.NestingIncrease;

        return depth <= MaxDepth + 2 // the stream and its document are levels, too
            ? next
            : throw new RefusedYamlException(next.Start, "Nothing on a rate card is nested this deep; write a single value.");
    }

    /// <summary>Leaves out a node whose first event was read.</summary>
    public void Skip(ParsingEvent first)
    {
        for (var open = first.NestingIncrease; open > 0;)
        {
            open += Next().NestingIncrease;
        }
    }

    // On some broken files the parser itself stumbles and throws what is meant for its own state, for one on a bracket that is never closed.
    private bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception exception) when (exception is not YamlException)
        {
            throw new RefusedYamlException(place, "This is not valid YAML from here on.");
        }
    }

    private static void Refuse(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            throw new RefusedYamlException(node.Start, "Anchors are not accepted.");
        }

        if (!node.Tag.IsEmpty)
        {
            throw new RefusedYamlException(node.Start, "Tags are not accepted; write the bare value.");
        }
    }
}
