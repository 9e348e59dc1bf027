using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Reads lists of rows. Only rows without a problem are kept.</summary>
internal sealed class YamlRows(YamlEvents events, YamlProblems problems)
{
    private readonly ImmutableSortedDictionary<RateCardRowKey, RateCardRow>.Builder rows = ImmutableSortedDictionary.CreateBuilder<RateCardRowKey, RateCardRow>();
    private readonly ImmutableHashSet<RateCardSection>.Builder sections = ImmutableHashSet.CreateBuilder<RateCardSection>();

    /// <summary>All rows read.</summary>
    public YamlCard ToCard() => new(rows.ToImmutable(), sections.ToImmutable());

    /// <summary>The default agent rate, which is the one row of the card itself.</summary>
    public void AddCard(YamlField rate)
    {
        var column = RateCardColumns.DefaultAgentRate;
        sections.Add(RateCardSection.Card);
        Add(RateCardSection.Card, column.Name, new(StringComparer.Ordinal) { [column.Name] = rate }, rate.Place);
    }

    /// <summary>A list of rows whose first event was read.</summary>
    public void Read(RateCardSection section, string key, ParsingEvent first)
    {
        if (first is not SequenceStart)
        {
            problems.Add(first.Start, key, "Write a list of rows; [] is a list without any.");
            events.Skip(first);
            return;
        }

        sections.Add(section);
        var number = 0;

        for (var next = events.Next(); next is not SequenceEnd; next = events.Next())
        {
            number++;

            if (number > PriceLimits.MaxRows)
            {
                throw new RefusedYamlException(next.Start, $"At most {PriceLimits.MaxRows:N0} {key}.");
            }

            ReadRow(section, $"{key}, row {number}", next);
        }
    }

    private void ReadRow(RateCardSection section, string where, ParsingEvent first)
    {
        if (first is not MappingStart)
        {
            problems.Add(first.Start, where, "A row has keys and values.");
            events.Skip(first);
            return;
        }

        var before = problems.Count;
        var fields = new Dictionary<string, YamlField>(StringComparer.Ordinal);

        for (var next = events.Next(); next is not MappingEnd; next = events.Next())
        {
            ReadField(section, where, fields, next as Scalar ?? throw new RefusedYamlException(next.Start, "A key must be a single word."));
        }

        if (problems.Count == before)
        {
            Add(section, where, fields, first.Start);
        }
    }

    private void ReadField(RateCardSection section, string where, Dictionary<string, YamlField> fields, Scalar key)
    {
        var place = $"{where}, {YamlField.Quote(key.Value)}";

        var next = events.Next();

        if (next is not Scalar value)
        {
            problems.Add(next.Start, place, "Write a single value.");
            events.Skip(next);
        }
        else if (!RateCardColumns.Of(section).Any(c => c.Name == key.Value) && !YamlPrices.IsFollowing(section, key.Value))
        {
            problems.Add(key.Start, place, key.Value == "id" ? "Rows are known by their names; leave ids out." : "A row has no such field.");
        }
        else if (!fields.TryAdd(key.Value, YamlField.Of(value)))
        {
            problems.Add(key.Start, place, "The field stands in the row twice.");
        }
    }

    private void Add(RateCardSection section, string where, Dictionary<string, YamlField> fields, Mark place)
    {
        var before = problems.Count;

        foreach (var column in RateCardColumns.Of(section))
        {
            var isThere = fields.TryGetValue(column.Name, out var field);

            if (CellRules.Check(column, isThere ? field.Text : "") is { } message)
            {
                problems.Add(isThere ? field.Place : place, section is RateCardSection.Card ? where : $"{where}, {column.Name}", isThere ? message : "The field is missing.");
            }
        }

        if (problems.Count > before)
        {
            return;
        }

        var row = new RateCardRow(section, RateCardColumns.Of(section).Where(c => fields.ContainsKey(c.Name)).Select(c => KeyValuePair.Create(c.Name, fields[c.Name].Text)));
        Check(row, $"{where} ({row.Key})", fields, place);

        if (problems.Count == before)
        {
            rows[row.Key] = row;
        }
    }

    private void Check(RateCardRow row, string where, Dictionary<string, YamlField> fields, Mark place)
    {
        foreach (var problem in RateCardRules.Validate(row))
        {
            problems.Add(fields.TryGetValue(problem.Field, out var field) ? field.Place : place, $"{where}, {problem.Field}", problem.Message);
        }

        foreach (var (field, message) in YamlPrices.Contradictions(row, fields))
        {
            problems.Add(fields[field].Place, $"{where}, {field}", message);
        }

        if (rows.ContainsKey(row.Key))
        {
            problems.Add(place, where, "The row stands in the file twice.");
        }
    }
}
