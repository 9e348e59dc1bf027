using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>Both prices side by side, part by part, and in words why one is missing.</summary>
public sealed partial class PriceComparison
{
    private static readonly (string Title, Func<JobPrice, Money> Amount)[] Parts =
    [
        ("LLM fee", price => price.LlmFee),
        ("Agent fee", price => price.AgentFee),
        ("Tools fee", price => price.ToolsFee),
        ("Total", price => price.Total),
        ("Cost", price => price.Cost),
        ("Margin", price => price.Margin),
    ];

    [Parameter, EditorRequired]
    public required PriceTest Test { get; set; }

    /// <summary>Whether there is a draft to compare with.</summary>
    [Parameter, EditorRequired]
    public bool HasDraft { get; set; }

    private IEnumerable<string> Sentences
    {
        get
        {
            if (!Test.Unreadable.IsEmpty)
            {
                yield return $"The draft has a mistake in {string.Join(" and ", Test.Unreadable)}. Correct it, then its price stands here.";
            }

            if (HasDraft && Held(Test.Draft) is { } byDraft)
            {
                yield return $"The draft would hold this job: {byDraft}";
            }

            if (Held(Test.InForce) is { } byVersion)
            {
                yield return $"Version {Test.Version} would hold this job: {byVersion}";
            }
        }
    }

    private static string? Held(ExplainedPrice? explained) => explained?.Result is PricingResult.Held held
        ? $"{HoldWords.Of(held.Causes)} {(held.Causes.Length == 1 ? "is" : "are")} not on the card. Estimate ≈ {MoneyFormat.Exact(held.Exposure)}."
        : null;

    private static Money? Of(JobPrice? price, Func<JobPrice, Money> amount) => price is null ? null : amount(price);
}
