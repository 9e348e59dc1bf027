using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsCenter.Portal.Security;

/// <summary>
/// The body of a <see cref="MachineProblem"/>. <c>type</c> is left out: RFC 9457 reads that as <c>about:blank</c>, and <c>code</c> says more.
/// </summary>
internal sealed record MachineProblemDocument(
    string Title,
    int Status,
    string Code,
    bool Retryable,
    string? Detail,
    IReadOnlyDictionary<string, string[]>? Errors)
{
    // Relaxed escaping keeps quotes and arrows readable; the document is JSON with nosniff, never part of a page.
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the fields into an object that the caller began.</summary>
    public void WriteFields(Utf8JsonWriter writer)
    {
        foreach (var field in JsonSerializer.SerializeToElement(this, Json).EnumerateObject())
        {
            field.WriteTo(writer);
        }
    }
}
