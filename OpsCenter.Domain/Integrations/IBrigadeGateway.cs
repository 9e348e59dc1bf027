namespace OpsCenter.Domain.Integrations;

/// <summary>
/// The agent runtime, as Ops-Center calls it. That it is away, refuses or talks nonsense is an answer with a sentence, never an exception:
/// jobs go on without these calls.
/// </summary>
public interface IBrigadeGateway
{
    /// <summary>Where it is called; null when none is connected.</summary>
    Uri? Address { get; }

    /// <summary>Makes it fetch the rate card now instead of at its next look. Safe to repeat.</summary>
    /// <param name="cancellationToken">Stops waiting; it may have fetched all the same.</param>
    /// <returns>The card that it has afterwards.</returns>
    Task<BrigadeAnswer<BrigadeCard>> RefreshAsync(CancellationToken cancellationToken);

    /// <summary>Asks how it is.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<BrigadeAnswer<BrigadeStatus>> StatusAsync(CancellationToken cancellationToken);
}
