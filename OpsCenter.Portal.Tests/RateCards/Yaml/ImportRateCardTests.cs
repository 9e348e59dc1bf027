using FluentAssertions;
using OpsCenter.Domain.Accounts;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Yaml;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.RateCards.Yaml;

public sealed class ImportRateCardTests : RateCardCommandTests
{
    [Fact]
    public async Task What_was_exported_changes_nothing()
    {
        (await PreviewAsync(await ExportAsync())).Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task Looking_at_a_file_changes_nothing()
    {
        await PreviewAsync(Dearer(await ExportAsync()));

        (await DraftOf(Portal.Ana)).SavedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_file_is_compared_with_the_draft_and_only_what_is_safe_is_ticked()
    {
        await TypeAsync(Portal.Ana, Claude, Markup, "30");
        await SaveAsync(Portal.Ana, 1, RateCardRowKey.Tool("own.tool"), Tool("own.tool"));
        var text = Dearer(await ExportAsync()).Replace("web.search", "web.look", StringComparison.Ordinal);

        var preview = await PreviewAsync(text);

        preview.Rows.Select(r => (r.Difference.Key.Name, r.Difference.Kind, r.ReplacesOwnChange, r.IsTakenAtFirst)).Should().Equal(
            ("anthropic:claude-3-opus", DifferenceKind.Changed, true, false),
            ("openai:gpt-4", DifferenceKind.Changed, false, true),
            ("own.tool", DifferenceKind.Removed, true, false),
            ("web.look", DifferenceKind.Added, false, true),
            ("web.search", DifferenceKind.Removed, false, false));
    }

    [Fact]
    public async Task Rows_that_are_taken_are_in_the_draft_and_no_others()
    {
        var preview = await PreviewAsync(Dearer(await ExportAsync()).Replace("web.search", "web.look", StringComparison.Ordinal));

        var outcome = await ImportAsync(preview, row => row.IsTakenAtFirst);

        outcome.Should().BeOfType<DraftOutcome.Saved>();
        var draft = await DraftOf(Portal.Ana);
        draft.Draft.Changes.Keys.Should().Equal(Gpt4, RateCardRowKey.Tool("web.look"));
        draft.Sheet.Rows[Gpt4][InputCost].Should().Be("0.04");
    }

    [Fact]
    public async Task A_removal_is_taken_when_it_is_ticked_and_published_like_anything_typed()
    {
        var preview = await PreviewAsync("currency: USD\nagents: []\n");

        await ImportAsync(preview, _ => true);
        await PublishAsync(Portal.Ana);

        (await CurrentAsync()).Content.Agents.Should().BeEmpty();
    }

    [Fact]
    public async Task A_row_that_the_file_takes_back_to_what_is_published_leaves_the_draft()
    {
        await TypeAsync(Portal.Ana, Claude, Markup, "30");
        var preview = await PreviewAsync(await ExportAsync());

        await ImportAsync(preview, _ => true);

        (await DraftOf(Portal.Ana)).SavedAt.Should().BeNull("an empty draft is none");
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_compared_with_is_left_alone()
    {
        var preview = await PreviewAsync(Dearer(await ExportAsync()));
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.05");

        var outcome = await ImportAsync(preview, _ => true);

        outcome.Should().BeOfType<DraftOutcome.MovedElsewhere>();
        (await DraftOf(Portal.Ana)).Sheet.Rows[Gpt4][InputCost].Should().Be("0.05");
    }

    [Fact]
    public async Task Either_all_rows_are_taken_or_none()
    {
        var preview = await PreviewAsync(Dearer(await ExportAsync()));
        await Portal.ExecuteAsync("alter table rate_card_draft_changes add check (section <> 'tools')");
        var input = ImportRateCardInput.Of(preview, [preview.Rows[0].Difference, new RowDifference(RateCardRowKey.Tool("t"), null, Tool("t"))]);

        await FluentActions.Awaiting(() => Portal.Get<ImportRateCard>().HandleAsync(Portal.Ana, input, CancellationToken.None)).Should().ThrowAsync<Exception>();

        (await Portal.ScalarAsync<long>("select (select count(*) from rate_card_drafts) + (select count(*) from rate_card_draft_changes)")).Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        var preview = await Portal.Get<PreviewImport>().HandleAsync(Portal.Ana, new string('ä', (ImportLimits.MaxBytes / 2) + 1), CancellationToken.None);

        preview.Should().BeOfType<ImportPreview.Refused>().Which.Problems.Should().ContainSingle().Which.Message.Should().Be(ImportLimits.TooLarge);
    }

    [Theory]
    [InlineData(PlatformRole.Finance)]
    [InlineData(PlatformRole.Support)]
    public async Task Who_may_not_edit_exports_but_does_not_import(PlatformRole role)
    {
        var reader = Portal.Ana with { PlatformRole = role };
        Func<Task>[] acts =
        [
            () => Portal.Get<PreviewImport>().HandleAsync(reader, "currency: USD\n", CancellationToken.None),
            () => Portal.Get<ImportRateCard>().HandleAsync(reader, new ImportRateCardInput(1, null, new Dictionary<RateCardRowKey, RateCardRow?>()), CancellationToken.None),
        ];

        (await Portal.Get<ExportRateCard>().HandleAsync(reader, 1, CancellationToken.None))!.Name.Should().Be("rate-card-v1.yaml");
        foreach (var act in acts)
        {
            await act.Should().ThrowAsync<AccessDeniedException>();
        }
    }

    [Fact]
    public async Task A_customer_exports_nothing()
    {
        var customer = Portal.Ana with { PlatformRole = null };

        await FluentActions.Awaiting(() => Portal.Get<ExportRateCard>().HandleAsync(customer, 1, CancellationToken.None)).Should().ThrowAsync<AccessDeniedException>();
    }

    [Fact]
    public async Task An_older_version_is_exported_by_its_number_and_an_unknown_one_is_not()
    {
        await TypeAsync(Portal.Ana, Gpt4, InputCost, "0.04");
        await PublishAsync(Portal.Ana);

        (await ExportAsync(1)).Should().StartWith("version: 1\n").And.Contain("input_cost_per_1k: 0.03\n");
        (await ExportAsync()).Should().StartWith("version: 2\n").And.Contain("input_cost_per_1k: 0.04\n");
        (await Portal.Get<ExportRateCard>().HandleAsync(Portal.Ana, 9, CancellationToken.None)).Should().BeNull();
    }

    private static RateCardRow Tool(string name) => SampleCard.Sheet.Rows[RateCardRowKey.Tool("web.search")].With(Name, name);

    private static string Dearer(string text) => text.Replace("input_cost_per_1k: 0.03\n", "input_cost_per_1k: 0.04\n", StringComparison.Ordinal);

    private async Task<string> ExportAsync(int? version = null) =>
        (await Portal.Get<ExportRateCard>().HandleAsync(Portal.Ana, version, CancellationToken.None))!.Text;

    private async Task<ImportPreview.Readable> PreviewAsync(string text) =>
        (await Portal.Get<PreviewImport>().HandleAsync(Portal.Ana, text, CancellationToken.None)).Should().BeOfType<ImportPreview.Readable>().Subject;

    private Task<DraftOutcome> ImportAsync(ImportPreview.Readable preview, Func<ImportRow, bool> takes) => Portal.Get<ImportRateCard>().HandleAsync(
        Portal.Ana, ImportRateCardInput.Of(preview, preview.Rows.Where(takes).Select(r => r.Difference)), CancellationToken.None);
}
