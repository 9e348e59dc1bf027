using System.Globalization;

namespace OpsCenter.Portal.Audit;

/// <summary>A link of the chain, as an operator can note it outside of the portal.</summary>
/// <param name="Seq">Its number, from 1.</param>
/// <param name="Hash">Its hash in lower-case hexadecimal digits.</param>
public sealed record AuditSeal(long Seq, string Hash)
{
    private const int HashDigits = 64;

    /// <summary>As it is shown and noted: number, space, hash.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Seq} {Hash}");

    /// <summary>Reads <see cref="Text"/>; null when it is not one.</summary>
    public static AuditSeal? Parse(string? text)
    {
        var parts = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && parts[1].Length == HashDigits
            && parts[1].All(char.IsAsciiHexDigit)
            ? new AuditSeal(seq, parts[1].ToLowerInvariant())
            : null;
    }

    internal static AuditSeal Of(long seq, byte[] hash) => new(seq, Convert.ToHexStringLower(hash));
}
