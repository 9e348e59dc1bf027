using MudBlazor;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Security;
using OpsCenter.Portal.Shell.Widgets;
using OpsCenter.Portal.Usage.Agents;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Agents.Pages;

/// <summary>What can be done with agents: asks in a dialog, publishes, tells. Who only reads does not get here.</summary>
public sealed class AgentActs(IDialogService dialogs, ISnackbar snackbar, CurrentActor current, ChangeAgent change, RateCardQueries cards)
{
    /// <summary>Asks for everything about a new agent and adds it.</summary>
    public Task CreateAsync() => EditAsync(
        null, new RateCardRow(RateCardSection.Agents, []).With(MinFee, "0").With(OnFailure, RateCardWords.Of(FailurePolicy.Bill)).With(Active, "true"));

    /// <summary>Asks what changes about an agent on the card.</summary>
    public Task EditAsync(AgentRow agent)
    {
        var row = RowOf(agent);

        return EditAsync(row, row);
    }

    /// <summary>The same with a ceiling filled in.</summary>
    public Task EditCeilingAsync(AgentRow agent, decimal ceiling)
    {
        var row = RowOf(agent);

        return EditAsync(row, row.With(MaxJobCost, DecimalText.Format(ceiling)));
    }

    /// <summary>Asks and enables or disables.</summary>
    public Task SwitchAsync(AgentRow agent, bool isActive) => isActive
        ? AskAsync(agent, "Enable", "Enabling…", "enabled", "Brigade may start jobs with it again, within seconds.", RowOf(agent).With(Active, "true"))
        : AskAsync(
            agent, "Disable", "Disabling…", "disabled",
            $"Brigade starts no more jobs with it, within seconds. {Jobs(agent)} Running jobs end; finished ones are priced as before and flagged.",
            RowOf(agent).With(Active, "false"),
            isDestructive: true);

    /// <summary>Asks and takes the agent off the card.</summary>
    public Task ArchiveAsync(AgentRow agent) => AskAsync(
        agent, "Archive", "Archiving…", "archived",
        $"It leaves the rate card. {Jobs(agent)} Jobs of an agent that is not on the card are held until somebody decides about them; those it had keep their price. It can be restored.",
        null,
        isDestructive: true);

    /// <summary>Asks and puts an archived agent back as it last was.</summary>
    public Task RestoreAsync(AgentRow agent) => AskAsync(
        agent, "Restore", "Restoring…", "restored", "It comes back to the rate card with the settings it last had. Held jobs of it are priced.", RowOf(agent));

    private static string Jobs(AgentRow agent) => agent.Use.Jobs switch
    {
        0 => $"It had no job in the last {AgentUseQueries.RecentDays} days.",
        1 => $"It had 1 job in the last {AgentUseQueries.RecentDays} days.",
        var jobs => $"It had {jobs:N0} jobs in the last {AgentUseQueries.RecentDays} days.",
    };

    private static RateCardRow RowOf(AgentRow agent) =>
        RateCardSheet.Of(new RateCardContent(agent.Currency, 0m, [], [agent.Price], [])).Find(RateCardRowKey.Agent(agent.Price.Name))!; // written from this very agent

    private async Task EditAsync(RateCardRow? seen, RateCardRow start)
    {
        var card = (await cards.CurrentAsync(await current.GetAsync(CancellationToken.None), CancellationToken.None)).Content;
        var defaultRate = MoneyFormat.Exact(new Money(card.DefaultAgentRatePer1K, card.Currency));
        await AgentDialog.ShowAsync(
            dialogs, seen, start, defaultRate, (input, cancellationToken) => PublishAsync(input, seen is null ? "added" : "saved", cancellationToken));
    }

    private Task<bool> AskAsync(
        AgentRow agent, string verb, string busyVerb, string done, string effect, RateCardRow? wanted, bool isDestructive = false)
    {
        var name = agent.Price.Name;
        var seen = agent.State is AgentState.Archived ? null : RowOf(agent);

        return dialogs.ConfirmAsync(new Confirmation(
            $"{verb} {agent.Price.DisplayName}?",
            effect,
            verb,
            busyVerb,
            cancellationToken => DatabaseFailure.AnswerAsync(async () =>
                await PublishAsync(new ChangeAgentInput(name, seen, wanted, $"Agent {name} {done}"), done, cancellationToken) switch
                {
                    ChangeAgentOutcome.Published => null,
                    ChangeAgentOutcome.Refused refused => refused.Message,
                    ChangeAgentOutcome.Invalid invalid => string.Join(" ", invalid.Problems.Select(p => $"{p.RowKey}: {p.Message}")),
                    ChangeAgentOutcome.ChangedMeanwhile changed =>
                        $"{changed.By.PublishedByName} changed this agent meanwhile: {AgentWords.Changes(seen, changed.There)}. Look at it again first.",
                    var outcome => throw new InvalidOperationException($"No words for {outcome}."),
                }),
            isDestructive));
    }

    private async Task<ChangeAgentOutcome> PublishAsync(ChangeAgentInput input, string done, CancellationToken cancellationToken)
    {
        if (await current.GetAsync(cancellationToken) is not Actor.User user)
            return new ChangeAgentOutcome.Refused("Only people change agents.");

        var outcome = await change.HandleAsync(user, input, cancellationToken);

        if (outcome is ChangeAgentOutcome.Published published)
            snackbar.Add($"Agent {input.Name} {done}, version {published.Version} published", Severity.Success);

        return outcome;
    }
}
