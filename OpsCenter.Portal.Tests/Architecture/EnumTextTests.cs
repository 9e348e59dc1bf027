using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.Organizations;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Data;
using Xunit;

namespace OpsCenter.Portal.Tests.Architecture;

/// <summary>Enums stand as text in the database, and the database knows the same texts as the program.</summary>
public sealed partial class EnumTextTests
{
    public static TheoryData<string, string[]> Lists => new()
    {
        { "users.platform_role", [.. EnumText<PlatformRole>.All] },
        { "memberships.role", [.. EnumText<OrganizationRole>.All] },
        { "organizations.status", [.. EnumText<OrganizationStatus>.All] },
        { "agent_pricing.failure_policy", [.. EnumText<FailurePolicy>.All] },
        { "pricing_rules.route_class", [.. EnumText<RouteClass>.All.Except([EnumText<RouteClass>.Of(RouteClass.Byok)])] },
        { "usage_events.status", [.. EnumText<JobStatus>.All] },
        { "ledger_entries.kind", [.. EnumText<LedgerEntryKind>.All] },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void The_database_accepts_the_texts_of_the_enum_and_no_others(string column, string[] texts)
    {
        var accepted = AcceptedTexts();

        accepted.Should().ContainKey(column);
        accepted[column].Should().BeEquivalentTo(texts);
    }

    [Fact]
    public void Every_enum_of_an_entity_is_stored_as_text()
    {
        using var db = new OpsCenterDbContextFactory().CreateDbContext([]);

        var stored =
            from entity in db.Model.GetEntityTypes()
            from property in entity.GetProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
            select (Column: $"{entity.GetTableName()}.{property.GetColumnName()}", Type: property.GetTypeMapping().Converter?.ProviderClrType);

        stored.Should().NotBeEmpty().And.OnlyContain(p => p.Type == typeof(string) || p.Type == typeof(string[]));
    }

    private static Dictionary<string, string[]> AcceptedTexts()
    {
        using var db = new OpsCenterDbContextFactory().CreateDbContext([]);
        var ofModel =
            from entity in db.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            from check in entity.GetCheckConstraints()
            from match in ListOfTexts().Matches(check.Sql)
            select (Table: entity.GetTableName()!, match); // a check constraint is on a table
        var ofSql =
            from table in Table().Matches(MigrationSql.Read("0001_usage.sql"))
            from match in ListOfTexts().Matches(table.Groups["body"].Value)
            select (Table: table.Groups["table"].Value, match);

        return ofModel.Concat(ofSql).ToDictionary(found => $"{found.Table}.{found.match.Groups["column"].Value}", found => TextsOf(found.match));
    }

    private static string[] TextsOf(Match match) => [.. match.Groups["texts"].Value.Split(',').Select(text => text.Trim().Trim('\''))];

    [GeneratedRegex(@"(?<column>\w+) in \((?<texts>[^)]*)\)")]
    private static partial Regex ListOfTexts();

    [GeneratedRegex(@"^create table (?<table>\w+) \((?<body>.*?)^\)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Table();
}
