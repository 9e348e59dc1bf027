using Microsoft.AspNetCore.Components;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>What is wrong with a field, under it.</summary>
public sealed partial class FieldProblem
{
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, string> Problems { get; set; }

    [Parameter, EditorRequired]
    public required string Field { get; set; }

    /// <summary>The id by which a field refers to its problem.</summary>
    public static string IdOf(string field) => $"test-{field}-problem";
}
