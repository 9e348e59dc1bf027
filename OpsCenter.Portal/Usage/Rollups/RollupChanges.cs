using System.Runtime.InteropServices;
using Npgsql;
using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Domain.Usage.Pricing;

namespace OpsCenter.Portal.Usage.Rollups;

/// <summary>
/// What one transaction adds to the roll-ups: collected in memory, merged by row, and written last, in order. Everyone who stores a job,
/// holds it, charges it, reverses its charge or gives it to another customer says so here, in the same transaction.
/// </summary>
internal sealed class RollupChanges
{
    private readonly Dictionary<HourlyKey, UsageSums> hours = [];
    private readonly Dictionary<ToolKey, ToolSums> tools = [];
    private readonly Dictionary<FeeKey, FeeSums> fees = [];
    private readonly Dictionary<VersionKey, UsageSums> versions = [];
    private readonly Dictionary<FailureKey, FailureSums> failures = [];
    private readonly Dictionary<ByokKey, ByokSums> byok = [];

    /// <summary>A job was stored.</summary>
    public void AddJob(RollupJob job) => CountJob(job, 1);

    /// <summary>A stored job no longer belongs to this customer.</summary>
    public void RemoveJob(RollupJob job) => CountJob(job, -1);

    /// <summary>A job waits for a price or a customer.</summary>
    public void AddHold(RollupJob job, Money exposure) => CountHold(job, 1, exposure.Amount);

    /// <summary>It waits no longer; the exposure is the one it was added with.</summary>
    public void EndHold(RollupJob job, Money exposure) => CountHold(job, -1, -exposure.Amount);

    /// <summary>A job was charged by a version of the rate card.</summary>
    public void AddCharge(RollupJob job, RateCard card, JobPrice price) => CountCharge(job, card, price, 1);

    /// <summary>A charge was reversed; card and price are those of the charge.</summary>
    public void ReverseCharge(RollupJob job, RateCard card, JobPrice price) => CountCharge(job, card, price, -1);

    /// <summary>Adds everything to the tables, within the transaction of the connection. The last thing it does before it commits.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        AddTo(batch);

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>The same as the last statements of a batch.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (hours.Count > 0)
        {
            batch.BatchCommands.Add(RollupTables.AddHourly(hours));
            batch.BatchCommands.Add(RollupTables.AddDaily(Days()));
        }

        if (tools.Count > 0)
        {
            batch.BatchCommands.Add(RollupTables.AddTools(tools));
        }

        if (fees.Count > 0)
        {
            batch.BatchCommands.Add(RollupTables.AddFees(fees));
            batch.BatchCommands.Add(RollupTables.AddVersions(versions));
        }

        if (failures.Count > 0)
        {
            batch.BatchCommands.Add(RollupTables.AddFailures(failures));
        }

        if (byok.Count > 0)
        {
            batch.BatchCommands.Add(RollupTables.AddByok(byok));
        }
    }

    private void CountJob(RollupJob job, int sign)
    {
        var (usage, sums) = (job.Usage, SumsOf(job));
        sums.Jobs += sign;
        sums.FailedJobs += usage.Status is JobStatus.Succeeded ? 0 : sign;
        sums.ByokJobs += usage.Byok ? sign : 0;
        sums.InputTokens += sign * usage.InputTokens;
        sums.OutputTokens += sign * usage.OutputTokens;
        sums.CachedInputTokens += sign * usage.CachedInputTokens;

        foreach (var use in usage.Tools)
        {
            var tool = ToolOf(job, use.Tool);
            tool.Uses += sign;
            tool.Units += sign * use.Units;
        }
    }

    private void CountHold(RollupJob job, int sign, decimal exposure)
    {
        var sums = SumsOf(job);
        sums.HeldJobs += sign;
        sums.Exposure += exposure;
    }

    private void CountCharge(RollupJob job, RateCard card, JobPrice price, int sign)
    {
        var day = DateOnly.FromDateTime(job.OccurredAt.UtcDateTime);
        var version = CollectionsMarshal.GetValueRefOrAddDefault(versions, new VersionKey(day, card.Version, job.Currency.Code), out _) ??= new UsageSums();
        version.Jobs += sign;
        version.AddPrice(price, sign);
        SumsOf(job).AddPrice(price, sign);

        foreach (var share in JobPricer.ToolShares(card, job.Usage))
        {
            var tool = ToolOf(job, share.Tool);
            tool.Fee += sign * share.Fee.Amount;
            tool.Cost += sign * share.Cost.Amount;
        }

        var key = new FeeKey(day, job.Usage.Agent, job.Currency.Code, FeeFloor.Of(price.Total.Amount));
        var bucket = CollectionsMarshal.GetValueRefOrAddDefault(fees, key, out _) ??= new FeeSums();
        bucket.Jobs += sign;
        bucket.Total += sign * price.Total.Amount;

        if (job.Usage.Status is not JobStatus.Succeeded)
        {
            CountFailure(job, day, price, sign);
        }

        if (job.Usage.Byok)
        {
            CountByok(job, day, card, price, sign);
        }
    }

    private void CountFailure(RollupJob job, DateOnly day, JobPrice price, int sign)
    {
        var key = new FailureKey(day, job.Usage.Agent, job.Usage.Route, job.Currency.Code);
        var sums = CollectionsMarshal.GetValueRefOrAddDefault(failures, key, out _) ??= new FailureSums();
        sums.Jobs += sign;
        sums.Fee += sign * price.Total.Amount;
        sums.Cost += sign * price.Cost.Amount;
    }

    private void CountByok(RollupJob job, DateOnly day, RateCard card, JobPrice price, int sign)
    {
        var customer = job.OrganizationId ?? throw new ArgumentException("A job is charged to a customer.", nameof(job));
        var sums = CollectionsMarshal.GetValueRefOrAddDefault(
            byok, new ByokKey(day, customer, job.Usage.Route, job.Currency.Code), out _) ??= new ByokSums();
        var avoided = JobPricer.AvoidedFee(card, job.Usage);
        sums.Jobs += sign;
        sums.UnknownJobs += avoided is null ? sign : 0;
        sums.PlatformFee += sign * price.Total.Amount;
        sums.AvoidedFee += sign * (avoided?.Amount ?? 0m);
    }

    private Dictionary<DailyKey, UsageSums> Days()
    {
        var days = new Dictionary<DailyKey, UsageSums>();

        foreach (var (key, sums) in hours)
        {
            var day = CollectionsMarshal.GetValueRefOrAddDefault(days, key.Day, out _) ??= new UsageSums();
            day.Add(sums);
        }

        return days;
    }

    private UsageSums SumsOf(RollupJob job)
    {
        var key = new HourlyKey(
            HourOf(job), job.OrganizationId, job.Usage.Agent, job.Usage.Route, job.MemberRef, job.Currency.Code);

        return CollectionsMarshal.GetValueRefOrAddDefault(hours, key, out _) ??= new UsageSums();
    }

    private ToolSums ToolOf(RollupJob job, string tool) => CollectionsMarshal.GetValueRefOrAddDefault(
        tools, new ToolKey(HourOf(job), job.OrganizationId, tool, job.Currency.Code), out _) ??= new ToolSums();

    private static DateTime HourOf(RollupJob job)
    {
        var utc = job.OccurredAt.UtcDateTime;

        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerHour));
    }
}
