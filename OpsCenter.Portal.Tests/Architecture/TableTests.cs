using System.Text.RegularExpressions;
using FluentAssertions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using OpsCenter.Portal.Data;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>A capability uses another's commands and queries, never its tables (design rule 3).</summary>
public sealed partial class TableTests
{
    private const string Everything = "Data";

    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Usage.Recording.UsageTables -> Organizations"] = "the hot path finds customer and version in one statement",
        ["Usage.Recording.UsageTables -> RateCards"] = "the gate is locked in the transaction that prices",
        ["Accounts.ActorNames -> Security"] = "an actor is a person or a machine credential, and both have names",
        ["Security.CurrentActor -> Accounts"] = "the session behind a request is looked up and prolonged for every act",
        ["Accounts.LiveSessions -> Organizations"] = "who a person acts for is read with the session, in one statement",
        ["Subscriptions.EntitlementTable -> Organizations"] = "what a customer may do is read in one statement, before every job",
        ["Subscriptions.EntitlementTable -> Billing"] = "likewise: what is left of the period, the cap and the budget",
    };

    [Fact]
    public void A_capability_leaves_the_tables_of_others_alone() => Trespasses().Except(Allowed.Keys).Should().BeEmpty();

    [Fact]
    public void Every_exception_is_still_needed() => Allowed.Keys.Except(Trespasses()).Should().BeEmpty();

    [Fact]
    public void Every_table_of_the_migrations_has_an_owner()
    {
        var scripts = typeof(Program).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).ToList();

        var created = scripts.SelectMany(script => CreatedTable().Matches(MigrationSql.Read(script))).Select(match => match.Groups["table"].Value);

        created.Except(TableOwners.ByTable.Keys).Should().BeEmpty();
    }

    private static IEnumerable<string> Trespasses() => (
        from method in PortalCode.Methods
        let type = PortalCode.Outermost(method.DeclaringType)
        let feature = PortalCode.FeatureOf(type.Namespace)
        where feature is not ("" or Everything)
        from instruction in method.Body.Instructions
        from owner in OwnersOf(instruction)
        where owner is not "" && owner != feature
        select $"{type.FullName["OpsCenter.Portal.".Length..]} -> {owner}").Distinct();

    private static IEnumerable<string> OwnersOf(Instruction instruction) => instruction.Operand switch
    {
        string sql => TableInSql().Matches(sql).Select(match => TableOwners.ByTable.GetValueOrDefault(match.Groups["table"].Value, "")),
        GenericInstanceMethod { Name: "Set" } set when IsContext(set.DeclaringType) => set.GenericArguments.Select(a => PortalCode.FeatureOf(a.Namespace)),
        MethodReference called when IsContext(called.DeclaringType) => [TableOwners.BySet.GetValueOrDefault(called.Name.Replace("get_", ""), "")],
        _ => [],
    };

    private static bool IsContext(TypeReference type) => type.Name is nameof(OpsCenterDbContext) || type.Name.StartsWith("IdentityUserContext", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:from|join|into|update|table|only)\s+(?<table>[a-z_]+)", RegexOptions.IgnoreCase)]
    private static partial Regex TableInSql();

    [GeneratedRegex(@"^create table (?<table>\w+) \(", RegexOptions.Multiline)]
    private static partial Regex CreatedTable();
}
