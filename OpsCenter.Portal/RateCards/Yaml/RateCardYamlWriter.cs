using System.Globalization;
using System.Text.RegularExpressions;
using OpsCenter.Domain.RateCards;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>Writes a rate card as YAML: the keys of the contract without ids, decimals as plain scalars, words in quotation marks where in doubt.</summary>
internal sealed partial class RateCardYamlWriter
{
    private readonly IEmitter emitter;

    private RateCardYamlWriter(IEmitter emitter) => this.emitter = emitter;

    /// <summary>Writes a version.</summary>
    public static string Write(int version, RateCardSheet card)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new RateCardYamlWriter(new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024))).WriteFile(version, card);

        return text.ToString();
    }

    private void WriteFile(int version, RateCardSheet card)
    {
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        emitter.Emit(new MappingStart());
        WritePlain("version", version.ToString(CultureInfo.InvariantCulture));
        WritePlain("currency", card.Currency.Code);

        foreach (var row in card.In(RateCardSection.Card))
        {
            WriteCells(row);
        }

        WriteRows("routes", card.In(RateCardSection.Routes));
        WriteRows("agents", card.In(RateCardSection.Agents));
        WriteRows("tools", card.In(RateCardSection.Tools));
        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private void WriteRows(string key, IEnumerable<RateCardRow> rows)
    {
        var all = rows.ToList();
        emitter.Emit(new Scalar(key));
        emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, all.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));

        foreach (var row in all)
        {
            emitter.Emit(new MappingStart());

            if (row.Section is RateCardSection.Routes)
            {
                WriteWord(YamlPrices.Route, row.Key.Name);
            }

            WriteCells(row);
            emitter.Emit(new MappingEnd());
        }

        emitter.Emit(new SequenceEnd());
    }

    private void WriteCells(RateCardRow row)
    {
        foreach (var column in RateCardColumns.Of(row.Section))
        {
            var text = column.Canonical(row[column]);

            if (column.IsNumber || column.Kind is ColumnKind.Flag || (column.Kind is ColumnKind.Choice && text.Length == 0))
            {
                WritePlain(column.Name, text.Length == 0 ? "null" : text);
            }
            else
            {
                WriteWord(column.Name, text);
            }
        }
    }

    private void WritePlain(string key, string text)
    {
        emitter.Emit(new Scalar(key));
        emitter.Emit(new Scalar(text));
    }

    private void WriteWord(string key, string text)
    {
        emitter.Emit(new Scalar(key));
        emitter.Emit(PlainWord().IsMatch(text) && !OtherThanWord().IsMatch(text)
            ? new Scalar(text)
            : new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_./:-]*[A-Za-z0-9]\z")]
    private static partial Regex PlainWord();

    // What some reader of YAML takes for a truth or for nothing.
    [GeneratedRegex(@"^(true|false|null|yes|no|on|off)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherThanWord();
}
