using System.Text.Json;

namespace OpsCenter.Brigade.Hosting;

/// <summary>A problem document of Ops-Center.</summary>
/// <param name="Code">The name for programs.</param>
/// <param name="Title">What is wrong, for people.</param>
public sealed record OpsCenterProblem(string Code, string Title)
{
    /// <summary>Reads a problem document from an answer; null when it holds none, because somebody else answered in Ops-Center's place.</summary>
    public static async Task<OpsCenterProblem?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a problem from an object; null when it is none.</summary>
    public static OpsCenterProblem? Read(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object && Text(json, "code") is { } code ? new OpsCenterProblem(code, Text(json, "title") ?? code) : null;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
