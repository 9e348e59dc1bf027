using AngleSharp.Dom;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Agents.Pages;
using OpsCenter.Portal.RateCards;
using OpsCenter.Portal.RateCards.Versions;
using OpsCenter.Portal.Tests.RateCards;
using Xunit;
using static OpsCenter.Domain.RateCards.RateCardColumns;

namespace OpsCenter.Portal.Tests.Agents.Pages;

/// <summary>The dialog about an agent, before a command that answers what a test says.</summary>
public sealed class AgentDialogTests : BunitContext, IAsyncLifetime
{
    private static readonly RateCardRow Row = SampleCard.Sheet.Find(RateCardRowKey.Agent("research_pro"))!; // on the sample card
    private readonly IRenderedComponent<MudDialogProvider> provider;
    private readonly List<ChangeAgentInput> asked = [];
    private readonly Queue<ChangeAgentOutcome> answers = [];

    public AgentDialogTests()
    {
        Services.AddMudServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Render<MudPopoverProvider>();
        provider = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task What_is_typed_is_published_over_what_was_seen_with_the_note()
    {
        var closed = await OpenAsync(Row, Row);
        answers.Enqueue(new ChangeAgentOutcome.Published(2));

        Field("agent-rate-per-1k").Input("0.009");
        Field("agent-preferred-class").Change("house");
        Field("agent-failure-policy").Change("free");
        provider.Find("input[type=checkbox]").Change(false);
        Field("agent-note").Input("Dearer models");
        Submit();

        await closed.WaitAsync(TimeSpan.FromSeconds(10));
        var input = asked.Should().ContainSingle().Subject;
        (input.Name, input.Seen, input.Note).Should().Be(("research_pro", Row, "Dearer models"));
        input.Wanted!.Texts.Should().BeEquivalentTo(
            Row.With(AgentRate, "0.009").With(PreferredClass, "house").With(OnFailure, "free").With(Active, "false").Texts);
    }

    [Fact]
    public async Task Without_a_note_the_version_says_what_changed()
    {
        await OpenAsync(Row, Row);
        answers.Enqueue(new ChangeAgentOutcome.Published(2));

        Field("agent-min-fee").Input("0.1");
        Submit();

        asked.Single().Note.Should().StartWith("Agent research_pro: minimum fee").And.Contain("0.1");
    }

    [Theory]
    [InlineData("agent-rate-per-1k", "0,008", "Write a point for decimals and no commas: 0.03")]
    [InlineData("agent-max-job-cost", "many", null)]
    [InlineData("agent-display-name", "", null)]
    public async Task A_wrong_field_is_explained_at_the_field_and_nobody_is_asked(string id, string text, string? expected)
    {
        await OpenAsync(Row, Row);

        Field(id).Input(text);
        Submit();

        Field(id).GetAttribute("aria-invalid").Should().Be("true");
        var problem = provider.Find($"#{Field(id).GetAttribute("aria-describedby")}").TextContent.Trim();
        problem.Should().NotBeEmpty();
        (expected is null || problem == expected).Should().BeTrue(problem);
        asked.Should().BeEmpty();
    }

    [Fact]
    public async Task What_the_card_says_is_wrong_is_shown_at_its_field()
    {
        await OpenAsync(Row, Row);
        answers.Enqueue(new ChangeAgentOutcome.Invalid([new RateCardProblem(RateCardSection.Agents, "research_pro", MaxJobCost.Name, "The ceiling must not be below the minimum fee.")]));

        Field("agent-max-job-cost").Input("0.01");
        Submit();

        provider.Find("#agent-max-job-cost-problem").TextContent.Trim().Should().Be("The ceiling must not be below the minimum fee.");
        Field("agent-max-job-cost").GetAttribute("value").Should().Be("0.01");
    }

    [Fact]
    public async Task Nothing_changed_is_said_and_not_published()
    {
        await OpenAsync(Row, Row);

        Submit();

        provider.Find("[role=alert]").TextContent.Should().Contain("Nothing differs");
        asked.Should().BeEmpty();
    }

    [Fact]
    public async Task A_colleagues_change_is_told_by_name_taken_over_where_nothing_was_typed_and_what_was_typed_stands()
    {
        var closed = await OpenAsync(Row, Row);
        var theirs = Row.With(DisplayName, "Research Plus").With(MinFee, "0.3");
        answers.Enqueue(new ChangeAgentOutcome.ChangedMeanwhile(theirs, VersionBy("Ana")));
        answers.Enqueue(new ChangeAgentOutcome.Published(3));
        Field("agent-min-fee").Input("0.2");
        Submit();

        var notice = provider.Find("[role=alert]").TextContent;
        notice.Should().ContainAll("Ana", "Research Plus", "minimum fee");
        Field("agent-display-name").GetAttribute("value").Should().Be("Research Plus");
        Field("agent-min-fee").GetAttribute("value").Should().Be("0.2");
        Submit();

        await closed.WaitAsync(TimeSpan.FromSeconds(10));
        asked[1].Seen.Should().Be(theirs);
        (asked[1].Wanted![DisplayName], asked[1].Wanted![MinFee]).Should().Be(("Research Plus", "0.2"));
    }

    [Fact]
    public async Task An_agent_that_was_archived_meanwhile_leaves_what_was_typed_and_says_who_did_it()
    {
        await OpenAsync(Row, Row);
        answers.Enqueue(new ChangeAgentOutcome.ChangedMeanwhile(null, VersionBy("Ana")));

        Field("agent-min-fee").Input("0.2");
        Submit();

        provider.Find("[role=alert]").TextContent.Should().ContainAll("archived", "Ana");
        Field("agent-min-fee").GetAttribute("value").Should().Be("0.2");
    }

    [Fact]
    public async Task A_new_agent_has_a_name_and_one_that_is_taken_is_said_there()
    {
        await OpenAsync(null, new RateCardRow(RateCardSection.Agents, []).With(MinFee, "0").With(OnFailure, "bill").With(Active, "true"));
        answers.Enqueue(new ChangeAgentOutcome.ChangedMeanwhile(Row, VersionBy("Ana")));

        Field("agent-name").Input(" research_pro ");
        Field("agent-display-name").Input("Research");
        Submit();

        (asked.Single().Name, asked.Single().Seen, asked.Single().Wanted![Name]).Should().Be(("research_pro", null, "research_pro"));
        provider.Find("#agent-name-problem").TextContent.Trim().Should().Be("Taken.");
        provider.Find("p[role=alert].problem").TextContent.Should().ContainAll("research_pro", "Ana");
    }

    [Fact]
    public async Task A_ceiling_that_was_tried_is_filled_in_and_is_a_change()
    {
        await OpenAsync(Row, Row.With(MaxJobCost, "0.4"));
        answers.Enqueue(new ChangeAgentOutcome.Published(2));

        Field("agent-max-job-cost").GetAttribute("value").Should().Be("0.4");
        Submit();

        asked.Single().Wanted![MaxJobCost].Should().Be("0.4");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private static RateCardVersionView VersionBy(string name)
    {
        var at = new DateTimeOffset(2027, 1, 10, 10, 42, 0, TimeSpan.Zero);

        return new RateCardVersionView(new RateCardVersion(2, SampleCard.Content.Currency, 0.005m, at, at, "user:1", "Because", 1), name);
    }

    private IElement Field(string id) => provider.Find($"#{id}");

    private void Submit() => provider.Find("form#agent-form").Submit();

    private async Task<Task> OpenAsync(RateCardRow? seen, RateCardRow start)
    {
        var dialogs = Services.GetRequiredService<IDialogService>();
        var closed = Task.CompletedTask;
        // A statement, not an expression: the latter would wait here until the dialog is closed.
        await provider.InvokeAsync(() =>
        {
            closed = AgentDialog.ShowAsync(dialogs, seen, start, "$0.005", AnswerAsync);
        });
        provider.WaitForElement("form#agent-form");

        return closed;
    }

    private Task<ChangeAgentOutcome> AnswerAsync(ChangeAgentInput input, CancellationToken cancellationToken)
    {
        asked.Add(input);

        return Task.FromResult(answers.Dequeue());
    }
}
