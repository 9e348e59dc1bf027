using Bunit;
using FluentAssertions;
using OpsCenter.Portal.Tests.Usage.Jobs;
using OpsCenter.Portal.Usage.Pages;
using OpsCenter.Portal.Usage.Receipts;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Receipts;

/// <summary>A receipt says why a customer's own key did not pay.</summary>
public sealed class FallbackTests(JobsFixture fixture) : BunitContext, IClassFixture<JobsFixture>
{
    [Theory]
    [InlineData("byok_fallback", "key_refused", false, "key_refused")]
    [InlineData("byok_fallback", "key_refused", true, null)]
    [InlineData("route_reason", "own_key", false, null)]
    public async Task A_receipt_has_the_reason_of_a_job_that_ran_on_a_paid_route(string name, string value, bool onOwnKey, string? reason)
    {
        var brief = fixture.Brief();
        var job = await fixture.RecordAsync(brief with { Usage = brief.Usage with { Byok = onOwnKey }, Metadata = brief.Metadata.Add(name, value) });

        var receipt = await fixture.Get<ReceiptQueries>().FindAsync(JobsFixture.MemberOf(fixture.Acme), job, CancellationToken.None);

        receipt!.Fallback.Should().Be(reason);
    }

    [Theory]
    [InlineData("key_refused", "The provider refused the customer's own key.")]
    [InlineData("key_unreadable", "could not be read")]
    [InlineData("not_in_plan", "The customer's plan has no provider keys")]
    [InlineData("no_route", "No active route")]
    [InlineData("out of <b>quota</b>", "out of <b>quota</b>")]
    public void A_reason_is_said_in_words_and_a_strange_one_repeated(string reason, string words)
    {
        var notice = Render<FallbackNotice>(parameters => parameters.Add(n => n.Reason, reason));

        notice.Find("p").TextContent.Should().Contain("ran on a paid route").And.Contain(words);
        notice.FindAll("b").Should().BeEmpty();
    }
}
