namespace OpsCenter.Brigade.Cards;

/// <summary>
/// Lets those who want the card refreshed at the same time share one question. Who comes while one is on its way waits for the next: the
/// answer to the first may have been written before the change that made them come.
/// </summary>
internal sealed class CardRefresher(CardAdopter adopter, IHostApplicationLifetime lifetime)
{
    private readonly Lock gate = new();
    private Task last = Task.CompletedTask;
    private Task<RefreshOutcome>? coming;

    /// <summary>Asks Ops-Center, or waits for a question that is about to be asked.</summary>
    /// <exception cref="CardUnavailableException">There is no card to be had, or none that can be used.</exception>
    public Task<RefreshOutcome> RefreshAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (coming is null)
                last = coming = AfterAsync(last);
            return coming.WaitAsync(cancellationToken);
        }
    }

    private async Task<RefreshOutcome> AfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
            coming = null;
        return await adopter.FetchAsync(lifetime.ApplicationStopping);
    }
}
