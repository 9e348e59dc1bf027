using System.Globalization;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Reads a rate card's YAML by the keys of the contract and no others. Never throws for what is in the file.</summary>
internal sealed class RateCardYamlReader
{
    private readonly YamlEvents events;
    private readonly Currency currency;
    private readonly YamlProblems problems = new();
    private readonly YamlRows rows;
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    private RateCardYamlReader(string text, Currency currency)
    {
        (events, this.currency) = (new YamlEvents(text), currency);
        rows = new YamlRows(events, problems);
    }

    /// <summary>Reads a file for a card.</summary>
    /// <param name="text">The file.</param>
    /// <param name="currency">The card's currency; a file in another one is refused.</param>
    public static YamlReading Read(string text, Currency currency)
    {
        // The parser takes NUL for the end of the file and would leave out, unsaid, what follows.
        if (text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
        {
            return new YamlReading(null, [new YamlProblem(text.AsSpan(0, nul).Count('\n') + 1, nul - text.LastIndexOf('\n', nul), "", "The file holds a NUL character.")]);
        }

        return new RateCardYamlReader(text, currency).Read();
    }

    private YamlReading Read()
    {
        try
        {
            ReadFile();
        }
        catch (YamlException end)
        {
            problems.Add(end);
        }

        return problems.Count > 0 ? new YamlReading(null, problems.ToImmutable()) : new YamlReading(rows.ToCard(), []);
    }

    private void ReadFile()
    {
        events.Next();

        if (events.Next() is not DocumentStart start)
        {
            throw new RefusedYamlException(new Mark(0, 1, 1), "The file is empty.");
        }

        if (events.Next() is not MappingStart)
        {
            throw new RefusedYamlException(start.Start, "A rate card begins with keys such as currency and routes.");
        }

        for (var next = events.Next(); next is not MappingEnd; next = events.Next())
        {
            ReadPart(next as Scalar ?? throw new RefusedYamlException(next.Start, "A key must be a single word."));
        }

        if (!keys.Contains("currency"))
        {
            problems.Add(start.Start, "currency", "The currency is missing.");
        }

        events.Next();

        if (events.Next() is not StreamEnd)
        {
            throw new RefusedYamlException(start.Start, "The file holds more than one document.");
        }
    }

    private void ReadPart(Scalar key)
    {
        if (!keys.Add(key.Value))
        {
            problems.Add(key.Start, YamlField.Quote(key.Value), "The key stands in the file twice.");
        }

        var value = events.Next();

        switch (key.Value)
        {
            case "version" or "currency" or "default_agent_rate_per_1k":
                ReadSingle(key.Value, value);
                break;
            case "routes":
                rows.Read(RateCardSection.Routes, key.Value, value);
                break;
            case "agents":
                rows.Read(RateCardSection.Agents, key.Value, value);
                break;
            case "tools":
                rows.Read(RateCardSection.Tools, key.Value, value);
                break;
            default:
                problems.Add(key.Start, YamlField.Quote(key.Value), "A rate card has no such key.");
                events.Skip(value);
                break;
        }
    }

    private void ReadSingle(string key, ParsingEvent value)
    {
        if (value is not Scalar scalar)
        {
            problems.Add(value.Start, key, "Write a single value.");
            events.Skip(value);
        }
        else if (key == "default_agent_rate_per_1k")
        {
            rows.AddCard(YamlField.Of(scalar));
        }
        else if (key == "version" && !int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            problems.Add(scalar.Start, key, "The version is a whole number.");
        }
        else if (key == "currency" && scalar.Value != currency.Code)
        {
            problems.Add(scalar.Start, key, $"The file is in {YamlField.Quote(scalar.Value)}, the rate card in {currency.Code}. Its currency cannot change.");
        }
    }
}
