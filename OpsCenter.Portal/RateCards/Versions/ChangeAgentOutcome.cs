using System.Collections.Immutable;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards.Versions;

/// <summary>What became of a change of one agent. Whatever is not <see cref="Published"/> changed nothing.</summary>
public abstract record ChangeAgentOutcome
{
    private ChangeAgentOutcome()
    {
    }

    /// <summary>It is a version now.</summary>
    /// <param name="Version">Its number.</param>
    public sealed record Published(int Version) : ChangeAgentOutcome;

    /// <summary>A colleague changed the agent since it was seen.</summary>
    /// <param name="There">The agent as it is now; null: it is no longer on the card.</param>
    /// <param name="By">The version that made it so: who, when and why.</param>
    public sealed record ChangedMeanwhile(RateCardRow? There, RateCardVersionView By) : ChangeAgentOutcome;

    /// <summary>The agent, or the card with it, breaks rules.</summary>
    /// <param name="Problems">Each of them, at its cell.</param>
    public sealed record Invalid(ImmutableArray<RateCardProblem> Problems) : ChangeAgentOutcome;

    /// <summary>It cannot be done.</summary>
    /// <param name="Message">Why, and what to do about it.</param>
    public sealed record Refused(string Message) : ChangeAgentOutcome;
}
