using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>A value and where it stands.</summary>
/// <param name="Text">As written; empty for a null.</param>
/// <param name="Place">Its first character.</param>
internal readonly record struct YamlField(string Text, Mark Place)
{
    private const int Shown = 60;

    /// <summary>Reads a scalar. Only a bare <c>null</c> or <c>~</c> is none; in quotation marks it is a word.</summary>
    public static YamlField Of(Scalar scalar) =>
        new(scalar.Style is ScalarStyle.Plain && scalar.Value is "null" or "~" or "Null" or "NULL" ? "" : scalar.Value, scalar.Start);

    /// <summary>A name from the file as a message may quote it.</summary>
    public static string Quote(string name) => name.Length <= Shown ? name : $"{name[..Shown]}…";
}
