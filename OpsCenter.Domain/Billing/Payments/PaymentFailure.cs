using System.Collections.Frozen;

namespace OpsCenter.Domain.Billing.Payments;

/// <summary>Why a card was refused.</summary>
/// <param name="Code">The provider's word: <c>insufficient_funds</c>. Words that we do not know are kept as they are.</param>
/// <param name="Message">A sentence that may be shown to the customer.</param>
public sealed record PaymentFailure(string Code, string Message)
{
    /// <summary>The bank wants the person to confirm, and nobody was there.</summary>
    public const string AuthenticationRequired = "authentication_required";

    /// <summary>There is no card to charge.</summary>
    public const string NoCard = "no_card";

    // A card reported lost or stolen will not come back, and a bank that wants a person gets none from us.
    private static readonly FrozenSet<string> Final = new[] { "lost_card", "stolen_card", AuthenticationRequired }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the same card may be tried again without the customer doing something.</summary>
    public bool MayBeRetried => !Final.Contains(Code);
}
