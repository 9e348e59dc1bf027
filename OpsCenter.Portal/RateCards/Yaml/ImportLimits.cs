using System.Text;

namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>How much of a file is taken.</summary>
public static class ImportLimits
{
    /// <summary>Largest file in bytes: 1 MiB.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>What is said of a larger one.</summary>
    public const string TooLarge = "The file is larger than 1 MiB. A rate card of 1,000 rows is far smaller.";

    /// <summary>What is said of a file in another encoding.</summary>
    public const string NotText = "The file is not UTF-8 text.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file that may be of any size, no further than the limit.</summary>
    /// <returns>The text, or a sentence that says why there is none.</returns>
    public static async Task<(string? Text, string? Refusal)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);

        if (length > MaxBytes)
        {
            return (null, TooLarge);
        }

        try
        {
            return (Strict.GetString(bytes, 0, length).TrimStart('\uFEFF'), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, NotText);
        }
    }
}
